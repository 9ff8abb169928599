import type { Code, InlineCode, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { RunbookDocument } from '../document';
import { type Place, placeOf } from '../place';
import { isShell, isSql, type ShellLine, shellLines } from './shellBlock';
import { commandsOfLine } from './shellWords';

/** A word of a command on a page, quotes resolved. */
export interface PageWord {
  readonly text: string;
  /** It stands as it is: no variable, placeholder or pattern in it. */
  readonly plain: boolean;
  /** With its quotes. */
  readonly place: Place;
}

/** A command that a page writes down. */
export interface PageCommand {
  /** A block of shell, a block of SQL, whose statements are one word each, or code in a sentence. */
  readonly from: 'shell' | 'sql' | 'sentence';
  /** Numbers blocks and code spans in the order of the page. */
  readonly block: number;
  /** At least one. */
  readonly words: readonly PageWord[];
  /** From its first word to its last. */
  readonly place: Place;
}

/** More than any page that people write has. */
const mostCommands = 2000;

const notPlain = /[$`<>*?{}[\]()…~!|\\]|\.\.\.|^(?:X{2,}|FOO|BAR)$|^(?:your|my)[-_]/;

const found = new WeakMap<RunbookDocument, readonly PageCommand[]>();

/**
 * The commands of a page in its order, those in blocks and those in sentences, at most 2,000. `text` is what the document
 * was read from. Comments, output beside prompts and what is fed to a command are none; nor are lines that were mended
 * before they were parsed, for their words are nowhere.
 */
export function pageCommands(document: RunbookDocument, text: string): readonly PageCommand[] {
  const known = found.get(document);
  if (known !== undefined) return known;
  const commands: PageCommand[] = [];
  const lines = text.split('\n');
  let block = 0;
  if (document.tree !== null) {
    visit(document.tree, (node: Nodes) => {
      if (commands.length >= mostCommands || (node.type !== 'code' && node.type !== 'inlineCode')) return;
      block++;
      const from = node.type === 'inlineCode' ? 'sentence' : isSql(node) ? 'sql' : 'shell';
      if (node.type === 'code' && from === 'shell' && !isShell(node)) return;
      const startOf = node.type === 'code' ? startsInBlock(node, lines) : startInSpan(node, lines);
      for (const line of from === 'sql' ? statements(node.value) : shellLines(node.value)) {
        for (const words of wordsOf(line, startOf, from === 'sql')) {
          commands.push({ from, block, words, place: around(words) });
        }
      }
    });
  }
  const kept = commands.slice(0, mostCommands);
  found.set(document, kept);
  return kept;
}

interface Start {
  readonly line: number;
  readonly column: number;
}

/** Where a line of a node's value begins on the page; null where it is not written there. */
type StartOf = (line: number) => Start | null;

/** Lines of a block are the ends of lines of the page: before them are the marks of lists and quotes around it. */
function startsInBlock(node: Code, lines: readonly string[]): StartOf {
  const values = node.value.split('\n');
  const { line, endLine } = placeOf(node);
  // An indented block begins with its first line, a fenced one with its fence.
  const first = line + (endLine - line >= values.length ? 1 : 0);
  return at => {
    const value = values[at] ?? '';
    const written = lines[first + at - 1] ?? '';
    if (!written.endsWith(value.trimStart())) return null;
    return { line: first + at, column: written.length - value.length + 1 };
  };
}

function startInSpan(node: InlineCode, lines: readonly string[]): StartOf {
  const { line, column, endLine, endColumn } = placeOf(node);
  const written = line === endLine ? (lines[line - 1] ?? '').slice(column - 1, endColumn - 1) : '';
  const inside = written.indexOf(node.value);
  return () => (inside < 0 ? null : { line, column: column + inside });
}

function statements(value: string): readonly ShellLine[] {
  return value.split('\n').flatMap((text, line) => (text.trim() === '' ? [] : [{ text, line, column: 0 }]));
}

/** The words of each command of a line; none where a part of it is not written on the page. */
function wordsOf(line: ShellLine, startOf: StartOf, isStatement: boolean): readonly (readonly PageWord[])[] {
  const starts: (Start & { readonly offset: number })[] = [];
  let offset = 0;
  for (const [index, part] of line.text.split('\n').entries()) {
    const start = startOf(line.line + index);
    if (start === null) return [];
    starts.push({ line: start.line, column: start.column + (index === 0 ? line.column : 0), offset });
    offset += part.length + 1;
  }
  let current = 0;
  // Asked for from left to right.
  const at = (wanted: number): Start => {
    while ((starts[current + 1]?.offset ?? Number.POSITIVE_INFINITY) <= wanted) current++;
    const { line, column, offset } = starts[current] as (typeof starts)[number];
    return { line, column: column + wanted - offset };
  };
  const { text } = line;
  const whole = { text: text.trim(), from: text.length - text.trimStart().length, to: text.trimEnd().length };
  return (isStatement ? [[whole]] : commandsOfLine(text)).map(words =>
    words.map(word => {
      const start = at(word.from);
      const end = at(word.to);
      const place = { ...start, endLine: end.line, endColumn: end.column };
      return { text: word.text, plain: word.text !== '' && !notPlain.test(word.text), place };
    }),
  );
}

function around(words: readonly PageWord[]): Place {
  const first = words[0] as PageWord;
  const { endLine, endColumn } = (words.at(-1) as PageWord).place;
  return { ...first.place, endLine, endColumn };
}
