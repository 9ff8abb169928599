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

  /** Takes bytes over as they are. */
  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
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
      if (byte === undefined) throw new RangeError('The stored lines end too early.');
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** The next bytes, without a copy. */
  take(length: number): Uint8Array {
    if (this.at + length > this.buffer.length) throw new RangeError('The stored lines end too early.');
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }
}

/** Small numbers of either sign as small numbers. */
export function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

export function unzigzag(value: number): number {
  return (value >>> 1) ^ -(value & 1);
}
