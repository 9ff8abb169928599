import type { ComponentKind, Criticality } from '../model';
import { type CatalogComponent, isCatalogPath, parseCatalog } from './catalog';
import {
  configuredFolders,
  isComposePath,
  parseCompose,
  parseConfigured,
  parseEnvironment,
  type ServiceFolder,
  serviceFolders,
} from './composeServices';
import { isContainer, nearestAround } from './folderTree';
import { onlyLists } from './kustomize';
import { isHeldFolder, type Manifest, type ManifestKind, manifestPaths, precedenceOf, readManifest } from './manifests';
import { isSideFolder, isTestFolder, kindOfFolder } from './placeKind';
import { depthOf, folderOf, inFolder, nameOf, shallowFirst } from './repositoryPath';

/** A folder that something in the repository declares to be a component. */
export interface PackageFolder {
  readonly folder: string;
  /** `''` only for a package at the root that says none. */
  readonly name: string;
  readonly kind: ComponentKind;
  /** `path` or `path:line`. */
  readonly source: string;
  readonly owner: string | null;
  readonly criticality: Criticality;
  /** What declares it; a catalog entry or a service is a component however small. */
  readonly by: 'catalog' | 'service' | 'codeowners' | ManifestKind;
  /** Only holds other packages together. */
  readonly workspace: boolean;
}

/** From here on a nested package is one of its own, whatever is around it. */
export const largeFolder = 150;

const operationsKinds: readonly string[] = ['helm', 'kustomize', 'terraform', 'ansible'];
const modules: readonly string[] = ['go', 'command', 'maven', 'gradle', 'bazel', 'cmake'];

const weakKinds: readonly string[] = ['docker', 'cmake', 'bazel'];
/** Nested ones are parts of the one around them. */
const undivided: readonly string[] = ['helm', 'kustomize', 'command'];

/** Texts beside the manifests that tell about packages: catalogs, compose files, their environments. */
export function isPackageSource(path: string): boolean {
  return (isCatalogPath(path) || isComposePath(path)) && !isHeldFolder(folderOf(path));
}

/** The environment file of a compose file. */
export function environmentPath(composePath: string): string {
  return inFolder(folderOf(composePath), '.env');
}

/**
 * The folders that are packages or services, by path; the root, `''`, may be among them. A catalog entry goes before a
 * service, a service before a manifest; what a manifest declares inside of a catalog entry, a service, a package of another
 * ecosystem or a chart is a part of it, unless it is large.
 * @param filesIn how many included files a folder holds, those of folders below too.
 */
export function packageFolders(
  paths: readonly string[],
  texts: ReadonlyMap<string, string>,
  filesIn: (folder: string) => number,
): ReadonlyMap<string, PackageFolder> {
  const found = new Map<string, PackageFolder>();
  for (const entry of catalogEntries(paths, texts)) addEntry(found, entry, filesIn);
  const isDeployed = ({ folder, path }: Manifest): boolean =>
    dockerfiles.has(folder) || dockerfiles.has(folderOf(path));
  const dockerfiles = new Set(paths.filter(path => /(?:^|\/)(?:Docker|Container)file$/.test(path)).map(folderOf));
  const compositions = composeFiles(paths, texts);
  const built = compositions.flatMap(({ path, text, environment }) => parseCompose(path, text, environment));
  for (const service of servicesIn(serviceFolders(built))) {
    const around = nearestAround(service.folder, found);
    const isOwn = around === null || around.by !== 'catalog';
    if (isOwn && filesIn(service.folder) > 0 && !found.has(service.folder)) found.set(service.folder, service);
  }
  const manifests = manifestPaths(paths).flatMap(path => readManifest(path, texts.get(path)));
  const declared = byFolder(outOfSource(withoutLists(manifests)), filesIn);
  for (const manifest of declared) {
    if (isWeak(manifest) || found.has(manifest.folder)) continue;
    if (isPartOf(nearestAround(manifest.folder, found), manifest, filesIn)) continue;
    const declaredHere = packageOf(manifest, isDeployed(manifest));
    found.set(manifest.folder, declaredHere.name === '' ? { ...declaredHere, name: onlySource(paths) } : declaredHere);
  }
  addWeak(found, declared.filter(isWeak));
  const configured = compositions.flatMap(({ path, text, environment }) => parseConfigured(path, text, environment));
  const holders = foldersAround(found.keys());
  for (const service of servicesIn(configuredFolders(configured, path => filesIn(path) > 0))) {
    const { folder } = service;
    const isOwn = nearestAround(folder, found) === null && !holders.has(folder) && filesIn(folder) > 0;
    if (isOwn && !found.has(folder)) found.set(folder, service);
  }
  return found;
}

