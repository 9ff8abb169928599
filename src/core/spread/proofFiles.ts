import { isProse } from '../components/placeKind';
import { nameOf } from '../components/repositoryPath';
import type { Component, Snapshot } from '../model';
import { checklistFolder } from './checklistMarks';

/** Where work shows that a person knows a component. */
export interface ProofFiles {
  /** Files that it is made of. What is only to be read is none of them, but where the component is documentation. */
  readonly files: readonly string[];
  readonly runbooks: ReadonlySet<string>;
}

/** The files of a component in which changes count, apart from its runbooks; checklists never do. */
export function proofFiles({ id, kind, runbooks }: Component, { files }: Snapshot): ProofFiles {
  const pages = new Set(runbooks);
  const counts = (path: string): boolean =>
    !pages.has(path) && !path.startsWith(`${checklistFolder}/`) && (kind === 'documentation' || !isProse(nameOf(path)));
  return {
    files: files.flatMap(({ path, component }) => (component === id && counts(path) ? [path] : [])),
    runbooks: pages,
  };
}
