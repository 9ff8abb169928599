// `npm run bench:plan -- [<repository>…]`: what planning costs and how much better it is than greed, on repositories made
// up with 200 and 2,000 components, and on those named. As a Markdown table.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LocalAnalysis } from '../../src/analysis/localAnalysis';
import type { Component, FileOwnership, Snapshot } from '../../src/core/model';
import type { Candidate } from '../../src/core/spread/backup';
import { candidateSearch } from '../../src/core/spread/componentCandidates';
import { planSpread, type SpreadPlan } from '../../src/core/spread/plan';
import { type PlanOptions, usualPlan } from '../../src/core/spread/planOptions';
import { roomOf } from '../../src/core/spread/room';
import {
  exampleComponent,
  exampleFile,
  exampleMoment,
  examplePerson,
  exampleSnapshot,
} from '../unit/report/exampleSnapshot';
import { median } from './lines/median';

const rounds = 3;
const options: PlanOptions = { ...usualPlan, risk: 'low' };

/** A repository in which two of three components are single points, a fifth of them orphaned, with too few people for all. */
function madeUp(count: number, seed: number): Snapshot {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const people = Array.from({ length: Math.ceil(count / 3) }, (_, id) =>
    examplePerson(id, `Person ${id}`, { commits: 3 + random(400) }),
  );
  const components: Component[] = [];
  const files: FileOwnership[] = [];
  for (let at = 0; at < count; at++) {
    const id = `area${at % 20}/part${at}`;
    const owners =
      at % 15 === 0 ? [] : at % 3 === 0 ? [random(people.length), random(people.length)] : [random(people.length)];
    const named = [...new Set(owners)];
    const kind = at % 9 === 0 ? 'operations' : 'service';
    const known = new Set(Array.from({ length: 2 + random(12) }, () => random(people.length)));
    const component = exampleComponent(id, {
      ...{
        kind,
        files: 5 + random(60),
        state: named.length === 0 ? 'orphaned' : named.length === 1 ? 'sole' : 'shared',
      },
      owners: named.map(person => ({ person, share: 1 / named.length })),
      risk: { level: 'high', score: random(100), reasons: [] },
    });
    const familiar = [...known].map(person => ({
      ...{
        person,
        touches: 1 + random(60),
        lastTouched: exampleMoment - random(900) * 86_400,
        share: random(30) / 100,
      },
    }));
    components.push({ ...component, grounds: { ...component.grounds, familiar } });
    for (let file = 0; file < component.files; file++) {
      files.push(exampleFile(`${id}/${file}.ts`, id, component.state, named));
    }
  }
  components.sort((one, other) => other.risk.score - one.risk.score);
  return exampleSnapshot({ components, files, people, limits: [] });
}

interface Value {
  readonly ended: number;
  /** Mean of the score divided by that of the component's best placed person. */
  readonly fit: number;
}

function planValue({ steps, planned, unsolved, snapshot }: SpreadPlan): Value {
  const search = candidateSearch(snapshot);
  const fits = steps.map(({ component, person }) => fitOf(search.of(component), person));
  return { ended: planned - unsolved.length, fit: mean(fits) };
}

/** One component after the other, in the same order, takes the best placed people with room, all it needs or nobody. */
function greedy({ snapshot, steps, unsolved }: SpreadPlan): Value {
  const search = candidateSearch(snapshot);
  const room = roomOf(snapshot.people.length, options.mostPerPerson, search.burden, new Map());
  const perPerson = ({ risk, state }: Component): number => risk.score / (state === 'sole' ? 1 : 2);
  const urgent = ({ kind }: Component): number => (kind === 'operations' ? 0 : 1);
  const components = [...new Set([...steps, ...unsolved].map(({ component }) => component))].sort(
    (one, other) => urgent(one) - urgent(other) || perPerson(other) - perPerson(one),
  );
  const fits: number[] = [];
  let ended = 0;
  for (const component of components) {
    const ranked = search.of(component);
    const free = ranked.filter(({ person, isPasserBy }) => !isPasserBy && (room[person] ?? 0) > 0);
    const needed = component.state === 'sole' ? 1 : 2;
    if (free.length < needed) continue;
    ended++;
    for (const { person } of free.slice(0, needed)) {
      room[person] = (room[person] ?? 0) - 1;
      fits.push(fitOf(ranked, person));
    }
  }
  return { ended, fit: mean(fits) };
}

function fitOf(ranked: readonly Candidate[], person: number): number {
  return (ranked.find(candidate => candidate.person === person)?.score ?? 0) / (ranked[0]?.score ?? 1);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function report(name: string, snapshot: Snapshot): void {
  const times: number[] = [];
  let plan = planSpread(snapshot, options);
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage();
    plan = planSpread(snapshot, options);
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
  }
  const [ours, theirs] = [planValue(plan), greedy(plan)];
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const cells = [
    ...[name, snapshot.components.length, plan.planned, snapshot.people.filter(({ active }) => active).length],
    ...[plan.steps.length, Math.round(median(times)), plan.isProven ? 'yes' : 'no'],
    ...[`${ours.ended} / ${theirs.ended}`, `${percent(ours.fit)} / ${percent(theirs.fit)}`],
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

async function snapshotOf(repository: string): Promise<Snapshot> {
  const found: Snapshot[] = [];
  const settings = { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null };
  await new LocalAnalysis({ storeDirectory: null, log: line => console.error(line) }).analyse(
    { path: repository, gitPath: null, tier: 1, settings },
    { signal: new AbortController().signal, onProgress: () => {}, onSnapshot: snapshot => void found.push(snapshot) },
  );
  const last = found.at(-1);
  if (last === undefined) throw new Error('There is no Snapshot.');
  return last;
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  console.log(
    '| | components | single points | active people | pairings | CPU ms | proven | ended: plan / greed | fit: plan / greed |',
  );
  console.log('|---|--:|--:|--:|--:|--:|---|--:|--:|');
  for (const count of [200, 2000]) report(`made up, ${count}`, madeUp(count, 7));
  for (const repository of positionals) report(path.basename(repository), await snapshotOf(repository));
}

void main();
