/** Files that the very same people own. */
export interface OwnedAlike {
  /** Each person once, in any order; none for files that nobody owns. */
  readonly owners: readonly number[];
  readonly files: number;
}

/** Files counted by who owns them: most files of a repository are owned by the same few sets of people. */
export class OwnerSets {
  /** By the person, or by all of them as text, lowest number first: most files have one owner, of whom nothing needs writing. */
  readonly #counts = new Map<number | string, OwnedAlike>();

  /** @param files negative ones are taken away */
  add(owners: readonly number[], files: number): void {
    const key = owners.length === 1 ? (owners[0] ?? 0) : owners.toSorted((one, other) => one - other).join(' ');
    const known = this.#counts.get(key);
    const count = (known?.files ?? 0) + files;
    if (count === 0) this.#counts.delete(key);
    else this.#counts.set(key, { owners: known?.owners ?? owners, files: count });
  }

  /** In no order that means anything. */
  get all(): IterableIterator<OwnedAlike> {
    return this.#counts.values();
  }
}
