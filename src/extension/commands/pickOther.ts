import * as vscode from 'vscode';

/** What to choose from, and how it is asked. */
export interface Choices<Item extends vscode.QuickPickItem> {
  readonly items: readonly Item[];
  readonly isNow: (item: Item) => boolean;
  readonly title: string;
  readonly placeHolder?: string;
}

/** Picks one of several where one is in force, from which the keyboard starts; undefined when the person leaves it. */
export function pickOther<Item extends vscode.QuickPickItem>(choices: Choices<Item>): Promise<Item | undefined> {
  const { items, isNow, title, placeHolder } = choices;
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = title;
  picker.placeholder = placeHolder;
  picker.items = items.map(item => (isNow(item) ? { ...item, description: vscode.l10n.t('now') } : item));
  picker.activeItems = picker.items.filter(isNow);
  return new Promise(resolve => {
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      if (picked === undefined) return;
      resolve(picked);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
