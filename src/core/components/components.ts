import type { AnalysisSettings } from '../settings';
import { type Belonging, catalogSystems } from './catalogSystems';
import { codeownersPaths, parseCodeowners } from './codeowners';
import { ComponentList, type FoundComponent, folderGlob, pieceGlobs } from './componentList';
import { type Part, splitFolders } from './folderSplit';
import { folderTree } from './folderTree';
import { compileGlobs } from './glob';
import { manifestPaths, needsText } from './manifests';
import { ownedFolders } from './ownedFolders';
import { environmentPath, isPackageSource, type PackageFolder, packageFolders } from './packageFolders';
import { kindOfFolder, kindOfPlace } from './placeKind';
import { folderOf, inFolder, nameOf, shallowFirst } from './repositoryPath';
import { placeRoot } from './rootFiles';
import { nearest, sortPackages } from './sortPackages';
import { readStatedOwners, statedOwnersSources } from './statedOwners';
import type { StatedOwners } from './statedRule';
import { testedName, testMirrors } from './testMirrors';

/** What components are found from. */
export interface ComponentSearch {
  /** Included files only, each once. */
  readonly paths: readonly string[];
  /** Content of those that {@link componentSources} names; missing ones are understood from their paths. */
  readonly texts: ReadonlyMap<string, string>;
  readonly settings: AnalysisSettings;
}

/** Components of a repository. Every path handed in belongs to exactly one. */
export interface ComponentMap {
  /** Declared ones first, then packages by path, then folders. Each has at least one file. */
  readonly components: readonly FoundComponent[];
  /** Index into the components, by index of the path. */
  readonly byFile: Int32Array;
  /** Id of the component of a path; of a path that was not handed in, that of its folder. */
  componentOf(path: string): string | null;
  /** What CODEOWNERS or OWNERS files state; null where there is none. */
  readonly statedOwners: StatedOwners | null;
}

/** Most texts that {@link componentSources} asks for. */
export const mostSources = 5000;

/**
 * The files whose text tells about components, at most 5,000: catalogs, compose files with their environments, manifests, and
 * those that state owners, shallow ones first.
 */
export function componentSources(paths: readonly string[]): readonly string[] {
  const present = new Set(paths);
  const stating = statedOwnersSources(paths);
  const declared = paths.filter(isPackageSource).toSorted(shallowFirst);
  const sources = [
    ...stating.slice(0, 1),
    ...declared.flatMap(path => [path, ...[environmentPath(path)].filter(environment => present.has(environment))]),
    ...manifestPaths(paths).filter(needsText),
    ...stating,
  ];
  return [...new Set(sources)].slice(0, mostSources);
}

/**
 * Says which files belong together. In this order: what `.single-points.yml` declares (the first that matches a file has
 * it), catalog entries, services of compose files, packages by their manifests (the deepest folder has the file), and what
 * is left by folders of a sensible size. A package at the root names what is left there and swallows nothing else.
 * Deterministic; never throws, whatever the texts hold.
 */
export function findComponents({ paths, texts, settings }: ComponentSearch): ComponentMap {
  const list = new ComponentList();
  const byFile = new Int32Array(paths.length).fill(-1);
  const byFolder = new Map<string, number>();
  placeDeclared(paths, settings, list, byFile);

  const counts = fileCounts(paths);
  const filesIn = (folder: string): number => counts.get(folder) ?? 0;
  const codeowners = codeownersPaths.find(path => texts.has(path)) ?? null;
  const declared = packageFolders(paths, texts, filesIn);
  const owned =
    codeowners === null
      ? []
      : ownedFolders(codeowners, parseCodeowners(texts.get(codeowners) ?? ''), declared, filesIn, paths);
  const found = new Map([...declared, ...owned]);
  const { packages, cut } = sortPackages(found, paths, byFile);
  const tests = new Map(
    [...packages].map(([folder, each]) => testedSibling(folder, each, packages)).filter(pair => pair !== null),
  );
  for (const [folder, each] of packages) {
    if (!tests.has(folder)) byFolder.set(folder, addPackage(list, each, folder, [folderGlob(folder)]));
  }
  for (const [folder, tested] of tests) addFolder(list, byFolder, folder, byFolder.get(tested) ?? -1);

  const owner = nearest(byFolder);
  const tree = folderTree(
    paths,
    index => (byFile[index] ?? -1) >= 0 || owner(folderOf(paths[index] ?? '')) >= 0,
    packages.keys(),
  );
  const names = new Map([...cut].map(([folder, each]) => [folder, each.name]));
  const { parts, rest } = splitFolders(tree, paths.length, names);
  for (const part of parts) placePart(part, cut.get(part.folder) ?? null, paths, list, byFolder);
  const ofRootFile = placeRoot(rest, found.get('') ?? null, paths, list, byFolder);
  for (const mirror of testMirrors(tree, byFolder)) addFolder(list, byFolder, mirror.folder, mirror.component);

  const place = nearest(byFolder);
  const componentAt = (path: string): number => {
    const index = place(folderOf(path));
    return index >= 0 ? index : path.includes('/') ? ofRootFile('') : ofRootFile(path);
  };
  for (const [index, path] of paths.entries()) if ((byFile[index] ?? -1) < 0) byFile[index] = componentAt(path);
  return withoutEmpty({ list, byFile, paths, texts, settings, componentAt });
}

