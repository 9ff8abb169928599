import * as vscode from 'vscode';
import { hoverMarkdown } from '../explanationMarkdown';
import type { Snapshots } from '../snapshots';
import { blockWarningsFor } from './blockWarning';
import { noteType } from './noteType';

/** A quiet note behind the first line of a block whose only author left; away while the document is edited. */
export function registerBlockDecorations(snapshots: Snapshots): vscode.Disposable {
  const type = noteType();
  /** Editors with notes, so that typing costs nothing in the others. */
  const noted = new WeakSet<vscode.TextEditor>();
  const draw = (editor: vscode.TextEditor): void => {
    const warnings = blockWarningsFor(editor.document, snapshots);
    if (warnings.length === 0 && !noted.has(editor)) return;
    if (warnings.length === 0) noted.delete(editor);
    else noted.add(editor);
    const options = warnings.map(({ range, text, reference, explain }) => ({
      range: new vscode.Range(range.end, range.end),
      hoverMessage: hoverMarkdown(explain(), reference),
      renderOptions: { after: { contentText: text } },
    }));
    editor.setDecorations(type, options);
  };
  const drawAll = (): void => vscode.window.visibleTextEditors.forEach(draw);
  drawAll();
  return vscode.Disposable.from(
    type,
    snapshots.onDidChangeSnapshot(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(draw)),
    // Also told when a document was saved, or undone to what is on disk.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor);
    }),
  );
}
