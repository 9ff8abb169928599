import { progressJson } from '../core/report/progressJson';
import { progressMarkdown } from '../core/report/progressMarkdown';
import { pseudonymise } from '../core/report/pseudonymise';
import { pseudonymousProgress } from '../core/report/pseudonymousProgress';
import { plainTranslate } from '../core/report/translate';
import type { ProgressArguments } from './checklistArguments';
import { analysed, type CommandContext, formatFor, tableStyle } from './command';
import { jsonText } from './jsonText';
import { progressTable } from './progressTable';

/** `progress`: prints how far the checklists are, and what of them git proves. Resolves with the exit code. */
export async function progress(options: ProgressArguments, context: CommandContext): Promise<number> {
  const { surroundings, analysis, path } = context;
  const found = await analysed(context, 2, { revision: options.revision });
  const known = await analysis.progress({ path, unsaved: [] }, surroundings.signal);
  const snapshot = options.pseudonymise ? pseudonymise(found) : found;
  const shown = options.pseudonymise ? pseudonymousProgress(known, found.people) : known;
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(progressJson(shown, snapshot))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(progressMarkdown(shown, snapshot, plainTranslate));
      break;
    case 'table':
      await surroundings.stdout.write(progressTable(shown, snapshot, tableStyle(surroundings)));
  }
  return 0;
}
