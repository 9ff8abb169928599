import { XMLParser } from 'fast-xml-parser';
import { parse as parseToml } from 'smol-toml';

/** What the text of a manifest says. */
export interface ManifestText {
  /** Null where the manifest gives none: the folder's name will do. */
  readonly name: string | null;
  /** Line of the name, from 1. */
  readonly line: number;
  /** Only holds other packages together; a package by itself only with source of its own. */
  readonly workspace: boolean;
}

/** Reads the text of a manifest; null where it declares no package. May throw on malformed text. */
export type ManifestReader = (text: string) => ManifestText | null;

/** `package.json`; without name, scripts and dependencies it only sets a module format. */
export function readPackageJson(text: string): ManifestText | null {
  const root = tableOf(JSON.parse(withoutMark(text)));
  const name = textIn(root, 'name');
  if (name === null && !has(root, 'scripts') && !has(root, 'dependencies') && !has(root, 'devDependencies'))
    return null;
  return { name, line: keyLine(text, 'name', name), workspace: has(root, 'workspaces') };
}

/** Nx `project.json`. */
export function readProjectJson(text: string): ManifestText | null {
  const root = tableOf(JSON.parse(withoutMark(text)));
  if (!has(root, 'targets') && !has(root, 'sourceRoot') && !has(root, 'projectType')) return null;
  const name = textIn(root, 'name');
  return { name, line: keyLine(text, 'name', name), workspace: false };
}

/** `composer.json`. */
export function readComposerJson(text: string): ManifestText | null {
  const root = tableOf(JSON.parse(withoutMark(text)));
  const name = textIn(root, 'name');
  if (name === null && !has(root, 'autoload')) return null;
  return { name, line: keyLine(text, 'name', name), workspace: false };
}

/** `Cargo.toml`; without `[package]` it is a virtual workspace. */
export function readCargoToml(text: string): ManifestText | null {
  const root = tableOf(parseToml(withoutMark(text)));
  const name = textIn(tableIn(root, 'package'), 'name');
  return { name, line: keyLine(text, 'name', name), workspace: !has(root, 'package') };
}

/** `pyproject.toml`; one that only configures tools declares no package. */
export function readPyproject(text: string): ManifestText | null {
  const root = tableOf(parseToml(withoutMark(text)));
  const tool = tableIn(root, 'tool');
  const name = textIn(tableIn(root, 'project'), 'name') ?? textIn(tableIn(tool, 'poetry'), 'name');
  const workspace = name === null && has(tableIn(tool, 'uv'), 'workspace');
  if (name === null && !workspace && !has(root, 'build-system') && !has(root, 'project')) return null;
  return { name, line: keyLine(text, 'name', name), workspace };
}

/** Maven's `pom.xml`: the project's own artifact, not its parent's; packaging `pom` builds nothing itself. */
export function readPom(text: string): ManifestText | null {
  const parser = new XMLParser({
    preserveOrder: true,
    processEntities: false,
    parseTagValue: false,
    ignoreAttributes: true,
  });
  const project = childrenOf(parser.parse(withoutMark(text)), 'project');
  if (project === null) return { name: null, line: 1, workspace: false };
  const name = textOfChild(project, 'artifactId');
  const workspace = textOfChild(project, 'packaging') === 'pom' || childrenOf(project, 'modules') !== null;
  const at = name === null ? -1 : text.indexOf(`<artifactId>${name}</artifactId>`);
  return { name, line: lineAt(text, at), workspace };
}

