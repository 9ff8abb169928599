const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/**
 * Numbers for lines: two lines have the same number when they are the same without their white space (space, tab,
 * carriage return, as `git blame -w` compares). Lines are known by two hashes of 32 bits; nothing else of them is kept.
 */
export class LineTable {
  /** Lines numbered so far. */
  size = 0;

  private slots = new Int32Array(1 << 12).fill(-1);
  private firstHashes = new Int32Array(1 << 11);
  private secondHashes = new Int32Array(1 << 11);

  /** Forgets all lines. */
  clear(): void {
    this.size = 0;
    // A table that grew for one long history would be dear to clear for each short one.
    if (this.slots.length > 1 << 16) {
      this.slots = new Int32Array(1 << 12);
      this.firstHashes = new Int32Array(1 << 11);
      this.secondHashes = new Int32Array(1 << 11);
    }
    this.slots.fill(-1);
  }

  /** Where the line after the one read last starts. */
  end = 0;

  /** The number of the line that starts at `from`; one that ends at `to` needs no line feed. */
  read(bytes: Uint8Array, from: number, to: number): number {
    let first = 0x811c9dc5 | 0;
    let second = 0;
    let place = from;
    while (place < to) {
      const byte = bytes[place++] as number;
      if (byte === lineFeed) break;
      if (byte === space || byte === tab || byte === carriageReturn) continue;
      first = Math.imul(first ^ byte, 0x01000193);
      second = (Math.imul(second, 0x2c1b3c6d) + byte + 1) | 0;
    }
    this.end = place;
    return this.find(first, second);
  }

  private find(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let slot = mixed(first ^ second) & mask;
    for (let known = this.slots[slot] as number; known >= 0; known = this.slots[slot] as number) {
      if (this.firstHashes[known] === first && this.secondHashes[known] === second) return known;
      slot = (slot + 1) & mask;
    }
    return this.add(first, second, slot);
  }

  private add(first: number, second: number, slot: number): number {
    const index = this.size++;
    if (index === this.firstHashes.length) this.grow();
    this.firstHashes[index] = first;
    this.secondHashes[index] = second;
    if (this.size * 2 > this.slots.length) this.rehash();
    else this.slots[slot] = index;
    return index;
  }

  private grow(): void {
    const first = new Int32Array(this.firstHashes.length * 2);
    const second = new Int32Array(first.length);
    first.set(this.firstHashes);
    second.set(this.secondHashes);
    this.firstHashes = first;
    this.secondHashes = second;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      let slot = mixed((this.firstHashes[index] as number) ^ (this.secondHashes[index] as number)) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.slots = slots;
  }
}

function mixed(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return folded ^ (folded >>> 13);
}
