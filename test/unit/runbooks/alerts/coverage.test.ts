import assert from 'node:assert/strict';
import type { AlertRunbookState, AlertState } from '../../../../src/core/alertState';
import { alertCoverage } from '../../../../src/core/runbooks/alerts/coverage';

const alert = (component: string | null, state: AlertRunbookState, runbook: string | null = null): AlertState => ({
  ...{ name: 'DiskFull', path: 'rules.yaml', line: 1, severity: null },
  ...{ component, state, runbook },
});

describe('How many alerts of a component have a working runbook', () => {
  it('is counted, with who alone wrote how many of them', () => {
    const both = [
      { person: 1, share: 0.5 },
      { person: 2, share: 0.5 },
    ];
    const runbooks = [
      { path: 'a.md', authors: [{ person: 7, share: 1 }] },
      { path: 'b.md', authors: both },
    ];
    const alerts = [
      ...['a.md', 'a.md', 'a.md', 'b.md'].map(runbook => alert('payments', 'working', runbook)),
      alert('payments', 'none'),
      alert('payments', 'stub', 'a.md'),
      alert(null, 'elsewhere'),
    ];
    assert.deepEqual(alertCoverage(alerts, runbooks), [
      { component: 'payments', alerts: 6, working: 4, elsewhere: 0, knownByOne: [{ person: 7, alerts: 3 }] },
      { component: null, alerts: 1, working: 0, elsewhere: 1, knownByOne: [] },
    ]);
  });
});
