import type { Proof } from '../progress';
import type { BackupEdit } from './backupEdits';
import { substance } from './substance';

/** So many changes prove it alone. */
const enoughChanges = 2;

export interface ProofQuestion {
  /** Edits of one person in files of one component and its runbooks, oldest first. */
  readonly edits: readonly BackupEdit[];
  /** Paths of its runbooks. */
  readonly runbooks: ReadonlySet<string>;
  /** A version by its name in an edit; null for what could not be read. */
  readonly textOf: (version: string) => string | null;
  readonly drill: boolean;
}

/**
 * What the edits of a backup prove: those that changed a file in substance and were not undone. A commit counts once. An edit
 * of which a version cannot be read proves nothing.
 */
export function proofOf({ edits, runbooks, textOf, drill }: ProofQuestion): Proof {
  const changes = new Set<string>();
  const runbookEdits = new Set<string>();
  for (const { sha, path } of lasting(edits, textOf)) {
    if (runbooks.has(path)) runbookEdits.add(sha);
    else changes.add(sha);
  }
  const mended = changes.size >= 1 && runbookEdits.size >= 1 && drill;
  return {
    changes: [...changes],
    runbookEdits: [...runbookEdits],
    drill,
    holds: changes.size >= enoughChanges || mended,
  };
}

interface Substantial extends BackupEdit {
  readonly was: string;
  readonly is: string;
}

/** Edits in substance, without those that a later one took back to what had been. */
function lasting(edits: readonly BackupEdit[], textOf: ProofQuestion['textOf']): readonly BackupEdit[] {
  const byPath = new Map<string, Substantial[]>();
  for (const edit of edits) {
    const after = textOf(edit.after);
    const before = edit.before === null ? '' : textOf(edit.before);
    if (after === null || before === null) continue;
    const was = substance(edit.path, before);
    const is = substance(edit.path, after);
    if (was === is) continue;
    const standing = byPath.get(edit.path) ?? [];
    const undone = standing.findIndex(earlier => earlier.was === is);
    byPath.set(edit.path, undone < 0 ? [...standing, { ...edit, was, is }] : standing.slice(0, undone));
  }
  const left = new Set([...byPath.values()].flat().map(({ after }) => after));
  return edits.filter(({ after }) => left.has(after));
}
