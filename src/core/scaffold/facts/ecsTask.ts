import type { Fact } from '../fact';
import { isSecret, shown } from '../redact';
import { spokenWords } from '../shell';

// One of a list on a line of its own, as `jsonencode` and templates have it.
const listed = /^\s*\{\s*"?name"?\s*[=:]\s*"([A-Za-z_]\w*)"\s*,\s*"?(value|valueFrom)"?\s*[=:]\s*(.*)$/;

/**
 * What a task of ECS is given, in a file of Terraform that defines no others: the command it runs and the health check, where
 * there is one of each, and its variables and secrets, by name.
 */
export function ecsTaskFacts(path: string, text: string): readonly Fact[] {
  const lines = text.split('\n').map(line => line.slice(0, 1000));
  const commands = lines.flatMap((line, index) => {
    const words = /^\s*"?command"?\s*[=:]\s*\[(.*)\]/.exec(line)?.[1] ?? '';
    const command = Array.from(words.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, word = '']) => word);
    return command.length === 0 ? [] : [{ command, line: index + 1 }];
  });
  const isCheck = ({ command }: { readonly command: readonly string[] }): boolean =>
    /^CMD(?:-SHELL)?$/.test(command[0] ?? '');
  const fact = (kind: Fact['kind'], name: string, value: string, line: number): Fact => ({
    kind,
    name,
    value: shown(value),
    path,
    line,
  });
  // Of several, which is meant is not ours to say.
  const one = <T>(found: readonly T[]): readonly T[] => (found.length === 1 ? found : []);
  return [
    ...one(commands.filter(each => !isCheck(each))).map(({ command, line }) =>
      fact('command', 'command', spokenWords(command), line),
    ),
    ...one(commands.filter(isCheck)).map(({ command, line }) =>
      fact('healthcheck', 'task', spokenWords(command.slice(1)), line),
    ),
    ...lines.flatMap((line, index): readonly Fact[] => {
      const [, name, how = '', from = ''] = listed.exec(line) ?? [];
      if (name === undefined) return [];
      // The last word of `var.x ? "random" : "hash"` tells what kind of value it is.
      const word = /"([^"]*)"\s*\}\s*,?\s*$/.exec(from)?.[1] ?? null;
      if (how === 'value') return [fact(isSecret(name, word) ? 'secret' : 'environment', name, name, index + 1)];
      return [{ ...fact('secret', name, name, index + 1), ...storeOf(from) }];
    }),
  ];
}

function storeOf(from: string): Pick<Fact, 'keptIn'> {
  if (/secrets?_?manager/i.test(from)) return { keptIn: 'AWS Secrets Manager' };
  return /ssm|parameter/i.test(from) ? { keptIn: 'AWS Systems Manager' } : {};
}
