import * as vscode from 'vscode';
import type { Linted, TitledFix } from '../../core/runbooks/lint/linted';
import { silencingComment } from '../../core/runbooks/lint/silenced';
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
  const silence = silenceAction(document, linted);
  const explain = new vscode.CodeAction(vscode.l10n.t('Explain {rule}', { rule }), QuickFix);
  explain.command = { command: internalCommands.explainRule, title: explain.title, arguments: [rule] };
  return silence === null ? [...proposed, explain] : [...proposed, silence, explain];
}

/** Writes a comment above the line, or two around a code block or a table; null where there is no place for one. */
function silenceAction(document: vscode.TextDocument, { finding, within }: Linted): vscode.CodeAction | null {
  const { rule } = finding;
  const action = new vscode.CodeAction(vscode.l10n.t('Silence {rule} Here', { rule }), QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  const first = Math.min(within?.place.line ?? finding.line, document.lineCount) - 1;
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(first);
  for (const kind of within === null ? (['disable-next-line'] as const) : (['disable', 'enable'] as const)) {
    const comment = silencingComment(document.uri.path, kind, rule);
    if (comment === null || within?.kind === 'frontMatter') return null;
    const at = kind === 'enable' ? (within?.place.endLine ?? first) : first;
    // At the end of a page nothing is left to be heard again.
    if (at >= document.lineCount) continue;
    const indent = text.slice(0, firstNonWhitespaceCharacterIndex);
    action.edit.insert(document.uri, new vscode.Position(at, 0), `${indent}${comment}\n`);
  }
  return action;
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
