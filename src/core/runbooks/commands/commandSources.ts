import { isComposePath } from '../../components/composeServices';
import { nameOf, shallowFirst } from '../../components/repositoryPath';

/** What a file defines that a page may name in a command. */
export type CommandSourceKind = 'make' | 'package' | 'just' | 'task' | 'rake' | 'compose' | 'environment' | 'ignored';

const kinds: readonly (readonly [CommandSourceKind, RegExp])[] = [
  ['make', /^(?:(?:GNU)?[Mm]akefile(?:\.[\w-]+)?|[\w.-]+\.mk)$/],
  ['package', /^package\.json$/],
  ['just', /^\.?justfile$/i],
  ['task', /^[Tt]askfile(?:\.dist)?\.ya?ml$/],
  ['rake', /^[Rr]akefile(?:\.rb)?$|\.rake$/],
  [
    'environment',
    /^(?:[\w-]*\.)?env[.-](?:example|sample|template|dist|defaults?)$|^\.env(?:\.\w+)*\.(?:example|sample|template|dist)$/i,
  ],
  ['ignored', /^\.gitignore$/],
];

const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|fixtures?|testdata|__fixtures__)\//;

/** What a path may define for commands; null for nothing, and for what is somebody else's. */
export function commandSourceKind(path: string): CommandSourceKind | null {
  const name = nameOf(path);
  // What is vendored adds tasks to rake all the same.
  if (foreign.test(path) && !name.endsWith('.rake')) return null;
  if (isComposePath(path)) return 'compose';
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** Most files of a kind that are read for commands alone. */
const mostOfAKind = 200;

/** The files that say which commands, services and variables a repository has, shallow ones first, at most 200 of a kind. */
export function commandSources(paths: readonly string[]): readonly string[] {
  const found = new Map<CommandSourceKind, string[]>();
  for (const path of paths) {
    const kind = commandSourceKind(path);
    if (kind === null) continue;
    const same = found.get(kind);
    if (same === undefined) found.set(kind, [path]);
    else same.push(path);
  }
  return [...found.values()].flatMap(same => same.sort(shallowFirst).slice(0, mostOfAKind));
}
