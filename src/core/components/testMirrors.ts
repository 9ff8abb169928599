import type { Folder, FolderTree } from './folderTree';
import { filesBelow } from './folderTree';
import { isTestFolder } from './placeKind';
import { nameOf } from './repositoryPath';

/** A folder of tests and what it tests. */
export interface Mirror {
  readonly folder: string;
  /** As it was handed in with the folder of the component. */
  readonly component: number;
}

/** What the name of a project that tests another adds to its name: `Cart.Tests`, `cart-integration-tests`. */
const testSuffix =
  /(?:[._-]?(?:unit|integration|functional|acceptance|e2e|system|performance|perf|stress))?[._-]?(?:tests?|specs?|benchmarks?|bench)$|[._-](?:stress|perf|e2e|benchmarks?)$/i;

/** Levels that say how something is tested, before what is. */
const manner = /^(?:unit|units|integration|functional|system|acceptance|component|components|e2e|feature|features)$/i;

/**
 * Sub-folders of the tests at the top that carry the names of components: `test/payments` tests `services/payments`. A name
 * must be exactly that of one component's folder, or add only that it tests it (`Payments.Tests`). One alike name is a
 * coincidence, so of a level of sub-folders two or more must match, with half of the level's files.
 * @param folders component by its folder; for a folder that several claim, the first counts.
 */
export function testMirrors(tree: FolderTree, folders: ReadonlyMap<string, number>): readonly Mirror[] {
  const named = componentsByName(folders);
  const mirrors: Mirror[] = [];
  for (const tests of tree.get('')?.children ?? []) {
    if (!isTestFolder(tests.path)) continue;
    const levels = [tests, ...tests.children.filter(child => manner.test(nameOf(child.path)))];
    for (const level of levels) mirrors.push(...mirrorsIn(level, named));
  }
  return mirrors;
}

/** The name of what a folder of tests is named after: its own name, or that without what says that it tests; null where nothing is left. */
export function testedName(name: string): string | null {
  const tested = name.replace(testSuffix, '');
  return tested === '' || tested === name ? null : tested;
}

function mirrorsIn(level: Folder, named: ReadonlyMap<string, number | null>): readonly Mirror[] {
  const candidates = level.children.filter(child => !manner.test(nameOf(child.path)) && child.free > 0);
  const matching = candidates.flatMap(child => {
    const name = nameOf(child.path);
    const component = named.get(name) ?? named.get(testedName(name) ?? '') ?? null;
    return component === null ? [] : [{ folder: child.path, component, files: filesBelow(child).length }];
  });
  const matched = matching.reduce((sum, mirror) => sum + mirror.files, 0);
  const all = candidates.reduce((sum, child) => sum + child.free, 0);
  return matching.length >= 2 && matched * 2 >= all
    ? matching.map(({ folder, component }) => ({ folder, component }))
    : [];
}

/** By the last part of the folder; null where two components share it. */
function componentsByName(folders: ReadonlyMap<string, number>): ReadonlyMap<string, number | null> {
  const named = new Map<string, number | null>();
  for (const [folder, component] of folders) {
    if (folder === '' || isTestFolder(folder.split('/')[0] ?? '')) continue;
    const name = nameOf(folder);
    const before = named.get(name);
    named.set(name, before === undefined || before === component ? component : null);
  }
  return named;
}
