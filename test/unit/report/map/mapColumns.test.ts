import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rowIn, stateIn } from '../../../../src/core/ownership/ownershipColumns';
import { mapOwnershipInSteps } from '../../../../src/core/report/map/mapColumns';
import { filesAt } from '../../../../src/core/report/map/mapLevel';
import { wholeMap } from '../../../../src/core/report/map/mapModel';
import { runbookCoverage } from '../../../../src/core/report/map/runbookCoverage';
import { inOneGo } from '../../../../src/core/steps';
import { mapped, viewOf, withLines } from './exampleMap';

describe('the columns of a map', () => {
  const segment = fc.stringMatching(/^[^/\0]{1,6}$/).filter(text => text.trim() !== '');
  const paths = fc.uniqueArray(
    fc.array(segment, { minLength: 1, maxLength: 5 }).map(parts => parts.join('/')),
    { minLength: 1, maxLength: 40 },
  );

  it('have every path as it is, whatever is in its name', () => {
    fc.assert(
      fc.property(paths, all => {
        const sorted = [...all].sort();
        const { model } = viewOf(mapped(sorted.map(path => withLines(path, 'pay', 'sole', 1))));
        assert.deepEqual(
          filesAt(model, wholeMap).map(file => model.pathOf(file)),
          sorted,
        );
        for (const path of sorted) {
          const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
          assert.equal(model.folderPath(model.folderAt(folder) ?? -1), folder);
        }
      }),
    );
  });

  it('have who owns each file, and how sure that is', () => {
    const file = withLines('pay/a', 'pay', 'sole', 4);
    const accepted = { until: '2999-01-01', why: '' };
    const { ownership } = viewOf(
      mapped([file, { ...withLines('pay/b', 'pay', 'unknown', 1), certain: false, accepted }]),
    );
    assert.deepEqual(rowIn(ownership.files, 0), {
      ...{ state: 'sole', certain: file.certain, accepted: false, owners: 1, lastTouched: file.lastTouched },
    });
    const { state, certain, accepted: isAccepted } = rowIn(ownership.files, 1);
    assert.deepEqual([state, certain, isAccepted], ['unknown', false, true]);
    for (const read of [stateIn, (...at: Parameters<typeof rowIn>) => rowIn(...at).state]) {
      assert.deepEqual(
        [0, 1, 2].map(index => read(ownership.files, index)),
        ['sole', 'unknown', 'unknown'],
      );
    }
  });

  it('know nothing of a component that is not there', () => {
    const snapshot = mapped([withLines('pay/a', 'pay', 'sole', 4)]);
    const [pay] = snapshot.components;
    const { components } = inOneGo(mapOwnershipInSteps(snapshot, [undefined, pay]));
    assert.deepEqual([stateIn(components, 0), stateIn(components, 1)], ['unknown', pay?.state]);
  });
});

describe('the runbook coverage of a component', () => {
  const alerts = (all: number, working: number, elsewhere = 0) => ({
    ...{ component: 'pay', alerts: all, working, elsewhere, knownByOne: [] },
  });
  const service = { kind: 'service', runbooks: [] } as const;

  it('looks at its alerts first, then at its runbooks', () => {
    const withRunbook = { ...service, runbooks: ['docs/pay.md'] };
    assert.equal(runbookCoverage(service, undefined), 'none');
    assert.equal(runbookCoverage(withRunbook, undefined), 'covered');
    assert.equal(runbookCoverage(withRunbook, alerts(3, 0)), 'none');
    assert.equal(runbookCoverage(service, alerts(3, 1, 1)), 'partly');
    assert.equal(runbookCoverage(service, alerts(3, 1, 2)), 'covered');
    assert.equal(runbookCoverage({ kind: 'documentation', runbooks: [] }, undefined), 'notNeeded');
  });
});
