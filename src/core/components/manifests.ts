import { kustomizeFolder } from './kustomize';
import {
  gradleProjects,
  type ManifestReader,
  readCargoToml,
  readCmake,
  readComposerJson,
  readGoMod,
  readGradleSettings,
  readMix,
  readModuleBazel,
  readNamedYaml,
  readPackageJson,
  readPackageSwift,
  readPnpmWorkspace,
  readPom,
  readProjectJson,
  readPyproject,
  readSetupCfg,
  readSetupPy,
  readWorkspace,
} from './manifestReaders';
import { folderOf, inFolder, nameOf, shallowFirst } from './repositoryPath';

/** Who the manifest is written for. */
export type ManifestKind =
  | 'go'
  | 'cargo'
  | 'maven'
  | 'gradle'
  | 'dotnet'
  | 'ruby'
  | 'mix'
  | 'python'
  | 'composer'
  | 'pub'
  | 'npm'
  | 'helm'
  | 'kustomize'
  | 'terraform'
  | 'ansible'
  | 'command'
  | 'swift'
  | 'bazel'
  | 'docker'
  | 'cmake';

/** A package that a manifest declares. */
export interface Manifest {
  readonly name: string;
  /** Whether the manifest says the name; false: it is that of the folder or the file. */
  readonly named: boolean;
  readonly kind: ManifestKind;
  /** Folder of the package, `''` for the root. */
  readonly folder: string;
  readonly path: string;
  /** Line of the name, from 1. */
  readonly line: number;
  /** Only holds other packages together; a package by itself only with source of its own. */
  readonly workspace: boolean;
}

interface Form {
  readonly kind: ManifestKind;
  readonly pattern: RegExp;
  /** Null: the path says all there is to say. */
  readonly read: ManifestReader | null;
  /** Name that the path gives; else that of the folder. */
  readonly nameOf?: (path: string) => string;
}

/** Most manifests that {@link manifestPaths} gives. */
export const mostManifests = 5000;
const longestText = 512 * 1024;

/** In the order in which they name a folder that has several: the language of the code before the tools around it. */
const forms: readonly Form[] = [
  { kind: 'go', pattern: /^go\.mod$/, read: readGoMod },
  { kind: 'go', pattern: /^go\.work$/, read: readWorkspace },
  { kind: 'cargo', pattern: /^Cargo\.toml$/, read: readCargoToml },
  { kind: 'maven', pattern: /^pom\.xml$/, read: readPom },
  { kind: 'gradle', pattern: /^settings\.gradle(?:\.kts)?$/, read: readGradleSettings },
  { kind: 'gradle', pattern: /^build\.gradle(?:\.kts)?$/, read: null },
  { kind: 'dotnet', pattern: /\.(?:cs|fs|vb)proj$/, read: null, nameOf: baseName },
  { kind: 'ruby', pattern: /.\.gemspec$/, read: null, nameOf: baseName },
  { kind: 'mix', pattern: /^mix\.exs$/, read: readMix },
  { kind: 'python', pattern: /^pyproject\.toml$/, read: readPyproject },
  { kind: 'python', pattern: /^setup\.py$/, read: readSetupPy },
  { kind: 'python', pattern: /^setup\.cfg$/, read: readSetupCfg },
  { kind: 'composer', pattern: /^composer\.json$/, read: readComposerJson },
  { kind: 'pub', pattern: /^pubspec\.yaml$/, read: readNamedYaml },
  { kind: 'npm', pattern: /^pnpm-workspace\.yaml$/, read: readPnpmWorkspace },
  { kind: 'npm', pattern: /^(?:lerna|nx)\.json$/, read: readWorkspace },
  { kind: 'npm', pattern: /^package\.json$/, read: readPackageJson },
  { kind: 'npm', pattern: /^project\.json$/, read: readProjectJson },
  { kind: 'helm', pattern: /^Chart\.yaml$/, read: readNamedYaml },
  { kind: 'terraform', pattern: /.\.tf$/, read: null },
  { kind: 'swift', pattern: /^Package\.swift$/, read: readPackageSwift },
  { kind: 'bazel', pattern: /^MODULE\.bazel$/, read: readModuleBazel },
  { kind: 'docker', pattern: /^(?:Docker|Container)file$/, read: null },
  { kind: 'cmake', pattern: /^CMakeLists\.txt$/, read: readCmake },
];

