/** Numbers from 0 sorted into buckets, each in ascending order. */
export class Buckets {
  readonly #starts: Int32Array;
  readonly #items: Int32Array;

  /** @param bucketOf −1 for a number that is in none */
  constructor(count: number, buckets: number, bucketOf: (item: number) => number) {
    const starts = new Int32Array(buckets + 1);
    for (let item = 0; item < count; item++) {
      const next = bucketOf(item) + 1;
      if (next > 0) {
        starts[next] = (starts[next] ?? 0) + 1;
      }
    }
    for (let bucket = 0; bucket < buckets; bucket++) {
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
    }
    const place = starts.slice();
    this.#starts = starts;
    this.#items = new Int32Array(starts[buckets] ?? 0);
    for (let item = 0; item < count; item++) {
      const bucket = bucketOf(item);
      if (bucket >= 0) {
        const target = place[bucket] ?? 0;
        place[bucket] = target + 1;
        this.#items[target] = item;
      }
    }
  }

  at(bucket: number): Int32Array {
    return this.#items.subarray(this.#starts[bucket], this.#starts[bucket + 1]);
  }
}
