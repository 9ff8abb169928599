import type { Node } from 'yaml';
import { isContainer } from './folderTree';
import { folderOf, nameOf, resolvePath } from './repositoryPath';
import { YamlFile } from './yamlFile';

/** A service that a compose file builds from this repository. */
export interface ComposeService {
  readonly name: string;
  /** Folder of the build context. */
  readonly context: string;
  /** Folder of its Dockerfile; that of the context where none is named. */
  readonly dockerfileFolder: string;
  readonly path: string;
  /** Line of the service's key, from 1. */
  readonly line: number;
}

/** A service that a compose file runs from a ready image, with files of this repository in it. */
export interface ConfiguredService {
  readonly name: string;
  /** Files and folders that are mounted into it. */
  readonly mounts: readonly string[];
  readonly path: string;
  /** Line of the service's key, from 1. */
  readonly line: number;
}

/** A folder that services are built from. */
export interface ServiceFolder {
  readonly folder: string;
  /** Its service; the name of the folder where several share it. */
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

const mostServices = 1000;
const dockerFolder = /^(?:docker|\.docker|dockerfiles?|build|deploy|container)$/;

/** Whether a path is that of a compose file, overrides included. */
export function isComposePath(path: string): boolean {
  return /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(nameOf(path));
}

/** Values of a `.env` file, by name. Lines that are not assignments are left out. */
export function parseEnvironment(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line);
    if (match?.[1] === undefined) continue;
    const written = (match[2] ?? '').trim();
    const quoted = /^(["'])(.*)\1/.exec(written);
    values.set(match[1], quoted?.[2] ?? written.replace(/\s+#.*$/, ''));
  }
  return values;
}

/**
 * The services of a compose file that are built from a folder of this repository; those with only an image, or built from
 * a URL or from outside, are left out. What cannot be read gives no services.
 * @param environment fills in `${NAME}` and `${NAME:-default}`.
 */
export function parseCompose(
  path: string,
  text: string,
  environment: ReadonlyMap<string, string> = new Map(),
): readonly ComposeService[] {
  const file = new YamlFile(text);
  const services = file.entriesOf(file.valueOf(file.roots[0] ?? null, 'services')) ?? [];
  return services.slice(0, mostServices).flatMap(({ key, line, value }) => {
    const build = buildOf(file, file.valueOf(value, 'build'), environment);
    const context = build === null ? null : resolvePath(folderOf(path), build.context);
    if (build === null || context === null) return [];
    const dockerfile = build.dockerfile === null ? null : resolvePath(context, build.dockerfile);
    return [{ name: key, context, dockerfileFolder: dockerfile === null ? context : folderOf(dockerfile), path, line }];
  });
}

/** The services of a compose file that have an image and mount files of this repository. What cannot be read gives none. */
export function parseConfigured(
  path: string,
  text: string,
  environment: ReadonlyMap<string, string> = new Map(),
): readonly ConfiguredService[] {
  const file = new YamlFile(text);
  const services = file.entriesOf(file.valueOf(file.roots[0] ?? null, 'services')) ?? [];
  return services.slice(0, mostServices).flatMap(({ key, line, value }) => {
    if (file.valueOf(value, 'image') === null || file.valueOf(value, 'build') !== null) return [];
    const mounts = (file.itemsOf(file.valueOf(value, 'volumes')) ?? []).flatMap(item => {
      const source = file.textOf(item)?.split(':')[0] ?? file.textOf(file.valueOf(item, 'source')) ?? '';
      const mounted = substitute(source, environment);
      // Without a dot it is the name of a volume.
      return mounted.startsWith('.') ? [resolvePath(folderOf(path), mounted)].filter(mount => mount !== null) : [];
    });
    return mounts.length > 0 ? [{ name: key, mounts, path, line }] : [];
  });
}

/**
 * Folders that hold the configuration of one service that is not built here. A folder that is mounted into several is
 * nobody's.
 * @param isFolder whether a path is a folder with files in it; else it is taken for a file.
 */
export function configuredFolders(
  services: readonly ConfiguredService[],
  isFolder: (path: string) => boolean,
): readonly ServiceFolder[] {
  const found = new Map<string, ServiceFolder | null>();
  for (const { name, mounts, path, line } of services) {
    for (const mount of mounts) {
      const folder = isFolder(mount) ? mount : folderOf(mount);
      const before = found.get(folder);
      if (folder === '' || dockerFolder.test(nameOf(folder)) || isContainer(folder)) continue;
      if (before === undefined) found.set(folder, { folder, name, path, line });
      else if (before?.name !== name) found.set(folder, null);
    }
  }
  return [...found.values()].filter(service => service !== null);
}

/**
 * Where services live: the build context where it is a folder of its own, else (the context is the root, or other
 * services are built from it with Dockerfiles elsewhere) the folder of the Dockerfile. Services without a folder of their
 * own are left out.
 */
export function serviceFolders(services: readonly ComposeService[]): readonly ServiceFolder[] {
  const dockerfileFolders = new Map<string, Set<string>>();
  for (const { context, dockerfileFolder } of services) {
    const folders = dockerfileFolders.get(context) ?? new Set();
    dockerfileFolders.set(context, folders.add(dockerfileFolder));
  }
  const found = new Map<string, ServiceFolder>();
  for (const { name, context, dockerfileFolder, path, line } of services) {
    const isShared = context === '' || (dockerfileFolders.get(context)?.size ?? 0) > 1;
    const folder = isShared ? aroundDockerfile(dockerfileFolder) : context;
    // Where images are made is no service.
    if (folder === '' || dockerFolder.test(folder)) continue;
    const before = found.get(folder);
    const isAround = folder !== dockerfileFolder && folder !== context;
    if (before === undefined) found.set(folder, { folder, name: isAround ? nameOf(folder) : name, path, line });
    else if (before.name !== name) found.set(folder, { ...before, name: nameOf(folder) });
  }
  return [...found.values()];
}

/** A Dockerfile in `cart/src`, `cart/docker` or `cart/docker/web` builds `cart`. */
function aroundDockerfile(folder: string): string {
  const parts = folder.split('/');
  const conventional = parts.findIndex((part, index) => index > 0 && dockerFolder.test(part));
  const end = conventional > 0 ? conventional : parts.at(-1) === 'src' ? parts.length - 1 : parts.length;
  const around = parts.slice(0, end).join('/');
  return around === '' || isContainer(around) || dockerFolder.test(around) ? folder : around;
}

interface Build {
  readonly context: string;
  readonly dockerfile: string | null;
}

function buildOf(file: YamlFile, node: Node | null, environment: ReadonlyMap<string, string>): Build | null {
  const short = file.textOf(node);
  if (short !== null) return { context: substitute(short, environment), dockerfile: null };
  if (file.entriesOf(node) === null) return null;
  const dockerfile = file.textOf(file.valueOf(node, 'dockerfile'));
  return {
    context: substitute(file.textOf(file.valueOf(node, 'context')) ?? '.', environment),
    dockerfile: dockerfile === null ? null : substitute(dockerfile, environment),
  };
}

/** Interpolation as in the Compose Specification, 12; one level deep. */
function substitute(text: string, environment: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{(\w+)(?::?[-]([^}]*))?[^}]*\}|(\w+))/g,
    (_all, braced: string | undefined, otherwise: string | undefined, bare: string | undefined) =>
      environment.get(braced ?? bare ?? '') ?? otherwise ?? '',
  );
}
