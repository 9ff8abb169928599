/** A word of a shell's command, quotes and backslashes resolved. */
export interface ShellWord {
  readonly text: string;
  /** Where it begins in the line, with its quotes. */
  readonly from: number;
  /** Where it ends, not included. */
  readonly to: number;
}

/** What is read of a line; longer ones are data. */
export const longestShellLine = 4000;

const mostWords = 200;

/**
 * Takes a line of shell apart into commands at `|`, `;`, `&`, `&&`, `||` and the brackets of a subshell, and those into
 * words, at most 200 a command. A line that ends with a backslash goes on; a comment ends at its line; a quote or bracket
 * that is never closed ends with the text. What is substituted (`$(…)`) and redirections are kept as they stand, for they
 * are no commands of their own. Never throws; time is linear.
 */
export function commandsOfLine(line: string): readonly (readonly ShellWord[])[] {
  const text = line.slice(0, longestShellLine);
  const commands: ShellWord[][] = [];
  let words: ShellWord[] = [];
  for (let at = 0; at < text.length; ) {
    const letter = text.charAt(at);
    if (letter === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (isContinued(text, at)) at += 2;
    else if (isSeparator(text, at) || letter === '(') {
      if (words.length > 0) commands.push(words);
      words = [];
      at++;
    } else if (/\s/.test(letter)) at++;
    else {
      const word = wordAt(text, at);
      if (words.length < mostWords) words.push(word);
      at = word.to;
    }
  }
  return words.length > 0 ? [...commands, words] : commands;
}

const isContinued = (text: string, at: number): boolean =>
  text.charAt(at) === '\\' && (at + 1 === text.length || text.charAt(at + 1) === '\n');

/** `2>&1` and `&>` belong to a word. */
function isSeparator(text: string, at: number): boolean {
  const letter = text.charAt(at);
  if (letter === '&') return text.charAt(at - 1) !== '>' && text.charAt(at + 1) !== '>';
  return letter === '|' || letter === ';' || letter === '\n' || letter === ')';
}

function wordAt(text: string, from: number): ShellWord {
  let word = '';
  let at = from;
  while (at < text.length && !/\s/.test(text.charAt(at)) && !isSeparator(text, at) && !isContinued(text, at)) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      word += text.charAt(at + 1);
      at += 2;
    } else if (letter === "'") {
      const end = text.indexOf("'", at + 1);
      word += text.slice(at + 1, end < 0 ? text.length : end);
      at = end < 0 ? text.length : end + 1;
    } else if (letter === '"') {
      for (at++; at < text.length && text.charAt(at) !== '"'; at++) {
        if (isContinued(text, at)) at++;
        else word += text.charAt(at) === '\\' ? text.charAt(++at) : text.charAt(at);
      }
      at++;
    } else {
      const end = letter === '(' || letter === '`' ? endOfSubstitution(text, at) : at + 1;
      word += text.slice(at, end);
      at = end;
    }
  }
  return { text: word, from, to: Math.min(at, text.length) };
}

/** Behind the bracket or backtick that closes the one at `from`. */
function endOfSubstitution(text: string, from: number): number {
  if (text.charAt(from) === '`') {
    const end = text.indexOf('`', from + 1);
    return end < 0 ? text.length : end + 1;
  }
  let open = 0;
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '(') open++;
    else if (text.charAt(at) === ')' && --open === 0) return at + 1;
  }
  return text.length;
}
