import type { Fact } from '../fact';
import { isSecretName } from '../redact';

const mostLines = 2000;
// The shell's own and what every machine has say nothing of the script.
const everywhere =
  /^(?:PATH|PWD|OLDPWD|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TERM|TMPDIR|IFS|RANDOM|SECONDS|LINENO|PPID|UID|EUID|HOSTNAME|OSTYPE|BASH\w*|FUNCNAME|DEBUG)$/;

/**
 * Variables of the environment that a script asks for, by name, each at its first line: in a shell those it has a default or
 * a complaint for (`${PORT:-80}`, `${TOKEN:?}`) and does not set itself; in Python those it looks up.
 */
export function scriptVariableFacts(path: string, text: string): readonly Fact[] {
  const lines = text.split('\n').slice(0, mostLines);
  const isPython = path.endsWith('.py');
  const asked = isPython
    ? /\bos\.(?:environ(?:\.get\(|\[)|getenv\()\s*["']([A-Z][A-Z0-9_]{2,60})["']/g
    : /\$\{([A-Z][A-Z0-9_]{2,60}):?[-?]/g;
  const found = new Map<string, Fact>();
  const set = new Set<string>();
  for (const [index, raw] of lines.entries()) {
    const line = raw.slice(0, 1000);
    if (/^\s*#/.test(line)) continue;
    for (const [, name = ''] of line.matchAll(asked))
      if (!found.has(name) && !set.has(name) && !everywhere.test(name))
        found.set(name, {
          kind: isSecretName(name) ? 'secret' : 'environment',
          name,
          value: name,
          path,
          line: index + 1,
        });
    const assigned = isPython ? undefined : /^\s*(?:export\s+|local\s+|readonly\s+)*([A-Z][A-Z0-9_]*)=/.exec(line)?.[1];
    if (assigned !== undefined && !line.includes(`\${${assigned}:`) && !line.includes(`\${${assigned}-`))
      set.add(assigned);
  }
  return [...found.values()].slice(0, 30);
}
