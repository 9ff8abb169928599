import * as vscode from 'vscode';
import type { Place } from '../../core/runbooks/place';

/** Where a finding stands in an editor, which counts from 0. */
export function rangeOf({ line, column, endLine, endColumn }: Place): vscode.Range {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}
