/** Arrays kept for the next use, by size class, so that millions of short-lived ones are no work for the collector. */
export class Pool<T extends { readonly length: number }> {
  private readonly free: T[][] = [];

  constructor(private readonly create: (length: number) => T) {}

  /** An array with room for at least so many elements; what it holds is left over from others. */
  take(length: number): T {
    const size = sizeClass(length);
    return this.free[size]?.pop() ?? this.create(2 ** size);
  }

  /** Takes an array back; nobody may use it any more. */
  give(array: T): void {
    const size = sizeClass(array.length);
    const list = this.free[size];
    if (list === undefined) this.free[size] = [array];
    else if (list.length << size < keptElements) list.push(array);
  }
}

/** So many elements of each size class are kept at most. */
const keptElements = 1 << 22;

/** Small arrays share a class. */
const smallest = 6;

function sizeClass(length: number): number {
  // Of none, one less would be the largest number there is.
  return length <= 1 ? smallest : Math.max(smallest, 32 - Math.clz32(length - 1));
}