function catalogEntries(paths: readonly string[], texts: ReadonlyMap<string, string>): readonly CatalogComponent[] {
  return paths
    .filter(path => isCatalogPath(path) && !isHeldFolder(folderOf(path)))
    .toSorted(shallowFirst)
    .flatMap(path => parseCatalog(path, texts.get(path) ?? ''));
}

function addEntry(
  found: Map<string, PackageFolder>,
  entry: CatalogComponent,
  filesIn: (folder: string) => number,
): void {
  if (found.has(entry.folder) || filesIn(entry.folder) === 0) return;
  found.set(entry.folder, {
    folder: entry.folder,
    name: entry.name,
    kind: entry.type === 'library' ? 'package' : entry.type === 'documentation' ? 'documentation' : 'service',
    source: `${entry.path}:${entry.line}`,
    owner: entry.owner,
    criticality: entry.criticality,
    by: 'catalog',
    workspace: false,
  });
}

interface ComposeFile {
  readonly path: string;
  readonly text: string;
  readonly environment: ReadonlyMap<string, string>;
}

/** Compose files, those that say most of the repository as a whole first. */
function composeFiles(paths: readonly string[], texts: ReadonlyMap<string, string>): readonly ComposeFile[] {
  return paths
    .filter(path => isComposePath(path) && !isHeldFolder(folderOf(path)))
    .toSorted((left, right) => depthOf(left) - depthOf(right) || left.length - right.length || (left < right ? -1 : 1))
    .map(path => ({
      path,
      text: texts.get(path) ?? '',
      environment: parseEnvironment(texts.get(environmentPath(path)) ?? ''),
    }));
}

function servicesIn(folders: readonly ServiceFolder[]): readonly PackageFolder[] {
  return folders
    .filter(
      ({ folder }) =>
        !isHeldFolder(folder) && !isTestFolder(folder) && kindOfFolder(folder.split('/')[0] ?? '') === null,
    )
    .toSorted((left, right) => shallowFirst(left.folder, right.folder))
    .map(({ folder, name, path, line }) => ({
      folder,
      name,
      kind: 'service',
      source: `${path}:${line}`,
      owner: null,
      criticality: 'normal',
      by: 'service',
      workspace: false,
    }));
}

/** Leaves out Kustomize folders that only list what stands in others. */
function withoutLists(manifests: readonly Manifest[]): readonly Manifest[] {
  const deployed = manifests.filter(({ kind }) => kind === 'kustomize');
  const varied = new Set(deployed.filter(({ folder, path }) => folderOf(path) !== folder).map(({ folder }) => folder));
  const holders = foldersAround(deployed.map(({ folder }) => folder));
  return manifests.filter(({ kind, folder }) => kind !== 'kustomize' || !onlyLists(folder, varied, holders));
}

function foldersAround(folders: Iterable<string>): ReadonlySet<string> {
  const holders = new Set<string>();
  for (const folder of folders) {
    for (let around = folderOf(folder); around !== ''; around = folderOf(around)) holders.add(around);
  }
  return holders;
}

/** A manifest in `cart/src` is that of `cart` where nothing else, tests aside, is a package in `cart`. */
function outOfSource(manifests: readonly Manifest[]): readonly Manifest[] {
  const below = new Map<string, Set<string>>();
  for (const { folder } of manifests) {
    if (folder === '' || isTestFolder(folder)) continue;
    for (const around of [folder, folderOf(folder)]) below.set(around, (below.get(around) ?? new Set()).add(folder));
  }
  return manifests.map(manifest => {
    const around = folderOf(manifest.folder);
    const isConventional = /^(?:src|source)$/.test(nameOf(manifest.folder)) && around !== '' && !isContainer(around);
    const name = manifest.named ? manifest.name : nameOf(around);
    return isConventional && below.get(around)?.size === 1 ? { ...manifest, name, folder: around } : manifest;
  });
}

