// Reads out of the sources what people may see, by the syntax tree.
import { existsSync, readFileSync } from 'node:fs';
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

/** What runs in the editor: the extension, the threads it starts, and the page of the map. The command line stays English. */
const entries = [
  'src/extension/extension.ts',
  'src/analysis/worker.ts',
  'src/sample/worker.ts',
  'src/webview/knowledgeMap.ts',
];

/** Every source file that runs in the editor, by what the entries import, lazily too. Types run nowhere. */
export function editorFiles(): readonly ts.SourceFile[] {
  const found = new Map<string, ts.SourceFile>();
  const follow = (name: string): void => {
    if (found.has(name) || !existsSync(name)) return;
    const file = ts.createSourceFile(name, readFileSync(name, 'utf8'), ts.ScriptTarget.Latest, true);
    found.set(name, file);
    for (const to of importsOf(file)) follow(`${path.posix.join(path.posix.dirname(name), to)}.ts`);
  };
  for (const entry of entries) follow(entry);
  return [...found.values()];
}

function importsOf(file: ts.SourceFile): readonly string[] {
  const to: string[] = [];
  visit(file, node => {
    const isImport = ts.isImportDeclaration(node) && node.importClause?.isTypeOnly !== true;
    const isLazy = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const named = isImport ? node.moduleSpecifier : isLazy ? node.arguments[0] : undefined;
    if (named && ts.isStringLiteral(named) && named.text.startsWith('.')) to.push(named.text);
  });
  return to;
}

/**
 * All that goes through `translate` or `vscode.l10n.t`, and the sentences of failures, which are translated where they are
 * shown. A file that is given `plainTranslate` alone writes English.
 */
export function messagesOf(files: readonly ts.SourceFile[]): Messages {
  const literal: Found[] = [];
  const computed: Found[] = [];
  for (const file of files) {
    if (/\bplainTranslate as translate\b/.test(file.text)) continue;
    visit(file, node => {
      const message = messageIn(node);
      if (message === undefined) return;
      const text = literalOf(message);
      const found = { place: placeOf(file, node), text: text ?? message.getText() };
      (text === null ? computed : literal).push(found);
    });
  }
  return { literal, computed };
}

/** Properties of VS Code that people read. */
const visible = new Set([
  ...['label', 'tooltip', 'detail', 'description', 'title', 'message', 'placeHolder', 'prompt', 'openLabel'],
  ...['saveLabel', 'documentation'],
]);
/** Calls whose texts people read. */
const speaking = /^(?:show(?:Information|Warning|Error)Message|TreeItem|Diagnostic|MarkdownString|Hover|row)$/;

/** Words that are handed to the editor without being translated; see {@link visible} and {@link speaking}. */
export function untranslated(files: readonly ts.SourceFile[]): readonly Found[] {
  const found: Found[] = [];
  for (const file of files) {
    const look = (node: ts.Node | undefined): void => {
      const text = node && wordsIn(node);
      if (node !== undefined && text != null) found.push({ place: placeOf(file, node), text });
    };
    visit(file, node => {
      if (ts.isPropertyAssignment(node) && visible.has(node.name.getText())) look(node.initializer);
      if (
        ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        ts.isPropertyAccessExpression(node.left) &&
        visible.has(node.left.name.text)
      )
        look(node.right);
      if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && speaking.test(calledName(node.expression)))
        node.arguments?.forEach(look);
    });
  }
  return found;
}

/** A text with words in it that would be shown as it stands; null for others, and for what the translator made. */
function wordsIn(node: ts.Node): string | null {
  // The translator's work; an icon; a question whether it is this or that.
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return null;
  if (ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText())) return null;
  if (ts.isStringLiteralLike(node)) return /[A-Za-z]{2}/.test(withoutIcons(node.text)) ? node.text : null;
  if (ts.isTemplateExpression(node)) {
    const fixed = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ');
    if (/[A-Za-z]{2}/.test(withoutIcons(fixed))) return node.getText();
  }
  const parts: string[] = [];
  ts.forEachChild(node, child => {
    const words = ts.isExpression(child) || ts.isTemplateSpan(child) ? wordsIn(child) : null;
    if (words !== null && !ts.isPropertyAssignment(node)) parts.push(words);
  });
  return parts[0] ?? null;
}

function withoutIcons(text: string): string {
  return text.replace(/\$\([a-z-]+\)/g, '').replace(/\$\($/, '');
}

function calledName(callee: ts.Expression): string {
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
}

/** A string that is written out, there or in a constant of the same file; null for what is computed. */
function literalOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isIdentifier(node)) return null;
  let text: string | null = null;
  visit(node.getSourceFile(), each => {
    if (!ts.isVariableDeclaration(each) || each.name.getText() !== node.text || !each.initializer) return;
    if (ts.isStringLiteralLike(each.initializer)) text = each.initializer.text;
  });
  return text;
}

export function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, child => visit(child, each));
}

export function placeOf(file: ts.SourceFile, node: ts.Node): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The message of a call of the translator, of a new failure, or of the table of failures. */
function messageIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && isTranslator(node.expression)) return node.arguments[0];
  if (ts.isNewExpression(node) && node.expression.getText() === 'GitError') return node.arguments?.[1];
  const isSentence = ts.isPropertyAssignment(node) && node.name.getText() === 'sentence';
  return isSentence && node.getSourceFile().fileName === 'src/git/errors.ts' ? node.initializer : undefined;
}

/** `translate(…)`, `this.translate(…)`, `this.#translate(…)`, or `….l10n.t(…)`. */
function isTranslator(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'translate';
  if (/^this\.#?translate$/.test(callee.getText())) return true;
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 't' &&
    ts.isPropertyAccessExpression(callee.expression) &&
    callee.expression.name.text === 'l10n'
  );
}