/** `go.mod`: the last part of the module path, a version suffix left out. */
export function readGoMod(text: string): ManifestText | null {
  const match = /^[ \t]*module[ \t]+["`]?([^\s"`]+)/m.exec(text);
  const parts = (match?.[1] ?? '').split('/').filter(part => part !== '');
  const name = /^v\d+$/.test(parts.at(-1) ?? '') && parts.length > 1 ? parts.at(-2) : parts.at(-1);
  return { name: name ?? null, line: lineAt(text, match?.index ?? -1), workspace: false };
}

/** `setup.py` with a literal name. */
export function readSetupPy(text: string): ManifestText | null {
  return byPattern(text, /\bname\s*=\s*["']([\w.-]+)["']/);
}

/** `setup.cfg`; without `[metadata]` it only configures tools. */
export function readSetupCfg(text: string): ManifestText | null {
  const metadata = /^\[metadata\][^[]*/m.exec(text);
  if (metadata === null) return null;
  const name = /^name[ \t]*=[ \t]*([\w.-]+)/m.exec(metadata[0]);
  return { name: name?.[1] ?? null, line: lineAt(text, metadata.index + (name?.index ?? 0)), workspace: false };
}

/** `mix.exs`; an umbrella only holds applications together. */
export function readMix(text: string): ManifestText | null {
  return { ...byPattern(text, /\bapp:\s*:(\w+)/), workspace: /\bapps_path:/.test(text) };
}

/** A YAML manifest with a `name` at the top: `pubspec.yaml`, `Chart.yaml`. */
export function readNamedYaml(text: string): ManifestText | null {
  return { ...byPattern(text, /^name:[ \t]*["']?([^\s"'#]+)/m), workspace: /^workspace:/m.test(text) };
}

/** `settings.gradle`: the name of the root project. Its projects: {@link gradleProjects}. */
export function readGradleSettings(text: string): ManifestText | null {
  const named = byPattern(text, /\brootProject\.name\s*=\s*["']([^"'\n]+)["']/);
  return { ...named, workspace: gradleProjects(text).length > 0 };
}

/**
 * Folders, relative to `settings.gradle`, of the projects it includes, with the line of each; a project that is given
 * another folder (`project(":a").projectDir = file("libs/a")`) has that.
 */
export function gradleProjects(text: string): readonly { readonly folder: string; readonly line: number }[] {
  const projects: { folder: string; line: number }[] = [];
  const moved = new Map<string, string>();
  const projectDir =
    /project\s*\(\s*["']:?([\w.:/-]+)["']\s*\)\s*\.projectDir\s*=\s*(?:new\s+File|file)\s*\(\s*(?:(?:settingsDir|rootDir|rootProject\.projectDir)\s*,\s*)?["']([\w./-]+)["']/g;
  for (const [, project = '', folder = ''] of text.matchAll(projectDir)) {
    moved.set(project.replaceAll(':', '/'), folder.replace(/^(?:\.?\/)+|\/+$/g, ''));
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (!/^\s*(?:include\b|["']:?[\w.:/-]+["']\s*[,)]?\s*$)/.test(line)) continue;
    for (const match of line.matchAll(/["']:?([\w.:/-]+)["']/g)) {
      const named = (match[1] ?? '').replaceAll(':', '/').replace(/^\/+|\/+$/g, '');
      const folder = moved.get(named) ?? named;
      if (folder !== '' && !folder.includes('..')) projects.push({ folder, line: index + 1 });
    }
  }
  return projects;
}

/** `CMakeLists.txt`; without `project()` it is only a part of one. */
export function readCmake(text: string): ManifestText | null {
  const match = /^[ \t]*project[ \t]*\(\s*(?:"([^"\n]+)"|([^\s"()]+))/im.exec(text);
  if (match === null) return null;
  return { name: match[1] ?? match[2] ?? null, line: lineAt(text, match.index), workspace: false };
}

/** `Package.swift`. */
export function readPackageSwift(text: string): ManifestText | null {
  return byPattern(text, /\bPackage\s*\(\s*name:\s*"([^"\n]+)"/);
}

/** Bazel's `MODULE.bazel`. */
export function readModuleBazel(text: string): ManifestText | null {
  return byPattern(text, /^module\s{0,9}\([^)]{0,500}?\bname\s{0,9}=\s{0,9}"([^"\n]+)"/m);
}

/** `pnpm-workspace.yaml`, which may also hold settings only. */
export function readPnpmWorkspace(text: string): ManifestText | null {
  return /^packages:/m.test(text) ? { name: null, line: 1, workspace: true } : null;
}

/** A file whose being there makes a workspace: `lerna.json`, `nx.json`, `go.work`. */
export function readWorkspace(): ManifestText {
  return { name: null, line: 1, workspace: true };
}

function byPattern(text: string, pattern: RegExp): ManifestText {
  const match = pattern.exec(text);
  return { name: match?.[1] ?? null, line: lineAt(text, match?.index ?? -1), workspace: false };
}

function keyLine(text: string, key: string, value: string | null): number {
  if (value === null) return 1;
  const lines = text.split('\n');
  const at = lines.findIndex(line => line.includes(key) && line.includes(value));
  return at < 0 ? 1 : at + 1;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

type Table = Readonly<Record<string, unknown>>;

function tableOf(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function has(table: Table, key: string): boolean {
  return Object.hasOwn(table, key);
}

function tableIn(table: Table, key: string): Table {
  return has(table, key) ? tableOf(table[key]) : {};
}

function textIn(table: Table, key: string): string | null {
  const value = has(table, key) ? table[key] : null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function childrenOf(nodes: unknown, tag: string): readonly unknown[] | null {
  if (!Array.isArray(nodes)) return null;
  for (const node of nodes) {
    const table = tableOf(node);
    if (has(table, tag) && Array.isArray(table[tag])) return table[tag];
  }
  return null;
}

function textOfChild(nodes: readonly unknown[], tag: string): string | null {
  const [text] = childrenOf(nodes, tag) ?? [];
  return textIn(tableOf(text), '#text');
}
