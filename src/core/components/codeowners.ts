import { compileGlob, type PathMatcher } from './glob';
import { folderOf, nameOf } from './repositoryPath';
import type { StatedOwners, StatedRule } from './statedRule';

/** One line of CODEOWNERS. A bare `@name` is a person at GitHub, `@organisation/name` a team. */
export interface OwnersRule extends StatedRule {
  /** As written, escapes resolved. */
  readonly pattern: string;
  /** GitLab section the rule is in, or null. */
  readonly section: string | null;
  /** Line of the heading whose owners it has, because it names none itself; else null. */
  readonly ownersFrom: number | null;
}

/** A section of GitLab: its rules are looked at for themselves. */
export interface OwnersSection {
  readonly name: string;
  /** `^[Name]`: nobody has to approve. */
  readonly isOptional: boolean;
  /** How many must approve, as `[Name][2]` says; 1 without it. */
  readonly approvals: number;
  /** Of rules that name none. */
  readonly owners: readonly string[];
  /** From 1. */
  readonly line: number;
}

/** A CODEOWNERS file that can be asked. */
export interface Codeowners extends StatedOwners {
  readonly rules: readonly OwnersRule[];
  readonly sections: readonly OwnersSection[];
  /** The rule that counts for a path, the last that matches; null where none does. */
  ownersOf(path: string): OwnersRule | null;
  /**
   * The rules that count for a path at GitLab: of each section the last that matches, and of the lines before the first heading.
   * Without sections it is the one of {@link ownersOf}.
   */
  rulesOf(path: string): readonly OwnersRule[];
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
const sectionPattern = /^(\^?)\[([^\]]+)\](?:\[(\d+)\])?(?:\s+(.*))?$/;
const teamPattern = /^@[^/@]+\/\S+$/;
const ownerPattern = /^(?:@\S+|[^\s@]+@[^\s@]+)$/;

/**
 * Reads CODEOWNERS as GitHub does (docs.github.com, "About code owners"): patterns as in gitignore, without `!`, `[a-z]`;
 * `dir/*` means the files in `dir` only. Sections of GitLab give their default owners to rules without owners. Bitbucket's
 * definitions of groups (`@@@Name …`) are no rules. Lines that cannot be understood are left out.
 */
export function parseCodeowners(text: string): Codeowners {
  const rules: OwnersRule[] = [];
  const sections: OwnersSection[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (rules.length >= mostRules) break;
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const heading = sectionPattern.exec(written);
    if (heading !== null) {
      sections.push(sectionOf(heading, index + 1));
      continue;
    }
    const [pattern, ...rest] = words(written);
    if (pattern === undefined || pattern.startsWith('!') || pattern.startsWith('@@@')) continue;
    const named = rest.filter(word => ownerPattern.test(word));
    const section = sections.at(-1);
    const inherited = named.length === 0 && (section?.owners.length ?? 0) > 0;
    const owners = inherited ? (section?.owners ?? []) : named;
    const teams = owners.filter(owner => teamPattern.test(owner)).map(owner => owner.slice(1));
    const ownersFrom = inherited ? (section?.line ?? null) : null;
    rules.push({ pattern, owners, teams, line: index + 1, section: section?.name ?? null, ownersFrom });
  }
  const named = [...new Set(rules.flatMap(({ teams }) => teams))];
  const index = new RuleIndex(rules);
  const ownersOf = (path: string): OwnersRule | null => rules[index.lastMatch(path)] ?? null;
  const parts = sections.length === 0 ? [] : bySection(rules).map(part => ({ part, index: new RuleIndex(part) }));
  const rulesOf = (path: string): readonly OwnersRule[] =>
    (sections.length === 0 ? [ownersOf(path)] : parts.map(each => each.part[each.index.lastMatch(path)])).filter(
      rule => rule != null,
    );
  return { rules, sections, teams: named, ownersOf, rulesOf };
}

function sectionOf([, caret, name = '', approvals, rest = '']: RegExpExecArray, line: number): OwnersSection {
  const owners = words(rest).filter(word => ownerPattern.test(word));
  return { name: name.trim(), isOptional: caret === '^', approvals: Number(approvals ?? 1), owners, line };
}

/** Sections of one name, whatever its case, are one. */
function bySection(rules: readonly OwnersRule[]): readonly (readonly OwnersRule[])[] {
  const parts = new Map<string | null, OwnersRule[]>();
  for (const rule of rules) {
    const key = rule.section?.toLowerCase() ?? null;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [rule]);
    else part.push(rule);
  }
  return [...parts.values()];
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

/** A word of a line, and where it stands there. */
export interface OwnersWord {
  /** Escapes resolved. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function words(line: string): readonly string[] {
  return wordsOf(line).map(({ text }) => text);
}

/** Words of a line up to a comment; `\ ` is a space and `\#` a hash inside a word. */
export function wordsOf(line: string): readonly OwnersWord[] {
  const found: OwnersWord[] = [];
  let word = '';
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    const next = line.charAt(at + 1);
    if (word === '') start = at;
    if (letter === '\\' && (next === ' ' || next === '#')) {
      word += next;
      at++;
    } else if (letter === ' ' || letter === '\t') {
      if (word !== '') found.push({ text: word, start, end: at });
      word = '';
    } else if (letter === '#' && word === '') return found;
    else word += letter;
  }
  if (word !== '') found.push({ text: word, start, end: line.length });
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
