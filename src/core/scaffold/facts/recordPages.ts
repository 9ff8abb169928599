import type { Fact } from '../fact';
import { shown } from '../redact';
import { type Subject, speaksOf } from '../subject';

const mostLines = 3000;
const leastLines = 3;

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
  const titled = lines.findIndex(line => /^#\s+\S/.test(line));
  const title = /^#\s+(.*?)\s*#*\s*$/.exec(lines[titled] ?? '')?.[1] ?? '';
  if (
    title === '' ||
    /^(?:adrs?|decisions?|architecture decision records?|post-?mortems?|incidents?|index|readme|template)$/i.test(title)
  )
    return [];
  const speaking = lines.flatMap((line, at) => (speaksOf(subject, line.slice(0, 2000)) ? [at] : []));
  // Once or twice in passing is about something else.
  const isAbout = own || speaksOf(subject, title) || speaking.length >= leastLines;
  return isAbout ? [{ kind, name: shown(title), value: shown(title), path, line: (speaking[0] ?? titled) + 1 }] : [];
}
