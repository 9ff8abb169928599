// `npm run bench:runbooks -- [--pages N] <folder with Markdown>…`: what linting pages costs beside remark-lint on the same
// pages, as a Markdown table. The pages of the folders are repeated until there are N; each linter has a process of its own.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fastGlob from 'fast-glob';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import { VFile } from 'vfile';
import { checkPage } from '../../src/core/runbooks/runbook';
import { defaultSettings } from '../../src/core/settings';
import { outputOf } from './processCost';

/** Lints a page and says how much it found. */
type Linter = (path: string, text: string) => number;

const settings = { ...defaultSettings, runbookPaths: ['**'] };
const processor = remark().use(remarkGfm).use(remarkPresetLintRecommended);

const linters: Readonly<Record<string, Linter>> = {
  'reading the pages': () => 0,
  'remark-lint, recommended': (file, text) => {
    const page = new VFile({ path: file, value: text });
    processor.runSync(processor.parse(page), page);
    return page.messages.length;
  },
  'Single Points, rules of a page': (file, text) =>
    checkPage({ path: file, text, linked: false }, settings, null)?.linted.length ?? 0,
};

interface Outcome {
  readonly pages: number;
  readonly bytes: number;
  readonly found: number;
  /** Most memory the process ever had resident, in bytes. */
  readonly memory: number;
}

async function lint(name: string, count: number, folders: readonly string[]): Promise<Outcome> {
  const linter = linters[name];
  const files = (await fastGlob(folders.map(folder => `${fastGlob.convertPathToPattern(folder)}/**/*.md`))).sort();
  if (linter === undefined || files.length === 0) throw new Error('There is no Markdown in the folders.');
  let bytes = 0;
  let found = 0;
  for (let page = 0; page < count; page++) {
    const file = files[page % files.length] ?? '';
    const text = await readFile(file, 'utf8');
    bytes += text.length;
    found += linter(`docs/${page}/${path.basename(file)}`, text);
  }
  return { pages: count, bytes, found, memory: process.resourceUsage().maxRSS * 1024 };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pages: { type: 'string', default: '10000' }, only: { type: 'string' } },
  });
  if (values.only !== undefined) {
    console.log(JSON.stringify(await lint(values.only, Number(values.pages), positionals)));
    return;
  }
  console.log(`| ${values.pages} pages | CPU s | × remark-lint | found | peak memory |\n|---|--:|--:|--:|--:|`);
  const costs = new Map<string, { readonly cpu: number; readonly outcome: Outcome }>();
  for (const name of Object.keys(linters)) {
    const command = [process.execPath, __filename, '--pages', values.pages, '--only', name, ...positionals];
    const { output, cpu } = await outputOf(command);
    costs.set(name, { cpu, outcome: JSON.parse(output) as Outcome });
  }
  const peer = costs.get('remark-lint, recommended')?.cpu ?? 0;
  for (const [name, { cpu, outcome }] of costs) {
    const memory = `${Math.round(outcome.memory / 1e6)} MB`;
    console.log(`| ${name} | ${cpu.toFixed(1)} | ${(cpu / peer).toFixed(2)} | ${outcome.found} | ${memory} |`);
  }
}

void main();
