import type * as vscode from 'vscode';
import type { FileOwnership } from '../../core/model';
import { type Explanation, explainComponent, explainFile } from '../explanations';
import { isWarned } from '../singlePoint';
import { baseName } from '../snapshotIndex';
import type { Snapshots } from '../snapshots';
import { type Reference, referenceTo } from '../target';
import { translate } from '../text';
import { warningText } from '../wording';

/** What is shown at a file that one person or nobody knows. */
export interface FileWarning {
  readonly file: FileOwnership;
  readonly text: string;
  readonly reference: Reference;
  /** Why: of the file, and of its component. */
  readonly explain: () => readonly Explanation[];
}

/** Undefined for a file that needs none: shared, accepted, untracked, excluded, or of another scheme than `file`. */
export function warningFor(uri: vscode.Uri, snapshots: Snapshots): FileWarning | undefined {
  const found = snapshots.file(uri);
  if (found === undefined) return undefined;
  const { file, location } = found;
  const { index, state } = location;
  if (!isWarned(file, index)) return undefined;
  const component = index.componentOf(file) ?? null;
  return {
    file,
    text: warningText(file, index.snapshot.people, translate),
    reference: referenceTo({ repository: state, index, component, file }),
    explain: () => {
      const ofFile = explainFile(file, baseName(file.path), index);
      if (component === null) return [ofFile];
      return [ofFile, explainComponent(component, index)];
    },
  };
}
