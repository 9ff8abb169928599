/** A passage of a page between a marker and its end. Offsets are of the text, in UTF-16 units. */
export interface MarkedPassage {
  readonly id: string;
  /** After the line of the first marker. */
  readonly start: number;
  /** Before the line of the second one. */
  readonly end: number;
  /** What ends the line of the first marker. */
  readonly lineEnd: string;
  /** The spaces before it: it may stand in an item of a list. */
  readonly indent: string;
}

/** What the markers of a page say. */
export interface MarkedPage {
  readonly passages: readonly MarkedPassage[];
  /** Names of markers that have no partner, stand within others or occur twice: where such a passage ends is not known. */
  readonly damaged: readonly string[];
}

const marker = /^( {0,3})<!--[ \t]*single-points:(begin|end)(?:[ \t]+section=([\w-]+))?[ \t]*-->[ \t]*$/;
const mention = /^ {0,3}<!--[ \t]*single-points:(?:begin|end)/;

/** An HTML comment: no reader of the page sees it, and formatters leave it alone. */
export const beginMarker = (id: string): string => `<!-- single-points:begin section=${id} -->`;

/** The name is said again, so that a deleted line is noticed. */
export const endMarker = (id: string): string => `<!-- single-points:end section=${id} -->`;

/** Whether a line would be read as a marker, whole or damaged. */
export const isMarker = (line: string): boolean => mention.test(line);

/** Finds the passages that may be written again. What stands in a block of code is no marker. Never throws. */
export function markedPage(text: string): MarkedPage {
  const found: MarkedPassage[] = [];
  const damaged = new Set<string>();
  let open = null as Omit<MarkedPassage, 'end'> | null;
  let fence = '';
  for (const line of linesOf(text)) {
    // What was generated may show code; no line of it is a marker.
    if (open === null && (fence !== '' || !isMarker(line.text))) {
      fence = fenceAfter(fence, line.text);
      continue;
    }
    if (!isMarker(line.text)) continue;
    const [, indent = '', edge, id = unnamed]: readonly (string | undefined)[] = marker.exec(line.text) ?? [];
    if (edge === 'end' && open?.id === id) found.push({ ...open, end: line.start });
    else if (edge !== 'begin' || open !== null) damaged.add(id).add(open?.id ?? id);
    open = edge === 'begin' ? { id, start: line.end, lineEnd: line.lineEnd, indent } : null;
  }
  if (open !== null) damaged.add(open.id);
  for (const { id } of found) if (found.filter(other => other.id === id).length > 1) damaged.add(id);
  return { passages: found.filter(({ id }) => !damaged.has(id)), damaged: [...damaged].sort() };
}

const unnamed = '?';

interface Line {
  readonly text: string;
  readonly lineEnd: string;
  readonly start: number;
  readonly end: number;
}

function* linesOf(text: string): Generator<Line> {
  // A byte order mark is of the file, not of its first line.
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\n|\r/g)) {
    const end = index + lineEnd.length;
    yield { text: text.slice(start, index), lineEnd, start, end };
    start = end;
  }
  yield { text: text.slice(start), lineEnd: '', start, end: text.length };
}

/** The fence that is open after a line; '' for none. */
function fenceAfter(open: string, line: string): string {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
  if (fence === '') return open;
  if (open === '') return fence;
  const closes = fence.startsWith(open) && line.trim() === fence;
  return closes ? '' : open;
}
