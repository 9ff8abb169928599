import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { StubRequest } from '../analysis/protocol';
import { leavesRepository } from '../core/components/repositoryPath';
import type { Snapshot } from '../core/model';
import { printable } from '../core/report/printable';
import { pseudonymous } from '../core/report/pseudonymise';
import { analysed, type CommandContext, findComponent } from './command';
import type { StubArguments } from './commandArguments';
import { jsonText } from './jsonText';
import { writeDraft } from './writeDraft';

/** `stub`: drafts a page and prints it, or writes it where `--out` says. Resolves with the exit code. */
export async function stub(options: StubArguments, context: CommandContext): Promise<number> {
  const { surroundings, analysis } = context;
  const snapshot = await analysed(context, 1);
  const out = options.out === null ? null : resolve(surroundings.folder, options.out);
  const page = out === null ? null : await pathWithin(snapshot.repository.root, out);
  const draft = await analysis.stub(requestOf(options, snapshot, context.path, page), surroundings.signal);
  const replace = options.pseudonymise ? pseudonymous(snapshot.people).inText : (text: string) => text;
  const markdown = replace(draft.markdown);
  const text = options.format === 'json' ? [...jsonText({ path: draft.path, markdown })].join('') : markdown;
  if (out !== null) {
    const sections = options.format === 'json' ? [] : draft.sections;
    const shown = sections.map(each => ({ ...each, said: each.said?.map(replace) ?? null }));
    const named = options.out ?? out;
    await surroundings.stderr.write(await writeDraft({ out, named, text, sections: shown, force: options.force }));
    return 0;
  }
  await surroundings.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  if (surroundings.stderr.isTerminal) {
    await surroundings.stderr.write(`It belongs at ${printable(draft.path)}; \`--out FILE\` writes it.\n`);
  }
  return 0;
}

function requestOf(
  { subject, type }: StubArguments,
  snapshot: Snapshot,
  path: string,
  page: string | null,
): StubRequest {
  if ('alert' in subject) return { path, alert: subject.alert, file: null };
  const component = findComponent(snapshot, subject.component);
  const usual = component.kind === 'operations' ? 'procedure' : 'service';
  return { path, component: component.id, type: type ?? usual, page };
}

/** The path of a file relative to a folder, with `/`; null where it is not in it. The file need not exist. */
async function pathWithin(folder: string, file: string): Promise<string | null> {
  const real = await realpath(dirname(file)).catch(() => dirname(file));
  const path = relative(folder, join(real, basename(file)))
    .split(sep)
    .join('/');
  return path === '' || leavesRepository(path) ? null : path;
}
