// `npm run bench:backups -- [--years N] <repository>…`: how often who is suggested as a backup really worked on the
// component afterwards, beside simple rules. As a Markdown table.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LocalAnalysis } from '../../src/analysis/localAnalysis';
import type { Component, Snapshot } from '../../src/core/model';

const daySeconds = 86_400;
const windows = [180, 365] as const;

type Rule = (component: Component, snapshot: Snapshot) => readonly number[];

/** Each names people, the best first; nobody of them owns the component. */
const rules: Readonly<Record<string, Rule>> = {
  'our backup': ({ backup, alternatives }) => [backup, ...alternatives].flatMap(each => (each ? [each.person] : [])),
  'most recent other': (component, snapshot) =>
    others(component, snapshot)
      .toSorted((a, b) => b.lastTouched - a.lastTouched)
      .map(({ person }) => person),
  'most commits in the component': (component, snapshot) => others(component, snapshot).map(({ person }) => person),
  'most commits in the repository': ({ owners }, { people }) =>
    people
      .filter(({ active, id }) => active && !owners.some(({ person }) => person === id))
      .toSorted((a, b) => b.commits - a.commits)
      .slice(0, 3)
      .map(({ id }) => id),
};

function others({ grounds, owners }: Component, _: Snapshot): Component['grounds']['familiar'] {
  return grounds.familiar.filter(({ person }) => !owners.some(owner => owner.person === person));
}

function git(repository: string, ...args: string[]): string {
  return execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });
}

async function snapshotAt(analysis: LocalAnalysis, repository: string, revision: string): Promise<Snapshot> {
  const found: Snapshot[] = [];
  await analysis.analyse(
    {
      path: repository,
      gitPath: null,
      tier: 1,
      revision,
      settings: { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null },
    },
    { signal: new AbortController().signal, onProgress: () => {}, onSnapshot: snapshot => void found.push(snapshot) },
  );
  const last = found.at(-1);
  if (last === undefined) throw new Error('There is no Snapshot.');
  return last;
}

/** By person and component: seconds until the first touch after a revision. */
function laterTouches(repository: string, revision: string, snapshot: Snapshot): Map<string, number> {
  const people = new Map<string, number>();
  for (const { id, email, aliases } of snapshot.people) {
    for (const address of [email, ...aliases]) people.set(address.toLowerCase(), id);
  }
  const components = new Map(snapshot.files.map(file => [file.path, file.component]));
  const until = snapshot.asOf + windows[1] * daySeconds;
  const log = git(
    repository,
    'log',
    '--format=%x01%at %aE',
    '--name-only',
    '--no-renames',
    `--until=${until}`,
    `${revision}..HEAD`,
  );
  const touches = new Map<string, number>();
  for (const record of log.split('\u0001').slice(1)) {
    const [head = '', ...paths] = record.split('\n').filter(Boolean);
    const [time = '', email = ''] = head.split(' ');
    const person = people.get(email.toLowerCase());
    const after = Number(time) - snapshot.asOf;
    for (const component of new Set(paths.map(each => components.get(each)))) {
      const key = `${person} ${component}`;
      if (person !== undefined && component != null && after > 0) {
        touches.set(key, Math.min(after, touches.get(key) ?? Number.POSITIVE_INFINITY));
      }
    }
  }
  return touches;
}

interface Count {
  hits: Record<number, number>;
  hitsOfThree: Record<number, number>;
}

async function measure(repository: string, years: number): Promise<{ asked: number; counts: Record<string, Count> }> {
  const counts = Object.fromEntries(
    Object.keys(rules).map(name => [name, { hits: { 180: 0, 365: 0 }, hitsOfThree: { 180: 0, 365: 0 } }]),
  );
  const newest = Number(git(repository, 'log', '-1', '--format=%ct', 'HEAD'));
  // One keeps the history from one revision to the next.
  const analysis = new LocalAnalysis({ storeDirectory: null, log: () => {} });
  let asked = 0;
  for (let year = 1; year <= years; year++) {
    const before = newest - year * 365 * daySeconds;
    const revision = git(repository, 'rev-list', '--first-parent', '-1', `--before=${before}`, 'HEAD').trim();
    if (revision === '') break;
    const snapshot = await snapshotAt(analysis, repository, revision);
    const later = laterTouches(repository, revision, snapshot);
    for (const component of snapshot.components) {
      if ((component.state !== 'sole' && component.state !== 'orphaned') || component.backup === null) continue;
      asked++;
      for (const [name, rule] of Object.entries(rules)) {
        const named = rule(component, snapshot);
        const firsts = named.map(person => later.get(`${person} ${component.id}`) ?? Number.POSITIVE_INFINITY);
        for (const window of windows) {
          const count = counts[name];
          if (count === undefined) continue;
          const within = (first: number | undefined): boolean =>
            (first ?? Number.POSITIVE_INFINITY) <= window * daySeconds;
          count.hits[window] = (count.hits[window] ?? 0) + (within(firsts[0]) ? 1 : 0);
          count.hitsOfThree[window] = (count.hitsOfThree[window] ?? 0) + (firsts.slice(0, 3).some(within) ? 1 : 0);
        }
      }
    }
  }
  return { asked, counts };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { years: { type: 'string', default: '8' } },
    allowPositionals: true,
  });
  console.log(`| repository | single points | rule | 180 days | 365 days | one of three, 365 days |`);
  console.log('|---|--:|---|--:|--:|--:|');
  const total = { asked: 0, counts: new Map<string, number[]>() };
  const row = (name: string, asked: number, rule: string, numbers: readonly number[]): void => {
    const cells = numbers.map(number => (asked === 0 ? '–' : `${Math.round((100 * number) / asked)} %`));
    console.log(`| ${name} | ${asked} | ${rule} | ${cells.join(' | ')} |`);
  };
  for (const repository of positionals.map(each => path.resolve(each))) {
    const { asked, counts } = await measure(repository, Number(values.years));
    total.asked += asked;
    for (const [rule, { hits, hitsOfThree }] of Object.entries(counts)) {
      const numbers = [hits[180] ?? 0, hits[365] ?? 0, hitsOfThree[365] ?? 0];
      row(path.basename(repository, '.git'), asked, rule, numbers);
      const sums = total.counts.get(rule) ?? [0, 0, 0];
      total.counts.set(
        rule,
        sums.map((sum, index) => sum + (numbers[index] ?? 0)),
      );
    }
  }
  for (const [rule, numbers] of total.counts) row('**all**', total.asked, rule, numbers);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
