import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Reason } from '../../../src/core/model';
import type { ReasonCode } from '../../../src/core/reasonCode';
import { reasonText } from '../../../src/core/report/reasons';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleMoment, examplePerson } from './exampleSnapshot';
import { oddNumber, oddText } from './oddSnapshot';

const people = [examplePerson(0, 'Ann Example'), examplePerson(1, 'ben@example.com')];
const text = (code: ReasonCode, values: Reason['values']): string =>
  reasonText({ code, values }, people, plainTranslate);

const date = exampleMoment;

const sentences: Readonly<Record<ReasonCode, readonly [values: Reason['values'], sentence: string]>> = {
  soleKnowledge: [{ person: 0, share: 0.92 }, 'Known by one person: Ann Example owns 92 % of the files'],
  soleActivity: [{ person: 0 }, 'Known by one person: only Ann Example worked on it enough lately'],
  orphanedFiles: [{ share: 0.004 }, 'under 1 % of the files have no active owner'],
  soleFiles: [{ share: 0.997 }, 'over 99 % of the files are known by one person each'],
  ownerQuiet: [{ person: 0, date }, 'Known best by Ann Example, last seen on 2024-06-30'],
  ownerLeft: [{ person: 0 }, 'Known best by Ann Example, who left'],
  ownerAway: [{ person: 0, until: '2024-08-01' }, 'Known best by Ann Example, who is away until 2024-08-01'],
  changesOften: [{ touches: 1234, days: 180 }, 'Changed 1,234 times in 180 days'],
  noRunbook: [{}, 'Has no runbook'],
  soleRunbook: [{ person: 0, path: 'docs/a.md' }, 'Its runbook docs/a.md was written by one person: Ann Example'],
  operations: [{}, 'Needed when something breaks: these are operations files'],
  critical: [{ criticality: 'high' }, 'Marked as of high criticality'],
  sharedKnowledge: [{ people: 3 }, 'Shared by 3 people'],
  touchedHere: [{ person: 0, touches: 14, date }, 'Changed it 14 times, last on 2024-06-30'],
  reviewedHere: [{ person: 0 }, 'Reviewed it'],
  ownsElsewhere: [{ person: 0, components: 2 }, '2 other components already depend on this person alone'],
  touchedNearby: [{ person: 0, path: 'web' }, 'Changed its neighbour web'],
  touchedBy: [{ person: 0, touches: 3, total: 4, date }, '3 of 4 changes are by Ann Example, the last on 2024-06-30'],
  touchedAndWrote: [
    { person: 0, touches: 3, total: 4, lines: 1200, ofLines: 1500, date },
    '3 of 4 changes and 1,200 of 1,500 lines are by Ann Example, the last change on 2024-06-30',
  ],
  linesBy: [{ person: 0, lines: 80, total: 100 }, '80 of 100 lines are by Ann Example'],
  linesOfPeopleWhoLeft: [
    { share: 0.42, lines: 42 },
    '42 % of the lines are by people who left, went quiet or are away',
  ],
  toil: [
    { path: 'deploy/values.yaml', edits: 14, byOne: 13, days: 180 },
    'deploy/values.yaml was edited 14 times in 180 days, 13 of them by one person: a candidate to automate',
  ],
  agentAssisted: [{ touches: 12, total: 40 }, '12 of 40 changes were written with an AI agent'],
  reviewed: [{ person: 0, reviews: 4 }, 'Ann Example reviewed 4 changes'],
  oneTeam: [{ team: 'payments' }, 'All who know it are in the team payments'],
  soleInTeam: [{ person: 0, team: 'shop/payments' }, 'Of the team shop/payments only Ann Example knows it'],
  sameLogin: [{ login: 'annsmith' }, 'Both sign as annsmith'],
  sameNameSpelled: [{ person: 0 }, 'The name or the address spells out Ann Example'],
  shortOfName: [{ person: 0, short: 'aexample' }, 'aexample is short for Ann Example, and for nobody else here'],
  machineAddress: [{ name: 'ann' }, 'The address was made up by a machine, and nobody else here is called ann'],
  orphanedBlock: [
    { person: 0, line: 10, lines: 25, date },
    'Lines 10 to 34 are known by nobody active: all by Ann Example, last changed on 2024-06-30',
  ],
};
const codes = Object.keys(sentences) as ReasonCode[];

describe('the words for reasons', () => {
  for (const code of codes) {
    it(`say ${code}`, () => {
      const [values, sentence] = sentences[code];
      assert.equal(text(code, values), sentence);
    });
  }

  it('say always where every edit is by one person', () => {
    assert.equal(
      text('toil', { path: 'a.yaml', edits: 6, byOne: 6, days: 180 }),
      'a.yaml was edited 6 times in 180 days, always by one person: a candidate to automate',
    );
  });

  it('count one as one', () => {
    assert.equal(text('changesOften', { touches: 1, days: 30 }), 'Changed once in 30 days');
    assert.equal(
      text('ownsElsewhere', { person: 0, components: 1 }),
      'One other component already depends on this person alone',
    );
  });

  it('find words where no owner knows a fifth of a shared component', () => {
    assert.equal(text('sharedKnowledge', { people: 0 }), 'Shared by several people who know a small part each');
    assert.equal(text('sharedKnowledge', { people: 1 }), 'Known best by one person, and by others in parts');
  });

  it('never show an address, nor a person that is not there', () => {
    assert.equal(text('ownerLeft', { person: 1 }), 'Known best by ben, who left');
    assert.equal(text('ownerLeft', { person: 7 }), 'Known best by someone, who left');
  });

  it('stay sentences in one line whatever the values are', () => {
    const values = fc.dictionary(
      fc.constantFrom('person', 'share', 'date', 'touches', 'total', 'days', 'people', 'components', 'path'),
      fc.oneof(oddNumber, oddText),
    );
    fc.assert(
      fc.property(fc.constantFrom(...codes), values, (code, odd) => {
        const { path: _, ...numbers } = odd;
        assert.doesNotMatch(text(code, numbers), /NaN|undefined|null|Infinity|[{}]/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
        assert.doesNotMatch(text(code, odd), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });

  it('go through the translation, values apart', () => {
    const asked: string[] = [];
    reasonText({ code: 'ownerLeft', values: { person: 0 } }, people, message => {
      asked.push(message);
      return message;
    });
    assert.deepEqual(asked, ['Known best by {person}, who left']);
    assert.equal(plainTranslate('{a} {b} {c}', { a: '{b}', b: 2 }), '{b} 2 {c}');
  });
});
