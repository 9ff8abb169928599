import type { Node } from 'yaml';
import { folderOf } from '../components/repositoryPath';
import { YamlFile } from '../components/yamlFile';

/** Most OWNERS files that are read for runbooks. */
const mostFiles = 500;

const aliasesPath = 'OWNERS_ALIASES';

/** The OWNERS files of Kubernetes that speak of these runbooks: those in their folders and above, and the aliases. */
export function ownersFiles(paths: readonly string[], runbooks: readonly string[]): readonly string[] {
  const folders = new Set<string>(['']);
  for (const path of runbooks) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return paths
    .filter(path => path === aliasesPath || (/(?:^|\/)OWNERS$/.test(path) && folders.has(folderOf(path))))
    .slice(0, mostFiles);
}

/** Who owns a file, as logins with `@`; empty where nothing says. */
export type FileOwners = (path: string) => readonly string[];

/**
 * Who approves or reviews a file by the nearest OWNERS above it that names anybody (kubernetes.dev, "OWNERS files"), those
 * of its filters among them, aliases resolved. An alias that is not known stays as it is written.
 */
export function ownersByFiles(texts: ReadonlyMap<string, string>): FileOwners {
  const aliases = aliasesIn(texts.get(aliasesPath) ?? '');
  const known = new Map<string, readonly string[]>();
  const ownersIn = (folder: string): readonly string[] => {
    const text = texts.get(folder === '' ? 'OWNERS' : `${folder}/OWNERS`);
    const found = known.get(folder) ?? (text === undefined ? [] : namesIn(text, aliases));
    known.set(folder, found);
    return found;
  };
  return path => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const owners = ownersIn(folder);
      if (owners.length > 0 || folder === '') return owners;
    }
  };
}

function namesIn(text: string, aliases: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const file = new YamlFile(text);
  const [root = null] = file.roots;
  const filters = (file.entriesOf(file.valueOf(root, 'filters')) ?? []).map(({ value }) => value);
  const names = [root, ...filters].flatMap(node =>
    ['approvers', 'reviewers'].flatMap(key => listOf(file, file.valueOf(node, key))),
  );
  return [...new Set(names.flatMap(name => aliases.get(name.toLowerCase()) ?? [name]))].map(
    name => `@${name.replace(/^@/, '')}`,
  );
}

function aliasesIn(text: string): ReadonlyMap<string, readonly string[]> {
  const file = new YamlFile(text);
  const entries = file.entriesOf(file.valueOf(file.roots[0] ?? null, 'aliases')) ?? [];
  return new Map(entries.map(({ key, value }) => [key.toLowerCase(), listOf(file, value)]));
}

function listOf(file: YamlFile, node: Node | null): readonly string[] {
  return (file.itemsOf(node) ?? []).map(item => file.textOf(item)).filter(name => name !== null);
}
