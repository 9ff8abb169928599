/** What stands in the way, with the values it has; `core/report/limits.ts` has the words. */
export type LimitCode =
  /** {commits} history is cut off. */
  | 'shallow'
  /** {} blobs are fetched on demand: content renames are not followed. */
  | 'partial'
  /** {objects} objects are missing: renames there are found by identity only. */
  | 'missingObjects'
  /** {share} of the files have no active owner, and do not count in the truck factors but that by authorship. */
  | 'abandoned'
  /** {commits} too few commits to tell. */
  | 'young'
  /** {} one person made every commit. */
  | 'singleAuthor'
  /** {share, date} of the files came in one commit then and were not changed since. */
  | 'imported'
  /** {} line ownership could not be found out: lines are not known. */
  | 'noLines'
  /** {share} of the lines are of commits that cannot be told. */
  | 'unknownLines'
  /** {date} the last commit is old; people are judged as of that day. */
  | 'stale'
  /** {path, problem, …its values} a settings file could not be read; the problem is a `FileProblemCode`. */
  | 'settings';
