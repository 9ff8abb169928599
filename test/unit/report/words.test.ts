import assert from 'node:assert/strict';
import fc from 'fast-check';
import { componentLabels, peopleNames, personName } from '../../../src/core/report/names';
import { day, moment, percent, wholeNumber } from '../../../src/core/report/numbers';
import { printable } from '../../../src/core/report/printable';
import { shellWord } from '../../../src/core/report/shellWord';
import { allFindings, situationText, soleRunbooks } from '../../../src/core/report/singlePoints';
import { certaintyText, stateText } from '../../../src/core/report/states';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleComponent, exampleMoment, examplePerson, exampleSnapshot } from './exampleSnapshot';
import { oddText } from './oddSnapshot';

describe('the words for states', () => {
  it('follow "is"', () => {
    const words = (['sole', 'orphaned', 'unknown'] as const).map(state => stateText(state, 0, plainTranslate));
    assert.deepEqual(words, ['known by one person', 'known by nobody active', 'unknown']);
    assert.equal(stateText('shared', 3, plainTranslate), 'shared by 3');
    assert.equal(stateText('shared', 0, plainTranslate), 'shared');
  });

  it('say how sure they are', () => {
    assert.equal(certaintyText(true, plainTranslate), 'certain');
    assert.equal(certaintyText(false, plainTranslate), 'likely');
  });
});

describe('numbers', () => {
  it('are shares in whole percents, never nothing, never all but', () => {
    const shares = [0, 0.004, 0.01, 0.5, 0.994, 0.9999, 1, 2, -1, Number.NaN];
    assert.deepEqual(
      shares.map(share => percent(share, plainTranslate)),
      ['under 1 %', 'under 1 %', '1 %', '50 %', 'over 99 %', 'over 99 %', '100 %', '100 %', 'under 1 %', '?'],
    );
  });

  it('have their thousands apart', () => {
    const numbers = [0, 999, 1000, -1234567, 2.6, 1e12, Number.NaN, Number.POSITIVE_INFINITY];
    assert.deepEqual(
      numbers.map(number => wholeNumber(number, plainTranslate)),
      ['0', '999', '1,000', '-1,234,567', '3', '?', '?', '?'],
    );
  });

  it('are moments and days in UTC, or none', () => {
    assert.equal(day(exampleMoment), '2024-06-30');
    assert.equal(moment(exampleMoment + 0.7), '2024-06-30T12:00:00Z');
    for (const none of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 253_402_300_800]) {
      assert.equal(day(none), null);
      assert.equal(moment(none), null);
    }
  });
});

describe('names', () => {
  const people = [examplePerson(0, 'Ann Example'), examplePerson(1, 'ben@example.com'), examplePerson(2, '\u0007')];

  it('are never addresses, never empty', () => {
    assert.deepEqual(
      [0, 1, 2, 9].map(id => personName(id, people, plainTranslate)),
      ['Ann Example', 'ben', '\ufffd', 'someone'],
    );
    fc.assert(
      fc.property(oddText, name => {
        const shown = personName(0, [examplePerson(0, name)], plainTranslate);
        assert.notEqual(shown, '');
        assert.doesNotMatch(shown, /\S@\S/);
      }),
    );
  });

  it('are the first few and how many more', () => {
    const shares = [0, 1, 2].map(person => ({ person, share: 0.3 }));
    assert.equal(peopleNames(shares, people, 2, plainTranslate), 'Ann Example, ben +1');
    assert.equal(peopleNames(shares.slice(0, 1), people, 2, plainTranslate), 'Ann Example');
    assert.equal(peopleNames([], people, 2, plainTranslate), '');
  });

  it('of components are ids where a name stands for several', () => {
    const components = [
      exampleComponent('a/core', { name: 'core' }),
      exampleComponent('b/core', { name: 'core' }),
      exampleComponent('services/web', { name: 'web' }),
    ];
    assert.deepEqual([...componentLabels(components).values()], ['a/core', 'b/core', 'web']);
  });
});

describe('printable text', () => {
  it('has nothing that steers a terminal, hides or turns the line around', () => {
    assert.equal(printable(' a\r\n\tb '), 'a b');
    assert.equal(printable('\u001b[31mred'), '\ufffd[31mred');
    fc.assert(
      fc.property(oddText, text => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
        assert.doesNotMatch(printable(text), /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]|\p{Surrogate}/u);
      }),
    );
  });

  it('leaves letters, accents and emoji as they are', () => {
    for (const text of ['Fernández-Montenegro', '山田 太郎', '👩‍👩‍👧‍👦', 'e\u0301']) {
      assert.equal(printable(text), text);
    }
  });
});

describe('a word for a shell', () => {
  it('is quoted where it must be', () => {
    assert.equal(shellWord('packages/core@2'), 'packages/core@2');
    assert.equal(shellWord('root files'), "'root files'");
    assert.equal(shellWord("it's $(rm)"), "'it'\\''s $(rm)'");
    assert.equal(shellWord(''), "''");
  });
});

describe('the situation', () => {
  const situation = (...components: Parameters<typeof exampleComponent>[1][]): string =>
    situationText(
      exampleSnapshot({
        components: components.map((changes, index) => exampleComponent(`c${index}`, changes)),
        runbooks: [],
      }),
      plainTranslate,
    );
  const sole = { state: 'sole' } as const;
  const orphaned = { state: 'orphaned' } as const;
  const shared = { state: 'shared' } as const;

  it('is one sentence about components, and one about runbooks', () => {
    assert.equal(
      situationText(exampleSnapshot(), plainTranslate),
      '3 of 11 components are known by one person, 2 by nobody active. 1 of 2 runbooks was written by one person.',
    );
  });

  it('has words for every mixture', () => {
    assert.equal(situation(), 'There is no component to look at.');
    assert.equal(situation(sole), 'The one component here is known by one person.');
    assert.equal(situation(orphaned), 'The one component here is known by nobody active.');
    assert.equal(situation(shared), 'The one component here is shared.');
    assert.equal(situation(sole, sole), 'All 2 components are known by one person.');
    assert.equal(situation(sole, shared), '1 of 2 components is known by one person.');
    assert.equal(situation(sole, orphaned), '1 of 2 components is known by one person, 1 by nobody active.');
    assert.equal(situation(orphaned, shared), '1 of 2 components is known by nobody active.');
    assert.equal(situation(shared, shared), 'None of 2 components depends on one person.');
    assert.match(situation({ state: 'unknown' }, { state: 'unknown' }), /does not tell who knows the 2 components/);
  });

  it('does not count an accepted risk, until its last day is over', () => {
    const accepted = (until: string) => ({ ...sole, accepted: { until, why: 'it ends soon' } });
    assert.equal(situation(accepted('2024-06-30'), shared), 'None of 2 components depends on one person.');
    assert.equal(situation(accepted('2024-06-29'), shared), '1 of 2 components is known by one person.');
  });

  it('counts a finding once, at its runbook or apart', () => {
    const snapshot = exampleSnapshot();
    const twice = { ...snapshot, findings: snapshot.runbooks.flatMap(({ findings }) => findings) };
    assert.equal(allFindings(twice).length, 1);
    assert.deepEqual([...soleRunbooks(twice)], ['docs/runbooks/roll-out.md']);
  });
});
