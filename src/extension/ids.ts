/** Every id that package.json declares, once. `test/unit/manifest.test.ts` compares the two. */

export const commands = {
  refresh: 'singlePoints.refresh',
  cancelAnalysis: 'singlePoints.cancelAnalysis',
  generateRunbookStub: 'singlePoints.generateRunbookStub',
  createOwnershipChecklist: 'singlePoints.createOwnershipChecklist',
  suggestBackup: 'singlePoints.suggestBackup',
  showReasons: 'singlePoints.showReasons',
  showCommits: 'singlePoints.showCommits',
  revealInView: 'singlePoints.revealInView',
  acceptRisk: 'singlePoints.acceptRisk',
  groupBy: 'singlePoints.groupBy',
  filter: 'singlePoints.filter',
  clearFilter: 'singlePoints.clearFilter',
  whatIf: 'singlePoints.whatIf',
  endWhatIf: 'singlePoints.endWhatIf',
  planSpreading: 'singlePoints.planSpreading',
  pinStep: 'singlePoints.pinStep',
  ruleOutStep: 'singlePoints.ruleOutStep',
  choosePerson: 'singlePoints.choosePerson',
  undoPlanChoice: 'singlePoints.undoPlanChoice',
  exportPlan: 'singlePoints.exportPlan',
  exportReport: 'singlePoints.exportReport',
  suggestCodeowners: 'singlePoints.suggestCodeowners',
  reviewAliases: 'singlePoints.reviewAliases',
  checkRunbooks: 'singlePoints.checkRunbooks',
  openSettingsFile: 'singlePoints.openSettingsFile',
  openSampleRepository: 'singlePoints.openSampleRepository',
  showKnowledgeMap: 'singlePoints.showKnowledgeMap',
  showLog: 'singlePoints.showLog',
} as const;

/** Run by rows, links and quick fixes only, so that they are not in package.json. */
export const internalCommands = {
  explainRule: 'singlePoints.internal.explainRule',
  mendRunbook: 'singlePoints.internal.mendRunbook',
  tickStep: 'singlePoints.internal.tickStep',
  restoreMap: 'singlePoints.internal.restoreMap',
} as const;

export type Command = (typeof commands)[keyof typeof commands];

export const views = {
  ownership: 'singlePoints.ownership',
  spreadPlan: 'singlePoints.spreadPlan',
} as const;

/** Webviews beside editors. */
export const panels = {
  knowledgeMap: 'singlePoints.knowledgeMap',
} as const;

export const contextKeys = {
  /** What the view says while it is empty: a {@link ViewState}. */
  state: 'singlePoints.state',
  analysing: 'singlePoints.analysing',
  filtered: 'singlePoints.filtered',
  /** What would be without someone is shown. */
  simulated: 'singlePoints.simulated',
} as const;

export const settings = {
  inlineWarning: 'inlineWarning',
  explorerBadges: 'explorerBadges',
  statusBar: 'statusBar',
  activeDays: 'activeDays',
  exclude: 'exclude',
  runbookPaths: 'runbookPaths',
  runbookDiagnostics: 'runbookDiagnostics',
  runbookRules: 'runbookRules',
} as const;

export const settingsSection = 'singlePoints';

export const statusItems = {
  owners: 'owners',
} as const;

/** The server for assistants. */
export const mcpServerProvider = 'singlePoints.assistant';

export const diagnosticSource = 'Single Points';

/** The part of our `source.fixAll` that settings name, as in `editor.codeActionsOnSave`. */
export const fixAllKind = 'singlePoints';

/** The `contextValue` of rows that have a menu. */
export const rowContexts = {
  component: 'component',
  file: 'file',
  runbook: 'runbook',
  person: 'person',
  /** A person below what the commits are asked of; `evidence person` where both hold. */
  evidence: 'evidence',
} as const;

/** The same of rows of the Spread plan view. */
export const planContexts = {
  component: 'plannedComponent',
  step: 'step',
  pinned: 'pinnedStep',
  /** Also a pin that does not stay. */
  ruledOut: 'ruledOut',
  checklist: 'checklist',
} as const;