/** One manifest a folder, shallow folders first; a workspace with source of its own is a package. */
function byFolder(manifests: readonly Manifest[], filesIn: (folder: string) => number): readonly Manifest[] {
  const chosen = new Map<string, Manifest>();
  for (const manifest of manifests) {
    if (manifest.folder !== '' && filesIn(manifest.folder) === 0) continue;
    const before = chosen.get(manifest.folder);
    chosen.set(manifest.folder, before === undefined ? manifest : better(before, manifest));
  }
  const folders = [...chosen.keys()];
  const hasOwnSource = (folder: string): boolean => {
    const source = inFolder(folder, 'src');
    return filesIn(source) > 0 && !folders.some(other => other.startsWith(`${source}/`));
  };
  return [...chosen.values()]
    .map(manifest => (manifest.workspace ? { ...manifest, workspace: !hasOwnSource(manifest.folder) } : manifest))
    .filter(manifest => !manifest.workspace || manifest.folder === '')
    .toSorted((left, right) => shallowFirst(left.folder, right.folder));
}

function better(left: Manifest, right: Manifest): Manifest {
  const [first, second] = precedenceOf(right.kind) < precedenceOf(left.kind) ? [right, left] : [left, right];
  if (first.kind !== second.kind) return first;
  const base = second.named && !first.named ? second : first;
  const shorter = first.named && second.named && second.name.length < first.name.length ? second : base;
  return { ...shorter, workspace: first.workspace || second.workspace };
}

/** A Dockerfile, a CMake project or a Bazel package makes a component only where nothing else does. */
function isWeak(manifest: Manifest): boolean {
  return weakKinds.includes(manifest.kind);
}

function addWeak(found: Map<string, PackageFolder>, manifests: readonly Manifest[]): void {
  const holders = foldersAround([...found.keys(), ...manifests.map(manifest => manifest.folder)]);
  for (const manifest of manifests) {
    const { folder } = manifest;
    if (folder === '' || found.has(folder) || holders.has(folder) || folder.startsWith('.')) continue;
    const parts = folder.split('/');
    if (parts.some(part => kindOfFolder(part) === 'operations' || isTestFolder(part))) continue;
    if (isHeldFolder(`${folder}/`)) continue;
    if (nearestAround(folder, found) === null) found.set(folder, packageOf(manifest, false));
  }
}

function isPartOf(around: PackageFolder | null, manifest: Manifest, filesIn: (folder: string) => number): boolean {
  if (around === null || filesIn(manifest.folder) > largeFolder) return false;
  return around.by !== manifest.kind || undivided.includes(manifest.kind) || isSideFolder(manifest.folder);
}

function packageOf(manifest: Manifest, isDeployed: boolean): PackageFolder {
  const { folder, name, kind, path, line, workspace } = manifest;
  const isService = kind === 'docker' || (isDeployed && folder !== '' && !operationsKinds.includes(kind));
  return {
    folder,
    // What is deployed goes by the name of its folder; package names there are often left from a template.
    name: isService ? nameOf(folder) : name,
    kind: isService ? 'service' : kindOfManifest(kind),
    source: kind === 'terraform' ? path : `${path}:${line}`,
    owner: null,
    criticality: 'normal',
    by: kind,
    workspace,
  };
}

/** Name of the one folder in `src`, after which a package at the root is called that says no name; else no name. */
function onlySource(paths: readonly string[]): string {
  const inSource = paths.filter(path => path.startsWith('src/')).map(path => path.split('/', 3));
  const [only, second] = new Set(inSource.map(([, name = '', inside]) => (inside === undefined ? '' : name)));
  return second === undefined ? (only ?? '') : '';
}

function kindOfManifest(kind: ManifestKind): ComponentKind {
  if (operationsKinds.includes(kind)) return 'operations';
  return modules.includes(kind) ? 'module' : 'package';
}
