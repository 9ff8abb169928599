import { compileGlob, type PathMatcher } from './glob';
import { folderOf, nameOf } from './repositoryPath';
import type { StatedOwners, StatedRule } from './statedRule';

/** One line of CODEOWNERS. A bare `@name` is a person at GitHub, `@organisation/name` a team. */
export interface OwnersRule extends StatedRule {
  /** As written, escapes resolved. */
  readonly pattern: string;
  /** GitLab section the rule is in, or null. */
  readonly section: string | null;
}

/** A CODEOWNERS file that can be asked. */
export interface Codeowners extends StatedOwners {
  readonly rules: readonly OwnersRule[];
  /** The rule that counts for a path, the last that matches; null where none does. */
  ownersOf(path: string): OwnersRule | null;
}

/** Where hosts look for the file, in the order in which GitHub does, then the others' own places. */
export const codeownersPaths = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  '.bitbucket/CODEOWNERS',
] as const;

const mostRules = 20_000;
/** `[Section]`, `^[Optional section][2] @default-owner` of GitLab. */
const sectionPattern = /^\^?\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$/;
const teamPattern = /^@[^/@]+\/\S+$/;
const ownerPattern = /^(?:@\S+|[^\s@]+@[^\s@]+)$/;

/**
 * Reads CODEOWNERS as GitHub does (docs.github.com, "About code owners"): patterns as in gitignore, without `!`, `[a-z]`;
 * `dir/*` means the files in `dir` only. Sections of GitLab give their default owners to rules without owners; otherwise
 * they change nothing: the last matching rule of the file counts. Lines that cannot be understood are left out.
 */
export function parseCodeowners(text: string): Codeowners {
  const rules: OwnersRule[] = [];
  let section: string | null = null;
  let defaults: readonly string[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (rules.length >= mostRules) break;
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const heading = sectionPattern.exec(written);
    if (heading !== null) {
      section = heading[1]?.trim() ?? null;
      defaults = words(heading[2] ?? '').filter(word => ownerPattern.test(word));
      continue;
    }
    const [pattern, ...rest] = words(written);
    if (pattern === undefined || pattern.startsWith('!')) continue;
    const named = rest.filter(word => ownerPattern.test(word));
    const owners = named.length > 0 ? named : defaults;
    const teams = owners.filter(owner => teamPattern.test(owner)).map(owner => owner.slice(1));
    rules.push({ pattern, owners, teams, line: index + 1, section });
  }
  const index = new RuleIndex(rules);
  const named = [...new Set(rules.flatMap(({ teams }) => teams))];
  return { rules, teams: named, ownersOf: path => rules[index.lastMatch(path)] ?? null };
}

/** Finds the last rule that matches a path. Rules without wildcards are looked up, which a file of thousands needs. */
class RuleIndex {
  /** Last rule by the file or folder that it means, and by the folder where it means a folder only. */
  readonly #exact = new Map<string, number>();
  readonly #folders = new Map<string, number>();
  /** The same by a name that may stand anywhere. */
  readonly #names = new Map<string, number>();
  readonly #folderNames = new Map<string, number>();
  /** The others, the last first. */
  readonly #wildcards: { readonly rule: number; readonly matches: PathMatcher }[] = [];

  constructor(rules: readonly OwnersRule[]) {
    for (const [rule, { pattern }] of rules.entries()) {
      const written = /^(\/*)([^*?\\]+?)(\/*)$/.exec(pattern);
      const [, before = '', middle = '', after = ''] = written ?? [];
      if (middle.replaceAll('/', '') === '' || middle.includes('//')) {
        this.#wildcards.push({ rule, matches: patternMatcher(pattern) });
        continue;
      }
      const isAnchored = before !== '' || middle.includes('/');
      if (isAnchored) (after === '' ? this.#exact : this.#folders).set(middle, rule);
      else (after === '' ? this.#names : this.#folderNames).set(middle, rule);
    }
    this.#wildcards.reverse();
  }

  /** Index of the rule; -1 for none. */
  lastMatch(path: string): number {
    let last = Math.max(this.#exact.get(path) ?? -1, this.#names.get(nameOf(path)) ?? -1);
    for (let around = folderOf(path); around !== ''; around = folderOf(around)) {
      for (const known of [this.#exact, this.#folders]) last = Math.max(last, known.get(around) ?? -1);
      for (const known of [this.#names, this.#folderNames]) last = Math.max(last, known.get(nameOf(around)) ?? -1);
    }
    const wildcard = this.#wildcards.find(({ rule, matches }) => rule <= last || matches(path));
    return Math.max(last, wildcard?.rule ?? -1);
  }
}

/** Words of a line up to a comment; `\ ` is a space and `\#` a hash inside a word. */
function words(line: string): string[] {
  const found: string[] = [];
  let word = '';
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    const next = line.charAt(at + 1);
    if (letter === '\\' && (next === ' ' || next === '#')) {
      word += next;
      at++;
    } else if (letter === ' ' || letter === '\t') {
      if (word !== '') found.push(word);
      word = '';
    } else if (letter === '#' && word === '') break;
    else word += letter;
  }
  if (word !== '') found.push(word);
  return found;
}

/** The forms of a pattern (gitignore(5)): anchored by a `/` that is not its last letter, a folder means all in it. */
function patternMatcher(pattern: string): PathMatcher {
  if (pattern === '*' || pattern === '**' || pattern === '/' || pattern === '/**') return () => true;
  const literal = pattern.replace(/\\(?=[^*?])/g, '').replace(/[[\]{}]/g, '\\$&');
  const anchored = literal.slice(0, -1).includes('/');
  const bare = literal.replace(/^\/+/, '');
  const glob = anchored ? bare : `**/${bare}`;
  if (glob.endsWith('/')) return compileGlob(`${glob}**`) ?? never;
  const file = compileGlob(glob) ?? never;
  if (anchored && /(?:^|\/)\*{1,2}$/.test(bare)) return file;
  const inside = compileGlob(`${glob}/**`) ?? never;
  return path => file(path) || inside(path);
}

function never(): boolean {
  return false;
}
