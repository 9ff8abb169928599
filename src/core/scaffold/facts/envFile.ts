import type { Fact } from '../fact';
import { isSecret } from '../redact';
import { isNamed, type Subject } from '../subject';

/** Names in a `.env.example` or `.env` file, never values. `only`: leave out all names but these. */
export function envFileFacts(path: string, text: string, only: ReadonlySet<string> | null): readonly Fact[] {
  return text
    .split('\n')
    .slice(0, 5000)
    .flatMap((line, index): readonly Fact[] => {
      const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line.slice(0, 500)) ?? [];
      if (name === undefined || (only !== null && !only.has(name))) return [];
      return [{ kind: isSecret(name, value) ? 'secret' : 'environment', name, value: name, path, line: index + 1 }];
    });
}

const ruler = /^#\s*[-=#*]{3,}\s*$/;
const leastSections = 2;

/**
 * Of a file that several services share, the lines of the sections that are headed by the component's name or that of one of
 * its services, at their places; all where nothing parts it. A heading is a comment with a rule below it.
 */
export function ofSections(text: string, subject: Subject, facts: readonly Fact[]): string {
  const lines = text.split('\n');
  const headings = lines.map((line, at) => {
    const said = /^#\s*(\S.*?)\s*$/.exec(line)?.[1];
    return said !== undefined && !ruler.test(line) && ruler.test(lines[at + 1] ?? '') ? said : null;
  });
  if (headings.filter(heading => heading !== null).length < leastSections) return text;
  const services = facts.filter(fact => fact.kind === 'composeService').map(fact => fact.name);
  let isIts = false;
  return lines
    .map((line, at) => {
      const heading = headings[at] ?? null;
      if (heading !== null)
        isIts = isNamed(subject, heading) || services.some(name => isNamed({ id: name, name }, heading));
      return isIts ? line : '';
    })
    .join('\n');
}
