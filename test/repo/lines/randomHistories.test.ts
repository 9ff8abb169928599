import assert from 'node:assert/strict';
import { described } from './agreement';
import { type CheckOptions, checkHistory } from './checkHistory';
import { failingHistory, reported } from './failingHistory';
import { keptHistories } from './keptHistories';
import { lineEngine } from './lineEngine';

describe('line ownership of random histories', function () {
  this.timeout(300_000);

  const agrees = async (runs: number, check: CheckOptions): Promise<void> => {
    const failing = await failingHistory(() => lineEngine, { runs, check });
    if (failing !== null) assert.fail(reported(failing));
  };

  it('agrees with blame on every history in which it once did not', async () => {
    for (const [index, plan] of keptHistories.entries()) {
      for (const ignoring of [false, true]) {
        const found = await checkHistory(plan, () => lineEngine, { ignoring });
        assert.deepEqual(found, [], `kept history ${index}: ${described(found)}`);
      }
    }
  });

  it('agrees with blame on every line of a random history', () => agrees(24, {}));

  it('agrees with blame on every line of a random history with ignored revisions', () =>
    agrees(12, { ignoring: true }));

  it('agrees with blame on every line of a random history with SHA-256', () =>
    agrees(8, { ignoring: true, objectFormat: 'sha256' }));
});
