import assert from 'node:assert/strict';
import { viewStateOf } from '../../../src/extension/viewState';
import type { FailureReason } from '../../../src/git/errors';
import { exampleSnapshot } from '../report/exampleSnapshot';
import { analysedRepository } from './analysedRepository';

const failed = (reason: FailureReason, snapshot: Parameters<typeof analysedRepository>[0] = null) =>
  analysedRepository(snapshot, { root: `/code/${reason}`, activity: { kind: 'failed', reason, message: '' } });

describe('The state of the Ownership view', () => {
  it('tells each way of failing apart', async () => {
    for (const reason of [
      'gitNotFound',
      'gitTooOld',
      'notARepository',
      'unsafeDirectory',
      'noCommits',
      'cancelled',
      'shallow',
      'partial',
      'missingObject',
      'timedOut',
      'failed',
    ] as const) {
      assert.equal(viewStateOf([await failed(reason)]), reason);
    }
  });

  it('keeps showing what was known when a later analysis fails', async () => {
    assert.equal(viewStateOf([await failed('failed', exampleSnapshot())]), 'ready');
  });

  it('shows what there is while another repository is analysed', async () => {
    const analysing = await analysedRepository(null, { root: '/b', activity: { kind: 'analysing', progress: null } });
    assert.equal(viewStateOf([await analysedRepository(exampleSnapshot()), analysing]), 'ready');
    assert.equal(viewStateOf([await failed('failed'), analysing]), 'analysing');
  });

  it('makes nothing of one folder without a repository among others', async () => {
    assert.equal(viewStateOf([await failed('notARepository'), await failed('unsafeDirectory')]), 'unsafeDirectory');
  });

  it('says so when every file is excluded, and when there is no folder', async () => {
    const nothing = await analysedRepository(exampleSnapshot({ components: [], files: [] }));
    assert.equal(viewStateOf([nothing]), 'nothingToShow');
    assert.equal(viewStateOf([]), 'noFolder');
  });
});
