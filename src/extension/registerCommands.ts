import * as vscode from 'vscode';
import { acceptRisk } from './commands/acceptRisk';
import { checkRunbooks } from './commands/checkRunbooks';
import type { Session } from './commands/command';
import { createOwnershipChecklist } from './commands/createOwnershipChecklist';
import { choosePerson, pinStep, ruleOutStep, undoPlanChoice } from './commands/editPlan';
import { explainRule } from './commands/explainRule';
import { exportReport } from './commands/exportReport';
import { generateRunbookStub } from './commands/generateRunbookStub';
import { mendRunbook } from './commands/mendRunbook';
import { exportPlan, planSpreading } from './commands/planSpreading';
import { reviewAliases } from './commands/reviewAliases';
import { openSettingsFile } from './commands/settingsFile';
import { showCommits } from './commands/showCommits';
import { showReasons } from './commands/showReasons';
import { suggestBackup } from './commands/suggestBackup';
import { filterView, groupBy, refresh, reportFailure, revealInView } from './commands/viewCommands';
import { endWhatIf, whatIf } from './commands/whatIf';
import { type Command, commands, internalCommands } from './ids';
import { type StepReference, tickStep } from './plan/tickStep';
import { showMoreCommand } from './tree/items';

type Run = (session: Session, argument: unknown) => Promise<void>;

type InternalCommand = (typeof internalCommands)[keyof typeof internalCommands];

const runs: Readonly<Record<Exclude<Command, typeof commands.showLog> | InternalCommand, Run>> = {
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
  [commands.reviewAliases]: reviewAliases,
  [commands.checkRunbooks]: checkRunbooks,
  [commands.openSettingsFile]: openSettingsFile,
  [internalCommands.explainRule]: explainRule,
  [internalCommands.mendRunbook]: mendRunbook,
  [internalCommands.tickStep]: ({ analysis }, step) => tickStep(analysis(), step as StepReference),
};

/** Registers every command. One that fails says so, and the log has the rest. */
export function registerCommands(session: Session, log: vscode.LogOutputChannel): vscode.Disposable {
  const registered = Object.entries(runs).map(([id, run]) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await run(session, argument);
      } catch (error) {
        log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        void reportFailure(error instanceof Error ? error.message : String(error));
      }
    }),
  );
  return vscode.Disposable.from(
    ...registered,
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
    vscode.commands.registerCommand(showMoreCommand, (list: string) => session.view.showMore(list)),
  );
}
