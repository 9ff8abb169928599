import type * as vscode from 'vscode';
import type { Analysis, PastAnalysis, RunbookAnalysis } from '../../analysis/client';
import type { Analyses } from '../analyses';
import type { CommitDocuments } from '../commitDocuments';
import type { OpenMaps } from '../map/openMaps';
import type { PlanChoices } from '../plan/planChoices';
import type { Plans } from '../plan/plans';
import type { Repositories } from '../repositories';
import type { RunbookDiagnostics } from '../runbooks/runbookDiagnostics';
import type { Simulations } from '../simulations';
import type { Snapshots } from '../snapshots';
import type { OwnershipView } from '../tree/ownershipView';

/** What commands work with. */
export interface Session {
  readonly snapshots: Snapshots;
  readonly simulations: Simulations;
  readonly plans: Plans;
  readonly planChoices: PlanChoices;
  readonly analyses: Analyses;
  readonly view: OwnershipView;
  readonly maps: OpenMaps;
  readonly analysis: () => Analysis & PastAnalysis & RunbookAnalysis;
  readonly repositories: Repositories;
  readonly commitDocuments: CommitDocuments;
  readonly runbookDiagnostics: RunbookDiagnostics;
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
  /** The extension's own folder on this machine. */
  readonly storageUri: vscode.Uri;
}
