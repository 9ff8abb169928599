import assert from 'node:assert/strict';
import { foldTouches } from '../../../src/core/history/fold';
import { canonicalOrder } from '../../../src/core/history/order';
import type { ComponentKind } from '../../../src/core/model';
import { creditCommits } from '../../../src/core/ownership/credit';
import { toilOf } from '../../../src/core/ownership/toil';
import { joinIdentities } from '../../../src/core/people/identities';
import { Mailmap } from '../../../src/core/people/mailmap';
import { ann, at, ben, bot, type Person, type WrittenCommit, writeHistory } from '../history/writtenHistory';

const values = 'deploy/values.yaml';
const created: WrittenCommit = { author: ann, on: 0, changes: [`A ${values}`, 'A src/main.go', 'A README.md'] };

function edits(author: Person, days: readonly number[], path = values, also: readonly string[] = []): WrittenCommit[] {
  return days.map(on => ({ author, on, changes: [`M ${path}`, ...also] }));
}

/** @param standing how many of the commits, from the last back, have a line that stands; null: not known. */
function toil(
  commits: readonly WrittenCommit[],
  kind: ComponentKind = 'operations',
  path = values,
  standing: number | null = 1,
) {
  const written = [created, ...commits.toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0))];
  const history = writeHistory(written);
  history.sortSignatures();
  const uses = history.signatures.map((_, index) => history.authors.values.filter(author => author === index).length);
  const identities = joinIdentities(history.signatures, uses, new Mailmap(''), [
    { name: bot[0], emails: [], left: false, present: false, bot: true, away: [], teams: [] },
  ]);
  const credits = creditCommits(history, identities);
  const touches = foldTouches(history, canonicalOrder(history), () => true);
  const file = touches.fileOfPath[history.indexOfPath(path)] ?? -1;
  const asOf = at(Math.max(...written.map(({ on }) => on ?? 0)));
  const last =
    standing === null ? null : new Set(Array.from({ length: standing }, (_, back) => written.length - 1 - back));
  return toilOf([{ path, file }], kind, { history, touches, credits, asOf, days: 180, standing: () => last });
}

const weekly = [100, 107, 114, 128, 149, 170];

describe('toil', () => {
  it('is an operations file that one person edits again and again, with how often and from when to when', () => {
    assert.deepEqual(toil([...edits(ann, weekly), ...edits(ben, [121])]), [
      { path: values, edits: 7, byOne: 6, replaced: 5, days: 180, from: at(100), to: at(170) },
    ]);
  });

  it('is none when several people do it', () => {
    assert.deepEqual(toil([...edits(ann, weekly), ...edits(ben, [101, 102])]), []);
  });

  it('is none when it was one piece of work: on few days, in few weeks, or within a short time', () => {
    assert.deepEqual(toil(edits(ann, [100, 100, 107, 107, 128, 149, 170])), []);
    assert.deepEqual(toil(edits(ann, [100, 101, 102, 103, 107, 170])), []);
    assert.deepEqual(toil(edits(ann, [130, 137, 144, 151, 158, 165])), []);
  });

  it('is none where the edits stand, which is work that goes on, nor where that is not known', () => {
    assert.equal(toil(edits(ann, weekly), 'operations', values, 3).length, 1);
    assert.deepEqual(toil(edits(ann, weekly), 'operations', values, 4), []);
    assert.deepEqual(toil(edits(ann, weekly), 'operations', values, null), []);
  });

  it('is none where a bot does it, and a bot beside a person changes nothing', () => {
    assert.deepEqual(toil(edits(bot, weekly)), []);
    assert.equal(toil([...edits(ann, weekly), ...edits(bot, [103, 110, 117, 124, 131])])[0]?.edits, 6);
  });

  it('does not count commits that changed many files, nor what is long ago', () => {
    const many = Array.from({ length: 11 }, (_, index) => `A other/${index}.yaml`);
    assert.deepEqual(toil([...edits(ann, weekly.slice(1)), ...edits(ann, [100], values, many)]), []);
    assert.deepEqual(toil([...edits(ann, weekly), { author: ben, on: 400, changes: ['M README.md'] }]), []);
  });

  it('is none in code and prose, which people are there to write, and in a service counts by the name of the file', () => {
    assert.deepEqual(toil(edits(ann, weekly, 'src/main.go'), 'operations', 'src/main.go'), []);
    assert.deepEqual(toil(edits(ann, weekly, 'README.md'), 'operations', 'README.md'), []);
    assert.equal(toil(edits(ann, weekly), 'service').length, 1);
    const other = 'deploy/strings.yaml';
    const written = [{ author: ann, on: 1, changes: [`A ${other}`] }, ...edits(ann, weekly, other)];
    assert.equal(toil(written, 'service', other).length, 0);
    assert.equal(toil(written, 'operations', other).length, 1);
  });
});
