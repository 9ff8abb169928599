import * as vscode from 'vscode';
import type { UserSettings } from '../analysis/protocol';
import { settings, settingsSection } from './ids';

export type InlineWarningMode = 'decoration' | 'codeLens' | 'diagnostic' | 'off';

const inlineWarningModes: readonly InlineWarningMode[] = ['decoration', 'codeLens', 'diagnostic', 'off'];

/** The one reader of settings. A value of the wrong type counts as not set: people edit settings.json by hand. */
export class Config implements vscode.Disposable {
  readonly #changedDisplay = new vscode.EventEmitter<void>();
  readonly #changedAnalysis = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;

  /** A setting that only changes what is drawn. */
  readonly onDidChangeDisplay = this.#changedDisplay.event;
  /** A setting that changes the numbers. */
  readonly onDidChangeAnalysis = this.#changedAnalysis.event;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeConfiguration(event => {
      const changed = (name: string): boolean => event.affectsConfiguration(`${settingsSection}.${name}`);
      if ([settings.inlineWarning, settings.explorerBadges, settings.statusBar].some(changed)) {
        this.#changedDisplay.fire();
      }
      if ([settings.activeDays, settings.exclude, settings.runbookPaths].some(changed)) this.#changedAnalysis.fire();
    });
  }

  get inlineWarning(): InlineWarningMode {
    const value = this.#value(settings.inlineWarning);
    return inlineWarningModes.find(mode => mode === value) ?? 'decoration';
  }

  get explorerBadges(): boolean {
    return this.#value(settings.explorerBadges) !== false;
  }

  get statusBar(): boolean {
    return this.#value(settings.statusBar) !== false;
  }

  /** What one user lays over `.single-points.yml` of the repository at that place. */
  analysisSettings(repository: vscode.Uri): UserSettings {
    const days = this.#value(settings.activeDays, repository);
    return {
      exclude: texts(this.#value(settings.exclude, repository)),
      runbookPaths: texts(this.#value(settings.runbookPaths, repository)),
      activeDays: typeof days === 'number' && days >= 1 ? days : null,
    };
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changedDisplay.dispose();
    this.#changedAnalysis.dispose();
  }

  #value(name: string, scope?: vscode.Uri): unknown {
    return vscode.workspace.getConfiguration(settingsSection, scope).get(name);
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
