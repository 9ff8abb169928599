import type { FileOwnership, OrphanedBlock, Person, PersonId } from '../core/model';
import { fileOwners } from '../core/ownership/fileOwners';
import { personName } from '../core/report/names';
import { wholeNumber } from '../core/report/numbers';
import type { Translate } from '../core/report/translate';
import { isRiskAccepted } from './singlePoint';
import type { SnapshotIndex } from './snapshotIndex';

/** How an editor counts the lines of its document. */
export interface DocumentShape {
  readonly isDirty: boolean;
  readonly lineCount: number;
  /** An editor counts the empty line behind a last line feed, git does not. */
  readonly endsWithLineFeed: boolean;
}

/**
 * The blocks to show in a document: none while it differs from what was analysed, since their lines may have moved, and
 * none where its first line says already that nobody active knows the file.
 */
export function shownBlocks(
  file: FileOwnership,
  index: SnapshotIndex,
  { isDirty, lineCount, endsWithLineFeed }: DocumentShape,
): readonly OrphanedBlock[] {
  const isAsAnalysed = !isDirty && (endsWithLineFeed ? lineCount - 1 : lineCount) === file.lines;
  const isTold = file.state === 'sole' || file.state === 'shared';
  return isAsAnalysed && isTold && !isRiskAccepted(file, index) ? file.orphanedBlocks : [];
}

/** The line a block gets in its editor. */
export function blockText({ lines, person }: OrphanedBlock, people: readonly Person[], translate: Translate): string {
  return translate('Known by nobody active: {lines} lines by {person}', {
    lines: wholeNumber(lines, translate),
    person: personName(person, people, translate),
  });
}

/** Best placed to take a block over: who knows most of the rest of the file, else the backup of its component. */
export function backupOf(file: FileOwnership, index: SnapshotIndex): PersonId | null {
  const owner = fileOwners(file)[0]?.person;
  return owner ?? index.componentOf(file)?.backup?.person ?? null;
}
