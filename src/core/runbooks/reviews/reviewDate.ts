import { toString as textOf } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import type { RunbookDocument } from '../document';
import { type Place, placeOf } from '../place';
import { later, parseDay, parseInterval } from './calendar';
import { reviewedIn } from './reviewLines';

/** When a page says it was last reviewed, and when it is to be reviewed again. */
export interface ReviewDate {
  readonly place: Place;
  /** As written. */
  readonly written: string;
  /** Seconds; null when it is no day of the calendar. */
  readonly reviewed: number | null;
  /** Seconds; null when it cannot be told. */
  readonly due: number | null;
  /** The interval is given, and is neither a time span nor a day; as written. */
  readonly wrongInterval: string | null;
}

/** Where a page does not say for how long a review holds. */
const usual = { months: 12, days: 0 };

/** A value that a site generator fills in, or an anchor of YAML: not known here. */
const isFilledIn = (written: string): boolean => /\{\{|<%|\$\{|^[*&]/.test(written);

// `last_updated` is what site generators write by themselves: it tells of reviews only beside an interval.
const updated = /^last[-_ ]?updated$/i;

/** The review date of a page, from its front matter, else from a line or section `Last reviewed`; null without one. */
export function reviewDateOf({ frontMatter, tree }: Pick<RunbookDocument, 'frontMatter' | 'tree'>): ReviewDate | null {
  const { lastReviewedOn, reviewIn, all } = frontMatter;
  const isUpdated = [...all].some(([key, value]) => value === lastReviewedOn && updated.test(key));
  const found = lastReviewedOn !== null && !(isUpdated && reviewIn === null) ? lastReviewedOn : inText(tree);
  if (found === null || isFilledIn(found.value)) return null;
  const reviewed = parseDay(found.value);
  const base = { place: found.place, written: found.value, reviewed, wrongInterval: null };
  if (reviewed === null || reviewIn === null) return { ...base, due: reviewed && later(reviewed, usual) };
  const interval = parseInterval(reviewIn.value);
  if (interval !== null) return { ...base, due: later(reviewed, interval) };
  const due = parseDay(reviewIn.value);
  return due === null && !isFilledIn(reviewIn.value)
    ? { ...base, due: null, wrongInterval: reviewIn.value, place: reviewIn.place }
    : { ...base, due };
}

interface Written {
  readonly value: string;
  readonly place: Place;
}

/** `Last reviewed: 2026-01-02`, a row of a table, or a heading with the day below it. */
function inText(tree: RunbookDocument['tree']): Written | null {
  let found: Written | null = null;
  let waits = false;
  if (tree === null) return null;
  visit(tree, node => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableRow') return undefined;
    const text = node.type === 'tableRow' ? node.children.map(cell => textOf(cell)).join(' | ') : textOf(node);
    if (waits) {
      found = { value: text.split('\n', 1)[0]?.slice(0, 60) ?? '', place: placeOf(node) };
      return EXIT;
    }
    for (const line of text.slice(0, 2000).split('\n')) {
      const value = reviewedIn(line);
      if (value === null) continue;
      if (value === '') waits = node.type === 'heading';
      else if (/\d/.test(value)) found = { value: dayIn(value), place: placeOf(node) };
      if (found !== null) return EXIT;
    }
    return undefined;
  });
  return found !== null && /\d/.test((found as Written).value) ? found : null;
}

/** Without what follows the day: ` by the platform team`, ` (v2)`. */
function dayIn(value: string): string {
  const words = value.split(/\s+/);
  for (let count = Math.min(words.length, 5); count > 0; count--) {
    const some = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,;)]+$/, '');
    if (parseDay(some) !== null) return some;
  }
  return value;
}
