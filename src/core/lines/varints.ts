const tooShort = 'The stored lines end too early.';

/** Numbers from 0 to 2³²−1 as one to five bytes, seven bits each, the lowest first; in a buffer that grows. */
export class VarintWriter {
  private buffer = new Uint8Array(1 << 12);
  private used = 0;

  /** What was written, without a copy. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.used);
  }

  get length(): number {
    return this.used;
  }

  write(value: number): void {
    this.reserve(5);
    let left = value >>> 0;
    while (left >= 128) {
      this.buffer[this.used++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.buffer[this.used++] = left;
  }

  /** Writes numbers one behind the other. */
  writeAll(values: Int32Array): void {
    this.reserve(values.length * 5);
    const { buffer } = this;
    let { used } = this;
    for (let at = 0; at < values.length; at++) {
      let left = (values[at] as number) >>> 0;
      while (left >= 128) {
        buffer[used++] = (left & 127) | 128;
        left >>>= 7;
      }
      buffer[used++] = left;
    }
    this.used = used;
  }

  /** Takes bytes over as they are. */
  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** Goes on at the next multiple of so many bytes, where numbers can be laid over what is read. */
  align(size: number): void {
    while (this.used % size !== 0) this.write(0);
  }

  private reserve(bytes: number): void {
    if (this.used + bytes <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used + bytes));
    larger.set(this.bytes);
    this.buffer = larger;
  }
}

/** Reads what a {@link VarintWriter} wrote. Throws RangeError past the end. */
export class VarintReader {
  constructor(
    private readonly buffer: Uint8Array,
    public at = 0,
  ) {}

  read(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.buffer[this.at++];
      if (byte === undefined) throw new RangeError(tooShort);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** The next numbers; those from 2³¹ on come out negative. */
  readAll(count: number): Int32Array {
    // Each takes a byte at least: a count that is garbage must not ask for gigabytes.
    if (count > this.buffer.length - this.at) throw new RangeError(tooShort);
    const values = new Int32Array(count);
    const { buffer } = this;
    let { at } = this;
    for (let index = 0; index < count; index++) {
      let byte = buffer[at++] as number;
      let value = byte & 127;
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = buffer[at++] as number;
        value |= (byte & 127) << shift;
      }
      values[index] = value;
    }
    if (at > buffer.length) throw new RangeError(tooShort);
    this.at = at;
    return values;
  }

  /** Goes on where the writer did, see {@link VarintWriter.align}. */
  align(size: number): void {
    this.at = Math.ceil(this.at / size) * size;
  }

  /** The next numbers of 32 bits, without a copy; call {@link align} before. */
  takeInts(count: number): Int32Array {
    const { buffer, byteOffset } = this.buffer;
    const start = this.at;
    this.skip(count * Int32Array.BYTES_PER_ELEMENT);
    return new Int32Array(buffer, byteOffset + start, count);
  }

  /** The next bytes, without a copy. */
  take(length: number): Uint8Array {
    this.skip(length);
    return this.buffer.subarray(this.at - length, this.at);
  }

  private skip(length: number): void {
    if (this.at + length > this.buffer.length) throw new RangeError(tooShort);
    this.at += length;
  }
}

/** Small numbers of either sign as small numbers. */
export function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

export function unzigzag(value: number): number {
  return (value >>> 1) ^ -(value & 1);
}
