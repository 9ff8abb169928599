import * as vscode from 'vscode';
import type { State } from '../../core/model';

/** What a row shows of a state, by its form; single points have a colour, too. */
export function stateIcon(state: State, isSinglePointToSee: boolean): vscode.ThemeIcon {
  switch (state) {
    case 'sole':
      return new vscode.ThemeIcon(
        'person',
        isSinglePointToSee ? new vscode.ThemeColor('list.warningForeground') : undefined,
      );
    case 'orphaned':
      return new vscode.ThemeIcon(
        'circle-slash',
        isSinglePointToSee ? new vscode.ThemeColor('list.errorForeground') : undefined,
      );
    case 'shared':
      return new vscode.ThemeIcon('organization');
    case 'unknown':
      return new vscode.ThemeIcon('question');
  }
}
