import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { StubRequest } from '../analysis/protocol';
import type { Snapshot } from '../core/model';
import { printable } from '../core/report/printable';
import { pseudonymous } from '../core/report/pseudonymise';
import { analysed, type CommandContext, findComponent } from './command';
import type { StubArguments } from './commandArguments';
import { CommandError } from './failure';
import { jsonText } from './jsonText';

/** `stub`: drafts a runbook and prints it, or writes it where `--out` says. Resolves with the exit code. */
export async function stub(options: StubArguments, context: CommandContext): Promise<number> {
  const { surroundings, analysis, path } = context;
  const snapshot = await analysed(context, 1);
  const draft = await analysis.stub(requestOf(options, snapshot, path), surroundings.signal);
  const replace = options.pseudonymise ? pseudonymous(snapshot.people).inText : (text: string) => text;
  const markdown = replace(draft.markdown);
  const text = options.format === 'json' ? [...jsonText({ path: draft.path, markdown })].join('') : markdown;
  if (options.out !== null) {
    await writeNew(resolve(surroundings.folder, options.out), options.out, text, options.force);
    await surroundings.stderr.write(`Wrote ${printable(options.out)}. Fill in its open questions.\n`);
    return 0;
  }
  await surroundings.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  if (surroundings.stderr.isTerminal) {
    await surroundings.stderr.write(`It belongs at ${printable(draft.path)}; \`--out FILE\` writes it.\n`);
  }
  return 0;
}

function requestOf({ subject, type }: StubArguments, snapshot: Snapshot, path: string): StubRequest {
  if ('alert' in subject) return { path, alert: subject.alert, file: null };
  const component = findComponent(snapshot, subject.component);
  const usual = component.kind === 'operations' ? 'procedure' : 'service';
  return { path, component: component.id, type: type ?? usual };
}

async function writeNew(file: string, named: string, text: string, force: boolean): Promise<void> {
  const codeOf = (error: unknown): string =>
    error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const cannot = (error: unknown): never => {
    throw new CommandError('cannotWrite', `${named} cannot be written (${codeOf(error)}). Take another place.`);
  };
  await mkdir(dirname(file), { recursive: true }).catch(cannot);
  await writeFile(file, text, { flag: force ? 'w' : 'wx' }).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') {
      throw new CommandError(
        'fileExists',
        `${named} is there already. Take another name, or overwrite it with \`--force\`.`,
      );
    }
    cannot(error);
  });
}
