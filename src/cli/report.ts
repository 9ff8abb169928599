import { resolve } from 'node:path';
import { printable } from '../core/report/printable';
import { isMarkdownPath } from '../core/runbooks/markdownPath';
import { usualChoice } from '../core/spread/planChoice';
import { analysed, type CommandContext } from './command';
import { CommandError } from './failure';
import type { ReportArguments } from './reportArguments';
import { writeWhole } from './writeWhole';

/** `report`: prints the report on a repository, or writes it where `--out` says. Resolves with the exit code. */
export async function report(options: ReportArguments, context: CommandContext): Promise<number> {
  const { surroundings, analysis, path } = context;
  const { out, force, pseudonymise } = options;
  await analysed(context, 2);
  const isMarkdown = options.format === 'markdown' || (options.format === null && out !== null && isMarkdownPath(out));
  const text = await analysis.report(
    { path, format: isMarkdown ? 'markdown' : 'html', pseudonymise, plan: usualChoice },
    surroundings.signal,
  );
  if (out === null) {
    await surroundings.stdout.write(text);
    return 0;
  }
  if (!(await writeWhole({ out: resolve(surroundings.folder, out), named: out, text, force }))) {
    throw new CommandError(
      'fileExists',
      `${out} is there already. Take another name, or overwrite it with \`--force\`.`,
    );
  }
  await surroundings.stderr.write(`Wrote ${printable(out)}.\n`);
  return 0;
}
