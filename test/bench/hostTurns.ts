// `npm run bench:turns`: what our own code costs the thread of the extension host with the Snapshot of a repository of 50,000
// files in 5,000 components, without VS Code around it, as a Markdown table. A turn is measured as in `bench:host`.
import type { Snapshot } from '../../src/core/model';
import { whatIfInSteps } from '../../src/core/ownership/whatIf';
import { mapColumnsInSteps, mapOwnershipInSteps } from '../../src/core/report/map/mapColumns';
import { plainTranslate } from '../../src/core/report/translate';
import { planSpreadInSteps } from '../../src/core/spread/plan';
import { planOptionsOf, usualChoice } from '../../src/core/spread/planChoice';
import { planChildren, planRoots } from '../../src/extension/plan/planRows';
import type { RepositoryState } from '../../src/extension/repositoryState';
import { inSteps } from '../../src/extension/slices';
import { SnapshotIndex } from '../../src/extension/snapshotIndex';
import { search } from '../../src/extension/tree/filter';
import { OwnershipTree } from '../../src/extension/tree/ownershipTree';
import { Random } from '../../src/sample/random';
import { measureTurns } from '../host/turns';
import type { Person, WrittenCommit } from '../unit/history/writtenHistory';
import { snapshotOf } from '../unit/ownership/writtenSnapshot';

const commitCount = 25_000;
const fileCount = 50_000;
const filesOfComponent = 10;
const runs = 3;
const { signal } = new AbortController();

/**
 * What the core makes of a history that is written down: so many commits and people, files in nested folders, ten of
 * which are a component, people who keep to their part of them.
 */
function manyFiles(): Snapshot {
  const random = new Random(1);
  const people = Array.from({ length: 500 }, (_, at): Person => [`Person ${at}`, `person${at}@example.org`]);
  const tree = Array.from({ length: fileCount }, (_, at) => {
    const area = `src/area${Math.floor(at / 1_000)}/topic${Math.floor(at / 50)}`;
    return `${area}/${random.among(['parcel', 'depot', 'ledger', 'route'])}-${at}.ts`;
  });
  const perPerson = tree.length / people.length;
  const commits = Array.from({ length: commitCount }, (_, on): WrittenCommit => {
    const newOnes = tree.slice(
      Math.floor((on * tree.length) / commitCount),
      Math.floor(((on + 1) * tree.length) / commitCount),
    );
    const known = Math.floor((on * tree.length) / commitCount);
    const person = random.below(people.length);
    // Most changes are near what a person keeps to, some anywhere.
    const edited = Array.from({ length: 3 }, () =>
      random.next() < 0.8 ? Math.floor((person + random.next()) * perPerson) : random.below(tree.length),
    ).filter(at => at < known);
    const paths = new Set(edited.map(at => tree[at] ?? ''));
    const changes = [...newOnes.map(path => `A ${path}`), ...[...paths].map(path => `M ${path}`)];
    return { author: people[person] as Person, on: Math.floor(on / 20), changes };
  });
  const components = Array.from({ length: tree.length / filesOfComponent }, (_, at) => ({
    ...{ name: `part${at}`, criticality: 'normal' as const, line: 1 },
    paths: tree.slice(at * filesOfComponent, (at + 1) * filesOfComponent),
  }));
  return snapshotOf({ commits, tree, settings: { components }, past: true });
}

/** All that the host does with a Snapshot at one time, by its name. */
function worksOn(snapshot: Snapshot): readonly (readonly [name: string, work: () => Promise<unknown>])[] {
  const indexed = async (): Promise<SnapshotIndex> => must(await SnapshotIndex.of(snapshot, 1, signal));
  const someone = must(snapshot.people.find(({ active }) => active));
  const options = planOptionsOf(snapshot, usualChoice);
  const stateOf = (index: SnapshotIndex): RepositoryState => {
    const folder = { key: '/code', uri: { fsPath: '/code', path: '/code' } } as RepositoryState['folder'];
    return { folder, activity: { kind: 'ready' }, index, places: [] };
  };
  let index: SnapshotIndex;
  return [
    ['looking things up: the index', async () => (index = await indexed())],
    ['first rows of the Ownership view', async () => new OwnershipTree().roots([stateOf(index)])],
    ['search in the Ownership view', () => search(index, 'ledger', signal)],
    [
      'what if someone is away',
      async () => {
        const { after } = must(await inSteps(whatIfInSteps(snapshot, [someone.id]), signal));
        await SnapshotIndex.of(after, 2, signal, index);
      },
    ],
    [
      'plan, and the first rows of its view',
      async () => {
        const plan = must(await inSteps(planSpreadInSteps(snapshot, options), signal));
        const roots = planRoots([{ repository: stateOf(index), index, plan }]);
        return roots.map(node => planChildren(node, plainTranslate));
      },
    ],
    [
      'what the map is sent',
      async () => {
        await inSteps(mapColumnsInSteps(snapshot), signal);
        await inSteps(mapOwnershipInSteps(snapshot, snapshot.components), signal);
      },
    ],
  ];
}

function must<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('Nothing came of it.');
  return value;
}

/** Processor time of the longest turn, in milliseconds, and all of it. */
async function measured(work: () => Promise<unknown>): Promise<{ readonly longest: number; readonly all: number }> {
  // What was before is not part of it.
  await new Promise(resolve => setTimeout(resolve, 50));
  const turns = measureTurns();
  await work();
  await new Promise(resolve => setTimeout(resolve, 5));
  const times = turns.end().map(({ cpu }) => cpu);
  return { longest: Math.max(...times), all: times.reduce((sum, time) => sum + time, 0) };
}

async function main(): Promise<void> {
  const snapshot = manyFiles();
  const { files, components } = snapshot;
  const title = `${files.length.toLocaleString('en')} files in ${components.length.toLocaleString('en')} components`;
  console.log(
    `| ${title} | longest turn, CPU ms: first, then the shortest of ${runs} | all, CPU ms |\n| --- | --: | --: |`,
  );
  for (const [name, work] of worksOn(snapshot)) {
    const first = await measured(work);
    const next: Awaited<ReturnType<typeof measured>>[] = [];
    for (let run = 0; run < runs; run++) next.push(await measured(work));
    const best = (of: 'longest' | 'all'): number => Math.min(...next.map(each => each[of]));
    console.log(`| ${name} | ${first.longest.toFixed(1)}, ${best('longest').toFixed(1)} | ${best('all').toFixed(0)} |`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
