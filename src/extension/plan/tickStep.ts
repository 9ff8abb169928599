import * as vscode from 'vscode';
import type { RunbookAnalysis } from '../../analysis/client';
import type { TickEdit } from '../../core/spread/readChecklist';
import { notificationText } from '../notificationText';

/** A step of a checklist, as rows and commands name it. */
export interface StepReference {
  readonly page: vscode.Uri;
  readonly step: string;
  readonly ticked: boolean;
}

/**
 * Ticks a step in its page, or takes the tick away: one character at its offset. In a document with unsaved changes it is one
 * more of them; else the file is written, its other bytes as they were.
 */
export async function tickStep(analysis: RunbookAnalysis, { page, step, ticked }: StepReference): Promise<void> {
  const { signal } = new AbortController();
  const editOf = (text: string): Promise<TickEdit | null> => analysis.tick({ text, step, ticked }, signal);
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === page.toString());
  const isDone = open?.isDirty === true ? await tickDocument(open, editOf) : await tickFile(page, editOf);
  if (isDone) return;
  const text = vscode.l10n.t('The page has changed: the step could not be ticked. Open the page and look.');
  void vscode.window.showInformationMessage(notificationText(text));
}

type EditOf = (text: string) => Promise<TickEdit | null>;

async function tickDocument(document: vscode.TextDocument, editOf: EditOf): Promise<boolean> {
  const { version } = document;
  const found = await editOf(document.getText());
  if (found === null || document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(found.offset), document.positionAt(found.offset + 1));
  edit.replace(document.uri, range, found.text);
  return vscode.workspace.applyEdit(edit);
}

async function tickFile(page: vscode.Uri, editOf: EditOf): Promise<boolean> {
  const bytes = await vscode.workspace.fs.readFile(page);
  // What is not UTF-8 has no offsets that could be trusted.
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const found = await editOf(text);
  // Who saved the page meanwhile must not lose what they wrote.
  const written = Uint8Array.from(await vscode.workspace.fs.readFile(page));
  if (found === null || Buffer.compare(bytes, written) !== 0) return false;
  written.set(Buffer.from(found.text), Buffer.byteLength(text.slice(0, found.offset)));
  await vscode.workspace.fs.writeFile(page, written);
  return true;
}
