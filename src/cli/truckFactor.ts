import { truckFactorMarkdown } from '../core/report/markdown';
import { percent, wholeNumber } from '../core/report/numbers';
import { pseudonymise } from '../core/report/pseudonymise';
import { definitionMeaning } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import { pastJson, trendOf, trendText } from '../core/report/trend';
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
  const analysedSnapshot = await analysed(context, definition === 'lines' ? 2 : 1, {
    revision: options.revision,
    past: true,
  });
  const snapshot = options.pseudonymise ? pseudonymise(analysedSnapshot) : analysedSnapshot;
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText({
        ...truckFactorJson(snapshot, snapshot.truckFactor[definition]),
        history: pastJson(snapshot),
      })) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(truckFactorMarkdown(snapshot, definition, plainTranslate));
      break;
    case 'table': {
      const style = tableStyle(surroundings);
      const { value, files, abandonedShare, exact } = snapshot.truckFactor[definition];
      const trend = trendOf(snapshot);
      const lines = [
        ...headLines(snapshot, style),
        ...truckFactorLines(snapshot, [definition], style),
        '',
        ...wrap(definitionMeaning(definition, plainTranslate), style.width),
        ...(value === null || value === 0
          ? []
          : wrap(
              `Without ${value === 1 ? 'this person' : 'these people'} ${percent(abandonedShare)} of ${wholeNumber(files)} files have no owner.${exact ? ' No smaller group does that.' : ''}`,
              style.width,
            )),
        ...(trend === null ? [] : wrap(`Over a year: ${trendText(trend, plainTranslate)}.`, style.width)),
      ];
      await surroundings.stdout.write(`${lines.join('\n')}\n`);
    }
  }
  return 0;
}
