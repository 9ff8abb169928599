import type { Snapshot } from '../model';
import { type Cleaner, cleanerFor } from './cleaner';
import { mostBytes, type ToolAnswer, type ToolContent, type ToolValue } from './tool';

/** The beginning of a list, and how many more there are. */
export type Listed<T extends ToolValue> = { readonly items: readonly T[]; readonly more: number };

/** An answer before its texts are made safe and short. */
export interface Draft {
  /** Line by line. */
  readonly text: readonly string[];
  readonly content: ToolContent;
}

/** Where lists have to be shorter for the answer to fit. */
const shorterLists = [20, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

const longestText = 300;

/** Where even lists of one are too long. */
const shorterTexts = [120, 60, 30];

/** The first of the items, in their order. */
export function listed<Item, T extends ToolValue>(
  items: readonly Item[],
  most: number,
  tell: (item: Item) => T,
): Listed<T> {
  const shown = items.slice(0, most);
  return { items: shown.map(tell), more: items.length - shown.length };
}

/**
 * The answer with as much in its lists as fits into {@link mostBytes}. Every text is one line, holds nothing that steers
 * a terminal or hides, and no address.
 *
 * @param limit of each list, as asked for
 * @param draft writes the answer with at most so many in each list
 */
export function bounded(snapshot: Snapshot, limit: number, draft: (most: number) => Draft): ToolAnswer {
  const clean = cleanerFor(snapshot);
  const sizes = [
    ...[limit, ...shorterLists.filter(most => most < limit)].map(most => ({ most, longest: longestText })),
    ...shorterTexts.map(longest => ({ most: 1, longest })),
  ];
  let answer: ToolAnswer = { failed: false, text: '', content: {} };
  for (const { most, longest } of sizes) {
    answer = cleaned(draft(most), clean, longest);
    if (bytesOf(answer) <= mostBytes) break;
  }
  return answer;
}

/** What an answer takes, its content as JSON. */
export function bytesOf({ text, content }: ToolAnswer): number {
  return new TextEncoder().encode(text + JSON.stringify(content)).length;
}

function cleaned({ text, content }: Draft, clean: Cleaner, longest: number): ToolAnswer {
  const cut = (value: string): string => shortened(clean(value), longest);
  return {
    failed: false,
    // A line of the text says what several texts of the content say.
    text: text.map(line => shortened(clean(line), 2 * longest)).join('\n'),
    content: cleanedContent(content, cut),
  };
}

function cleanedContent(content: ToolContent, cut: (text: string) => string): ToolContent {
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, cleanedValue(value, cut)]));
}

function cleanedValue(value: ToolValue, cut: (text: string) => string): ToolValue {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(each => cleanedValue(each, cut)) : cleanedContent(value, cut);
}

function isList(value: ToolContent | readonly ToolValue[]): value is readonly ToolValue[] {
  return Array.isArray(value);
}

function shortened(text: string, longest: number): string {
  // By code points, so that no pair is cut in half.
  return text.length <= longest ? text : `${[...text.slice(0, longest)].slice(0, -1).join('')}…`;
}