/** Manifests that are known by more of the path than their name: a role, a Go program, a Bazel package among its like. */
const placed: readonly Form[] = [
  { kind: 'ansible', pattern: /^(?:.*\/)?roles\/[^/]+\/tasks\/main\.ya?ml$/, read: null },
  { kind: 'command', pattern: /^(?:.*\/)?cmd\/[^/]+\/main\.go$/, read: null },
  { kind: 'kustomize', pattern: /^.*\/[kK]ustomization(?:\.ya?ml)?$/, read: null },
  {
    kind: 'bazel',
    pattern: /^(?:.*\/)?(?:packages|modules|apps|services|plugins|extensions)\/[^/]+\/BUILD(?:\.bazel)?$/,
    read: null,
  },
];
const placedName = /^(?:main\.(?:ya?ml|go)|[kK]ustomization(?:\.ya?ml)?|BUILD(?:\.bazel)?)$/;
/** Manifests below these are examples, templates or food for tests. Dots and underscores around a name hide it from tools. */
const heldFolder =
  /(?:^|\/)[._]*(?:tests?|specs?|e2e|testdata|test-data|test[-_]fixtures|fixtures?|mocks|examples?|samples?|demos?|playgrounds?|templates?|skeletons?|boilerplates?|fuzz|compile[-_]fail|cookiecutter[^/]*|\{\{[^/]*)_*\//i;
const heldItself =
  /(?:^|\/)(?:[._]*(?:testdata|test-data|test[-_]fixtures|fixtures?|templates?|skeletons?|fuzz|compile[-_]fail)_*|__mocks__)$/i;
/** What stands in a hidden folder at the root serves the repository as a whole: `.github`, `.ci`. */
const hiddenAtRoot = /^\.[^/]+\//;

/** Whether a folder is an example, a template or a fixture, whose manifests declare nothing. */
export function isHeldFolder(folder: string): boolean {
  return heldFolder.test(folder) || heldItself.test(folder);
}

/** Whether a path is that of a manifest which may declare a package. */
export function isManifest(path: string): boolean {
  return formOf(path) !== null && !hiddenAtRoot.test(path) && !isHeldFolder(folderOfPackage(path));
}

/** Whether the text of a manifest is needed, or its path says all. */
export function needsText(path: string): boolean {
  return (formOf(path)?.read ?? null) !== null;
}

/** The manifests among the paths, shallow ones first, at most {@link mostManifests}. */
export function manifestPaths(paths: readonly string[]): readonly string[] {
  return paths.filter(isManifest).toSorted(shallowFirst).slice(0, mostManifests);
}

/** How early a manifest names a folder that has several: lower is earlier. */
export function precedenceOf(kind: ManifestKind): number {
  const place = forms.findIndex(form => form.kind === kind);
  return place < 0 ? forms.length : place;
}

/**
 * The packages a manifest declares: none where it only configures tools, several for `settings.gradle`. Malformed text, and
 * no text where one is needed, gives the name of the folder. Never throws.
 */
export function readManifest(path: string, text: string | undefined): readonly Manifest[] {
  const form = formOf(path);
  if (form === null) return [];
  const folder = folderOfPackage(path);
  const fallback = form.nameOf?.(path) ?? nameOf(folder);
  const declared: Manifest = {
    name: fallback,
    named: form.nameOf !== undefined,
    kind: form.kind,
    folder,
    path,
    line: 1,
    workspace: false,
  };
  if (form.read === null || text === undefined || text.length > longestText) return [declared];
  try {
    const said = form.read(text);
    if (said === null) return [];
    const own = {
      ...declared,
      name: said.name ?? fallback,
      named: said.name !== null,
      line: said.line,
      workspace: said.workspace,
    };
    return [own, ...includedProjects(own, text)];
  } catch {
    return [declared];
  }
}

function includedProjects(settings: Manifest, text: string): readonly Manifest[] {
  if (!nameOf(settings.path).startsWith('settings.gradle')) return [];
  return gradleProjects(text).map(project => ({
    ...settings,
    name: nameOf(project.folder),
    named: true,
    folder: inFolder(settings.folder, project.folder),
    line: project.line,
    workspace: false,
  }));
}

function formOf(path: string): Form | null {
  const name = nameOf(path);
  return placedForm(path, name) ?? forms.find(form => form.pattern.test(name)) ?? null;
}

function placedForm(path: string, name: string): Form | null {
  return placedName.test(name) ? (placed.find(form => form.pattern.test(path)) ?? null) : null;
}

function folderOfPackage(path: string): string {
  const folder = folderOf(path);
  const kind = placedForm(path, nameOf(path))?.kind;
  if (kind === 'kustomize') return kustomizeFolder(folder);
  return kind === 'ansible' ? folderOf(folder) : folder;
}

function baseName(path: string): string {
  const name = nameOf(path);
  return name.slice(0, name.lastIndexOf('.'));
}
