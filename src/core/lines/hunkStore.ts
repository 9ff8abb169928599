import { unzigzag, VarintReader, VarintWriter, zigzag } from './varints';

/**
 * Hunks by pair of blobs, written one behind the other: a pair never changes. For each pair the number of hunks, and for
 * each hunk the unchanged lines before it, the lines removed and the lines added.
 */
export class HunkStore {
  private readonly places = new Map<number, number>();
  private readonly written = new VarintWriter();

  /** Pairs that are here. */
  get size(): number {
    return this.places.size;
  }

  /** Hunks of a pair as `LineDiff` gives them, null when they are not here. */
  get(before: number, after: number): number[] | null {
    const place = this.places.get(pairOf(before, after));
    return place === undefined ? null : readHunks(new VarintReader(this.written.bytes, place));
  }

  has(before: number, after: number): boolean {
    return this.places.has(pairOf(before, after));
  }

  put(before: number, after: number, hunks: readonly number[]): void {
    this.places.set(pairOf(before, after), this.written.length);
    writeHunks(this.written, hunks);
  }

  /** Every pair with its hunks, in the order they came. */
  *entries(): Generator<{ before: number; after: number; hunks: number[] }> {
    for (const [pair, place] of this.places) {
      const hunks = readHunks(new VarintReader(this.written.bytes, place));
      yield { before: Math.floor(pair / pairBase), after: pair % pairBase, hunks };
    }
  }

  /** All pairs and their hunks. */
  encode(writer: VarintWriter): void {
    writer.write(this.places.size);
    let lastPlace = 0;
    let last = 0;
    for (const [pair, place] of this.places) {
      const before = Math.floor(pair / pairBase);
      // Blobs of neighbouring pairs were seen one after the other, so differences are small.
      writer.write(zigzag(before - last));
      writer.write(zigzag((pair % pairBase) - before));
      writer.write(place - lastPlace);
      last = before;
      lastPlace = place;
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
      store.places.set(pairOf(before, after), place);
    }
    store.written.append(reader.take(reader.read()));
    return store;
  }
}

const pairBase = 2 ** 26;

function pairOf(before: number, after: number): number {
  return before * pairBase + after;
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
