/**
 * The files of a repository as the analysis sees them: the work tree where there is one, else the tree at HEAD.
 * A port: `analysis` has the two adapters, tests pass plain maps.
 */
export interface RepositoryFiles {
  /** Every tracked path (and, in a work tree, untracked ones that are not ignored), sorted, `/` between parts. */
  readonly paths: readonly string[];
  /** Content by path, of those that were asked for and could be read; never more than 1 MiB each. */
  readonly texts: ReadonlyMap<string, string>;
}
