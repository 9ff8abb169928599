import type { Snapshot } from '../core/model';
import { filesUnder, partTruckFactor } from '../core/ownership/partTruckFactor';
import { truckFactorMarkdown } from '../core/report/markdown';
import { narrowToComponent } from '../core/report/narrow';
import { percent, wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { pseudonymise } from '../core/report/pseudonymise';
import { definitionMeaning } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import { pastJson, trendOf, trendText } from '../core/report/trend';
import { truckFactorJson } from '../core/report/truckFactorJson';
import { analysed, type CommandContext, findComponent, formatFor, tableStyle } from './command';
import type { TruckFactorArguments } from './commandArguments';
import { CommandError } from './failure';
import { jsonText } from './jsonText';
import { headLines, truckFactorLines } from './reportHead';
import { wrap } from './width';

/** `truck-factor`: prints one truck factor with its definition. Resolves with the exit code. */
export async function truckFactor(options: TruckFactorArguments, context: CommandContext): Promise<number> {
  const { surroundings } = context;
  const { definition } = options;
  const tier = definition === 'lines' || definition === 'combined' ? 2 : 1;
  const analysedSnapshot = await analysed(context, tier, { revision: options.revision, past: options.part === null });
  const part = partOf(analysedSnapshot, options);
  const snapshot = options.pseudonymise ? pseudonymise(part) : part;
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText({
        ...truckFactorJson(snapshot, snapshot.truckFactor[definition]),
        ...(options.part ?? {}),
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
      const { value, files, abandonedShare, exact, atLeast } = snapshot.truckFactor[definition];
      const trend = trendOf(snapshot);
      const lines = [
        ...headLines(snapshot, style),
        ...truckFactorLines(snapshot, [definition], style),
        '',
        ...wrap(definitionMeaning(definition, plainTranslate), style.width),
        ...(value === null || value === 0
          ? []
          : wrap(
              `Without ${value === 1 ? 'this person' : 'these people'} ${percent(abandonedShare, plainTranslate)} of ${wholeNumber(files, plainTranslate)} files have no owner.${proofText(exact, atLeast)}`,
              style.width,
            )),
        ...(trend === null ? [] : wrap(`Over a year: ${trendText(trend, plainTranslate)}.`, style.width)),
      ];
      await surroundings.stdout.write(`${lines.join('\n')}\n`);
    }
  }
  return 0;
}

/** The Snapshot with the files and the truck factor of the part that was asked for. */
function partOf(snapshot: Snapshot, { part, definition }: TruckFactorArguments): Snapshot {
  if (part === null || definition === 'doa') {
    return snapshot;
  }
  const files =
    'folder' in part
      ? filesIn(snapshot, part.folder)
      : narrowToComponent(snapshot, findComponent(snapshot, part.component)).files;
  const truckFactor = { ...snapshot.truckFactor, [definition]: partTruckFactor(snapshot, files, definition) };
  // The past and what is said of abandoned files are the repository's.
  const limits = snapshot.limits.filter(({ code }) => code !== 'abandoned');
  return { ...snapshot, files, truckFactor, limits, past: [] };
}

function filesIn(snapshot: Snapshot, folder: string): Snapshot['files'] {
  const path = folder.replaceAll('\\', '/').replace(/^(\.?\/)+|\/+$|^\.$/g, '');
  const files = filesUnder(snapshot, path);
  if (files.length === 0) {
    throw new CommandError('noSuchFolder', `No file that counts is in the folder "${printable(folder)}".`);
  }
  return files;
}

/** What is proven of smaller groups. */
function proofText(exact: boolean, atLeast: number | null): string {
  if (exact) {
    return ' No smaller group does that.';
  }
  return atLeast === null || atLeast < 2 ? '' : ` No group of fewer than ${atLeast} does that.`;
}
