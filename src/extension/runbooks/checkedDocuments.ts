import * as vscode from 'vscode';
import type { RunbookAnalysis } from '../../analysis/client';
import type { CheckedRunbook } from '../../analysis/protocol';
import { isMarkdownPath } from '../../core/runbooks/markdownPath';
import type { Config } from '../config';
import { QuietTimers } from '../quietTimers';
import type { Snapshots } from '../snapshots';

/** So long nobody typed: what is half written is not judged. */
const quietMilliseconds = 400;

/** The reader takes no more of a page; sending all of a huge one would hold the thread. */
const sentCharacters = 300_000;

/** Schemes that show what is not there to be edited. */
const foreignSchemes: readonly string[] = ['git', 'output', 'vscode-scm', 'vscode-local-history', 'search-editor'];

/**
 * What the rules find on the open Markdown pages as they are written, and on open files with alerts as they are saved. The
 * worker checks a page, so that typing never waits; with a repository it knows, it uses that, without one (not trusted,
 * virtual, no git) it looks at the page alone.
 */
export class CheckedDocuments implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #config: Config;
  readonly #analysis: () => RunbookAnalysis;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #checked = new Map<string, { readonly version: number; readonly page: CheckedRunbook }>();
  readonly #waiting = new QuietTimers();
  readonly #running = new Map<string, AbortController>();
  readonly #subscription: vscode.Disposable;

  /** A page was checked, or is not open any more. */
  readonly onDidCheck = this.#changed.event;

  constructor(snapshots: Snapshots, config: Config, analysis: () => RunbookAnalysis, log: vscode.LogOutputChannel) {
    this.#snapshots = snapshots;
    this.#config = config;
    this.#analysis = analysis;
    this.#log = log;
    const checkAll = (): void => {
      for (const document of vscode.workspace.textDocuments) this.#checkSoon(document, 0);
    };
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(document => this.#checkSoon(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#checkSoon(document, quietMilliseconds);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      snapshots.onDidChangeSnapshot(checkAll),
      config.onDidChangeAnalysis(checkAll),
      config.onDidChangeDisplay(() => {
        if (this.#config.runbookDiagnostics === 'off') this.#forgetAll();
        else checkAll();
      }),
    );
    checkAll();
  }

  /** What was found on the document as it is; undefined while it is not known, and for other documents. */
  of({ uri, version }: vscode.TextDocument): CheckedRunbook | undefined {
    const checked = this.#checked.get(uri.toString());
    return checked?.version === version ? checked.page : undefined;
  }

  /** Whether the page was a runbook when it was last looked at. */
  isRunbook(uri: vscode.Uri): boolean {
    return this.#checked.get(uri.toString())?.page.type != null;
  }

  /** Whether findings of the document come from here, sooner or later. */
  covers(uri: vscode.Uri): boolean {
    return this.#checked.has(uri.toString()) || this.#waiting.has(uri.toString()) || this.#running.has(uri.toString());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#waiting.dispose();
    for (const abort of this.#running.values()) abort.abort();
    this.#changed.dispose();
  }

  #checkSoon(document: vscode.TextDocument, milliseconds: number): void {
    if (this.#config.runbookDiagnostics === 'off') return;
    if (!isPage(document) && !this.#isAnalysedRules(document)) return;
    this.#waiting.later(document.uri.toString(), milliseconds, () => void this.#check(document));
  }

  /** Alerts are judged as the analysis read them, so that a file with alerts waits until it is saved. */
  #isAnalysedRules({ uri, isDirty }: vscode.TextDocument): boolean {
    const location = isDirty ? undefined : this.#snapshots.locate(uri);
    return location?.index.hasAlerts(location.path) === true;
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    const key = uri.toString();
    this.#running.get(key)?.abort();
    const abort = new AbortController();
    this.#running.set(key, abort);
    const location = this.#snapshots.locate(uri);
    try {
      const page = await this.#analysis().checkRunbook(
        {
          path: location?.state.folder.uri.fsPath ?? null,
          file: location?.path ?? vscode.workspace.asRelativePath(uri, false),
          text: document.getText().slice(0, sentCharacters),
          settings: this.#config.analysisSettings(uri),
        },
        abort.signal,
      );
      if (abort.signal.aborted || document.isClosed) return;
      this.#checked.set(key, { version, page });
      this.#changed.fire(uri);
    } catch (error) {
      // A worker that ended is started again by the next question; what is shown stays meanwhile.
      if (!abort.signal.aborted) this.#log.warn(`${uri.fsPath}: ${error instanceof Error ? error.message : error}`);
    } finally {
      if (this.#running.get(key) === abort) this.#running.delete(key);
    }
  }

  #forgetAll(): void {
    const keys = [...this.#checked.keys(), ...this.#waiting.keys(), ...this.#running.keys()];
    for (const key of new Set(keys)) this.#forget(vscode.Uri.parse(key));
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#waiting.cancel(key);
    this.#running.get(key)?.abort();
    this.#running.delete(key);
    this.#checked.delete(key);
    this.#changed.fire(uri);
  }
}

function isPage({ uri, languageId }: vscode.TextDocument): boolean {
  const isMarkdown = languageId === 'markdown' || languageId === 'mdx' || isMarkdownPath(uri.path);
  return isMarkdown && !foreignSchemes.includes(uri.scheme);
}
