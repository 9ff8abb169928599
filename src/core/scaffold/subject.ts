import { compileGlobs, type PathMatcher } from '../components/glob';
import type { Component } from '../model';

/** The component that facts are wanted of. */
export interface Subject extends Pick<Component, 'id' | 'name' | 'paths'> {
  /** What else it is called, as where the name of the product goes without saying. As names only: in prose they may mean anything. */
  readonly otherNames?: readonly string[];
  /** Plain names of its neighbours that begin with its own. */
  readonly longerNames?: readonly string[];
}

/** Folders that are the whole of a glob's reach: `src/cart/**` → `src/cart`; `''` for the root. `src/*` gives
 * `src` too; globs of single files and `*` give none. */
export function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const glob of paths) {
    const folder = /^(?:(.*?)\/)?\*\*(?:\/\*)?$/.exec(glob) ?? /^(.+)\/\*$/.exec(glob);
    if (folder === null || /(?<!\\)[*?[\]{}]/.test(folder[1] ?? '')) continue;
    folders.add((folder[1] ?? '').replace(/\\(?=[*?[\]{}\\])/g, ''));
  }
  return [...folders];
}

/** Whether a path is in the folder; every path is in `''`. */
export function isIn(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** A test for the files of a component. */
export function memberTest(paths: readonly string[]): PathMatcher {
  return compileGlobs(paths);
}

/** Lower case, one `-` between words: `CartService` → `cart-service`, `@acme/Cart_API` → `acme-cart-api`. */
export function plainName(name: string): string {
  return name
    .slice(0, 200)
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** The names a component goes by elsewhere: its name, its id and the last part of both. Remembered: every line is asked about. */
export function namesOf(subject: Pick<Subject, 'id' | 'name'>): ReadonlySet<string> {
  let names = known.get(subject);
  if (names === undefined) {
    names = spellings(subject);
    known.set(subject, names);
  }
  return names;
}

function spellings(subject: Pick<Subject, 'id' | 'name'>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of [subject.name, subject.id]) {
    names.add(plainName(name));
    names.add(plainName(name.split('/').at(-1) ?? ''));
  }
  for (const name of [...names])
    for (const [short, long] of spelledOut) {
      names.add(name.replace(new RegExp(`(?<=^|-)${short}(?=-|$)`), long));
      names.add(name.replace(new RegExp(`(?<=^|-)${long}(?=-|$)`), short));
    }
  names.delete('');
  return names;
}

// One and the same, written short in folders and in full in titles.
const spelledOut = [
  ['otel', 'opentelemetry'],
  ['postgres', 'postgresql'],
  ['k8s', 'kubernetes'],
] as const;

/** Names of the component's folders at the top, in plain letters: one of several folders may be run as several services. */
export const partsOf = (subject: Pick<Subject, 'paths'>): ReadonlySet<string> =>
  new Set(
    foldersOf(subject.paths)
      .filter(folder => !folder.includes('/'))
      .map(plainName)
      .filter(isTelling),
  );

const suffix = /-(?:service|svc|server|app|api|web)$/;
const solid = (name: string): string => name.replaceAll('-', '');

/** Whether a name found elsewhere is the component's: `cart`, `Cart`, `cart-service` and `cartservice` are one. */
export function isNamed(subject: Pick<Subject, 'id' | 'name' | 'otherNames'>, name: string): boolean {
  const found = plainName(name);
  if (found === '') return false;
  for (const own of [...namesOf(subject), ...(subject.otherNames ?? []).map(plainName)]) {
    if (own === found || solid(own) === solid(found)) return true;
    if (/-(?:service|svc)$/.test(own) && own.replace(suffix, '') === found) return true;
    if (/-(?:service|svc)$/.test(found) && found.replace(suffix, '') === own) return true;
    if (own.replace(/^(?:service|svc)-/, '') === found || found.replace(/^(?:service|svc)-/, '') === own) return true;
    if (solid(found) === `${solid(own)}service` || solid(own) === `${solid(found)}service`) return true;
  }
  return false;
}

// Names that say where something is, not what it is: they occur everywhere.
const common = new Set(
  `api app apps backend bin build client cmd common config core data deploy dev docs frontend infra integration internal
  lib libs main modules ops package packages pkg public root scripts server service services shared source src test tests
  tool tools util utils web www root all base default image images job master platform release runner usage operations hack helpers examples environment environments region setup
  deployment deployments migration migrations database databases db chart charts docker monitoring models views templates
  static assets types terraform kustomize kubernetes helm ansible docker compose skaffold pulumi cloudformation`.split(
    /\s+/,
  ),
);

/** A name that means something when it is met in prose or in a script. */
export function isTelling(name: string): boolean {
  return name.length >= 3 && !common.has(name);
}

/** Whether a text speaks of the component: a telling name of it as a whole word, or one of its folders as a path. */
export function speaksOf(subject: Subject, text: string): boolean {
  for (const name of namesOf(subject)) if (isTelling(name) && hasWord(text, name)) return true;
  return namesFolder(subject, text);
}

/** Whether a text has one of the component's folders as a path, as in `cd src/cart`. */
export function namesFolder(subject: Subject, text: string): boolean {
  for (const folder of foldersOf(subject.paths)) {
    if (folder === '') continue;
    const deep = folder.includes('/');
    for (let at = text.indexOf(folder); at >= 0; at = text.indexOf(folder, at + 1)) {
      const before = text[at - 1] ?? ' ';
      const after = text[at + folder.length] ?? ' ';
      const starts = /[\s"'`=:([{,!]/.test(before) || (before === '/' && text[at - 2] === '.');
      if (starts && (deep ? /[\s"'`/:)\]},;*]/.test(after) : after === '/')) return true;
    }
  }
  return false;
}

/** Whether `name` stands in `text` with neither a letter, a digit, `-` nor `_` beside it, ignoring case. */
export function hasWord(text: string, name: string): boolean {
  const haystack = text.toLowerCase();
  for (let at = haystack.indexOf(name); at >= 0; at = haystack.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}_-]/u.test(haystack[at - 1] ?? ' ') && !/[\p{L}\p{N}_-]/u.test(haystack[at + name.length] ?? ' '))
      return true;
  }
  return false;
}
