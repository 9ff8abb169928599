import type { Random } from './random';

/** One line and the edits (from 0, the creation) at which it appears and changes. */
interface LineHistory {
  readonly text: string;
  readonly born: number;
  readonly changes: number[];
}

/**
 * Makes up how a file grew: as many versions as it had edits, each different from the one before, the last one the text
 * itself. About half of its paragraphs are there from the start, the others come one by one, and then single lines change.
 */
export function versionsOf(text: string, edits: number, random: Random): readonly string[] {
  const lines = growth(text, edits, random);
  return Array.from({ length: edits }, (_, edit) =>
    edit === edits - 1
      ? text
      : lines
          .filter(line => line.born <= edit)
          .map(line => older(line.text, line.changes.filter(change => change > edit).length))
          .filter(line => line !== null)
          .join('\n'),
  );
}

function growth(text: string, edits: number, random: Random): readonly LineHistory[] {
  const paragraphs = paragraphsOf(text);
  const later = random.shuffled(paragraphs.slice(Math.ceil(paragraphs.length / 2)).map((_, index) => index));
  const first = paragraphs.length - later.length;
  const bornAt = new Map(later.slice(0, edits - 1).map((index, order) => [index + first, order + 1]));
  const lines = paragraphs.flatMap((paragraph, index) =>
    paragraph.map((line): LineHistory => ({ text: line, born: bornAt.get(index) ?? 0, changes: [] })),
  );
  for (let edit = 1; edit < edits; edit += 1) {
    const grew = edit <= bornAt.size;
    const there = lines.filter(line => line.born < edit && canChange(line.text));
    // A paragraph alone is change enough; without one, up to three lines change.
    for (let count = grew ? 0 : 1 + random.below(3); count > 0; count -= 1) {
      const line = random.among(there.length > 0 ? there : lines);
      if (line !== undefined && !line.changes.includes(edit)) line.changes.push(edit);
    }
  }
  return lines;
}

/** Lines up to and with each blank line; the line after the last line break belongs to the last of them. */
function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    paragraphs.at(-1)?.push(line);
    if (line === '') paragraphs.push([]);
  }
  return paragraphs.filter(paragraph => paragraph.length > 0);
}

/** A number that stands alone or ends a version, not part of a word and without zeros in front. */
const number = /(?<![\w-])(?:\d+\.)*?([1-9][\d_]*)(?![\w.]|-\w)/;

/** What a line was, so many changes ago: another number, or not there at all. Null: not there. */
function older(line: string, changes: number): string | null {
  if (changes === 0) return line;
  const found = number.exec(line);
  const digits = found?.[1];
  if (digits === undefined) return changes % 2 === 1 ? null : line;
  const value = Number(digits.replaceAll('_', ''));
  const step = 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0);
  const was = String(value > step * changes ? value - step * changes : value + step * changes);
  const written = digits.includes('_') ? was.replace(/\B(?=(\d{3})+$)/g, '_') : was;
  return line.replace(number, whole => whole.slice(0, whole.length - digits.length) + written);
}

/** Whether what is around a line still makes sense when the line is another one, or gone. */
function canChange(line: string): boolean {
  if (line.trim().length < 4) return false;
  if (number.test(line)) return true;
  const opening = line.match(/[([{]/g)?.length ?? 0;
  const closing = line.match(/[)\]}]/g)?.length ?? 0;
  return opening === closing && !/^\s*(export |package |module |FROM |# |---)|[:|]$|^(GET|CMD)/.test(line);
}
