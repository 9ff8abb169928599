import type { Fact } from '../fact';
import { shown } from '../redact';
import { type Subject, speaksOf } from '../subject';
import { pageOutline } from './pageOutline';

const mostLines = 3000;
const leastLines = 3;
const listing =
  /^(?:adrs?|decisions?|architecture decision records?|post-?mortems?|incidents?|index|readme|template)$/i;

/**
 * A page about what went wrong or what was decided, where its title or three lines speak of the component; the line is the
 * first that does.
 * `own`: it is the component's, whatever it says.
 */
export function recordFacts(
  kind: 'postmortem' | 'decision',
  path: string,
  text: string,
  subject: Subject,
  own: boolean,
): readonly Fact[] {
  const lines = text.split('\n').slice(0, mostLines);
  const { title } = pageOutline(path, text);
  if (title === null || listing.test(title.text)) return [];
  const speaking = lines.flatMap((line, at) => (speaksOf(subject, line.slice(0, 2000)) ? [at] : []));
  // Once or twice in passing is about something else.
  const isAbout = own || speaksOf(subject, title.text) || speaking.length >= leastLines;
  const line = speaking[0] === undefined ? title.line : speaking[0] + 1;
  return isAbout ? [{ kind, name: shown(title.text), value: shown(title.text), path, line }] : [];
}