function placeDeclared(
  paths: readonly string[],
  settings: AnalysisSettings,
  list: ComponentList,
  byFile: Int32Array,
): void {
  for (const { name, paths: globs, criticality, line } of settings.components) {
    if (globs.length === 0) continue;
    const matches = compileGlobs(globs);
    const source = `.single-points.yml:${line}`;
    const component = list.add({ id: name, name, kind: 'module', source, criticality, owner: null }, globs);
    for (const [index, path] of paths.entries()) if (byFile[index] === -1 && matches(path)) byFile[index] = component;
  }
}

/** Files here and below, by folder. */
function fileCounts(paths: readonly string[]): ReadonlyMap<string, number> {
  const direct = new Map<string, number>();
  for (const path of paths) direct.set(folderOf(path), (direct.get(folderOf(path)) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [folder, files] of direct) {
    for (let around = folder; ; around = folderOf(around)) {
      counts.set(around, (counts.get(around) ?? 0) + files);
      if (around === '') break;
    }
  }
  return counts;
}

function addPackage(list: ComponentList, declared: PackageFolder, id: string, globs: readonly string[]): number {
  const { name, kind, source, owner, criticality, by } = declared;
  const place = kindOfFolder(id.split('/')[0] ?? '') ?? 'folder';
  const isSaid = kind === 'service' || by === 'codeowners' || place === 'folder';
  return list.add({ id, name, kind: isSaid ? kind : place, source, criticality, owner }, globs);
}

/** A project of tests beside what it tests, as .NET has them: `Cart.Tests` beside `Cart`; both folders, null for others. */
function testedSibling(
  folder: string,
  { by }: PackageFolder,
  packages: ReadonlyMap<string, PackageFolder>,
): [tests: string, tested: string] | null {
  const name = by === 'dotnet' ? testedName(nameOf(folder)) : null;
  const tested = name === null ? null : inFolder(folderOf(folder), name);
  return tested !== null && packages.has(tested) ? [folder, tested] : null;
}

function addFolder(list: ComponentList, byFolder: Map<string, number>, folder: string, component: number): void {
  byFolder.set(folder, component);
  list.addGlob(component, folderGlob(folder));
}

function placePart(
  part: Part,
  declared: PackageFolder | null,
  paths: readonly string[],
  list: ComponentList,
  byFolder: Map<string, number>,
): void {
  const { folder, pieces, files } = part;
  const globs = pieceGlobs(folder, pieces);
  const kind = kindOfPlace(
    folder,
    files.map(file => paths[file] ?? ''),
  );
  const component =
    declared === null
      ? list.add({ id: folder, name: folder, kind, source: null, criticality: 'normal', owner: null }, globs)
      : addPackage(list, declared, folder, globs);
  for (const piece of pieces) byFolder.set(piece.folder, component);
}

interface PlacedFiles extends ComponentSearch {
  readonly list: ComponentList;
  /** Index into the list, by index of the path. */
  readonly byFile: Int32Array;
  readonly componentAt: (path: string) => number;
}

function withoutEmpty({ list, byFile, paths, texts, settings, componentAt }: PlacedFiles): ComponentMap {
  const statedOwners = readStatedOwners(texts);
  const systems = catalogSystems(texts);
  const filesOf = new Map<number, string[]>();
  for (const [index, path] of paths.entries()) {
    const component = byFile[index] ?? -1;
    const files = filesOf.get(component);
    if (files === undefined) filesOf.set(component, [path]);
    else files.push(path);
  }
  const criticalities = new Map(
    settings.components
      .filter(({ paths: globs }) => globs.length === 0)
      .map(declared => [declared.name, declared.criticality]),
  );
  const numbers = new Map<number, number>();
  const components: FoundComponent[] = [];
  for (const [index, component] of list.all.entries()) {
    const files = filesOf.get(index);
    if (files === undefined) continue;
    numbers.set(index, components.length);
    const criticality = criticalities.get(component.id) ?? criticalities.get(component.name) ?? component.criticality;
    const { system, domain } = systems.get(component.source ?? '') ?? nowhere;
    const owner = component.owner ?? ownerOf(files, statedOwners);
    components.push({ ...component, criticality, owner, system, domain });
  }
  const known = new Map(paths.map((path, index) => [path, byFile[index] ?? -1]));
  return {
    components,
    byFile: byFile.map(component => numbers.get(component) ?? -1),
    componentOf: path => components[numbers.get(known.get(path) ?? componentAt(path)) ?? -1]?.id ?? null,
    statedOwners,
  };
}

const nowhere: Belonging = { system: null, domain: null };

/** The owners of more than half of the files, judged by at most 200 of them, spread evenly. */
function ownerOf(files: readonly string[], stated: StatedOwners | null): string | null {
  if (stated === null) return null;
  const step = Math.max(1, Math.floor(files.length / 200));
  const judged = files.filter((_path, index) => index % step === 0);
  const votes = new Map<string, number>();
  for (const path of judged) {
    const owners = stated.ownersOf(path)?.owners.join(' ') ?? '';
    votes.set(owners, (votes.get(owners) ?? 0) + 1);
  }
  const winner = [...votes].find(([owners, count]) => owners !== '' && count * 2 > judged.length);
  return winner?.[0] ?? null;
}
