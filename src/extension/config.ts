import * as vscode from 'vscode';
import type { UserSettings } from '../analysis/protocol';
import { severities } from '../core/report/findings';
import { settings, settingsSection } from './ids';

export type InlineWarningMode = 'decoration' | 'codeLens' | 'diagnostic' | 'off';

export type RunbookDiagnosticsMode = 'openFiles' | 'repository' | 'off';

const runbookDiagnosticsModes: readonly RunbookDiagnosticsMode[] = ['openFiles', 'repository', 'off'];

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
      if (
        [settings.inlineWarning, settings.explorerBadges, settings.statusBar, settings.runbookDiagnostics].some(changed)
      ) {
        this.#changedDisplay.fire();
      }
      if ([settings.activeDays, settings.exclude, settings.runbookPaths, settings.runbookRules].some(changed))
        this.#changedAnalysis.fire();
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

  get runbookDiagnostics(): RunbookDiagnosticsMode {
    const value = this.#value(settings.runbookDiagnostics);
    return runbookDiagnosticsModes.find(mode => mode === value) ?? 'openFiles';
  }

  /** What one user lays over `.single-points.yml` of the repository at that place. */
  analysisSettings(repository: vscode.Uri): UserSettings {
    const days = this.#value(settings.activeDays, repository);
    return {
      exclude: texts(this.#value(settings.exclude, repository)),
      runbookPaths: texts(this.#value(settings.runbookPaths, repository)),
      runbookRules: severitiesByRule(this.#value(settings.runbookRules, repository)),
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

function severitiesByRule(value: unknown): UserSettings['runbookRules'] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([rule, severity]) => {
    const known = [...severities, 'off' as const].find(each => each === severity);
    return known === undefined ? [] : [[rule, known] as const];
  });
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
