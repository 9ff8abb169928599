/** One command of a shell line, in words, quotes resolved. */
export type ShellWords = readonly string[];

const longestLine = 4000;
const mostWords = 200;

/**
 * Takes a line of shell apart into commands at `|`, `;`, `&&` and `||`, and those into words. Quotes and backslashes are
 * resolved, a comment ends the line, redirections are left out. A quote that is never closed ends with the line. Never
 * throws; time is linear.
 */
export function shellWords(line: string): readonly ShellWords[] {
  const commands: string[][] = [[]];
  let word: string | null = null;
  let quote = '';
  const endWord = (): void => {
    if (word !== null && (commands.at(-1)?.length ?? 0) < mostWords) commands.at(-1)?.push(word);
    word = null;
  };
  const text = line.slice(0, longestLine);
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
      else if (letter === '\\' && quote === '"' && at + 1 < text.length) word = (word ?? '') + text.charAt(++at);
      else word = (word ?? '') + letter;
    } else if (letter === "'" || letter === '"') {
      quote = letter;
      word ??= '';
    } else if (letter === '\\' && at + 1 < text.length) word = (word ?? '') + text.charAt(++at);
    else if (letter === '#' && word === null) break;
    else if (letter === '|' || letter === ';' || letter === '&' || letter === '\n') {
      endWord();
      if (letter === '&' && text.charAt(at + 1) !== '&' && text.charAt(at - 1) !== '&') continue;
      if ((commands.at(-1)?.length ?? 0) > 0) commands.push([]);
    } else if (/\s/.test(letter)) endWord();
    else word = (word ?? '') + letter;
  }
  endWord();
  return commands.filter(({ length }) => length > 0);
}

const wrappers = /^(?:sudo|doas|time|nohup|exec|command|then|do|else|if|watch|xargs|env|\(|\{|!)$/;
const assignment = /^[A-Za-z_][A-Za-z0-9_]*=/;

/**
 * The command that is run in the end: without `sudo`, assignments and `bundle exec`, and what `kubectl exec … --`,
 * `docker exec` and `ssh` hand to another machine.
 */
export function innermost(words: ShellWords): ShellWords {
  let rest = words;
  for (let depth = 0; depth < 6; depth++) {
    let at = 0;
    while (at < rest.length && (wrappers.test(rest[at] ?? '') || assignment.test(rest[at] ?? ''))) {
      at++;
      while (at > 0 && /^-/.test(rest[at] ?? '')) at++;
    }
    const next = handedOn(rest.slice(at));
    if (next === null) return rest.slice(at);
    rest = next;
  }
  return rest;
}

function handedOn(words: ShellWords): ShellWords | null {
  const [tool = '', verb = ''] = words;
  const after = words.indexOf('--');
  if (/^(?:kubectl|oc)$/.test(tool) && words.includes('exec')) return after > 0 ? words.slice(after + 1) : null;
  if (tool === 'bundle' && verb === 'exec') return words.slice(2);
  if (/^(?:docker|podman)$/.test(tool) && verb === 'exec') {
    const container = words.findIndex((word, at) => at > 1 && !word.startsWith('-'));
    return words.slice(container + 1);
  }
  // The command is the last word where it is quoted, which is how it is written as a rule.
  const last = words.at(-1) ?? '';
  if (/^(?:ssh|bash|sh|su)$/.test(tool) && words.length > 2 && last.includes(' ')) return shellWords(last)[0] ?? null;
  return null;
}
