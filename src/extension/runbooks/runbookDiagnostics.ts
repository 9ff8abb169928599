import * as vscode from 'vscode';
import type { Finding, Severity } from '../../core/model';
import { findingsByFile } from '../../core/report/findings';
import { allFindings } from '../../core/report/singlePoints';
import type { Config } from '../config';
import { diagnosticSource, internalCommands } from '../ids';
import type { RepositoryState } from '../repositoryState';
import { type Snapshots, uriOf } from '../snapshots';
import type { CheckedDocuments } from './checkedDocuments';
import { rangeOf } from './findingRange';

const levels: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * Findings of runbooks and alerts in the Problems view: those of a Markdown page that is open as it is being written,
 * those of other open files from the Snapshot, and on request those of every file.
 */
export class RunbookDiagnostics implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #documents: CheckedDocuments;
  readonly #config: Config;
  readonly #collection = vscode.languages.createDiagnosticCollection('single-points-runbooks');
  readonly #subscription: vscode.Disposable;
  /** Files with findings of a Snapshot, by repository. */
  readonly #shown = new Map<string, readonly vscode.Uri[]>();
  #isWhole = false;

  constructor(snapshots: Snapshots, documents: CheckedDocuments, config: Config) {
    this.#snapshots = snapshots;
    this.#documents = documents;
    this.#config = config;
    this.#subscription = vscode.Disposable.from(
      documents.onDidCheck(uri => this.#showPage(uri)),
      snapshots.onDidChangeSnapshot(state => this.#showSnapshot(state)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#showFile(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#showFile(uri)),
      config.onDidChangeDisplay(() => this.#showAll()),
    );
    this.#showAll();
  }

  /** From now on every file of the repositories is shown, not only what is open. */
  showWhole(): void {
    this.#isWhole = true;
    this.#showAll();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  #showAll(): void {
    this.#collection.clear();
    this.#shown.clear();
    if (this.#config.runbookDiagnostics === 'off') return;
    for (const state of this.#snapshots.states) this.#showSnapshot(state);
    for (const { uri } of vscode.workspace.textDocuments) this.#showPage(uri);
  }

  #showSnapshot(state: RepositoryState): void {
    const { key } = state.folder;
    for (const uri of this.#shown.get(key) ?? []) if (!this.#documents.covers(uri)) this.#collection.delete(uri);
    this.#shown.delete(key);
    const isGone = this.#snapshots.state(key) === undefined;
    if (isGone || state.index === null || this.#config.runbookDiagnostics === 'off') return;
    const found = [...findingsByFile(allFindings(state.index.snapshot))].map(
      ([path, findings]) => [uriOf(state, path), findings] as const,
    );
    const shown = found.filter(([uri]) => !this.#documents.covers(uri) && this.#isWanted(uri));
    this.#collection.set(shown.map(([uri, findings]) => [uri, findings.map(diagnosticOf)]));
    this.#shown.set(
      key,
      shown.map(([uri]) => uri),
    );
  }

  /** A file that came into sight or went: without all of the repository, only open files have their findings. */
  #showFile(uri: vscode.Uri): void {
    const location = this.#snapshots.locate(uri);
    if (location === undefined || this.#documents.covers(uri)) return;
    const findings = this.#isWanted(uri) ? location.index.findings(location.path) : [];
    this.#collection.set(uri, findings.map(diagnosticOf));
    const shown = this.#shown.get(location.state.folder.key) ?? [];
    this.#shown.set(location.state.folder.key, [...shown.filter(each => each.toString() !== uri.toString()), uri]);
  }

  #showPage(uri: vscode.Uri): void {
    const document = openDocument(uri);
    const page = document && this.#documents.of(document);
    if (page !== undefined)
      this.#collection.set(
        uri,
        page.linted.map(({ finding }) => diagnosticOf(finding)),
      );
    else if (document === undefined) this.#showFile(uri);
  }

  #isWanted(uri: vscode.Uri): boolean {
    const { runbookDiagnostics } = this.#config;
    if (runbookDiagnostics === 'off') return false;
    return runbookDiagnostics === 'repository' || this.#isWhole || openDocument(uri) !== undefined;
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
}

function diagnosticOf(finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(finding), finding.message, levels[finding.severity]);
  diagnostic.source = diagnosticSource;
  const query = encodeURIComponent(JSON.stringify([finding.rule]));
  diagnostic.code = {
    value: finding.rule,
    target: vscode.Uri.parse(`command:${internalCommands.explainRule}?${query}`),
  };
  return diagnostic;
}
