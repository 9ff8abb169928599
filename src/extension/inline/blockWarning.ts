import type * as vscode from 'vscode';
import { type Explanation, explainBlock } from '../explanations';
import { backupOf, blockText, shownBlocks } from '../orphanedBlocks';
import { baseName } from '../snapshotIndex';
import type { Snapshots } from '../snapshots';
import { type Reference, referenceTo } from '../target';
import { translate } from '../text';

/** What is shown at a block whose only author left or went quiet. */
export interface BlockWarning {
  /** Its first line, all of it. */
  readonly range: vscode.Range;
  readonly text: string;
  readonly reference: Reference;
  readonly explain: () => readonly Explanation[];
}

/** Empty where nothing needs to be said, or the document is not as it was analysed. */
export function blockWarningsFor(document: vscode.TextDocument, snapshots: Snapshots): readonly BlockWarning[] {
  const found = snapshots.file(document.uri);
  if (found === undefined || found.file.orphanedBlocks.length === 0) return [];
  const { file, location } = found;
  const { index, state } = location;
  const { isDirty, lineCount } = document;
  const endsWithLineFeed = lineCount > 1 && document.lineAt(lineCount - 1).text === '';
  return shownBlocks(file, index, { isDirty, lineCount, endsWithLineFeed }).map(block => ({
    range: document.lineAt(block.line - 1).range,
    text: blockText(block, index.snapshot.people, translate),
    reference: referenceTo({ repository: state, index, component: index.componentOf(file) ?? null, file }),
    explain: () => [explainBlock(block, baseName(file.path), backupOf(file, index), index)],
  }));
}
