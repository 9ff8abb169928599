import type { LineOwnership } from '../core/lines/lineOwnership';
import type { Component, Person, Snapshot } from '../core/model';
import type { PreparedSnapshot } from '../core/snapshot';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import type { AnalysisCallbacks } from './client';
import type { KnownHistory } from './historyFile';
import type { LineRequest } from './lines/lineRequest';
import type { SourceFiles } from './sourceFiles';

/** What the last analysis of a path left, for questions about it. */
export interface Analysed extends Omit<PreparedSnapshot, 'make'> {
  readonly git: Git;
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly paths: readonly string[];
  readonly files: SourceFiles;
  readonly known: KnownHistory;
  /** Null before they are known. */
  readonly lines: LineOwnership | null;
  /** Asks for the lines of that head. */
  readonly lineRequest: Omit<LineRequest, 'signal'>;
}

/** How a question is answered that may need an analysis. */
export interface QuestionCallbacks {
  readonly signal: AbortSignal;
  readonly onProgress?: AnalysisCallbacks['onProgress'];
  readonly beforeLines?: AnalysisCallbacks['beforeLines'] | undefined;
  readonly again?: boolean;
}

/** A component by its id. Throws GitError `failed`, with some that there are. */
export function componentIn({ components }: Snapshot, wanted: string): Component {
  const component = components.find(({ id }) => id === wanted);
  if (!component) {
    const some = components.slice(0, 12).map(({ id }) => id);
    throw new GitError('failed', 'There is no component "{wanted}". Some that there are: {some}.', {
      values: { wanted, some: some.join(', ') },
    });
  }
  return component;
}

/** The person with an address. Throws GitError `failed`. */
export function personWith(address: string, { people }: Snapshot): Person {
  const found = people.find(({ email, aliases }) => email === address || aliases.includes(address));
  if (!found) {
    throw new GitError('failed', 'This person is not in the history any more. Refresh, and ask again.');
  }
  return found;
}
