import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';
import type { RunbookDocument } from '../document';
import { type Place, placeOf } from '../place';
import { type CommandEffect, commandEffect, isKnownTool, sqlEffect } from './commandEffect';
import { type ShellWords, shellWords } from './shellWords';

/** A command that a page tells its reader to run. */
export interface PageCommand {
  readonly words: ShellWords;
  readonly effect: CommandEffect;
  /** The lines it is written on. */
  readonly place: Place;
}

/** More than any page that people write has. */
const mostCommands = 2000;

const shells =
  /^(?:sh|bash|shell|zsh|ksh|fish|console|shell-session|shellsession|sh-session|terminal|bash-session|powershell|pwsh|ps1|cmd)$/;
const prompt = /^\s*(?:\[?[\w.-]+@[\w.-]+[^\]$#]{0,80}\]?[$#]|\$|%|❯|PS [^>]{0,80}>|➜)\s+/;
const heredoc = /<<-?\s*\\?["']?([A-Za-z_]\w*)["']?/;

const found = new WeakMap<RunbookDocument, readonly PageCommand[]>();

/**
 * The commands in the code blocks of a page, in its order: lines of blocks in a shell's language, and of blocks without a
 * language that look like it. Where some lines begin with a prompt the others are output. Comments and what is fed to a
 * command (`<<EOF`) are none.
 */
export function pageCommands(document: RunbookDocument): readonly PageCommand[] {
  const known = found.get(document);
  if (known !== undefined) return known;
  const commands: PageCommand[] = [];
  if (document.tree !== null) {
    visit(document.tree, 'code', (node: Code) => {
      if (commands.length < mostCommands) commands.push(...commandsOf(node));
    });
  }
  const kept = commands.slice(0, mostCommands);
  found.set(document, kept);
  return kept;
}

/** Whether a code block holds commands of a shell, whatever it calls itself. */
export function isShell({ lang, value }: Pick<Code, 'lang' | 'value'>): boolean {
  const language = lang?.toLowerCase().split(/[\s{,]/, 1)[0] ?? '';
  if (language !== '' && !/^(?:text|txt|plain|plaintext)$/.test(language)) return shells.test(language);
  const lines = value.split('\n', 200).filter(line => line.trim() !== '');
  if (lines.some(line => prompt.test(line))) return true;
  const first = lines.find(line => !/^\s*#/.test(line));
  return first !== undefined && startsLikeCommand(first);
}

/** `kubectl get pods`, and not `kubectl is a tool`. */
function startsLikeCommand(line: string): boolean {
  const [word = '', next = ''] = line.trim().split(/\s+/, 2);
  return isKnownTool(word) && next !== '' && !/^(?:is|are|was|the|a|an|to|and|or|in|on|for|of|:|=|-|–)$/i.test(next);
}

interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function commandsOf(node: Code): readonly PageCommand[] {
  const isSql = /^(?:sql|pgsql|postgres(?:ql)?|mysql)\b/i.test(node.lang ?? '');
  if (!isSql && !isShell(node)) return [];
  const lines = node.value.split('\n');
  const place = placeOf(node);
  // An indented block begins with its first line, a fenced one with its fence.
  const firstLine = place.line + (place.endLine - place.line >= lines.length ? 1 : 0);
  const at = ({ from, to }: Line): Place => ({
    line: firstLine + from,
    column: place.column,
    endLine: firstLine + to,
    endColumn: place.column + (lines[to]?.length ?? 0),
  });
  if (isSql) {
    return statements(lines).map(line => ({ words: [line.text], effect: sqlEffect(line.text), place: at(line) }));
  }
  return shellLines(lines).flatMap(line =>
    shellWords(line.text).map(words => ({ words, effect: commandEffect(words), place: at(line) })),
  );
}

function statements(lines: readonly string[]): readonly Line[] {
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : [{ text, from: index, to: index }]));
}

/** Lines that are commands, those that end with a backslash joined with the next. */
function shellLines(lines: readonly string[]): readonly Line[] {
  const prompted = lines.some(line => prompt.test(line));
  const commands: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const mark = prompt.exec(line);
    if ((prompted && mark === null) || line.trim() === '') continue;
    const from = at;
    let text = line.slice(mark?.[0].length ?? 0);
    while (text.endsWith('\\') && at + 1 < lines.length) text = `${text.slice(0, -1)} ${lines[++at] ?? ''}`;
    commands.push({ text, from, to: at });
    const end = heredoc.exec(text.slice(0, 1000))?.[1];
    if (end !== undefined) while (at + 1 < lines.length && lines[at]?.trim() !== end) at++;
  }
  return commands;
}
