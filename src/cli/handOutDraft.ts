import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { StubDraft } from '../analysis/protocol';
import { leavesRepository } from '../core/components/repositoryPath';
import type { Snapshot } from '../core/model';
import { printable } from '../core/report/printable';
import { pseudonymous } from '../core/report/pseudonymise';
import type { AnalysisArguments } from './argumentReader';
import type { CommandContext } from './command';
import { jsonText } from './jsonText';
import { writeDraft } from './writeDraft';

/** What commands that draft a page take. */
export interface DraftArguments extends AnalysisArguments {
  readonly out: string | null;
  readonly force: boolean;
}

/** Where `--out` is in the repository, for the links of a draft; null without it, or where it is elsewhere. */
export async function placeOfDraft(
  { out }: DraftArguments,
  { repository }: Snapshot,
  { surroundings }: CommandContext,
): Promise<string | null> {
  return out === null ? null : pathWithin(repository.root, resolve(surroundings.folder, out));
}

/** Prints a draft, or writes it where `--out` says. Resolves with the exit code. */
export async function handOutDraft(
  draft: StubDraft,
  { out, force, format, pseudonymise }: DraftArguments,
  { people }: Snapshot,
  { surroundings }: CommandContext,
): Promise<number> {
  const { inText, inPath } = pseudonymous(people);
  const replace = pseudonymise ? inText : (text: string): string => text;
  const path = pseudonymise ? inPath(draft.path) : draft.path;
  const markdown = replace(draft.markdown);
  const text = format === 'json' ? [...jsonText({ path, markdown })].join('') : markdown;
  if (out !== null) {
    const sections = format === 'json' ? [] : draft.sections;
    const shown = sections.map(each => ({ ...each, said: each.said?.map(replace) ?? null }));
    const file = resolve(surroundings.folder, out);
    await surroundings.stderr.write(await writeDraft({ out: file, named: out, text, sections: shown, force }));
    return 0;
  }
  await surroundings.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  if (surroundings.stderr.isTerminal) {
    await surroundings.stderr.write(`It belongs at ${printable(path)}; \`--out FILE\` writes it.\n`);
  }
  return 0;
}

/** The path of a file relative to a folder, with `/`; null where it is not in it. The file need not exist. */
async function pathWithin(folder: string, file: string): Promise<string | null> {
  const real = await realpath(dirname(file)).catch(() => dirname(file));
  const path = relative(folder, join(real, basename(file)))
    .split(sep)
    .join('/');
  return path === '' || leavesRepository(path) ? null : path;
}
