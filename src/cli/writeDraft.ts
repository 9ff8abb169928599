import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { printable } from '../core/report/printable';
import { readDocument } from '../core/runbooks/document';
import { isMarkedPage, type Regeneration, regenerated, regeneration } from '../core/scaffold/regenerate';
import type { Section } from '../core/scaffold/section';
import { CommandError } from './failure';

/** A draft on its way to a file. */
export interface DraftToWrite {
  /** Absolute. */
  readonly out: string;
  /** The file as the person called it. */
  readonly named: string;
  readonly text: string;
  /** What may be written anew in a page that is there already. */
  readonly sections: readonly Section[];
  /** Overwrite whatever is there. */
  readonly force: boolean;
}

/**
 * Writes a draft where nothing is; in a page that was drafted before, what lies between its markers. Resolves with what
 * was done, a line. Any other file stays, and a {@link CommandError} says so.
 */
export async function writeDraft({ out, named, text, sections, force }: DraftToWrite): Promise<string> {
  const cannot = (error: unknown): never => {
    throw new CommandError('cannotWrite', `${named} cannot be written (${codeOf(error)}). Take another place.`);
  };
  await mkdir(dirname(out), { recursive: true }).catch(cannot);
  const written = await writeFile(out, text, { flag: force ? 'w' : 'wx' }).then(
    () => true,
    (error: unknown) => (codeOf(error) === 'EEXIST' ? false : cannot(error)),
  );
  if (written) return `Wrote ${printable(named)}. Fill in its open questions.\n`;
  const page = await markedText(out);
  if (page === null || sections.length === 0) {
    throw new CommandError(
      'fileExists',
      `${named} is there already, and was not drafted. Take another name, or overwrite it with \`--force\`.`,
    );
  }
  const [was, is] = [page, text].map(each => readDocument(each).frontMatter.type?.value);
  if (was !== undefined && was !== is) {
    throw new CommandError('fileExists', `${named} was drafted with \`--type ${printable(was)}\`. Say so again.`);
  }
  const changes = regeneration(page, sections);
  if (changes.changes.length > 0) await writeFile(out, regenerated(page, changes)).catch(cannot);
  return spoken(printable(named), changes);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** The text of a page with markers, its byte order mark included; null for any other file. */
async function markedText(file: string): Promise<string | null> {
  try {
    // What is not UTF-8 could not be written back as it was.
    const page = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
    return isMarkedPage(page) ? page : null;
  } catch {
    return null;
  }
}

function spoken(named: string, { changes, left }: Regeneration): string {
  const titles = changes.map(({ title }) => title).join(', ');
  const done = changes.length === 0 ? `${named} says what the repository says.` : `${named}: wrote anew ${titles}.`;
  const alone = left.length === 0 ? '' : ` Left alone, without whole markers: ${left.join(', ')}.`;
  return `${done}${alone}\n`;
}
