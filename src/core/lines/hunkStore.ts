/** Hunks by pair of blobs, as varints one behind the other; a pair never changes. */
export class HunkStore {
  private bytes = new Uint8Array(1 << 16);
  private used = 0;
  private readonly places = new Map<number, number>();
  /** Pairs that were here when the run began: what is added on the way is not planned for. */
  private readonly known = new Set<number>();

  /** Hunks of a pair as `LineDiff` gives them, null when they are not here. */
  get(before: number, after: number): number[] | null {
    const place = this.places.get(pairOf(before, after));
    if (place === undefined) return null;
    return decode(this.bytes, place);
  }

  /** Whether a pair was here from the start. */
  had(before: number, after: number): boolean {
    return this.known.has(pairOf(before, after));
  }

  put(before: number, after: number, hunks: readonly number[]): void {
    const most = (hunks.length + 1) * 5;
    if (this.used + most > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + most));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.places.set(pairOf(before, after), this.used);
    this.used = encode(hunks, this.bytes, this.used);
  }
}

function pairOf(before: number, after: number): number {
  return before * 2 ** 26 + after;
}

/** The number of hunks, then for each: unchanged lines before it, lines removed, lines added. */
function encode(hunks: readonly number[], bytes: Uint8Array, from: number): number {
  let at = write(hunks.length / 4, bytes, from);
  let end = 0;
  for (let hunk = 0; hunk < hunks.length; hunk += 4) {
    at = write((hunks[hunk] as number) - end, bytes, at);
    at = write(hunks[hunk + 1] as number, bytes, at);
    at = write(hunks[hunk + 3] as number, bytes, at);
    end = (hunks[hunk] as number) + (hunks[hunk + 1] as number);
  }
  return at;
}

function decode(bytes: Uint8Array, from: number): number[] {
  let at = from;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const hunks: number[] = [];
  let end = 0;
  let newEnd = 0;
  for (let left = read(); left > 0; left--) {
    const unchanged = read();
    const removed = read();
    const added = read();
    hunks.push(end + unchanged, removed, newEnd + unchanged, added);
    end += unchanged + removed;
    newEnd += unchanged + added;
  }
  return hunks;
}

function write(value: number, bytes: Uint8Array, from: number): number {
  let at = from;
  let left = value;
  while (left >= 128) {
    bytes[at++] = (left & 127) | 128;
    left >>>= 7;
  }
  bytes[at++] = left;
  return at;
}
