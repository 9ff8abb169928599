import assert from 'node:assert/strict';
import type { BackupEdit } from '../../../src/core/spread/backupEdits';
import { proofOf } from '../../../src/core/spread/proof';

const runbook = 'docs/runbooks/pay.md';
/** Texts by the name of the version; an edit is from `before` to `after`. */
const texts: Record<string, string> = { one: 'charge()', two: 'refund()', three: 'cancel()', spaced: 'charge( )' };
const edit = (sha: string, before: string | null, after: string, path = 'pay/a.js'): BackupEdit => ({
  ...{ sha, date: 0, path, before, after: `${sha}:${after}` },
});
const proof = (edits: readonly BackupEdit[], drill = false) =>
  proofOf({
    ...{ edits, drill, runbooks: new Set([runbook]) },
    textOf: version => texts[version.split(':').at(-1) ?? ''] ?? null,
  });

describe('The proof of a backup', () => {
  it('is two changes in substance, each commit once', () => {
    assert.equal(proof([edit('a', 'one', 'two'), edit('b', 'two', 'three')]).holds, true);
    assert.equal(proof([edit('a', 'one', 'two'), edit('a', 'one', 'three', 'pay/b.js')]).holds, false);
    assert.equal(proof([edit('a', 'one', 'two'), edit('b', 'one', 'spaced', 'pay/b.js')]).holds, false);
    assert.deepEqual(proof([edit('a', null, 'one')]).changes, ['a']);
  });

  it('is one change with one edit of the runbook and a drill, and nothing less', () => {
    const edits = [edit('a', 'one', 'two'), edit('b', 'one', 'two', runbook)];
    assert.equal(proof(edits, true).holds, true);
    assert.equal(proof(edits, false).holds, false);
    assert.equal(proof(edits.slice(0, 1), true).holds, false);
    assert.equal(proof(edits.slice(1), true).holds, false);
  });

  it('is no change that a later one took back, nor what lies between', () => {
    const there = [edit('a', 'one', 'two'), edit('b', 'two', 'three')];
    assert.deepEqual(proof([...there, edit('c', 'three', 'one')]).changes, []);
    assert.deepEqual(proof([...there, edit('c', 'three', 'two')]).changes, ['a']);
  });

  it('is no change of which a version cannot be read', () => {
    assert.deepEqual(proof([edit('a', 'gone', 'two'), edit('b', 'one', 'gone')]).changes, []);
  });
});
