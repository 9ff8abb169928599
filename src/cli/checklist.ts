import type { ChecklistRequest } from '../analysis/protocol';
import type { Snapshot } from '../core/model';
import type { ChecklistArguments } from './checklistArguments';
import { analysed, type CommandContext, findComponent } from './command';
import { CommandError } from './failure';
import { handOutDraft, placeOfDraft } from './handOutDraft';
import { personMeant } from './personMeant';

/** `checklist`: drafts the steps that end a single point, and prints them or writes them where `--out` says. */
export async function checklist(options: ChecklistArguments, context: CommandContext): Promise<number> {
  // What is done by hand again and again is known once lines are.
  const snapshot = await analysed(context, 2);
  const request: ChecklistRequest = {
    path: context.path,
    of: subjectOf(options, snapshot),
    page: await placeOfDraft(options, snapshot, context),
  };
  const draft = await context.analysis.checklist(request, context.surroundings.signal);
  return handOutDraft(draft, options, snapshot, context);
}

function subjectOf({ of, pseudonymise }: ChecklistArguments, snapshot: Snapshot): ChecklistRequest['of'] {
  if ('component' in of) return { component: findComponent(snapshot, of.component).id };
  if (!('leaving' in of)) return of;
  if (!snapshot.policy.whatIf) {
    throw new CommandError('notAllowed', 'The settings of this repository do not allow it: `policy: {whatIf: false}`.');
  }
  // Who asks for pseudonyms still names people as they are called.
  return { leaving: personMeant(snapshot, of.leaving, pseudonymise).email };
}
