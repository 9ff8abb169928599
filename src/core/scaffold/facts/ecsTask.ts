import type { Fact } from '../fact';
import { shown } from '../redact';
import { spokenWords } from '../shell';
import { variableFacts } from './givenVariables';

// A list of variables, as `jsonencode` and templates have it, by itself or handed to functions: `environment = concat([`.
const listing = /^\s*"?\w*(?:environment|env_?vars?|secrets)\w*"?\s*[=:]\s*(?:\w+\()*(?:\w+\($|\[)/i;

const longestEntry = 1000;

/** One of a list: `{ name = "MODE", value = "fast" }`. */
interface Listed {
  readonly text: string;
  /** From 1; where its name stands. */
  readonly line: number;
}

/**
 * What a task of ECS is given, in a file of Terraform that defines no others: the command it runs and the health check, where
 * there is one of each, its variables and secrets, by name, and what else is set up that a variable has the address of.
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
    ...listedIn(lines).flatMap(({ text, line }): readonly Fact[] => {
      const name = /[{,\s]"?name"?\s*[=:]\s*"([A-Za-z_]\w*)"/.exec(text)?.[1];
      const [, how = '', from = ''] =
        /[{,\s]"?(value|valueFrom)"?\s*[=:]\s*(.*?)[\s,}]*(?:[,\s]"?name"?\s*[=:].*)?$/.exec(text) ?? [];
      if (name === undefined || how === '') return [];
      if (how === 'value') return variableFacts(path, name, from, line);
      return [{ ...fact('secret', name, name, line), ...storeOf(from) }];
    }),
  ];
}

/** What is in braces in the lists of variables, on one line or over several; comments left out. */
function listedIn(lines: readonly string[]): readonly Listed[] {
  const found: Listed[] = [];
  // Brackets that are open, and braces within them.
  let lists = 0;
  let braces = 0;
  let text = '';
  let named = 0;
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|\/\/)/.test(line) || (lists === 0 && !listing.test(line))) continue;
    if (/"?name"?\s*[=:]/.test(line)) named = index + 1;
    let isQuoted = false;
    for (const letter of line.replace(/\\./g, '')) {
      if ((braces > 0 || letter === '{') && text.length < longestEntry) text += letter;
      if (letter === '"') isQuoted = !isQuoted;
      else if (isQuoted) continue;
      else if (letter === '{') braces++;
      else if (letter === '}' && braces > 0) {
        braces--;
        if (braces > 0) continue;
        // On one line, whatever white space there was.
        found.push({ text: text.replace(/\s+/g, ' '), line: named });
        text = '';
      } else if (/[[(]/.test(letter)) lists++;
      else if (/[\])]/.test(letter) && --lists <= 0) break;
    }
    text += ' ';
    if (lists > 0) continue;
    lists = 0;
    braces = 0;
    text = '';
  }
  return found;
}

function storeOf(from: string): Pick<Fact, 'keptIn'> {
  if (/secrets?_?manager/i.test(from)) return { keptIn: 'AWS Secrets Manager' };
  return /(?:^|[^a-z])ssm(?:[^a-z]|$)|parameter/i.test(from) ? { keptIn: 'AWS Systems Manager' } : {};
}
