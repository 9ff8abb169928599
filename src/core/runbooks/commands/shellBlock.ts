import { isKnownTool } from './commandEffect';
import { longestShellLine } from './shellWords';

/** What is written between fences, and the language that it is said to be; null or '' for none. */
interface Block {
  readonly lang?: string | null | undefined;
  readonly value: string;
}

const shell =
  /^(?:sh|bash|shell|zsh|ksh|fish|console|shell-session|shellsession|sh-session|terminal|bash-session|powershell|pwsh|ps1|cmd)$/;
const sql = /^(?:sql|pgsql|postgres(?:ql)?|mysql)$/;
const noLanguage = /^(?:text|txt|plain|plaintext|)$/;
const prompt = /^\s*(?:\[?[\w.-]+@[\w.-]+[^\]$#]{0,80}\]?[$#]|\$|%|❯|PS [^>]{0,80}>|➜)\s+/;
const heredoc = /(?<!<)<<-?\s*\\?["']?([A-Za-z_]\w*)/;
const script = /^\.\/[\w./-]+$/;

/** ```` ```Bash {.copy} ```` → `bash`; '' where none is said. */
export function languageOf({ lang }: Pick<Block, 'lang'>): string {
  return lang?.toLowerCase().split(/[\s{,]/, 1)[0] ?? '';
}

/** Whether a code block holds statements of SQL. */
export function isSql(block: Pick<Block, 'lang'>): boolean {
  return sql.test(languageOf(block));
}

/** Whether a code block holds commands of a shell: it says so, or says nothing and has a prompt, or a known tool at its beginning. */
export function isShell(block: Block): boolean {
  const language = languageOf(block);
  if (!noLanguage.test(language)) return shell.test(language);
  if (hasPrompts(block)) return true;
  const written = block.value.split('\n', 200).filter(line => /^\s*[^#\s]/.test(line));
  const [first = '', second = ''] = written;
  // The first may run a tool of one's own; what is indented below it is a Makefile's or other data.
  return startsLikeCommand(first) || (second.search(/\S/) <= first.search(/\S/) && startsLikeCommand(second));
}

/** Whether commands stand behind prompts in a block, and output beside them. */
export function hasPrompts({ value }: Pick<Block, 'value'>): boolean {
  return value.split('\n').some(line => promptOf(line) > 0);
}

const promptOf = (line: string): number => prompt.exec(line.slice(0, 300))?.[0].length ?? 0;

/** `kubectl get pods`, and not `kubectl is a tool`. */
function startsLikeCommand(line: string): boolean {
  const [word = '', next = ''] = line.trim().split(/\s+/, 2);
  if (script.test(word)) return true;
  return isKnownTool(word) && next !== '' && !/^(?:is|are|was|the|a|an|to|and|or|in|on|for|of|:|=|-|–)$/i.test(next);
}

/** A line of shell; it holds line ends where a backslash continues it. */
export interface ShellLine {
  readonly text: string;
  /** Of its first line in the block, from 0. */
  readonly line: number;
  /** Of its first letter behind the prompt, from 0. */
  readonly column: number;
}

/** The lines of a block that are commands. Beside prompts the others are output; what is fed to a command (`<<EOF`) is none. */
export function shellLines(value: string): readonly ShellLine[] {
  const lines = value.split('\n');
  const prompted = hasPrompts({ value });
  const found: ShellLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] ?? '';
    const column = promptOf(first);
    if ((prompted && column === 0) || first.trim() === '') continue;
    const line = at;
    let text = first.slice(column);
    while (lines[at]?.endsWith('\\') && at + 1 < lines.length) {
      at++;
      if (text.length < longestShellLine) text += `\n${lines[at]}`;
    }
    found.push({ text, line, column });
    const end = heredoc.exec(text.slice(0, longestShellLine))?.[1];
    if (end !== undefined) while (at + 1 < lines.length && lines[at]?.trim() !== end) at++;
  }
  return found;
}
