/**
 * A set of object ids, each with a number: packed bytes and an open hash table over them. As text in a Map the ids of
 * git's own history alone would take 700 MB.
 */
export class ObjectIds {
  private bytes: Uint8Array;
  private table = new Int32Array(1024).fill(-1);
  private count = 0;
  private readonly scratch: Uint8Array;

  /** @param shaLength bytes of an id: 20, or 32 with SHA-256 */
  constructor(readonly shaLength: 20 | 32) {
    this.bytes = new Uint8Array(shaLength * 512);
    this.scratch = new Uint8Array(shaLength);
  }

  get size(): number {
    return this.count;
  }

  /** The ids, one behind the other, without a copy. */
  get packed(): Uint8Array {
    return this.bytes.subarray(0, this.count * this.shaLength);
  }

  /** The number of an id, new or known. The bytes are those of the id at `offset`. */
  add(source: Uint8Array, offset = 0): number {
    const slot = this.slotOf(source, offset);
    const known = this.table[slot] as number;
    return known >= 0 ? known : this.insert(source, offset, slot);
  }

  /** The number of an id written in hexadecimal, new or known. */
  addHex(hex: string): number {
    const { scratch } = this;
    for (let at = 0; at < scratch.length; at++) {
      scratch[at] = (digit(hex.charCodeAt(at * 2)) << 4) | digit(hex.charCodeAt(at * 2 + 1));
    }
    return this.add(scratch);
  }

  /** Adds ids that stand one behind the other and are new. */
  addAll(packed: Uint8Array): void {
    const count = packed.length / this.shaLength;
    const bytes = new Uint8Array(Math.max(this.bytes.length, (this.count + count) * 2 * this.shaLength));
    bytes.set(this.packed);
    bytes.set(packed, this.count * this.shaLength);
    this.bytes = bytes;
    this.count += count;
    let slots = this.table.length;
    while (slots < this.count * 2) slots *= 2;
    this.rehash(slots);
  }

  /** The id with this number, in hexadecimal. */
  hex(index: number): string {
    let text = '';
    for (let at = index * this.shaLength; at < (index + 1) * this.shaLength; at++) {
      text += hexOf[this.bytes[at] as number];
    }
    return text;
  }

  /** The bytes of the id with this number, without a copy. */
  at(index: number): Uint8Array {
    return this.bytes.subarray(index * this.shaLength, (index + 1) * this.shaLength);
  }

  /** Negative where the first id comes before the other in the order of their bytes. */
  compare(one: number, other: number): number {
    const { bytes, shaLength } = this;
    const start = one * shaLength;
    const otherStart = other * shaLength;
    let at = 0;
    while (at < shaLength && bytes[start + at] === bytes[otherStart + at]) at++;
    return at === shaLength ? 0 : (bytes[start + at] as number) - (bytes[otherStart + at] as number);
  }

  /** The ids with some numbers, one behind the other. */
  pick(numbers: readonly number[]): Uint8Array {
    const { bytes, shaLength } = this;
    const picked = new Uint8Array(numbers.length * shaLength);
    // Stretches, of which there are mostly few: byte by byte is slow until it has been compiled.
    for (let start = 0; start < numbers.length; ) {
      const first = numbers[start] as number;
      let end = start + 1;
      while (end < numbers.length && numbers[end] === first + end - start) end++;
      picked.set(bytes.subarray(first * shaLength, (first + end - start) * shaLength), start * shaLength);
      start = end;
    }
    return picked;
  }

  /** Where in the table an id is, or would be. */
  private slotOf(source: Uint8Array, offset: number): number {
    const { bytes, shaLength, table } = this;
    const mask = table.length - 1;
    // An id is a hash already: its first bytes choose the slot.
    let slot = firstBytes(source, offset) & mask;
    for (let known = table[slot] as number; known >= 0; known = table[slot] as number) {
      const start = known * shaLength;
      let same = 0;
      while (same < shaLength && bytes[start + same] === source[offset + same]) same++;
      if (same === shaLength) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private insert(source: Uint8Array, offset: number, slot: number): number {
    const index = this.count++;
    if (this.count * this.shaLength > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let at = 0; at < this.shaLength; at++) {
      this.bytes[index * this.shaLength + at] = source[offset + at] as number;
    }
    this.table[slot] = index;
    if (this.count * 2 > this.table.length) this.rehash(this.table.length * 2);
    return index;
  }

  private rehash(slots: number): void {
    const table = new Int32Array(slots).fill(-1);
    const mask = table.length - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = firstBytes(this.bytes, index * this.shaLength) & mask;
      while ((table[slot] as number) >= 0) slot = (slot + 1) & mask;
      table[slot] = index;
    }
    this.table = table;
  }
}

/** Bytes of an object id that is written in hexadecimal. */
export function shaLengthOf(hex: string): 20 | 32 {
  return hex.length === 64 ? 32 : 20;
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A hexadecimal digit in lower case, by its character code. */
function digit(code: number): number {
  return code <= 57 ? code - 48 : code - 87;
}

function firstBytes(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}
