import type { Fact } from '../fact';
import { shown } from '../redact';
import { type Subject, speaksOf } from '../subject';

const mostLines = 3000;

/**
 * A page about what went wrong or what was decided, where it speaks of the component; the line is the first that does.
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
  const speaks = lines.findIndex(line => speaksOf(subject, line.slice(0, 2000)));
  if (speaks < 0 && !own) return [];
  return [{ kind, name: shown(title), value: shown(title), path, line: (speaks < 0 ? titled : speaks) + 1 }];
}
