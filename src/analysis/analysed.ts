import type { Snapshot } from '../core/model';
import type { Git } from '../git/git';
import type { KnownHistory } from './historyFile';
import type { SourceFiles } from './sourceFiles';

/** What the last analysis of a path left, for questions about it. */
export interface Analysed {
  readonly git: Git;
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly paths: readonly string[];
  readonly files: SourceFiles;
  readonly known: KnownHistory;
}
