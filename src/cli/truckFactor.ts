import { truckFactorMarkdown } from '../core/report/markdown';
import { percent, wholeNumber } from '../core/report/numbers';
import { pseudonymise } from '../core/report/pseudonymise';
import { definitionMeaning } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import { truckFactorJson } from '../core/report/truckFactorJson';
import { analysed, type CommandContext, formatFor, tableStyle } from './command';
import type { TruckFactorArguments } from './commandArguments';
import { jsonText } from './jsonText';
import { headLines, truckFactorLines } from './reportHead';
import { wrap } from './width';

/** `truck-factor`: prints one truck factor with its definition. Resolves with the exit code. */
export async function truckFactor(options: TruckFactorArguments, context: CommandContext): Promise<number> {
  const { surroundings } = context;
  const { definition } = options;
  const analysedSnapshot = await analysed(
    context,
    definition === 'lines' || definition === 'combined' ? 2 : 1,
    options.revision,
  );
  const snapshot = options.pseudonymise ? pseudonymise(analysedSnapshot) : analysedSnapshot;
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(truckFactorJson(snapshot, snapshot.truckFactor[definition]))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(truckFactorMarkdown(snapshot, definition, plainTranslate));
      break;
    case 'table': {
      const style = tableStyle(surroundings);
      const { value, files, abandonedShare, exact, atLeast } = snapshot.truckFactor[definition];
      const lines = [
        ...headLines(snapshot, style),
        ...truckFactorLines(snapshot, [definition], style),
        '',
        ...wrap(definitionMeaning(definition, plainTranslate), style.width),
        ...(value === null || value === 0
          ? []
          : wrap(
              `Without ${value === 1 ? 'this person' : 'these people'} ${percent(abandonedShare)} of ${wholeNumber(files)} files have no owner.${proofText(exact, atLeast)}`,
              style.width,
            )),
      ];
      await surroundings.stdout.write(`${lines.join('\n')}\n`);
    }
  }
  return 0;
}

/** What is proven of smaller groups. */
function proofText(exact: boolean, atLeast: number | null): string {
  if (exact) {
    return ' No smaller group does that.';
  }
  return atLeast === null || atLeast < 2 ? '' : ` No group of fewer than ${atLeast} does that.`;
}
