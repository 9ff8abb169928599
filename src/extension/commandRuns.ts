import { acceptRisk } from './commands/acceptRisk';
import { checkRunbooks } from './commands/checkRunbooks';
import type { Session } from './commands/command';
import { createOwnershipChecklist } from './commands/createOwnershipChecklist';
import { choosePerson, pinStep, ruleOutStep, undoPlanChoice } from './commands/editPlan';
import { explainRule } from './commands/explainRule';
import { exportReport } from './commands/exportReport';
import { generateRunbookStub } from './commands/generateRunbookStub';
import { mendRunbook } from './commands/mendRunbook';
import { openSampleRepository } from './commands/openSampleRepository';
import { exportPlan, planSpreading } from './commands/planSpreading';
import { reviewAliases } from './commands/reviewAliases';
import { openSettingsFile } from './commands/settingsFile';
import { showCommits } from './commands/showCommits';
import { restoreMap, showKnowledgeMap } from './commands/showKnowledgeMap';
import { showReasons } from './commands/showReasons';
import { suggestBackup } from './commands/suggestBackup';
import { suggestCodeowners } from './commands/suggestCodeowners';
import { filterView, groupBy, refresh, revealInView } from './commands/viewCommands';
import { endWhatIf, whatIf } from './commands/whatIf';
import { type Command, commands, internalCommands } from './ids';
import { type StepReference, tickStep } from './plan/tickStep';

export type CommandRun = (session: Session, argument: unknown) => Promise<void>;

/** Those that work with the session. */
export type RunCommand =
  | Exclude<Command, typeof commands.showLog>
  | (typeof internalCommands)[keyof typeof internalCommands];

/** What each command does. Loaded with the first that is run, since starting must cost little. */
export const commandRuns: Readonly<Record<RunCommand, CommandRun>> = {
  [commands.refresh]: refresh,
  [commands.cancelAnalysis]: async ({ analyses }) => analyses.cancel(),
  [commands.generateRunbookStub]: generateRunbookStub,
  [commands.createOwnershipChecklist]: createOwnershipChecklist,
  [commands.suggestBackup]: suggestBackup,
  [commands.showReasons]: showReasons,
  [commands.showCommits]: showCommits,
  [commands.revealInView]: revealInView,
  [commands.acceptRisk]: acceptRisk,
  [commands.groupBy]: groupBy,
  [commands.filter]: filterView,
  [commands.clearFilter]: ({ view }) => view.setFilter(''),
  [commands.whatIf]: whatIf,
  [commands.endWhatIf]: endWhatIf,
  [commands.planSpreading]: planSpreading,
  [commands.pinStep]: pinStep,
  [commands.ruleOutStep]: ruleOutStep,
  [commands.choosePerson]: choosePerson,
  [commands.undoPlanChoice]: undoPlanChoice,
  [commands.exportPlan]: exportPlan,
  [commands.exportReport]: exportReport,
  [commands.suggestCodeowners]: suggestCodeowners,
  [commands.reviewAliases]: reviewAliases,
  [commands.checkRunbooks]: checkRunbooks,
  [commands.openSettingsFile]: openSettingsFile,
  [commands.openSampleRepository]: openSampleRepository,
  [commands.showKnowledgeMap]: showKnowledgeMap,
  [internalCommands.explainRule]: explainRule,
  [internalCommands.restoreMap]: restoreMap,
  [internalCommands.mendRunbook]: mendRunbook,
  [internalCommands.tickStep]: ({ analysis }, step) => tickStep(analysis(), step as StepReference),
};
