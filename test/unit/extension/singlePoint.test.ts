import assert from 'node:assert/strict';
import type { AcceptedRisk, Component, FileOwnership } from '../../../src/core/model';
import { isWarned } from '../../../src/extension/singlePoint';
import type { SnapshotIndex } from '../../../src/extension/snapshotIndex';
import { exampleComponent, exampleFile, exampleSnapshot } from '../report/exampleSnapshot';
import { analysedRepository } from './analysedRepository';

const accepted: AcceptedRisk = { until: '2999-12-31', why: '' };

describe('A single point', () => {
  it('is a component known by one person or nobody active, however low its risk is', async () => {
    for (const state of ['sole', 'orphaned', 'shared', 'unknown'] as const) {
      const component: Component = {
        ...exampleComponent('payments'),
        state,
        accepted: null,
        risk: { ...exampleComponent('payments').risk, level: 'low' },
      };
      const index = await indexOf(component);
      assert.equal(index.isSinglePoint(component), state === 'sole' || state === 'orphaned', state);
    }
  });

  it('is none while its risk is accepted', async () => {
    const component: Component = { ...exampleComponent('payments'), state: 'sole', accepted };
    assert.equal((await indexOf(component)).isSinglePoint(component), false);
  });
});

describe('A file', () => {
  const component: Component = { ...exampleComponent('payments'), state: 'sole', accepted: null };
  const file = exampleFile('payments/a.ts', 'payments', 'sole', [0]);

  it('is warned about when one person or nobody active knows it', async () => {
    assert.equal(isWarned(file, await indexOf(component, file)), true);
    const shared = exampleFile('payments/a.ts', 'payments', 'shared', [0, 1]);
    assert.equal(isWarned(shared, await indexOf(component, shared)), false);
  });

  it('is not warned about while its risk, or that of its component, is accepted', async () => {
    const acceptedFile = { ...file, accepted };
    assert.equal(isWarned(acceptedFile, await indexOf(component, acceptedFile)), false);
    assert.equal(isWarned(file, await indexOf({ ...component, accepted }, file)), false);
  });
});

async function indexOf(component: Component, ...files: readonly FileOwnership[]): Promise<SnapshotIndex> {
  const { index } = await analysedRepository(exampleSnapshot({ components: [component], files }));
  assert.ok(index);
  return index;
}
