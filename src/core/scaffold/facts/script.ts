import type { PathMatcher } from '../../components/glob';
import { folderOf } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { isDestructive, shellWord } from '../shell';
import { hasWord } from '../subject';
import { scriptCalled } from './scriptCall';

const mostLines = 2000;
const saysItRemoves =
  /\b(?:delet|remov|drop|wip|destroy|purg)\w*\b.*\b(?:data|databases?|tables?|volumes?|state|buckets?)\b/i;

/**
 * A script of a shell or of Python as something to run; the first sentence at its top is its help. `readIn`: the texts of
 * scripts that it reads in: what they remove, it may remove.
 */
export function scriptFacts(path: string, text: string, readIn: readonly string[] = []): readonly Fact[] {
  const lines = text.split('\n').slice(0, mostLines);
  const isPython = path.endsWith('.py');
  const isStarted = lines[0]?.startsWith('#!') === true;
  const main = isPython ? lines.findIndex(line => /^if __name__ == ['"]__main__['"]/.test(line)) : -1;
  // What is sourced by others has nothing to run.
  if (!(isStarted || main >= 0) || /(?:^|\/)_?(?:lib|common|util\w*|functions?|helpers?)\b/.test(path)) return [];
  const help = (isPython ? docstringOf(lines) : '') || helpOf(lines);
  const word = shellWord(path.includes('/') ? path : `./${path}`);
  const command = word === null || isStarted ? word : `python3 ${word}`;
  const code = withoutComments(text);
  const removes =
    saysItRemoves.test(help) ||
    isDestructive(code) ||
    readIn.some(library => removesWhenCalled(withoutComments(library), code));
  return [
    {
      kind: 'target',
      name: path,
      value: help,
      path,
      line: isStarted ? 1 : main + 1,
      ...(command === null ? {} : { command }),
      ...(removes ? { destructive: true } : {}),
    },
  ];
}

const withoutComments = (text: string): string =>
  text
    .split('\n')
    .slice(0, mostLines)
    .filter(line => !/^\s*#/.test(line))
    .join('\n');

/** Whether a library removes something: outside of its functions, or in one that the code which reads it in names. */
function removesWhenCalled(library: string, code: string): boolean {
  let name: string | null = null;
  for (const line of library.split('\n')) {
    name = /^(?:function\s+)?([\w-]+)\s*\(\)/.exec(line)?.[1] ?? name;
    if (line.startsWith('}')) name = null;
    if (isDestructive(line) && (name === null || hasWord(code, name.toLowerCase()))) return true;
  }
  return false;
}

/** The first sentence of a module's docstring. */
function docstringOf(lines: readonly string[]): string {
  const first = lines.slice(0, 20).findIndex(line => !/^\s*(?:#|$)/.test(line));
  if (!/^[rR]?(?:"""|''')/.test(lines[first] ?? '')) return '';
  const [said = ''] = lines
    .slice(first, first + 12)
    .map(line => line.trim())
    .join('\n')
    .replace(/^[rR]?(?:"""|''')\s*/, '')
    .split(/"""|'''|\n\n/, 1);
  return sentenceOf(said.replace(/\s+/g, ' ').trim());
}

/** The first sentence of what a script says of itself; '' where that is its own name over again, a usage or a licence. */
function sentenceOf(said: string): string {
  const sentence = /^.{10,160}?[.!](?=\s|$)/.exec(said)?.[0] ?? said;
  return sentence.length > 160 || sentence.endsWith(':') || !/\S\s+\S+\s+\S/.test(sentence) ? '' : shown(sentence);
}

/** Files of the component that a script runs or reads in, in its order: `source install/migrate.sh`. */
export function stepFacts(
  path: string,
  text: string,
  paths: ReadonlySet<string>,
  isMember: PathMatcher,
): readonly Fact[] {
  return callFacts(path, text, () => path, paths, isMember);
}

/**
 * Scripts of the component that the lines of a file call, each once by each caller. `callerAt`: what runs the line of that
 * number, in words or as a command; null where nothing does.
 */
export function callFacts(
  path: string,
  text: string,
  callerAt: (line: number) => string | null,
  paths: ReadonlySet<string>,
  isMember: PathMatcher,
): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const [index, line] of text.split('\n').slice(0, mostLines).entries()) {
    const call = scriptCalled(line, ['', folderOf(path)], paths, isMember);
    const caller = call === null || call.script === path ? null : callerAt(index + 1);
    if (call === null || caller === null || found.has(`${caller}\n${call.script}`)) continue;
    found.set(`${caller}\n${call.script}`, {
      kind: 'step',
      name: call.script,
      value: shown(caller),
      path,
      line: index + 1,
      ...(call.isReadIn ? { readIn: true } : {}),
    });
  }
  return [...found.values()];
}

function helpOf(lines: readonly string[]): string {
  const comments: string[] = [];
  for (const line of lines.slice(1, 40)) {
    const said = /^#+\s?(.*)$/.exec(line)?.[1]?.trim();
    if (said === undefined) {
      if (line.trim() === '' && comments.length === 0) continue;
      // What stands right above a condition or an assignment is said of it, not of the script.
      if (/^\s*(?:if|for|while|case|\[|\w+=)/.test(line)) return '';
      break;
    }
    // A licence is over at the first blank line; usage is no help without the words around it.
    if (/licen[cs]e|copyright|mozilla public|SPDX|MPL|shellcheck|^usage|[-=#*]{3}/i.test(said)) continue;
    if (said === '' && comments.length > 0) break;
    if (/\p{L}{3}/u.test(said)) comments.push(said);
  }
  const sentence = /^.{10,160}?[.!](?=\s|$)/.exec(comments.join(' '))?.[0] ?? comments[0] ?? '';
  return /^(?:set|file|obtain|if a copy|under the|distributed|unless required|the following|you may)\b/i.test(sentence)
    ? ''
    : sentenceOf(sentence);
}
