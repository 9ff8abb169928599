import * as vscode from 'vscode';
import { printable } from '../core/report/printable';
import type { Translate, Words } from '../core/report/translate';
import { GitError } from '../git/errors';
import { type Command, commands } from './ids';

/** The words of the editor's language; null where the messages are English, as they are without a bundle. */
export function wordsOfEditor(): Words | null {
  const { bundle } = vscode.l10n;
  return bundle === undefined ? null : { locale: vscode.env.language, messages: bundle };
}

/** The editor's translator, in the shape the core asks for. */
export const translate: Translate = Object.assign(
  (message: string, values: Record<string, string | number>) => vscode.l10n.t(message, values),
  { locale: wordsOfEditor()?.locale },
);

/** Why something failed, in the editor's language where it is a failure of ours. */
export function failureText(error: unknown): string {
  if (error instanceof GitError) return vscode.l10n.t(error.sentence, error.values);
  return error instanceof Error ? error.message : String(error);
}

/** Text of a repository inside Markdown: names and paths are anybody's, and must not become links or images. */
export function escaped(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]()#+\-.!|<>~$&:/@]/g, '\\$&');
}

/** Markdown whose links may run our commands and no others. */
export function markdown(value: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(value, true);
  text.isTrusted = { enabledCommands: Object.values(commands) };
  return text;
}

/** A Markdown link that runs a command on what the argument names. */
export function commandLink(label: string, command: Command, argument: unknown): string {
  const query = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()]/g,
    character => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}?${query})`;
}
