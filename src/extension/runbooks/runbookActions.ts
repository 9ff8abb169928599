import * as vscode from 'vscode';
import type { Linted, TitledFix } from '../../core/runbooks/lint/linted';
import type { Mending } from '../commands/mendRunbook';
import { fixAllKind, internalCommands } from '../ids';
import { type Snapshots, uriOf } from '../snapshots';
import type { CheckedDocuments } from './checkedDocuments';
import { rangeOf } from './findingRange';

const { QuickFix } = vscode.CodeActionKind;
const fixAll = vscode.CodeActionKind.SourceFixAll.append(fixAllKind);

/** Markdown in any place, virtual ones too, and files that may define alerts. */
const pages: vscode.DocumentSelector = [
  ...['markdown', 'mdx', 'yaml', 'helm', 'json'].map(language => ({ language })),
  { pattern: '**/*.{md.erb,yml,yaml,tpl,jsonnet,libsonnet}' },
];

/**
 * Quick fixes for what the rules found on a page: what a rule proposes, then silencing it here, and reading about it. All
 * that is right whatever the page means can be done at once, on saving too (`source.fixAll.singlePoints`).
 */
export function registerRunbookActions(documents: CheckedDocuments, snapshots: Snapshots): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { diagnostics, only }) {
      const linted = documents.of(document)?.linted ?? [];
      if (only !== undefined && fixAll.intersects(only)) return fixAllAction(document, linted);
      return linted
        .filter(({ finding }) => rangeOf(finding).intersection(range) !== undefined)
        .flatMap(each => {
          const diagnostic = diagnostics.find(
            ({ code, range: at }) => ruleOf(code) === each.finding.rule && at.isEqual(rangeOf(each.finding)),
          );
          return actionsFor(document, each, snapshots).map(action => {
            if (diagnostic !== undefined) action.diagnostics = [diagnostic];
            return action;
          });
        });
    },
  };
  return vscode.languages.registerCodeActionsProvider(pages, provider, { providedCodeActionKinds: [QuickFix, fixAll] });
}

function ruleOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

function actionsFor(document: vscode.TextDocument, linted: Linted, snapshots: Snapshots): vscode.CodeAction[] {
  const { rule } = linted.finding;
  const proposed = linted.fixes.flatMap((fix, position) => {
    const action = fixAction(document, fix, snapshots);
    if (action !== null) action.isPreferred = position === 0 && fix.safe;
    return action ?? [];
  });
  const silence = new vscode.CodeAction(vscode.l10n.t('Silence {rule} Here', { rule }), QuickFix);
  silence.edit = new vscode.WorkspaceEdit();
  const line = document.lineAt(Math.min(linted.finding.line, document.lineCount) - 1);
  for (const { at, comment } of silencingComments(document, line.lineNumber, rule)) {
    const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
    silence.edit.insert(document.uri, new vscode.Position(at, 0), `${indent}${comment}\n`);
  }
  const explain = new vscode.CodeAction(vscode.l10n.t('Explain {rule}', { rule }), QuickFix);
  explain.command = { command: internalCommands.explainRule, title: explain.title, arguments: [rule] };
  // A comment among the keys of the front matter would be none, and JSON has none.
  const isWithoutComments = document.languageId === 'json' || isInFrontMatter(document, line.lineNumber);
  return isWithoutComments ? [...proposed, explain] : [...proposed, silence, explain];
}

/** Comments that silence a rule on a line, each before a line; around a code block or a table, in which they would be text. */
function silencingComments(
  document: vscode.TextDocument,
  line: number,
  rule: string,
): readonly { readonly at: number; readonly comment: string }[] {
  const { uri, languageId } = document;
  const [begin, end] =
    languageId === 'mdx'
      ? ['{/*', '*/}']
      : /\.(?:jsonnet|libsonnet)$/.test(uri.path)
        ? ['//', '']
        : /\.(?:ya?ml|tpl)$/.test(uri.path)
          ? ['#', '']
          : ['<!--', '-->'];
  const comment = (kind: string): string => `${begin} single-points-${kind} ${rule} ${end}`.trimEnd();
  const block = end === '' ? null : blockAround(document, line);
  if (block === null) return [{ at: line, comment: comment('disable-next-line') }];
  return [
    { at: block.first, comment: comment('disable') },
    { at: block.last + 1, comment: comment('enable') },
  ];
}

/** The lines of the fenced code block or the table that holds a line; null for prose. */
function blockAround(
  document: vscode.TextDocument,
  line: number,
): { readonly first: number; readonly last: number } | null {
  let open: { readonly first: number; readonly fence: string } | null = null;
  for (let at = 0; at < document.lineCount && (at <= line || open !== null); at++) {
    const fence = /^\s*(?:[-*+>]\s+)*(`{3,}|~{3,})/.exec(document.lineAt(at).text)?.[1];
    if (fence === undefined) continue;
    if (open === null) open = { first: at, fence };
    else if (fence.startsWith(open.fence)) {
      if (open.first <= line && line <= at) return { first: open.first, last: at };
      open = null;
    }
  }
  const isRow = (at: number): boolean => at >= 0 && at < document.lineCount && /^\s*\|/.test(document.lineAt(at).text);
  if (!isRow(line)) return null;
  let first = line;
  let last = line;
  while (isRow(first - 1)) first--;
  while (isRow(last + 1)) last++;
  return { first, last };
}

function isInFrontMatter(document: vscode.TextDocument, line: number): boolean {
  if (/\.(?:ya?ml|tpl)$/.test(document.uri.path)) return false;
  if (!/^(?:---|\+\+\+)\s*$/.test(document.lineAt(0).text)) return false;
  for (let at = 1; at < Math.min(document.lineCount, 200); at++) {
    if (/^(?:---|\+\+\+)\s*$/.test(document.lineAt(at).text)) return line <= at;
  }
  return false;
}

function fixAction(document: vscode.TextDocument, fix: TitledFix, snapshots: Snapshots): vscode.CodeAction | null {
  const { title } = fix;
  const action = new vscode.CodeAction(title, QuickFix);
  if (fix.action !== undefined) {
    const argument: Mending = { action: fix.action, data: fix.data, document: document.uri };
    action.command = { command: internalCommands.mendRunbook, title, arguments: [argument] };
    return action;
  }
  const location = snapshots.locate(document.uri);
  if (fix.path !== undefined && location === undefined) return null;
  const place = fix.path !== undefined && location !== undefined ? uriOf(location.state, fix.path) : document.uri;
  action.edit = new vscode.WorkspaceEdit();
  for (const { place: at, text } of fix.edits) action.edit.replace(place, rangeOf(at), text);
  return action;
}

/** Of fixes whose edits meet only the first is made. */
function fixAllAction(document: vscode.TextDocument, linted: readonly Linted[]): vscode.CodeAction[] {
  const edit = new vscode.WorkspaceEdit();
  const taken: vscode.Range[] = [];
  for (const { fixes } of linted) {
    const safe = fixes.find(fix => fix.safe && fix.action === undefined && fix.path === undefined);
    const ranges = safe?.edits.map(({ place }) => rangeOf(place)) ?? [];
    if (safe === undefined || ranges.some(range => taken.some(other => other.intersection(range) !== undefined)))
      continue;
    taken.push(...ranges);
    for (const { place, text } of safe.edits) edit.replace(document.uri, rangeOf(place), text);
  }
  if (taken.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix What Is Safe to Fix'), fixAll);
  action.edit = edit;
  return [action];
}
