import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isoDate, later, parseDay, parseInterval } from '../../../../src/core/runbooks/reviews/calendar';

const day = (written: string): string | null => {
  const found = parseDay(written);
  return found === null ? null : isoDate(found);
};

describe('Days as people write them', () => {
  it('are read in many spellings', () => {
    const spellings = ['2026-03-12', '2026/3/12', '2026-03-12T10:00:00Z', '12 March 2026', '12th of March 2026'];
    const others = ['March 12, 2026', 'Mar 12th 2026', '12-Mar-2026', 'Thursday, 12 March 2026', ' 12  march  2026 '];
    for (const written of [...spellings, ...others]) assert.equal(day(written), '2026-03-12', written);
  });

  it('mean the later day where day and month could be either', () => {
    assert.equal(day('03/12/2026'), '2026-12-03');
    assert.equal(day('25/12/2026'), '2026-12-25');
    assert.equal(day('12/25/26'), '2026-12-25');
  });

  it('mean the last day of a month that stands alone', () => {
    assert.equal(day('February 2028'), '2028-02-29');
  });

  it('are none when the calendar does not have them', () => {
    for (const written of ['2026-02-30', '31 April 2026', '13/13/2026', 'YYYY-MM-DD', 'TBD', '', '12 Marvember 2026']) {
      assert.equal(day(written), null, written);
    }
  });

  it('never throw, whatever is written', () => {
    fc.assert(fc.property(fc.string(), text => [parseDay(text), parseInterval(text)].length === 2));
  });
});

describe('Intervals between reviews', () => {
  it('are read as numbers, words and cycles', () => {
    for (const written of ['6 months', '6m', 'six months', 'every 6 months', 'P6M']) {
      assert.deepEqual(parseInterval(written), { months: 6, days: 0 }, written);
    }
    assert.deepEqual(parseInterval('1 year'), { months: 12, days: 0 });
    assert.deepEqual(parseInterval('90 days'), { months: 0, days: 90 });
    assert.deepEqual(parseInterval('2 weeks'), { months: 0, days: 14 });
    assert.deepEqual(parseInterval('quarterly'), { months: 3, days: 0 });
    assert.deepEqual(parseInterval('every quarter'), { months: 3, days: 0 });
    for (const written of ['soon', '0 months', 'constructor', '']) assert.equal(parseInterval(written), null, written);
  });

  it('end on the last day of a month that is too short', () => {
    assert.equal(isoDate(later(parseDay('2026-08-31') ?? 0, { months: 6, days: 0 })), '2027-02-28');
    assert.equal(isoDate(later(parseDay('2026-12-30') ?? 0, { months: 0, days: 3 })), '2027-01-02');
  });
});
