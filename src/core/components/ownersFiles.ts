import type { Node } from 'yaml';
import { boundedPattern } from './boundedPattern';
import { folderOf, nameOf } from './repositoryPath';
import type { StatedOwners, StatedRule } from './statedRule';
import { YamlFile } from './yamlFile';

/** At the root: groups of people, by name, that OWNERS files may name. */
export const ownersAliases = 'OWNERS_ALIASES';

/** Whether a path is that of an OWNERS file. */
export function isOwnersFile(path: string): boolean {
  return nameOf(path) === 'OWNERS';
}

/** An OWNERS file that names anybody, with where it does. */
export interface OwnersRule extends StatedRule {
  readonly path: string;
}

/** What OWNERS files state together. */
export interface OwnersFiles extends StatedOwners {
  ownersOf(path: string): OwnersRule | null;
}

/** What one OWNERS file says. */
interface OwnersFile {
  readonly path: string;
  readonly noParents: boolean;
  readonly parts: readonly OwnersPart[];
}

/** For the files of the folder whose path in it matches. */
interface OwnersPart {
  readonly matches: (path: string) => boolean;
  readonly approvers: readonly string[];
  readonly reviewers: readonly string[];
  readonly line: number;
}

/**
 * Reads the OWNERS files of Kubernetes and OpenShift (kubernetes/community, "OWNERS files"): a file belongs to the approvers
 * that the OWNERS of its folder name, else that of the folder around it, up to one with `no_parent_owners`; where there are
 * no approvers at all, to the nearest reviewers. Those of folders further up, who may approve too, are not told: they would
 * be the owners of everything. With `filters` the people of every pattern that the path in the folder matches; patterns of
 * a kind that could take long on purpose are left out. Names of `OWNERS_ALIASES` are teams; who is in them is not taken
 * from there, since most addresses in a history do not tell the login. What is no mapping (Chromium's OWNERS) says nothing.
 *
 * @param texts by path; null where no OWNERS file among them names anybody
 */
export function readOwnersFiles(texts: ReadonlyMap<string, string>): OwnersFiles | null {
  const aliases = readAliases(texts.get(ownersAliases));
  const files = new Map<string, OwnersFile>();
  for (const [path, text] of texts) {
    const file = isOwnersFile(path) ? readOwnersFile(path, text) : null;
    if (file !== null) files.set(folderOf(path), file);
  }
  if (files.size === 0) return null;
  return {
    teams: [...aliases],
    ownersOf: path =>
      nearest(path, files, ({ approvers }) => approvers, aliases) ??
      nearest(path, files, ({ reviewers }) => reviewers, aliases),
  };
}

function nearest(
  path: string,
  files: ReadonlyMap<string, OwnersFile>,
  namesOf: (part: OwnersPart) => readonly string[],
  aliases: ReadonlySet<string>,
): OwnersRule | null {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const file = files.get(folder);
    const inFolder = folder === '' ? path : path.slice(folder.length + 1);
    const parts = (file?.parts ?? []).filter(part => namesOf(part).length > 0 && part.matches(inFolder));
    const [first] = parts;
    if (file !== undefined && first !== undefined) {
      const names = [...new Set(parts.flatMap(namesOf))];
      return {
        owners: names.map(name => (aliases.has(name) || name.includes('@') ? name : `@${name}`)),
        teams: names.filter(name => aliases.has(name)),
        path: file.path,
        line: first.line,
      };
    }
    if (folder === '' || file?.noParents === true) return null;
  }
}

/** Null for what names nobody and changes nothing. */
function readOwnersFile(path: string, text: string): OwnersFile | null {
  const file = new YamlFile(text);
  const [root = null] = file.roots;
  const noParents = file.scalarOf(file.valueOf(file.valueOf(root, 'options'), 'no_parent_owners')) === true;
  const parts = [
    partOf(file, root, () => true),
    ...(file.entriesOf(file.valueOf(root, 'filters')) ?? []).slice(0, mostFilters).flatMap(({ key, value }) => {
      const matches = boundedPattern(key);
      return matches === null ? [] : [partOf(file, value, matches)];
    }),
  ].filter(({ approvers, reviewers }) => approvers.length + reviewers.length > 0);
  return noParents || parts.length > 0 ? { path, noParents, parts } : null;
}

const mostFilters = 50;
const mostNames = 100;

function partOf(file: YamlFile, node: Node | null, matches: OwnersPart['matches']): OwnersPart {
  const approvers = file.valueOf(node, 'approvers');
  const reviewers = file.valueOf(node, 'reviewers');
  const line = file.lineOf(approvers ?? reviewers);
  return { matches, approvers: namesIn(file, approvers), reviewers: namesIn(file, reviewers), line };
}

/** Logins and aliases are told apart by no case. */
function namesIn(file: YamlFile, node: Node | null): readonly string[] {
  const names = (file.itemsOf(node) ?? []).slice(0, mostNames).map(item => file.textOf(item));
  return names.filter(name => name !== null).map(name => name.toLowerCase().replace(/^@/, ''));
}

function readAliases(text: string | undefined): ReadonlySet<string> {
  if (text === undefined) return new Set();
  const file = new YamlFile(text);
  const entries = file.entriesOf(file.valueOf(file.roots[0] ?? null, 'aliases')) ?? [];
  return new Set(entries.map(({ key }) => key.toLowerCase()));
}
