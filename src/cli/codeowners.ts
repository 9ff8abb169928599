import { codeownersJson } from '../core/report/codeownersJson';
import { codeownersMarkdown } from '../core/report/codeownersMarkdown';
import { plainTranslate } from '../core/report/translate';
import { usualPlan } from '../core/spread/planOptions';
import { codeownersTable } from './codeownersTable';
import { analysed, type CommandContext, formatFor, tableStyle } from './command';
import { jsonText } from './jsonText';
import type { CodeownersArguments } from './planArguments';

/** `codeowners`: prints what CODEOWNERS lacks and could say. Nothing is written. Resolves with the exit code. */
export async function codeowners(options: CodeownersArguments, context: CommandContext): Promise<number> {
  const { surroundings, analysis, path } = context;
  const snapshot = await analysed(context, 2);
  const choice = { ...usualPlan, pinned: [], forbidden: [] };
  const request = { path, choice, withAddresses: options.addresses };
  const draft = await analysis.codeowners(request, surroundings.signal);
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(codeownersJson(draft, snapshot))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(codeownersMarkdown(draft, snapshot, plainTranslate));
      break;
    case 'table':
      await surroundings.stdout.write(codeownersTable(draft, snapshot, tableStyle(surroundings)));
  }
  return 0;
}
