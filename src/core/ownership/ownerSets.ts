/** Files that the very same people own. */
interface OwnedAlike {
  /** Each person once; none for files that nobody owns. */
  readonly owners: readonly number[];
  readonly files: number;
}

/** The same with people told by their places, as they are counted with. */
interface OwnerSet {
  readonly owners: readonly number[];
  files: number;
}

/**
 * Files counted by who owns them: most files of a repository are owned by the same few sets of people. What is counted of people
 * and of sets is kept by their places, in the order in which they were seen first.
 */
export class OwnerSets {
  readonly people: number[] = [];
  /** Some may have no files any more. */
  readonly sets: OwnerSet[] = [];
  /** Of each person. */
  readonly setsOf: number[][] = [];
  /** Of each person, owned alone or with others. */
  readonly filesOf: number[] = [];
  /** Those that somebody owns. */
  files = 0;
  readonly #placeOf = new Map<number, number>();
  /** By the person, or by all of them as text, lowest number first: most files have one owner, of whom nothing needs writing. */
  readonly #setOf = new Map<number | string, OwnerSet>();

  /** @param files negative ones are taken away */
  add(owners: readonly number[], files: number): void {
    const key = owners.length === 1 ? (owners[0] ?? 0) : owners.toSorted((one, other) => one - other).join(' ');
    const set = this.#setOf.get(key) ?? this.#newSet(key, owners);
    set.files += files;
    if (owners.length > 0) this.files += files;
    for (const place of set.owners) this.filesOf[place] = (this.filesOf[place] ?? 0) + files;
  }

  get all(): readonly OwnedAlike[] {
    return this.sets
      .filter(({ files }) => files > 0)
      .map(({ owners, files }) => ({ owners: owners.map(place => this.people[place] ?? 0), files }));
  }

  filesOfPerson(person: number): number {
    return this.filesOf[this.#placeOf.get(person) ?? -1] ?? 0;
  }

  /** Files that those people own and nobody else. */
  filesOfOnly(people: Iterable<number>): number {
    const gone = new Uint8Array(this.people.length);
    for (const person of people) gone[this.#placeOf.get(person) ?? gone.length] = 1;
    let sum = 0;
    for (const { owners, files } of this.sets) {
      if (owners.length > 0 && owners.every(owner => gone[owner] === 1)) sum += files;
    }
    return sum;
  }

  #newSet(key: number | string, owners: readonly number[]): OwnerSet {
    const places = owners.map(person => this.#place(person));
    const set = { owners: places, files: 0 };
    for (const place of places) this.setsOf[place]?.push(this.sets.length);
    this.sets.push(set);
    this.#setOf.set(key, set);
    return set;
  }

  #place(person: number): number {
    const known = this.#placeOf.get(person);
    if (known !== undefined) return known;
    const place = this.people.push(person) - 1;
    this.setsOf.push([]);
    this.filesOf.push(0);
    this.#placeOf.set(person, place);
    return place;
  }
}
