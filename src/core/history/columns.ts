/** A typed array that grows by doubling. Reading past the end gives 0. */
abstract class Column<T extends Int32Array | Uint8Array | Float64Array> {
  protected used = 0;

  constructor(protected buffer: T) {}

  get length(): number {
    return this.used;
  }

  /** The used part, without a copy. Valid until the next push. */
  get values(): T {
    return this.buffer.subarray(0, this.used) as T;
  }

  at(index: number): number {
    return this.buffer[index] ?? 0;
  }

  push(value: number): void {
    if (this.used === this.buffer.length) {
      this.grow(this.used + 1);
    }
    this.buffer[this.used++] = value;
  }

  /** Writes a value at any place; what was skipped holds 0. */
  put(index: number, value: number): void {
    if (index >= this.buffer.length) {
      this.grow(index + 1);
    }
    this.used = Math.max(this.used, index + 1);
    this.buffer[index] = value;
  }

  /** Replaces everything by the values given. */
  load(values: T): void {
    this.buffer = values;
    this.used = values.length;
  }

  protected grow(least: number): void {
    const larger = this.allocate(Math.max(1024, this.buffer.length * 2, least));
    larger.set(this.values);
    this.buffer = larger;
  }

  protected abstract allocate(length: number): T;
}

export class IntColumn extends Column<Int32Array> {
  constructor() {
    super(new Int32Array(0));
  }

  /** For columns of ends: where the stretch of an index starts. */
  startOf(index: number): number {
    return index === 0 ? 0 : this.at(index - 1);
  }

  last(): number {
    return this.used === 0 ? 0 : this.at(this.used - 1);
  }

  addToLast(amount: number): void {
    this.buffer[this.used - 1] = this.last() + amount;
  }

  protected override allocate(length: number): Int32Array {
    return new Int32Array(length);
  }
}

export class FloatColumn extends Column<Float64Array> {
  constructor() {
    super(new Float64Array(0));
  }

  protected override allocate(length: number): Float64Array {
    return new Float64Array(length);
  }
}

export class ByteColumn extends Column<Uint8Array> {
  constructor() {
    super(new Uint8Array(0));
  }

  /** Sets bits of the last value. */
  orLast(bits: number): void {
    this.buffer[this.used - 1] = this.at(this.used - 1) | bits;
  }

  append(bytes: Uint8Array): void {
    if (this.used + bytes.length > this.buffer.length) {
      this.grow(this.used + bytes.length);
    }
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
  }

  protected override allocate(length: number): Uint8Array {
    return new Uint8Array(length);
  }
}
