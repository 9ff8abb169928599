import type { Fact } from '../fact';
import { isSecretName } from '../redact';

/** Names in a `.env.example` or `.env` file, never values. `only`: leave out all names but these. */
export function envFileFacts(path: string, text: string, only: ReadonlySet<string> | null): readonly Fact[] {
  return text
    .split('\n')
    .slice(0, 5000)
    .flatMap((line, index): readonly Fact[] => {
      const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line.slice(0, 500))?.[1];
      if (name === undefined || (only !== null && !only.has(name))) return [];
      return [{ kind: isSecretName(name) ? 'secret' : 'environment', name, value: name, path, line: index + 1 }];
    });
}
