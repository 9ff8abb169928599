// `npm run bench:map -- [files]`: what a map of so many files (50,000) costs, made up like a large repository: what is
// sent, and what each place and colour takes to be put together, laid out and drawn as text. Prints figures.

import { serialize } from 'node:v8';
import type { FileOwnership, Snapshot, State } from '../../src/core/model';
import { mapColumnsInSteps, mapOwnershipInSteps } from '../../src/core/report/map/mapColumns';
import { layOutMap } from '../../src/core/report/map/mapLayout';
import { levelAt, type MapView } from '../../src/core/report/map/mapLevel';
import { MapModel, type MapPlace, wholeMap } from '../../src/core/report/map/mapModel';
import { mapModes } from '../../src/core/report/map/mapModes';
import { searchMap } from '../../src/core/report/map/mapSearch';
import { mapSvg } from '../../src/core/report/map/mapSvg';
import { rowsAt, sortRows } from '../../src/core/report/map/mapTable';
import { plainTranslate } from '../../src/core/report/translate';
import { inOneGo } from '../../src/core/steps';
import { Random } from '../../src/sample/random';
import { exampleComponent, exampleFile, exampleSnapshot } from '../unit/report/exampleSnapshot';

const size = { width: 1400, height: 900 };
const runs = 9;
const count = Number(process.argv[2] ?? 50_000);

/** Components from a few files to thousands, folders in folders, sizes as files have them. */
function manyFiles(): Snapshot {
  const random = new Random(1);
  const states: readonly State[] = ['sole', 'orphaned', 'shared', 'unknown'];
  const components = Array.from({ length: Math.ceil(count / 170) }, (_, index) => `part${index}`);
  const files = Array.from({ length: count }, (_, index): FileOwnership => {
    const component = components[Math.floor(components.length * random.next() ** 2)] ?? '';
    const folder = `packages/${component}/src/area${random.below(10)}/topic${random.below(20)}`;
    const state = random.among(states) ?? 'shared';
    const owners = state === 'sole' ? [0] : state === 'shared' ? [0, 1] : [];
    const lines = Math.ceil(20 * Math.exp(2.5 * random.next() + random.next()));
    const path = `${folder}/module-with-a-name-${index}.ts`;
    return { ...exampleFile(path, component, state, owners), lines };
  }).sort((one, other) => (one.path < other.path ? -1 : 1));
  return exampleSnapshot({ tier: 2, files, components: components.map(id => exampleComponent(id)) });
}

/** The median of a few runs, in milliseconds of the processor, and what the last gave. */
function timed<T>(run: () => T): { readonly milliseconds: string; readonly result: T } {
  const times: number[] = [];
  let result = run();
  for (let at = 0; at < runs; at++) {
    const start = process.cpuUsage();
    result = run();
    times.push(process.cpuUsage(start).user / 1_000);
  }
  times.sort((one, other) => one - other);
  return { milliseconds: (times[runs >> 1] ?? 0).toFixed(1), result };
}

function print(what: string, ...figures: readonly string[]): void {
  console.log(`| ${[what, ...figures].join(' | ')} |`);
}

const kilobytes = (value: unknown): string => `${Math.round(serialize(value).length / 1000)} KB`;

const snapshot = manyFiles();
const sent = timed(() => inOneGo(mapColumnsInSteps(snapshot)));
const owned = timed(() => inOneGo(mapOwnershipInSteps(snapshot, snapshot.components)));
const read = timed(() => new MapModel(sent.result));
const model = read.result;
const largest = model.columns.components
  .map((_, component) => component)
  .sort((one, other) => model.filesOfComponent(other).length - model.filesOfComponent(one).length)[0] as number;
const view: MapView = { model, ownership: owned.result, mode: 'state', translate: plainTranslate };

print(`${count} files in ${snapshot.components.length} components`, 'CPU ms', 'size');
print('---', '--:', '--:');
print('columns, sent once', sent.milliseconds, kilobytes(sent.result));
print('owners, sent with every change', owned.milliseconds, kilobytes(owned.result));
print('columns read by the page', read.milliseconds, '');
print('search, first', timed(() => searchMap(new MapModel(sent.result), 'name-4999')).milliseconds, '');
print('search, next', timed(() => searchMap(model, 'name-4999')).milliseconds, '');
const rows = timed(() => sortRows(rowsAt(view, model.entryOf(largest)), { key: 'state', descending: true }));
print(`table of the largest component, sorted`, rows.milliseconds, `${rows.result.length} rows`);

console.log('');
print('place and colour', 'boxes', 'level, CPU ms', 'layout', 'text', 'size');
print('---', '--:', '--:', '--:', '--:', '--:');
const places: readonly (readonly [string, MapPlace])[] = [
  ['all', wholeMap],
  [`a component of ${model.filesOfComponent(largest).length} files`, model.entryOf(largest)],
];
for (const [name, place] of places) {
  for (const mode of mapModes) {
    const level = timed(() => levelAt({ ...view, mode }, place));
    const placed = timed(() => layOutMap(level.result, size));
    const box = (): { attributes: string; title: string } => ({ attributes: 'data-at="0"', title: '' });
    const drawn = timed(() => mapSvg(placed.result, { size, attributes: '', box, translate: plainTranslate }));
    const boxes = level.result.reduce((sum, { children }) => sum + Math.max(1, children.length), 0);
    const steps = [level, placed, drawn].map(({ milliseconds }) => milliseconds);
    print(`${name}, by ${mode}`, String(boxes), ...steps, `${Math.round(drawn.result.length / 1000)} KB`);
  }
}
