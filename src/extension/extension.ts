import * as vscode from 'vscode';
import { WorkerAnalysis } from '../analysis/workerAnalysis';
import { Analyses } from './analyses';
import type { SinglePointsApi } from './api';
import { registerLanguageModelTools } from './assist/languageModelTools';
import { registerMcpServer } from './assist/mcpServer';
import type { Session } from './commands/command';
import { CommitDocuments } from './commitDocuments';
import { Config } from './config';
import { ExplorerBadges } from './explorerBadges';
import { registerInlineWarnings } from './inline/inlineWarnings';
import { registerCommands } from './lazyCommands';
import { registerMapRestorer } from './map/mapRestorer';
import { OpenMaps } from './map/openMaps';
import { notificationText } from './notificationText';
import { Checklists } from './plan/checklists';
import { PlanChoices } from './plan/planChoices';
import { Plans } from './plan/plans';
import { PlanView } from './plan/planView';
import { registerRefreshTriggers } from './refreshTriggers';
import { Repositories } from './repositories';
import { CheckedDocuments } from './runbooks/checkedDocuments';
import { registerFrontMatterCompletions } from './runbooks/frontMatterCompletions';
import { registerRunbookActions } from './runbooks/runbookActions';
import { RunbookDiagnostics } from './runbooks/runbookDiagnostics';
import { registerSettingsCompletions } from './settingsFile/settingsCompletions';
import { SettingsDiagnostics } from './settingsFile/settingsDiagnostics';
import { Simulations } from './simulations';
import { Snapshots } from './snapshots';
import { registerStatusItem } from './statusItem';
import { wordsOfEditor } from './text';
import { OwnershipView } from './tree/ownershipView';
import type { ViewState } from './viewState';

/** Puts everything together and returns; the first analysis starts afterwards. */
export function activate(context: vscode.ExtensionContext): SinglePointsApi {
  const log = vscode.window.createOutputChannel('Single Points', { log: true });
  context.subscriptions.push(log);
  try {
    return compose(context, log);
  } catch (error) {
    // VS Code would only write it into a log of its own.
    const message = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      notificationText(vscode.l10n.t('Single Points could not start: {message}', { message })),
    );
    throw error;
  }
}

function compose(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): SinglePointsApi {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const config = own(new Config());
  const snapshots = own(new Snapshots());
  const simulations = own(new Simulations(snapshots));
  const repositories = own(new Repositories());
  let worker: WorkerAnalysis | undefined;
  const analysis = (): WorkerAnalysis => {
    worker ??= own(
      new WorkerAnalysis({
        workerPath: context.asAbsolutePath('dist/worker.cjs'),
        storeDirectory: context.globalStorageUri.fsPath,
        words: wordsOfEditor(),
        log: line => log.info(line),
      }),
    );
    return worker;
  };
  const analyses = own(new Analyses(snapshots, repositories, config, analysis, log));
  const view = own(new OwnershipView(snapshots, simulations));
  const planChoices = own(new PlanChoices(context.workspaceState));
  const plans = own(new Plans(snapshots, simulations, planChoices));
  const checklists = own(new Checklists(snapshots, analysis, log));
  own(new PlanView(plans, simulations, checklists));
  const commitDocuments = own(new CommitDocuments());
  const checked = own(new CheckedDocuments(snapshots, config, analysis, log));
  const runbookDiagnostics = own(new RunbookDiagnostics(snapshots, checked, config));
  own(registerRunbookActions(checked, snapshots));
  own(registerFrontMatterCompletions(checked, snapshots));
  own(new SettingsDiagnostics(analysis, log));
  own(registerSettingsCompletions(context.extensionUri));
  const { extensionUri, globalStorageUri: storageUri } = context;
  const maps = own(new OpenMaps());
  const session: Session = {
    ...{ snapshots, simulations, plans, planChoices, analyses, view, maps, analysis, repositories, commitDocuments },
    ...{ runbookDiagnostics, extensionUri, storageUri },
  };
  own(registerCommands(session, log));
  own(registerMapRestorer(session));
  own(registerInlineWarnings(snapshots, config));
  own(registerStatusItem(snapshots, simulations, config));
  own(new ExplorerBadges(snapshots, config));
  own(registerLanguageModelTools(repositories, analysis));
  own(registerMcpServer(context, repositories, config));

  const start = async (): Promise<void> => {
    try {
      await repositories.start();
      own(registerRefreshTriggers(repositories, snapshots, analyses, config));
      own(repositories.onDidChange(() => view.setStandIn(standIn(repositories))));
      view.setStandIn(standIn(repositories));
    } catch (error) {
      log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      view.setStandIn('failed');
    }
  };
  if (vscode.workspace.isTrusted) {
    void start();
  } else {
    view.setStandIn('untrusted');
    own(vscode.workspace.onDidGrantWorkspaceTrust(() => void start()));
  }
  const changed = own(new vscode.EventEmitter<vscode.Uri>());
  own(snapshots.onDidChangeSnapshot(({ folder }) => changed.fire(folder.uri)));
  return {
    version: 1,
    onDidChangeSnapshot: changed.event,
    snapshotOf: uri => snapshots.locate(uri)?.index.snapshot,
    onDidChangeProgress: checklists.onDidChange,
    progressOf: uri => {
      const location = snapshots.locate(uri);
      return location && checklists.of(location.state.folder.key);
    },
    onDidChangeSimulation: simulations.onDidChange,
    simulationOf: uri => {
      const location = snapshots.locate(uri);
      return location && simulations.of(location.state.folder.key)?.result;
    },
  };
}

/** What the view says when there is no repository whose state could speak. */
function standIn({ isReady, folders }: Repositories): ViewState | undefined {
  if (!isReady) return 'analysing';
  if (folders.length > 0) return undefined;
  return (vscode.workspace.workspaceFolders ?? []).length > 0 ? 'virtual' : 'noFolder';
}
