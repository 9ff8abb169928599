import type { Fact } from '../fact';
import { shown } from '../redact';

/** The processes of a Procfile: `web: gunicorn app`. */
export function procfileFacts(path: string, text: string): readonly Fact[] {
  return text
    .split('\n')
    .slice(0, 200)
    .flatMap((line, index): readonly Fact[] => {
      const [, name, command] = /^([\w-]{1,60})[ \t]*:[ \t]*(\S.*)$/.exec(line.slice(0, 1000)) ?? [];
      if (name === undefined || command === undefined) return [];
      return [{ kind: 'command', name, value: shown(`${name}: ${command.trim()}`), path, line: index + 1 }];
    });
}
