// `npm run bench:facts -- [--component ID]… <repository>…`: whether every fact is said where it claims to be said.
// For all components of a repository it collects all facts and looks each up at its path and line. Prints those whose
// line, with what its variables stand for, says neither their name nor their value; exit code 1 if there are any. With `--component` all facts of it, too.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { LocalAnalysis } from '../../src/analysis/localAnalysis';
import { folderOf, resolvePath } from '../../src/core/components/repositoryPath';
import type { Component, Snapshot } from '../../src/core/model';
import { collectFacts } from '../../src/core/scaffold/collect';
import type { Fact } from '../../src/core/scaffold/fact';
import { isScriptPath } from '../../src/core/scaffold/facts/scriptCall';
import { yamlDocument } from '../../src/core/scaffold/facts/yamlTree';
import { factSources } from '../../src/core/scaffold/sources';
import { speaksOf } from '../../src/core/scaffold/subject';

function git(repository: string, args: readonly string[], input = ''): Buffer {
  return execFileSync('git', ['-C', repository, ...args], {
    input,
    maxBuffer: 1024 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** The texts at HEAD, read many at once. */
class HeadTexts {
  readonly #texts = new Map<string, string>();
  readonly paths: readonly string[];

  constructor(private readonly repository: string) {
    this.paths = git(repository, ['ls-tree', '-r', '-z', '--name-only', 'HEAD'])
      .toString()
      .split('\0')
      .filter(Boolean)
      .sort();
  }

  load(paths: readonly string[]): void {
    const wanted = paths.filter(path => !this.#texts.has(path) && !path.includes('\n'));
    const out = git(this.repository, ['cat-file', '--batch'], wanted.map(path => `HEAD:${path}\n`).join(''));
    let at = 0;
    for (const path of wanted) {
      const end = out.indexOf(10, at);
      const [, kind, length] = out.subarray(at, end).toString().split(' ');
      at = end + 1;
      if (kind !== 'blob') {
        this.#texts.set(path, '');
        continue;
      }
      this.#texts.set(path, out.subarray(at, at + Number(length)).toString());
      at += Number(length) + 1;
    }
  }

  of(path: string): string {
    return this.#texts.get(path) ?? '';
  }
}

const plain = (text: string): string =>
  text
    .replace(/\\u[\da-f]{4}/gi, '')
    .replace(/[^\p{L}\p{N}$]+/gu, ' ')
    .trim()
    .toLowerCase();

/** What of a fact must stand on its line: its name, its value, or the part of either that is not our own words. */
function said(fact: Fact): readonly string[] {
  const own = fact.value
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/,.*$/s, '')
    // `module.scaling in infra/prod`, `src/cart as cart`, `. with docker/Dockerfile`
    .replace(/^(module\.\S+) in .*$| as \S+$|^\S+ with /, '$1');
  const inside = /\((?:library )?([^)]*)\)$/.exec(fact.value)?.[1];
  const quoted = [fact.name, fact.name.split('/').at(-1), fact.value, own, own.split(' ').at(-1), inside];
  if (fact.kind === 'infrastructure') quoted.push(fact.name.split('.').at(-1), fact.name.split('.')[0]);
  if (fact.kind === 'command') quoted.push(fact.value.split(' ')[0]);
  if (fact.kind === 'deploy') quoted.push(...fact.value.split(/[ ,]+/).filter(word => word.length > 3));
  // Where it comes from and where it goes to may stand on two lines.
  if (fact.kind === 'volume') quoted.push(fact.value.split(' → ')[0]);
  if (fact.kind === 'probe')
    quoted.push(...(/GET (\S+)/.exec(fact.value)?.slice(1) ?? []), ...(/port (\S+)$/.exec(fact.value)?.slice(1) ?? []));
  return quoted
    .filter(text => text !== undefined)
    .map(text => plain(text.replace('***', '')))
    .filter(text => text !== '');
}

/** What the variables on a line stand for: of the `.env` at the root, and of a chart's own values. */
function named(line: string, path: string, texts: HeadTexts): string {
  const chart = /^(.*?)(?:^|\/)?templates\//.exec(path)?.[1];
  const values = chart === undefined ? '' : texts.of(chart === '' ? 'values.yaml' : `${chart}/values.yaml`);
  const ofChart = [...line.matchAll(/\.Values\.([\w.]+)/g)].map(
    ([, keys = '']) => yamlDocument(values).get(...keys.split('.')).text,
  );
  let said = line;
  for (let depth = 0; depth < 4; depth++) {
    const set = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(texts.of('.env'))?.[1] ?? '';
    said = [...said.matchAll(/\b([A-Z][A-Z0-9_]+)\b/g)].map(([, name = '']) => set(name)).join(' ');
    ofChart.push(said);
  }
  // The rest of a name that a template completes stands on the line.
  return ofChart.map(value => `${value ?? ''}${/\}\}(-[\w-]+)/.exec(line)?.[1] ?? ''}`).join(' ');
}

function isSaid(component: Component, fact: Fact, texts: HeadTexts): boolean {
  const lines = texts.of(fact.path).split('\n');
  const line = lines[fact.line - 1];
  if (line === undefined) return false;
  // Of a file as a whole its path says it.
  const whole =
    isScriptPath(fact.path) ||
    fact.kind === 'template' ||
    fact.kind === 'migration' ||
    fact.kind === 'entryPoint' ||
    fact.kind === 'partlyRead' ||
    fact.kind === 'chart'
      ? ` ${plain(fact.path)}`
      : '';
  // A sentence may go on over the next lines, and a page speaks of a component by any of its names.
  const place = ['description', 'command', 'healthcheck'].includes(fact.kind)
    ? lines.slice(fact.line - 1, fact.line + 7).join(' ')
    : line;
  const found = plain(`${place} ${named(line, fact.path, texts)}`) + whole;
  // Such a page speaks of the component there, by any of its names; or it is its own, and that is its title.
  if (fact.kind === 'postmortem' || fact.kind === 'decision')
    return speaksOf(component, line) || found.includes(plain(fact.value));
  // `GET /` has no word in it.
  const route = fact.kind === 'probe' ? /^GET (\S+)/.exec(fact.value)?.[1] : undefined;
  if (route !== undefined && line.includes(route)) return true;
  // A workflow begins where it says when it runs.
  if (fact.kind === 'workflow') return /^(?:on|jobs|true)\b/.test(found);
  // Folders are written from where the file is.
  const built = fact.kind === 'build' ? /(?:context|build):\s*["']?([^"'\s]+)/.exec(line)?.[1] : undefined;
  if (built !== undefined && resolvePath(folderOf(fact.path), built) === fact.value.split(' ')[0]) return true;
  return said(fact).some(text => found.includes(text));
}

async function analyse(path: string): Promise<Snapshot> {
  const analysis = new LocalAnalysis({ storeDirectory: null, log: line => console.error(line) });
  let last: Snapshot | null = null;
  const settings = { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null };
  await analysis.analyse(
    { path, gitPath: null, settings, tier: 1 },
    {
      signal: new AbortController().signal,
      onProgress: () => {},
      onSnapshot: snapshot => {
        last = snapshot;
      },
    },
  );
  if (last === null) throw new Error('The analysis ended without a Snapshot.');
  return last;
}

function factsOf(component: Component, texts: HeadTexts): readonly Fact[] {
  const sources = factSources(component, texts.paths);
  texts.load([...sources, '.env']);
  return collectFacts(component, {
    paths: texts.paths,
    texts: new Map(sources.map(path => [path, texts.of(path).slice(0, 1024 * 1024)])),
  });
}

async function check(repository: string, shown: readonly string[]): Promise<number> {
  const { components } = await analyse(repository);
  const texts = new HeadTexts(repository);
  const byKind = new Map<string, number>();
  let facts = 0;
  let wrong = 0;
  for (const component of components) {
    const found = factsOf(component, texts);
    for (const fact of found) {
      facts++;
      byKind.set(fact.kind, (byKind.get(fact.kind) ?? 0) + 1);
      const isRight = isSaid(component, fact, texts);
      if (!isRight) wrong++;
      if (isRight && !shown.includes(component.id)) continue;
      const line = texts.of(fact.path).split('\n')[fact.line - 1]?.trim().slice(0, 120) ?? 'no such line';
      console.log(
        `${isRight ? '     ' : 'WRONG'} ${component.id} ${fact.kind} ${fact.name} | ${fact.value} | ${fact.path}:${fact.line} | ${line}`,
      );
    }
  }
  const kinds = [...byKind].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`);
  console.log(
    `${repository}: ${components.length} components, ${facts} facts, ${wrong} not said where they claim; ${kinds.join(', ')}`,
  );
  return wrong;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { component: { type: 'string', multiple: true, default: [] } },
  });
  let wrong = 0;
  for (const repository of positionals) wrong += await check(repository, values.component);
  if (wrong > 0) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
