import type { Fact } from './fact';
import { oneLine, shown } from './redact';

/** A code span that holds any text: its fence is longer than any run of backticks inside. White space is folded. */
export function code(text: string): string {
  return codeSpan(shown(text));
}

function codeSpan(line: string): string {
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text that stays text: what Markdown or HTML would read as markup is escaped. */
export function prose(text: string): string {
  return shown(text)
    .replace(/[\\`*[\]<>&|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^([#+>-])/, '\\$1')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** A link whose text and target cannot break out of it. */
export function link(text: string, target: string): string {
  const safe = encodeURI(target.replace(/\p{Cs}/gu, '')).replace(
    /[()<>]/g,
    character => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `[${prose(text)}](${safe})`;
}

/** Where facts come from: (`compose.yaml:12`), at most three places. */
export function sources(facts: readonly Pick<Fact, 'path' | 'line' | 'also'>[]): string {
  const all = facts.flatMap(fact => [fact, ...(fact.also === undefined ? [] : [fact.also])]);
  const places = [...new Set(all.map(fact => codeSpan(oneLine(`${fact.path}:${fact.line}`))))];
  return `(${places.slice(0, 3).join(', ')})`;
}

/** A text as a YAML value in double quotes; every JSON string is one. */
export function quoted(text: string): string {
  return JSON.stringify(shown(text));
}

/** The way from one page to another: how that at `from` links to the file at `to`. */
export function relative(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
