import { markedPage } from './markers';
import { between, type Section, saidLines } from './section';

/** A passage of a page that is written anew. Offsets are of the page, in UTF-16 units. */
export interface Rewritten {
  /** Id of the section. */
  readonly section: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a draft would change on a page that was drafted before. */
export interface Regeneration {
  /** By place; none where the page says what the repository says. */
  readonly changes: readonly Rewritten[];
  /** Titles of sections that the page has no markers for any more, or whose markers are damaged: they are left alone. */
  readonly left: readonly string[];
}

/** Whether any passage of a page may be written again. */
export function isMarkedPage(text: string): boolean {
  const { passages, damaged } = markedPage(text);
  return passages.length + damaged.length > 0;
}

/**
 * Compares a page with a newer draft. Only what lies between whole markers is replaced, in the page's own line ends; a
 * section is never added. Applied twice it changes nothing more.
 */
export function regeneration(page: string, sections: readonly Section[]): Regeneration {
  const { passages } = markedPage(page);
  const changes: Rewritten[] = [];
  const left: string[] = [];
  for (const { id, title, said } of sections) {
    if (said === null) continue;
    const passage = passages.find(each => each.id === id);
    if (passage === undefined) {
      left.push(title);
      continue;
    }
    const { start, end, lineEnd, indent } = passage;
    const text = between(saidLines(said))
      .map(line => `${line === '' ? '' : indent}${line}${lineEnd}`)
      .join('');
    if (text !== page.slice(start, end)) changes.push({ section: id, title, start, end, text });
  }
  return { changes: changes.sort((a, b) => a.start - b.start), left };
}

/** The page with the changes made; everything else stays to the character. */
export function regenerated(page: string, { changes }: Pick<Regeneration, 'changes'>): string {
  let text = '';
  let from = 0;
  for (const change of changes) {
    text += page.slice(from, change.start) + change.text;
    from = change.end;
  }
  return text + page.slice(from);
}
