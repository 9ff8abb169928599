import type { Fact } from '../fact';
import { isSecretName } from '../redact';

const mostLines = 2000;
const lookedUp = /\bos\.(?:environ(?:\.get\(|\[)|getenv\()\s*["']([A-Z][A-Z0-9_]{2,60})["']/g;
const defaulted = /\$\{([A-Z][A-Z0-9_]{2,60}):?[-?]/g;
const used = /\$\{?([A-Z][A-Z0-9_]{2,60})(?![A-Za-z0-9_])/g;
const readsIn = /^\s*(?:source|\.)\s/;
// The shell's own and what every machine has say nothing of the script.
const everywhere =
  /^(?:PATH|PWD|OLDPWD|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TERM|TMPDIR|IFS|RANDOM|SECONDS|LINENO|PPID|UID|EUID|HOSTNAME|OSTYPE|BASH\w*|FUNCNAME|DEBUG)$/;

/**
 * Variables of the environment that a script asks for, by name, each at its first line: in a shell those it has a default or
 * a complaint for (`${PORT:-80}`, `${TOKEN:?}`) and does not set itself, and all others that it does not set where it reads
 * in no other script, which could; in Python those it looks up.
 */
export function scriptVariableFacts(path: string, text: string): readonly Fact[] {
  const isPython = path.endsWith('.py');
  const lines = text
    .split('\n')
    .slice(0, mostLines)
    // What is in single quotes a shell leaves as it is.
    .map(line => (/^\s*#/.test(line) ? '' : line.slice(0, 1000).replace(isPython ? '' : /'[^']*'/g, '')));
  const set = isPython ? new Set<string>() : setIn(lines);
  const found = new Map<string, Fact>();
  for (const [index, line] of lines.entries())
    for (const [, name = ''] of line.matchAll(
      isPython ? lookedUp : lines.some(each => readsIn.test(each)) ? defaulted : used,
    ))
      if (!found.has(name) && !set.has(name) && !everywhere.test(name))
        found.set(name, {
          kind: isSecretName(name) ? 'secret' : 'environment',
          name,
          value: name,
          path,
          line: index + 1,
        });
  return [...found.values()].slice(0, 30);
}

/** Variables that a shell script sets by itself, and not to what they were. */
function setIn(lines: readonly string[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (const line of lines) {
    for (const [, name = ''] of line.matchAll(/(?:^|[\s;&|(])(?:for\s+)?([A-Z][A-Z0-9_]*)(?:\+?=|\s+in\s)/g))
      if (!new RegExp(`\\$\\{${name}:?-`).test(line)) set.add(name);
    for (const name of /\b(?:read|getopts|mapfile|readarray)\b(.*)$/.exec(line)?.[1]?.match(/\b[A-Z][A-Z0-9_]*\b/g) ??
      [])
      set.add(name);
  }
  return set;
}
