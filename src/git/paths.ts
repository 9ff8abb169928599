import { Buffer, isUtf8 } from 'node:buffer';

/**
 * The path as text. Git stores bytes: valid UTF-8 is taken as it is, each byte that is not part of a valid sequence is
 * shown as `\xNN` with two capital hex digits. Total: any bytes have a text. Not injective: a name that spells `\xE9`
 * out looks like one that holds the byte.
 * @param bytes a Buffer, or a string with one character a byte (`latin1`)
 */
export function decodePath(bytes: Uint8Array | string): string {
  if (typeof bytes === 'string') {
    // Almost every path is plain ASCII, where the text is the bytes.
    return /[\u0080-\u00ff]/.test(bytes) ? decodePath(Buffer.from(bytes, 'latin1')) : bytes;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  let text = '';
  let validFrom = 0;
  let at = 0;
  while (at < buffer.length) {
    const length = sequenceLength(buffer, at);
    if (length === 0) {
      text += `${buffer.toString('utf8', validFrom, at)}\\x${hex(buffer[at] ?? 0)}`;
      validFrom = at + 1;
    }
    at += Math.max(length, 1);
  }
  return text + buffer.toString('utf8', validFrom);
}

/** Length of the UTF-8 sequence that starts here, 0 when none does. */
function sequenceLength(buffer: Buffer, at: number): number {
  const first = buffer[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  // The rules on overlong forms and surrogates are Node's to know.
  return at + length <= buffer.length && isUtf8(buffer.subarray(at, at + length)) ? length : 0;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
