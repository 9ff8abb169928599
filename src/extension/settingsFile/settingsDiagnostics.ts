import * as vscode from 'vscode';
import type { RunbookAnalysis } from '../../analysis/client';
import type { FileProblem, FileProblemCode } from '../../core/components/fileProblem';
import { fileProblemText } from '../../core/report/fileProblemText';
import { diagnosticSource } from '../ids';
import { QuietTimers } from '../quietTimers';
import { translate } from '../text';
import { isSettingsDocument, isYamlExtensionThere } from './settingsDocument';

/** So long nobody typed: what is half written is not judged. */
const quietMilliseconds = 400;

/** What the schema does not say, and so the YAML extension neither. */
const beyondSchema: ReadonlySet<FileProblemCode> = new Set<FileProblemCode>([
  ...(['badGlob', 'globOutside', 'date', 'componentTwice', 'leftAndPresent', 'awayBackwards', 'noSection'] as const),
]);

/** What is wrong in open settings files of repositories, as they are written: such a line counts for nothing. */
export class SettingsDiagnostics implements vscode.Disposable {
  readonly #analysis: () => RunbookAnalysis;
  readonly #log: vscode.LogOutputChannel;
  readonly #collection = vscode.languages.createDiagnosticCollection('single-points-settings');
  readonly #waiting = new QuietTimers();
  readonly #disposal = new AbortController();
  readonly #subscription: vscode.Disposable;

  constructor(analysis: () => RunbookAnalysis, log: vscode.LogOutputChannel) {
    this.#analysis = analysis;
    this.#log = log;
    this.#subscription = vscode.Disposable.from(
      this.#collection,
      this.#waiting,
      vscode.workspace.onDidOpenTextDocument(document => this.#checkSoon(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#checkSoon(document, quietMilliseconds)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
    );
    for (const document of vscode.workspace.textDocuments) this.#checkSoon(document, 0);
  }

  dispose(): void {
    this.#disposal.abort();
    this.#subscription.dispose();
  }

  #checkSoon(document: vscode.TextDocument, milliseconds: number): void {
    if (!isSettingsDocument(document)) return;
    this.#waiting.later(document.uri.toString(), milliseconds, () => void this.#check(document));
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    try {
      const problems = await this.#analysis().checkSettings({ text: document.getText() }, this.#disposal.signal);
      if (document.isClosed || document.version !== version) return;
      const isOurs = isYamlExtensionThere() ? ({ code }: FileProblem) => beyondSchema.has(code) : () => true;
      this.#collection.set(
        uri,
        problems.filter(isOurs).map(problem => diagnosticOf(document, problem)),
      );
    } catch (error) {
      if (!this.#disposal.signal.aborted)
        this.#log.warn(`${uri.path}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** On the line from its first character to its last. */
function diagnosticOf(document: vscode.TextDocument, problem: FileProblem): vscode.Diagnostic {
  const { text, range, firstNonWhitespaceCharacterIndex } = document.lineAt(
    Math.min(problem.line, document.lineCount) - 1,
  );
  const place = range.with(new vscode.Position(range.start.line, firstNonWhitespaceCharacterIndex));
  const message = fileProblemText(problem, translate);
  const { Warning } = vscode.DiagnosticSeverity;
  const diagnostic = new vscode.Diagnostic(text.trim() === '' ? range : place, message, Warning);
  diagnostic.source = diagnosticSource;
  diagnostic.code = problem.code;
  return diagnostic;
}
