import type { PathMatcher } from '../../components/glob';
import { folderOf, inFolder } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { isDestructive, shellWord } from '../shell';

const saysItRemoves =
  /\b(?:delet|remov|drop|wip|destroy|purg)\w*\b.*\b(?:data|databases?|tables?|volumes?|state|buckets?)\b/i;

/** A shell script as something to run; the first sentence of the comment at its top is its help. */
export function scriptFacts(path: string, text: string): readonly Fact[] {
  const lines = text.split('\n').slice(0, 2000);
  // What is sourced by others has nothing to run.
  if (!lines[0]?.startsWith('#!') || /(?:^|\/)_?(?:lib|common|util\w*|functions?|helpers?)\b/.test(path)) return [];
  const help = helpOf(lines);
  const word = shellWord(path.includes('/') ? path : `./${path}`);
  return [
    {
      kind: 'target',
      name: path,
      value: help,
      path,
      line: 1,
      ...(word === null ? {} : { command: word }),
      ...(saysItRemoves.test(help) || isDestructive(lines.filter(line => !/^\s*#/.test(line)).join('\n'))
        ? { destructive: true }
        : {}),
    },
  ];
}

const ran =
  /^\s*(?:(?:source|\.|bash|sh|exec|time)\s+)?["']?(?:\.\/|\$\{?\w+\}?\/)?([\w./-]+\.(?:sh|bash|py|rb))["']?(?=\s|$|;)/;

/** Files of the component that a script runs or reads in, in its order: `source install/migrate.sh`. */
export function stepFacts(
  path: string,
  text: string,
  paths: ReadonlySet<string>,
  isMember: PathMatcher,
): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const [index, line] of text.split('\n').slice(0, 2000).entries()) {
    const named = ran.exec(line.slice(0, 500))?.[1];
    if (named === undefined) continue;
    const step = [named, inFolder(folderOf(path), named)].find(
      each => each !== path && paths.has(each) && isMember(each),
    );
    if (step !== undefined && !found.has(step))
      found.set(step, { kind: 'step', name: step, value: path, path, line: index + 1 });
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
  // Its own name over again.
  if (!/\S\s+\S+\s+\S/.test(sentence)) return '';
  return /^(?:set|file|obtain|if a copy|under the|distributed|unless required|the following|you may)\b/i.test(
    sentence,
  ) || sentence.length > 160
    ? ''
    : shown(sentence);
}
