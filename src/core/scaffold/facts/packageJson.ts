import type { Fact } from '../fact';
import { shown } from '../redact';
import { removalOf, removing } from '../removal';
import { shellCommand, shellWord } from '../shell';
import { outsideSystem } from './outsideSystems';
import { type YamlEntry, type YamlValue, yamlDocument } from './yamlTree';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** The manager whose lock file lies next to the manifest or above it; npm when there is none. */
export function packageManagerOf(manifest: string, paths: ReadonlySet<string>): PackageManager {
  const folders = manifest.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const at = (name: string): boolean => paths.has([...folders.slice(0, depth), name].join('/'));
    if (at('pnpm-lock.yaml')) return 'pnpm';
    if (at('yarn.lock')) return 'yarn';
    if (at('bun.lock') || at('bun.lockb')) return 'bun';
    if (at('package-lock.json')) return 'npm';
  }
  return 'npm';
}

const inFolder: Readonly<Record<PackageManager, string>> = {
  npm: 'npm --prefix',
  pnpm: 'pnpm --dir',
  yarn: 'yarn --cwd',
  bun: 'bun --cwd',
};

/** `main` and `bin`, as far as they name a file. */
function programs(manifest: YamlValue): readonly YamlEntry[] {
  const bin = manifest.entry('bin');
  const entries = [manifest.entry('main'), ...(bin?.value.text ? [bin] : manifest.get('bin').entries)];
  return entries.filter(entry => entry !== null).filter(({ value }) => value.text !== null && value.text !== '');
}

/** Description, programs, libraries and scripts of an npm manifest. Scripts that npm itself calls around others (`prestart`) are left out. */
export function packageJsonFacts(path: string, text: string, manager: PackageManager): readonly Fact[] {
  const manifest = yamlDocument(text);
  const folder = path.split('/').slice(0, -1).join('/');
  const prefix = folder === '' ? manager : `${inFolder[manager]} ${shellWord(folder) ?? "''"}`;
  const facts: Fact[] = [];
  const description = manifest.entry('description');
  if (description?.value.text) {
    facts.push({
      kind: 'description',
      name: 'description',
      value: shown(description.value.text),
      path,
      line: description.line,
    });
  }
  const node = manifest.get('engines').entry('node');
  if (node?.value.text)
    facts.push({
      kind: 'language',
      name: 'Node.js',
      value: shown(`Node.js ${node.value.text}`),
      path,
      line: node.line,
    });
  for (const program of programs(manifest)) {
    facts.push({
      kind: 'entryPoint',
      name: program.key,
      value: shown(program.value.text ?? ''),
      path,
      line: program.line,
    });
  }
  for (const { key, line, value } of manifest.get('dependencies').entries) {
    const system = outsideSystem(key);
    if (system !== null)
      facts.push({ kind: 'system', name: system, value: `${system} (library ${shown(key)})`, path, line });
    // Of a workspace, or beside it on the disk.
    else if (/^(?:workspace|file|link|portal):/.test(value.text ?? ''))
      facts.push({ kind: 'library', name: key, value: shown(key), path, line });
  }
  const scripts = manifest.get('scripts').entries.slice(0, 100);
  const names = new Set(scripts.map(script => script.key));
  for (const script of scripts) {
    const body = script.value.text;
    if (body === null || names.has(script.key.replace(/^(?:pre|post)/, '')) !== /^(?!pre|post)/.test(script.key))
      continue;
    const command = shellCommand([prefix, 'run'], script.key);
    facts.push({
      kind: 'script',
      name: script.key,
      value: shown(body),
      path,
      line: script.line,
      ...(command === undefined ? {} : { command }),
      ...removing(removalOf(body)),
    });
  }
  return facts;
}
