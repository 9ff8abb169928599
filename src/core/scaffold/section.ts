import { beginMarker, endMarker, isMarker } from './markers';
import type { Lines } from './stubLines';

/** A passage of a draft: what the repository says, and what only people can answer. */
export interface Section {
  /** Names it in its markers: lower case, `-` between words; stays when the title changes. */
  readonly id: string;
  readonly title: string;
  /** Written between markers, so that it can be written again; null where nothing is ever known. */
  readonly said: Lines | null;
  /** Written below the markers, once: from then on they are the page's own. */
  readonly asked: Lines;
}

/** What stands between the markers of a section; a line that would be read as a marker is left out. */
export function saidLines(said: Lines): Lines {
  return said.filter(line => !isMarker(line));
}

/** What may be written again, with its markers. */
export function markedLines(id: string, said: Lines): Lines {
  return [beginMarker(id), ...between(saidLines(said)), endMarker(id)];
}

/** The section with its heading. Blank lines around markers keep formatters of Markdown from moving them. */
export function sectionLines({ id, title, said, asked }: Section): Lines {
  return [
    `## ${title}`,
    ...(said === null ? [] : ['', ...markedLines(id, said)]),
    ...(asked.length === 0 ? [] : ['', ...asked]),
  ];
}

/** Lines as they stand between two markers. */
export function between(lines: Lines): Lines {
  const text = lines.join('\n').trim();
  return text === '' ? [''] : ['', ...text.split('\n'), ''];
}
