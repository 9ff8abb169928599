import { type SampleFiles, text } from './text';

/** Its only author left. Until a rename it was `services/stickers`. */
export const labelsFiles: SampleFiles = {
  'services/labels/pyproject.toml': text`
[project]
name = "harbour-labels"
version = "2.4.1"
requires-python = ">=3.12"
dependencies = ["flask==3.1.0", "pillow==11.1.0"]

[project.scripts]
labels = "labels.app:main"
reprint = "labels.reprint:main"

[tool.pytest.ini_options]
testpaths = ["tests"]
`,
  'services/labels/Dockerfile': text`
FROM python:3.12-slim
ENV PORT=8083 \
    PRINTER_HOST=
WORKDIR /app
COPY pyproject.toml ./
COPY labels ./labels
COPY vendor ./vendor
RUN pip install --no-cache-dir .
EXPOSE 8083
CMD ["labels"]
`,
  'services/labels/README.md': text`
# labels

Prints the labels for the parcels, on the label printers of the depots (203 dpi).

´reprint HB0000004711´ prints one again. The carriers' routing codes are in ´labels/carriers.py´; they send
a new table every spring.
`,
  'services/labels/labels/app.py': text`
"""The HTTP side of the label service."""

import os

from flask import Flask, jsonify, request

from labels.barcode import InvalidNumber
from labels.render import render_label
from labels.spool import Spooler

app = Flask(__name__)
spooler = Spooler(os.environ.get("PRINTER_HOST", "localhost"), port=9100)


@app.get("/healthz")
def healthz():
    return jsonify(queued=spooler.queued()), 200


@app.post("/labels")
def create_label():
    parcel = request.get_json(force=True)
    try:
        zpl = render_label(parcel["number"], parcel["to"], parcel["carrier"])
    except InvalidNumber as problem:
        return jsonify(error=str(problem)), 400
    job = spooler.enqueue(zpl, depot=parcel.get("depot", "main"))
    return jsonify(job=job), 202


def main():
    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", "8083")))
`,
  'services/labels/labels/barcode.py': text`
"""Parcel numbers and their barcodes (Code 128, subset C)."""

import re

NUMBER = re.compile(r"^HB\d{10}$")
WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


class InvalidNumber(ValueError):
    """Not one of our parcel numbers."""


def check_digit(digits: str) -> int:
    """The postal union's check digit over the first eight digits."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS))
    remainder = 11 - total % 11
    return {10: 0, 11: 5}.get(remainder, remainder)


def encode(number: str) -> list[int]:
    """Symbols of the barcode, with start, check and stop."""
    if not NUMBER.match(number):
        raise InvalidNumber(f"{number} is not a parcel number")
    pairs = [int(number[i : i + 2]) for i in range(2, 12, 2)]
    symbols = [105, *pairs]
    check = (105 + sum(i * symbol for i, symbol in enumerate(pairs, 1))) % 103
    return [*symbols, check, 106]
`,
  'services/labels/labels/carriers.py': text`
"""Routing codes of the carriers that take over where our boats end."""

CARRIERS = {
    "nordpost": {"code": "NP", "sort": 2, "contract": "4471"},
    "fjordline": {"code": "FL", "sort": 7, "contract": "1180"},
    "inselkurier": {"code": "IK", "sort": 4, "contract": "9026"},
}

# Inselkurier wants the postcode reversed in their routing code. Nobody there knows why.
REVERSED = {"inselkurier"}


def routing_code(carrier: str, postcode: str) -> str:
    entry = CARRIERS[carrier]
    digits = "".join(c for c in postcode if c.isdigit())[:5].zfill(5)
    if carrier in REVERSED:
        digits = digits[::-1]
    return f"{entry['code']}{entry['sort']}{digits}{entry['contract'][-2:]}"
`,
  'services/labels/labels/render.py': text`
"""A label as ZPL, the language of the printers."""

from labels.barcode import encode
from labels.carriers import routing_code
from vendor.zpl.document import Document

WIDTH_MM = 104
HEIGHT_MM = 152
DPI = 203


def dots(millimetres: float) -> int:
    return round(millimetres / 25.4 * DPI)


def render_label(number: str, to: dict, carrier: str) -> bytes:
    document = Document(dots(WIDTH_MM), dots(HEIGHT_MM))
    document.text(dots(6), dots(8), to["name"], height=dots(5))
    document.text(dots(6), dots(15), to["street"], height=dots(5))
    document.text(dots(6), dots(22), f"{to['postcode']} {to['city']}", height=dots(6))

    # The sorter in depot 2 reads only codes that start 61 mm from the top.
    document.text(dots(6), dots(61), routing_code(carrier, to["postcode"]), height=dots(12))
    document.code128(dots(6), dots(84), encode(number), height=dots(30))
    document.text(dots(6), dots(118), number, height=dots(5))
    return document.bytes()
`,
  'services/labels/labels/spool.py': text`
"""Sends labels to the printers, one after the other."""

import itertools
import queue
import socket
import threading
import time


class Spooler:
    """Printers drop what comes while their lid is open, so every job waits for its answer."""

    def __init__(self, host: str, port: int):
        self._address = (host, port)
        self._jobs: queue.Queue[tuple[int, bytes]] = queue.Queue(maxsize=500)
        self._numbers = itertools.count(1)
        threading.Thread(target=self._run, daemon=True).start()

    def queued(self) -> int:
        return self._jobs.qsize()

    def enqueue(self, zpl: bytes, depot: str) -> int:
        number = next(self._numbers)
        self._jobs.put((number, zpl), timeout=2)
        return number

    def _run(self):
        while True:
            number, zpl = self._jobs.get()
            for attempt in range(6):
                if self._send(zpl):
                    break
                time.sleep(2**attempt)

    def _send(self, zpl: bytes) -> bool:
        try:
            with socket.create_connection(self._address, timeout=4) as printer:
                printer.sendall(zpl + b"~HS")
                return printer.recv(64).startswith(b"\x02")
        except OSError:
            return False
`,
  'services/labels/labels/reprint.py': text`
"""Prints one label again: reprint HB0000004711."""

import json
import sys
from urllib.request import Request, urlopen


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: reprint NUMBER")
    with urlopen(f"http://tracking:8082/parcels/{sys.argv[1]}", timeout=5) as answer:
        parcel = json.load(answer)
    request = Request("http://localhost:8083/labels", data=json.dumps(parcel).encode(), method="POST")
    with urlopen(request, timeout=5) as answer:
        print("job", json.load(answer)["job"])
`,
  'services/labels/tests/test_barcode.py': text`
import pytest

from labels.barcode import InvalidNumber, check_digit, encode


def test_check_digit_of_the_standard():
    assert check_digit("47312482") == 9


def test_starts_and_stops():
    symbols = encode("HB0000004711")
    assert symbols[0] == 105
    assert symbols[-1] == 106
    assert len(symbols) == 8


@pytest.mark.parametrize("number", ["", "4711", "HB47110000", "XX0000004711"])
def test_refuses_other_numbers(number):
    with pytest.raises(InvalidNumber):
        encode(number)
`,
  'services/labels/vendor/zpl/document.py': text`
# zpl-document 0.9.2, copied from upstream. Do not edit here.
"""Minimal ZPL II writer."""


class Document:
    def __init__(self, width, height):
        self._parts = ["^XA", "^CI28", "^PW%d" % width, "^LL%d" % height]

    def text(self, x, y, value, height=30):
        value = value.replace("^", " ").replace("~", " ")
        self._parts.append("^FO%d,%d^A0N,%d^FD%s^FS" % (x, y, height, value))

    def code128(self, x, y, symbols, height=200):
        value = ">;" + "".join("%02d" % s for s in symbols[1:-2])
        self._parts.append("^FO%d,%d^BY3^BCN,%d,N,N,N^FD%s^FS" % (x, y, height, value))

    def box(self, x, y, width, height, thickness=2):
        self._parts.append("^FO%d,%d^GB%d,%d,%d^FS" % (x, y, width, height, thickness))

    def bytes(self):
        return "\n".join([*self._parts, "^XZ"]).encode("utf-8")
`,
  'services/labels/vendor/zpl/graphics.py': text`
# zpl-document 0.9.2, copied from upstream. Do not edit here.
"""Bitmaps as ^GFA fields."""


def graphic_field(bitmap, width):
    row_bytes = (width + 7) // 8
    rows = [bitmap[i : i + row_bytes] for i in range(0, len(bitmap), row_bytes)]
    data = "".join(row.hex().upper() for row in rows)
    total = row_bytes * len(rows)
    return "^GFA,%d,%d,%d,%s" % (total, total, row_bytes, data)


def compress(data):
    out, i = [], 0
    while i < len(data):
        run = 1
        while i + run < len(data) and data[i + run] == data[i] and run < 20:
            run += 1
        out.append(("" if run == 1 else chr(ord("F") + run)) + data[i])
        i += run
    return "".join(out)
`,
};
