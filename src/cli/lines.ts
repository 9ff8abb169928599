import { pseudonymous } from '../core/report/pseudonymise';
import type { CommandContext } from './command';
import { jsonLine } from './jsonText';
import { lineRecords } from './lineRecords';
import type { LinesArguments } from './linesArguments';
import { ProgressLine } from './progressLine';

/** How much text goes out at once. */
const chunkLength = 1 << 16;

/** `lines`: prints who wrote the lines of each file, one file a line. Resolves with the exit code. */
export async function lines(options: LinesArguments, context: CommandContext): Promise<number> {
  const { surroundings, path, analysis, now } = context;
  const { stdout, signal } = surroundings;
  const progress = new ProgressLine(surroundings, now);
  const found = await analysis
    .lines({ path, gitPath: null, ignore: options.ignore }, { signal, onProgress: step => progress.show(step) })
    .finally(() => progress.clear());
  const replaced = options.pseudonymise ? pseudonymous(found.people) : null;
  const printed = {
    ...found,
    people: replaced?.people ?? found.people,
    commits: options.commits,
    matches: options.matches,
    inPath: replaced?.inPath ?? ((name: string): string => name),
  };
  let chunk = '';
  for (const record of lineRecords(printed)) {
    chunk += jsonLine(record);
    if (chunk.length >= chunkLength) {
      await stdout.write(chunk);
      chunk = '';
      if (stdout.isClosed || signal.aborted) {
        break;
      }
    }
  }
  await stdout.write(chunk);
  await found.store();
  return 0;
}
