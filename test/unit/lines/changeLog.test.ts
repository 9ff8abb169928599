import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangeLog, noBlob, pathChange } from '../../../src/core/lines/changeLog';
import { childrenFirst } from '../../../src/core/lines/childrenFirst';
import { VarintReader, VarintWriter } from '../../../src/core/lines/varints';

const letter = fc.constantFrom(...'AMDT').map(each => each.charCodeAt(0));
const blob = fc.integer({ min: -1, max: 60 });
const path = fc.constantFrom('a', 'src/b', 'tab\t', 'line\nfeed', 'caf\xe9', '\xef\xbb\xbfbom', ' ');
const side = fc.tuple(letter, blob);
const commits = fc.array(
  fc.record({
    parents: fc.uniqueArray(fc.nat(40), { maxLength: 4 }),
    known: fc.boolean(),
    changes: fc.array(fc.tuple(path, fc.boolean(), side), { maxLength: 5 }),
    combined: fc.array(fc.tuple(path, fc.boolean(), fc.array(side, { minLength: 4, maxLength: 4 })), { maxLength: 3 }),
  }),
  { maxLength: 12 },
);

/** Commits that are known, in any order of their numbers. */
function logOf(all: readonly Described[], shaLength: 20 | 32): ChangeLog {
  const log = new ChangeLog(shaLength);
  const id = (number: number): string => number.toString(16).padStart(shaLength * 2, '0');
  for (let number = 0; number <= 60; number++) log.blobs.addHex(id(number));
  for (const [index, { parents, known, changes, combined }] of all.entries()) {
    const commit = log.commits.addHex(id(index));
    const numbers = parents.map(parent => log.commits.addHex(id(parent)));
    if (!known) continue;
    log.begin(commit, numbers);
    if (parents.length > 1) log.beginAgainstFirstParent(commit);
    for (const [name, isFile, [kind, before]] of changes) log.change(commit, log.path(name), isFile, kind, before);
    if (parents.length < 2) continue;
    for (const [name, isFile, sides] of combined) {
      log.combinedChange(commit, log.path(name), isFile, sides.slice(0, parents.length).flat());
    }
  }
  return log;
}

interface Described {
  readonly parents: readonly number[];
  readonly known: boolean;
  readonly changes: readonly (readonly [string, boolean, [number, number]])[];
  readonly combined: readonly (readonly [string, boolean, [number, number][]])[];
}

/** All that a log says, commit by commit. */
function told(log: ChangeLog): unknown {
  const commitsTold = Array.from({ length: log.commits.size }, (_, commit) => {
    const parents = Array.from({ length: log.parentsOf(commit) }, (__, index) => log.parent(commit, index));
    if (!log.isKnown(commit)) return [log.commits.hex(commit)];
    const changes = log.changesOf(commit);
    const list: unknown[] = [];
    for (let at = changes.startOf(commit); at < changes.endOf(commit); at++) {
      list.push([changes.kinds.at(at), log.paths[changes.paths.at(at)], changes.oldBlobs.at(at)]);
    }
    const start = log.combinedStartOf(commit);
    const length = log.combinedCountOf(commit) * (1 + parents.length * 2);
    const combined = Array.from({ length }, (__, at) => log.combined.at(start + at));
    return [log.commits.hex(commit), parents, list, parents.length > 1 ? combined : []];
  });
  const blobs = Array.from({ length: log.blobs.size }, (_, number) => log.blobs.hex(number));
  return { paths: log.paths, commitsTold, blobs };
}

function encoded(log: ChangeLog): Uint8Array {
  const writer = new VarintWriter();
  log.encode(writer);
  return writer.bytes;
}

describe('the changes of all commits', () => {
  it('are the same after they were stored, whatever was changed, renamed or merged', () => {
    fc.assert(
      fc.property(commits, fc.constantFrom<(20 | 32)[]>(20, 32), (all, shaLength) => {
        const log = logOf(all, shaLength);
        const bytes = encoded(log);
        const reader = new VarintReader(bytes);
        const decoded = ChangeLog.decode(reader, shaLength);
        assert.equal(reader.at, bytes.length);
        assert.deepEqual(told(decoded), told(log));
        assert.deepEqual(encoded(decoded), bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('can be continued after they were stored', () => {
    fc.assert(
      fc.property(commits, all => {
        const log = logOf(all, 20);
        const decoded = ChangeLog.decode(new VarintReader(encoded(log).slice()), 20);
        for (const each of [log, decoded]) {
          const commit = each.commits.addHex('f'.repeat(40));
          each.begin(commit, [0]);
          each.change(commit, each.path('src/b'), true, 77, 3);
        }
        assert.deepEqual(told(decoded), told(log));
      }),
      { numRuns: 100 },
    );
  });

  it('that are cut off are an error', () => {
    const log = new ChangeLog(20);
    log.begin(log.commits.addHex('1'.repeat(40)), []);
    log.change(0, log.path('a'), true, 65, noBlob);
    const bytes = encoded(log);
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => ChangeLog.decode(new VarintReader(bytes.slice(0, length)), 20), RangeError, `${length}`);
    }
  });

  it('are those of files alone: a link that came is none, one that went counts as gone', () => {
    const log = new ChangeLog(20);
    log.begin(log.commits.addHex('1'.repeat(40)), []);
    const change = (isFile: boolean, letters: string, before: number): void =>
      log.change(0, log.path('a'), isFile, letters.charCodeAt(0), before);
    change(true, 'A', noBlob);
    change(true, 'M', 4);
    change(false, 'D', 4);
    change(false, 'D', noBlob);
    change(true, 'T', noBlob);
    change(false, 'T', 4);
    change(false, 'A', noBlob);
    const kinds = log.changesOf(0).kinds.values;
    assert.deepEqual(
      [...kinds],
      [...[pathChange.added, pathChange.modified, pathChange.deleted, pathChange.deletedOther], pathChange.typeChanged],
    );
  });

  it('are walked children first, from any heads, and once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(40), { maxLength: 3 }), { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
        (picks, headPicks) => {
          const log = new ChangeLog(20);
          const parentsOf = picks.map((some, commit) =>
            [...new Set(some.map(pick => commit + 1 + pick))].filter(each => each < picks.length),
          );
          for (const commit of picks.keys()) log.commits.addHex(commit.toString(16).padStart(40, '0'));
          parentsOf.forEach((parents, commit) => {
            log.begin(commit, parents);
          });
          const heads = headPicks.map(pick => pick % picks.length);
          const order = [...childrenFirst(log, heads)];
          const reached = new Set(heads);
          for (const commit of reached) for (const parent of parentsOf[commit] ?? []) reached.add(parent);
          assert.deepEqual(
            [...order].sort((a, b) => a - b),
            [...reached].sort((a, b) => a - b),
          );
          for (const commit of order) {
            for (const parent of parentsOf[commit] ?? []) assert.ok(order.indexOf(parent) > order.indexOf(commit));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
