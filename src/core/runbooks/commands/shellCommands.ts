import type { Code, InlineCode, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { resolvePath } from '../../components/repositoryPath';
import type { RunbookDocument } from '../document';
import { type Place, placeOf } from '../place';

/** A word of a command line. */
export interface ShellWord {
  /** Without its quotes. */
  readonly text: string;
  /** It stands as it is: no variable, placeholder or pattern in it. */
  readonly plain: boolean;
  readonly place: Place;
}

/** A command that a page tells its reader to run here, not on another machine or in another code base. */
export interface ShellCommand {
  /** At least one; `sudo`, `time`, assignments and `bundle exec` in front are left out. */
  readonly words: readonly ShellWord[];
  /** The folder that the page has changed to, relative to the root; null where it is not said. */
  readonly folder: string | null;
  /** Written in a sentence and not in a block. */
  readonly inline: boolean;
}

const shells = /^(?:sh|bash|shell|zsh|console|shell-session|terminal|shellsession|text|)$/;
const prompt = /^\s*(?:[\w.-]+@[\w.-]+:[^\s$#]*)?[$%❯➜]\s+/;
const inFront = /^(?:sudo|time|nohup|exec|command|then|do|else|!|\()$/;
const assignment = /^[A-Za-z_]\w*=/;
const notPlain = /[$`<>*?{}[\]…~!|\\]|\.\.\.|^(?:X{2,}|FOO|BAR)$|^(?:your|my)[-_]/;
/** What comes next runs on another machine, in a container or in a program. */
const leads =
  /^(?:ssh|mosh|vagrant|docker|podman|kubectl|oc|k|nsenter|chroot|su|tsh|tmux|screen|psql|mysql|mongo|mongosh|redis-cli|rails|irb|gds|heroku|cf|az|gcloud|flyctl|fly)$/;
const leadsAway = /^(?:exec|run|rsh|ssh|console|shell|attach|connect|-it|-ti|debug|bash|sh|-|dbconsole|c)$/;
const mostLine = 2000;
const mostCommands = 2000;

/** Where commands run, as the page is read from top to bottom. `null`: not said; `away`: not in this repository. */
interface Whereabouts {
  /** For the rest of the page. */
  away: boolean;
  folder: string | null;
}

/** The commands of the shell blocks and code spans of a page. `isFolder` tells folders of the repository. */
export function shellCommands(
  { tree }: Pick<RunbookDocument, 'tree'>,
  text: string,
  pageFolder: string,
  isFolder: (path: string) => boolean,
): readonly ShellCommand[] {
  const found: ShellCommand[] = [];
  if (tree === null) return found;
  const lines = text.split('\n');
  const state: Whereabouts = { away: false, folder: null };
  const change = (target: ShellWord | undefined): void => {
    const bases = state.folder === null ? ['', pageFolder] : [state.folder];
    const places = target?.plain === true ? bases.map(base => resolvePath(base, target.text)) : [];
    state.folder = places.find(place => place !== null && place !== '' && isFolder(place)) ?? null;
    if (state.folder === null) state.away = true;
  };
  visit(tree, (node: Nodes) => {
    if (found.length >= mostCommands) return;
    if (node.type === 'inlineCode') {
      if (!state.away) found.push(...commandsOfSpan(node, lines));
    } else if (node.type === 'code' && shells.test((node.lang ?? '').toLowerCase().split(/[\s{,]/, 1)[0] ?? '')) {
      state.folder = null;
      let isAwayHere = false;
      for (const words of linesOfBlock(node, lines)) {
        if (words[0]?.text === 'cd' || words[0]?.text === 'pushd') change(words[1]);
        else if (words[0]?.text === 'popd') state.folder = null;
        else if (!state.away && !isAwayHere) found.push({ words, folder: state.folder, inline: false });
        if (isRemote(words)) isAwayHere = true;
      }
      state.folder = null;
    }
  });
  return found.slice(0, mostCommands);
}

const isRemote = ([first, ...rest]: readonly ShellWord[]): boolean =>
  first !== undefined &&
  leads.test(first.text) &&
  (/^(?:ssh|mosh|tsh|su|nsenter|chroot|tmux|screen|psql|mysql|mongo|mongosh|redis-cli|irb)$/.test(first.text) ||
    rest.some(word => leadsAway.test(word.text)));

function commandsOfSpan(node: InlineCode, lines: readonly string[]): ShellCommand[] {
  const place = placeOf(node);
  if (place.line !== place.endLine || node.value.length > mostLine) return [];
  const words = commandsOf(node.value).map(each => placed(each, lines, place.line));
  return words.map(each => ({ words: each, folder: null, inline: true }));
}

/** The commands of a block, a line that ends with a backslash with the next one; here-documents are left out. */
function* linesOfBlock(node: Code, lines: readonly string[]): Generator<readonly ShellWord[]> {
  const start = placeOf(node).line + (isFenced(node, lines) ? 1 : 0);
  const written = node.value.split('\n');
  const hasPrompts = written.some(line => prompt.test(line));
  let end: string | null = null;
  for (let index = 0; index < written.length; index++) {
    const first = index;
    let line = (written[index] ?? '').slice(0, mostLine);
    if (end !== null) {
      if (line.trim() === end) end = null;
      continue;
    }
    // Where some lines have a prompt, the others are what was printed.
    if (hasPrompts && !prompt.test(line)) continue;
    while (line.endsWith('\\') && index + 1 < written.length && line.length < mostLine) {
      line = `${line.slice(0, -1)} ${(written[++index] ?? '').trim()}`;
    }
    end = /<<-?\s*["']?(\w+)/.exec(line)?.[1] ?? null;
    for (const words of commandsOf(line.replace(prompt, ''))) yield placed(words, lines, start + first, start + index);
  }
}

const isFenced = (node: Code, lines: readonly string[]): boolean =>
  /^[\s>\-*+\d.)]*(?:```|~~~)/.test(lines[placeOf(node).line - 1] ?? '');

interface RawWord {
  readonly text: string;
  readonly raw: string;
}

const wordOrOperator = /"(?:[^"\\]|\\.)*"|'[^']*'|&&|\|\||[;|&()]|#.*$|(?:[^\s"';|&()#\\]|\\.|(?<=\S)#)+/g;

/** The simple commands of a line. Words that were glued from several quotes are cut, and then stand for nothing. */
function commandsOf(line: string): RawWord[][] {
  const commands: RawWord[][] = [[]];
  let lastEnd = -1;
  for (const match of line.matchAll(wordOrOperator)) {
    const [raw] = match;
    if (raw.startsWith('#')) break;
    if (/^(?:&&|\|\||[;|&()])$/.test(raw)) {
      commands.push([]);
      lastEnd = -1;
      continue;
    }
    const words = commands.at(-1) ?? [];
    const text = raw.replace(/^(["'])(.*)\1$/, '$2');
    const previous = words.at(-1);
    if (lastEnd === match.index && previous !== undefined) {
      words[words.length - 1] = { text: previous.text + text, raw: previous.raw + raw };
    } else words.push({ text, raw });
    lastEnd = match.index + raw.length;
  }
  return commands.map(withoutFront).filter(words => words.length > 0);
}

function withoutFront(words: RawWord[]): RawWord[] {
  let start = 0;
  while (inFront.test(words[start]?.text ?? '') || assignment.test(words[start]?.text ?? '')) start++;
  if (words[start]?.text === 'bundle' && words[start + 1]?.text === 'exec') start += 2;
  return words.slice(start);
}

/** Finds the words in the lines of the page, each behind the one before. */
function placed(words: readonly RawWord[], lines: readonly string[], first: number, last = first): ShellWord[] {
  let line = first;
  let column = 0;
  return words.map(({ text, raw }) => {
    const plain = text !== '' && !notPlain.test(text);
    for (let at = line, from = column; at <= last; at++, from = 0) {
      const found = (lines[at - 1] ?? '').indexOf(raw, from);
      if (found < 0) continue;
      line = at;
      column = found + raw.length;
      break;
    }
    const place = { line, column: Math.max(1, column - raw.length + 1), endLine: line, endColumn: column + 1 };
    return { text, plain, place };
  });
}
