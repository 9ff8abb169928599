/** In a run: no commit is known to own these lines, because a part of the history is not here. */
export const unknownCommit = -1;

/** The lines of one text file at the head. */
export interface FileLines {
  /** As git lists it, see `decodePath`. */
  readonly path: string;
  /** Lines as blame counts them: a last line without a line feed is one. */
  readonly lines: number;
  /**
   * Who last changed them, top to bottom, in pairs: a number of lines (at least 1), then the index of the commit in
   * {@link LineOwnership.commits}, or {@link unknownCommit}. Neighbours differ in commit.
   */
  readonly runs: Int32Array;
}

/** The commit that `git blame -w` names, for every line of every text file at a head. */
export interface LineOwnership {
  /** Object id of the commit all this is about. */
  readonly head: string;
  /** Bytes of an object id: 20, or 32 with SHA-256. */
  readonly shaLength: 20 | 32;
  /** The ids, as bytes one behind the other, of the commits that own lines, and after an update of some that own none. */
  readonly commits: Uint8Array;
  /** In the order of the tree. Binary files, links and submodules are not here; empty files are, without runs. */
  readonly files: readonly FileLines[];
}
