import { IntColumn } from '../history/columns';
import { unzigzag, VarintReader, VarintWriter, zigzag } from './varints';

/**
 * Hunks by pair of blobs, written one behind the other: a pair never changes. For each pair the number of hunks, and for
 * each hunk the unchanged lines before it, the lines removed and the lines added.
 */
export class HunkStore {
  /** By pair, in the order they came: both blobs, and where the hunks are written. */
  private readonly befores = new IntColumn();
  private readonly afters = new IntColumn();
  private readonly places = new IntColumn();
  /** Open hash table over the pairs; a Map of so many would be dear to every collection of garbage. */
  private slots = new Int32Array(1 << 10).fill(-1);
  private readonly written = new VarintWriter();

  /** Pairs that are here. */
  get size(): number {
    return this.befores.length;
  }

  /** Hunks of a pair as `LineDiff` gives them, null when they are not here. */
  get(before: number, after: number): number[] | null {
    const pair = this.slots[this.slotOf(before, after)] as number;
    return pair < 0 ? null : readHunks(new VarintReader(this.written.bytes, this.places.at(pair)));
  }

  has(before: number, after: number): boolean {
    return (this.slots[this.slotOf(before, after)] as number) >= 0;
  }

  put(before: number, after: number, hunks: readonly number[]): void {
    if (this.has(before, after)) return;
    this.add(before, after, this.written.length);
    writeHunks(this.written, hunks);
  }

  /** The pairs with their hunks in the order they came, from one on. */
  *entries(first = 0): Generator<{ before: number; after: number; hunks: number[] }> {
    for (let pair = first; pair < this.size; pair++) {
      const hunks = readHunks(new VarintReader(this.written.bytes, this.places.at(pair)));
      yield { before: this.befores.at(pair), after: this.afters.at(pair), hunks };
    }
  }

  /** All pairs and their hunks. */
  encode(writer: VarintWriter): void {
    writer.write(this.size);
    let last = 0;
    let lastPlace = 0;
    for (let pair = 0; pair < this.size; pair++) {
      const before = this.befores.at(pair);
      // Blobs of neighbouring pairs were seen one after the other, so differences are small.
      writer.write(zigzag(before - last));
      writer.write(zigzag(this.afters.at(pair) - before));
      writer.write(this.places.at(pair) - lastPlace);
      last = before;
      lastPlace = this.places.at(pair);
    }
    writer.write(this.written.length);
    writer.append(this.written.bytes);
  }

  /** The reverse of {@link encode}. Throws RangeError for bytes it did not write. */
  static decode(reader: VarintReader): HunkStore {
    const store = new HunkStore();
    let place = 0;
    let before = 0;
    for (let left = reader.read(); left > 0; left--) {
      before += unzigzag(reader.read());
      const after = before + unzigzag(reader.read());
      place += reader.read();
      store.add(before, after, place);
    }
    store.written.append(reader.take(reader.read()));
    return store;
  }

  private add(before: number, after: number, place: number): void {
    if (this.size * 2 >= this.slots.length) this.rehash();
    this.slots[this.slotOf(before, after)] = this.size;
    this.befores.push(before);
    this.afters.push(after);
    this.places.push(place);
  }

  /** Where a pair stands in the table, or would. */
  private slotOf(before: number, after: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    const hash = Math.imul(before, 0x9e3779b1) ^ Math.imul(after, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let pair = slots[slot] as number; pair >= 0; pair = slots[slot] as number) {
      if (this.befores.at(pair) === before && this.afters.at(pair) === after) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let pair = 0; pair < this.size; pair++) {
      this.slots[this.slotOf(this.befores.at(pair), this.afters.at(pair))] = pair;
    }
  }
}

/** Writes hunks as they are stored. */
export function writeHunks(writer: VarintWriter, hunks: readonly number[]): void {
  writer.write(hunks.length / 4);
  let end = 0;
  for (let hunk = 0; hunk < hunks.length; hunk += 4) {
    writer.write((hunks[hunk] as number) - end);
    writer.write(hunks[hunk + 1] as number);
    writer.write(hunks[hunk + 3] as number);
    end = (hunks[hunk] as number) + (hunks[hunk + 1] as number);
  }
}

/** Reads hunks as they are stored. */
export function readHunks(reader: VarintReader): number[] {
  const hunks: number[] = [];
  let end = 0;
  let newEnd = 0;
  for (let left = reader.read(); left > 0; left--) {
    const unchanged = reader.read();
    const removed = reader.read();
    const added = reader.read();
    hunks.push(end + unchanged, removed, newEnd + unchanged, added);
    end += unchanged + removed;
    newEnd += unchanged + added;
  }
  return hunks;
}
