/** Who a file of the repository says owns a path. */
export interface StatedRule {
  /** `@user`, `@organisation/team`, addresses, names of groups; empty where the rule takes owners away. */
  readonly owners: readonly string[];
  /** Those that are teams, as written, without the `@`. */
  readonly teams: readonly string[];
  /** From 1. */
  readonly line: number;
}

/** The owners that CODEOWNERS states, or OWNERS files. What is stated makes nobody an owner here; see `teamReasons`. */
export interface StatedOwners {
  /** Every team that is named anywhere, as written, without the `@`. */
  readonly teams: readonly string[];
  /** The rule that counts for a path; null where none does. */
  ownersOf(path: string): StatedRule | null;
}
