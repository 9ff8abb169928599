import { readFile, writeFile } from 'node:fs/promises';
import { printable } from '../core/report/printable';
import { draftedFor, isDraftedFor } from '../core/scaffold/draftedFor';
import { isMarkedPage, type Regeneration, regenerated, regeneration } from '../core/scaffold/regenerate';
import type { Section } from '../core/scaffold/section';
import { readChecklist } from '../core/spread/readChecklist';
import { CommandError } from './failure';
import { cannotWrite, type WholeFile, writeWhole } from './writeWhole';

/** A draft on its way to a file. */
export interface DraftToWrite extends WholeFile {
  /** What may be written anew in a page that is there already. */
  readonly sections: readonly Section[];
}

/**
 * Writes a draft where nothing is; in a page that was drafted before, what lies between its markers. Resolves with what
 * was done, a line. Any other file stays, and a {@link CommandError} says so.
 */
export async function writeDraft({ out, named, text, sections, force }: DraftToWrite): Promise<string> {
  if (await writeWhole({ out, named, text, force })) {
    const asks = sections.some(({ asked }) => asked.length > 0);
    return `Wrote ${printable(named)}.${asks ? ' Fill in its open questions.' : ''}
`;
  }
  const page = await markedText(out);
  if (page === null || sections.length === 0) {
    throw new CommandError(
      'fileExists',
      `${named} is there already, and was not drafted. Take another name, or overwrite it with \`--force\`.`,
    );
  }
  refuseAnother(page, text, named);
  const changes = regeneration(page, sections);
  if (changes.changes.length > 0) {
    await writeFile(out, regenerated(page, changes)).catch((error: unknown) => {
      throw cannotWrite(named, error);
    });
  }
  return spoken(printable(named), changes);
}

/** Facts of one thing must not come between the words about another. */
function refuseAnother(page: string, draft: string, named: string): void {
  const [was, is] = [draftedFor(page), draftedFor(draft)];
  const [list, newer] = [page, draft].map(text => readChecklist(named, text));
  const isOther = was !== null && is !== null && !isDraftedFor(page, { ...is, type: was.type });
  const isForAnother = list?.leaver != null && list.leaver !== newer?.leaver;
  if (isOther || isForAnother || list?.kind !== newer?.kind || list?.component !== newer?.component) {
    throw new CommandError(
      'fileExists',
      `${named} was drafted for something else. Take another name, or overwrite it with \`--force\`.`,
    );
  }
  if (was !== null && was.type !== is?.type) {
    throw new CommandError('fileExists', `${named} was drafted with \`--type ${printable(was.type)}\`. Say so again.`);
  }
}

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
