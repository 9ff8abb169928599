// Builds dist/ (what ships) and, with --tests, out/ (what the tests, the sample and the benchmarks run).
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import fastGlob from 'fast-glob';

const production = process.argv.includes('--production');
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  logLevel: 'warning',
  // Several dependencies ship both module kinds; the ES one bundles smaller and without dynamic requires.
  mainFields: ['module', 'main'],
};

/** What commands do is a file of its own, so that starting the extension does not read it. */
const lazyCommands = {
  name: 'lazy commands',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/commandRuns$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './commandRuns.cjs', external: true } : undefined,
    ),
};

/** Each import of VS Code's module as a namespace would copy all of it, which took longer than all else of loading ours. */
const oneEditor = {
  name: 'one editor',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        "import * as vscode from 'vscode';",
        "const vscode = require('vscode');",
      ),
      loader: 'ts',
    })),
};

/** The server for assistants shows no form: what the SDK would validate the answers with is half of it, and stays out. */
const noForms = {
  name: 'no forms',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]sdk[\\/]dist[\\/]esm[\\/]validation[\\/]ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    })),
};

if (production) {
  // Nothing of a development build may ship.
  rmSync('dist', { recursive: true, force: true });
}
await build({
  ...common,
  entryPoints: {
    extension: 'src/extension/extension.ts',
    commandRuns: 'src/extension/commandRuns.ts',
    worker: 'src/analysis/worker.ts',
    sample: 'src/sample/worker.ts',
    cli: 'src/cli/main.ts',
    mcp: 'src/cli/mcp/main.ts',
  },
  outdir: 'dist',
  target: 'node20',
  external: ['vscode'],
  plugins: [lazyCommands, oneEditor, noForms],
  // VS Code hands out its own module to what is required, in every version.
  supported: { 'dynamic-import': false },
  minify: production,
  sourcemap: !production,
});

const modules = {
  format: 'esm',
  // Some dependencies require modules of Node.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  outExtension: { '.js': '.mjs' },
};

// Rules for runbooks as plugins of remark, which loads modules only.
await build({
  ...common,
  entryPoints: { remark: 'src/cli/remark.ts' },
  ...modules,
  outdir: 'dist',
  target: 'node20',
  minify: production,
  sourcemap: !production,
});

// The page of the map runs in a browser.
await build({
  bundle: true,
  entryPoints: { knowledgeMap: 'src/webview/knowledgeMap.ts', 'knowledgeMap.style': 'src/webview/knowledgeMap.css' },
  outdir: 'dist',
  platform: 'browser',
  format: 'iife',
  target: 'chrome128',
  charset: 'utf8',
  logLevel: 'warning',
  minify: production,
  sourcemap: !production,
});

if (process.argv.includes('--tests')) {
  // A bundle whose test is gone must not run. The rest of out/ is what the tests leave: screenshots, servers, results.
  for (const kind of ['unit', 'repo', 'host', 'ui', 'support', 'bench', 'shared']) {
    rmSync(`out/${kind}`, { recursive: true, force: true });
  }
  const tests = {
    ...common,
    outbase: 'test',
    outdir: 'out',
    target: 'node20',
    external: ['vscode', 'mocha', '@vscode/test-electron', 'playwright-core', 'esbuild', 'typescript'],
    sourcemap: true,
  };
  const ignore = ['**/node_modules/**', '**/*.d.ts'];
  const many = ['test/{unit,repo}/**/*.ts'];
  await build({ ...tests, entryPoints: await fastGlob('test/**/*.ts', { ignore: [...ignore, ...many] }) });
  // Hundreds of them, each of which would hold the whole core, share what they import.
  await build({
    ...tests,
    ...modules,
    entryPoints: await fastGlob(many, { ignore }),
    splitting: true,
    chunkNames: 'shared/[hash]',
  });
}
