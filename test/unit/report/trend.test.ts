import assert from 'node:assert/strict';
import type { PastMoment } from '../../../src/core/pastMoment';
import { plainTranslate } from '../../../src/core/report/translate';
import { componentTrend, pastJson, trendOf, trendText } from '../../../src/core/report/trend';
import { exampleComponent, exampleMoment, exampleSnapshot } from './exampleSnapshot';

const daysAgo = (days: number, truckFactor: number | null): PastMoment => ({
  ...{
    date: exampleMoment - days * 86_400,
    files: 10,
    truckFactor,
    truckFactorWithoutLines: 4,
    components: 2,
    sole: 1,
    orphaned: 0,
  },
});

describe('the trend of a truck factor', () => {
  it('compares with about a year ago, always with the definition', () => {
    const snapshot = exampleSnapshot({ past: [daysAgo(500, 9), daysAgo(380, 2), daysAgo(200, 5), daysAgo(0, 3)] });
    const trend = trendOf(snapshot);
    assert.deepEqual(trend, { now: 3, yearAgo: 2 });
    assert.equal(trend && trendText(trend, plainTranslate), 'truck factor 3 ↗ from 2 a year ago, by recent activity');
    assert.match(trendText({ now: 1, yearAgo: 2 }, plainTranslate), /↘ from 2 a year ago, by recent activity/);
    assert.match(trendText({ now: 2, yearAgo: 2 }, plainTranslate), /→ as a year ago/);
  });

  it('is not told where there was no year, or no owner then or now', () => {
    for (const past of [
      [],
      [daysAgo(0, 3)],
      [daysAgo(120, 2), daysAgo(0, 3)],
      [daysAgo(365, null), daysAgo(0, 3)],
      [daysAgo(365, 2), daysAgo(0, null)],
    ]) {
      assert.equal(trendOf(exampleSnapshot({ past })), null);
    }
  });

  it('is told of a component, too', () => {
    const past = [daysAgo(365, 2), daysAgo(0, 3)];
    const component = exampleComponent('web', { pastTruckFactors: [4, 1] });
    assert.deepEqual(componentTrend(component, exampleSnapshot({ past })), { now: 1, yearAgo: 4 });
    const young = exampleComponent('web', { pastTruckFactors: [null, 1] });
    assert.equal(componentTrend(young, exampleSnapshot({ past })), null);
  });

  it('goes to scripts with its dates, oldest first', () => {
    const [first, second] = pastJson(exampleSnapshot());
    assert.deepEqual([first?.truckFactorWithoutLines, second?.truckFactorWithoutLines], [3, null]);
    assert.deepEqual([first?.date, first?.truckFactor, second?.soleComponents], ['2023-06-30T12:00:00Z', 2, 5]);
  });
});
