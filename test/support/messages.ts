// Reads out of the sources what people may see, by the syntax tree.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A string at a place of a file. */
export interface Found {
  /** `src/extension/text.ts:12`. */
  readonly place: string;
  readonly text: string;
}

export interface Messages {
  /** First arguments of the translator, where they are written out. */
  readonly literal: readonly Found[];
  /** Calls whose first argument is computed, so that no tool can collect it. */
  readonly computed: readonly Found[];
}

/** Where a text is never for the editor: the command line stays English. */
const englishOnly = /^src\/(?:cli|sample)\//;

export function sourceFiles(folder = 'src'): readonly ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => path.posix.join(folder, file.replaceAll(path.sep, '/')))
    .filter(file => /\.tsx?$/.test(file) && !englishOnly.test(file))
    .sort()
    .map(file => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
}

/** All that goes through `translate` or `vscode.l10n.t`; a file that is given {@link plainTranslate} alone writes English. */
export function messagesOf(files: readonly ts.SourceFile[]): Messages {
  const literal: Found[] = [];
  const computed: Found[] = [];
  for (const file of files) {
    if (/\bplainTranslate as translate\b/.test(file.text)) continue;
    visit(file, node => {
      if (!ts.isCallExpression(node) || !isTranslator(node.expression)) return;
      const [message] = node.arguments;
      if (message === undefined) return;
      const text = literalOf(message);
      const found = { place: placeOf(file, node), text: text ?? message.getText() };
      (text === null ? computed : literal).push(found);
    });
  }
  return { literal, computed };
}

/** A string that is written out; null for what is computed. */
export function literalOf(node: ts.Expression): string | null {
  return ts.isStringLiteralLike(node) ? node.text : null;
}

export function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, child => visit(child, each));
}

export function placeOf(file: ts.SourceFile, node: ts.Node): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** `translate(…)`, or `….l10n.t(…)`. */
function isTranslator(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'translate';
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 't' &&
    ts.isPropertyAccessExpression(callee.expression) &&
    callee.expression.name.text === 'l10n'
  );
}
