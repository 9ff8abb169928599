import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve('src');

/** Which folders of src a folder may import from, besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  git: ['core'],
  store: ['core'],
  analysis: ['git', 'store', 'core'],
  extension: ['analysis', 'core', 'git', 'sample'],
  cli: ['analysis', 'core', 'git'],
  sample: ['git'],
  webview: ['core'],
};

/** Packages a folder may import. `node:` stands for every module of Node. */
const packages: Readonly<Record<string, readonly string[]>> = {
  core: [
    'unified',
    'remark',
    'remark-gfm',
    'remark-frontmatter',
    'mdast',
    'mdast-util-to-string',
    'unist-util-visit',
    'yaml',
    'smol-toml',
    'fast-xml-parser',
    'dockerfile-ast',
    'picomatch',
    'd3-hierarchy',
  ],
  git: ['node:', 'simple-git'],
  store: ['node:'],
  analysis: ['node:', 'fast-glob', 'picomatch'],
  extension: ['node:', 'vscode'],
  sample: ['node:'],
  cli: ['node:', 'picocolors', 'string-width', '@modelcontextprotocol/sdk'],
  webview: [],
};

/** Names that say nothing of what a file holds. */
const emptyNames = /^(utils?|helpers?|manager|common|misc|index|types|info|data)$/i;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.join(folder, file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, type, named, lazy]) => ({
    from: file,
    to: named ?? lazy ?? '',
    typeOnly: type !== undefined,
  }));
}

function folderOf(file: string): string {
  return path.relative(source, file).split(path.sep)[0] ?? '';
}

/** Texts of the sample repository: what they import is nothing of ours, and they are as long as such files are. */
const sampleTexts = path.join(source, 'sample', 'files');

const files = filesBelow(source).filter(file => path.dirname(file) !== sampleTexts);
const imports = files.flatMap(importsOf);

describe('The architecture', () => {
  it('has the folders that the arrows name, and no others', () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter(entry => entry.isDirectory());
    assert.deepEqual(folders.map(({ name }) => name).sort(), Object.keys(arrows).sort());
  });

  it('has no import against the arrows', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith('.') || to.endsWith('/package.json')) {
        return false;
      }
      const [here, there] = [folderOf(from), folderOf(path.resolve(path.dirname(from), to))];
      return here !== there && !arrows[here]?.includes(there);
    });
    assert.deepEqual(wrong, []);
  });

  it('lets the git and store adapters take only types from the core', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => ['git', 'store'].includes(folderOf(from)) && to.includes('/core/') && !typeOnly,
    );
    assert.deepEqual(wrong, []);
  });

  it('imports packages only where they belong', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to.startsWith('.')) {
        return false;
      }
      const allowed = packages[folderOf(from)] ?? [];
      const name = to.startsWith('node:')
        ? 'node:'
        : to
            .split('/')
            .slice(0, to.startsWith('@') ? 2 : 1)
            .join('/');
      return !allowed.includes(name);
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps time and randomness out of the core', () => {
    const wrong = files.filter(
      file =>
        folderOf(file) === 'core' &&
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\./.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(wrong, []);
  });

  it('has no circle of imports', () => {
    const graph = new Map(files.map(file => [file, targetsOf(file)]));
    const done = new Set<string>();
    const walk = (file: string, trail: readonly string[]): void => {
      assert.ok(
        !trail.includes(file),
        `a circle: ${[...trail, file].map(part => path.relative(source, part)).join(' → ')}`,
      );
      if (!done.has(file)) {
        for (const target of graph.get(file) ?? []) {
          walk(target, [...trail, file]);
        }
        done.add(file);
      }
    };
    for (const file of files) {
      walk(file, []);
    }
  });

  it('names each file for what it holds, in camelCase', () => {
    const names = files.map(file => path.basename(file, '.ts'));
    assert.deepEqual(
      names.filter(name => !/^[a-z][a-zA-Z0-9]*$/.test(name) || emptyNames.test(name)),
      [],
    );
  });

  it('keeps files short', () => {
    const long = files.filter(file => readFileSync(file, 'utf8').split('\n').length > 330);
    assert.deepEqual(
      long.map(file => path.relative(source, file)),
      [],
    );
  });

  it('exports nothing by default and through no barrel', () => {
    const wrong = files.filter(file => /^export (default|\*)/m.test(readFileSync(file, 'utf8')));
    // remark takes a preset by its default export.
    assert.deepEqual(
      wrong.filter(file => !file.endsWith(path.join('cli', 'remark.ts'))),
      [],
    );
  });
});

/** Files a file imports at run time, so that types may point back. */
function targetsOf(file: string): string[] {
  return importsOf(file)
    .filter(({ to, typeOnly }) => to.startsWith('.') && !typeOnly)
    .map(({ to }) => `${path.resolve(path.dirname(file), to)}.ts`);
}
