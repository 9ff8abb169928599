import { planJson } from '../core/report/planJson';
import { planMarkdown } from '../core/report/planMarkdown';
import { pseudonymise } from '../core/report/pseudonymise';
import { shownId } from '../core/report/shownId';
import { plainTranslate } from '../core/report/translate';
import { planSpread } from '../core/spread/plan';
import type { Pairing } from '../core/spread/planOptions';
import { analysed, type CommandContext, findComponent, formatFor, tableStyle } from './command';
import { jsonText } from './jsonText';
import { personMeant } from './personMeant';
import type { PairingArgument, PlanArguments } from './planArguments';
import { planTable } from './planTable';

/** `plan`: prints who should take over which component, so that no single point is left. Resolves with the exit code. */
export async function plan(options: PlanArguments, context: CommandContext): Promise<number> {
  const { surroundings } = context;
  const snapshot = await analysed(context, 2);
  const shown = options.pseudonymise ? pseudonymise(snapshot) : snapshot;
  const pairing = ({ person, component }: PairingArgument): Pairing => ({
    // Who asks for pseudonyms still names people as they are called.
    person: personMeant(snapshot, person, options.pseudonymise).id,
    component: shownId(findComponent(snapshot, component).id, snapshot, shown),
  });
  const result = planSpread(shown, {
    mostPerPerson: options.mostPerPerson,
    risk: options.risk,
    pinned: options.pinned.map(pairing),
    forbidden: options.forbidden.map(pairing),
  });
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(planJson(result))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(planMarkdown(result, plainTranslate));
      break;
    case 'table':
      await surroundings.stdout.write(planTable(result, { ...tableStyle(surroundings), all: options.all }));
  }
  return 0;
}
