import assert from 'node:assert/strict';
import type { LimitCode } from '../../../src/core/limitCode';
import type { Limit } from '../../../src/core/model';
import { limitText } from '../../../src/core/report/limits';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleMoment } from './exampleSnapshot';

const text = (code: LimitCode, values: Limit['values']): string => limitText({ code, values }, plainTranslate);

/** What each must say: its value, and what to do. */
const expected: Readonly<Record<LimitCode, readonly [values: Limit['values'], parts: readonly string[]]>> = {
  shallow: [{ commits: 50 }, ['50 commits', '`git fetch --unshallow`']],
  partial: [{}, ['partial clone', '`git fetch --refetch --no-filter`']],
  missingObjects: [{ objects: 3 }, ['3 objects', '`git fsck`']],
  abandoned: [{ share: 0.37 }, ['37 %', 'owner']],
  young: [{ commits: 4 }, ['4 commits', 'scan again']],
  singleAuthor: [{}, ['One person made every commit', 'Co-authored-by']],
  imported: [{ share: 0.4, date: exampleMoment }, ['40 %', '2024-06-30', '`git replace --graft`']],
  noLines: [{}, ['authorship and recent activity alone', 'scan again']],
  unknownLines: [{ share: 0.12 }, ['12 %', 'Fetch']],
  stale: [{ date: exampleMoment }, ['2024-06-30', '`git pull`']],
  settings: [
    { path: '.single-points.yml:3', problem: 'unknownKey', key: 'colour', known: 'people' },
    ['.single-points.yml:3', 'Unknown key "colour"; known are people.'],
  ],
};

describe('the words for limits', () => {
  for (const code of Object.keys(expected) as LimitCode[]) {
    it(`say ${code}, and what to do`, () => {
      const [values, parts] = expected[code];
      const sentence = text(code, values);
      for (const part of parts) {
        assert.ok(sentence.includes(part), sentence);
      }
      assert.match(sentence, /\.$/);
      assert.doesNotMatch(sentence, /\.\.$|[{}]/);
    });

    it(`say ${code} without its values, too`, () => {
      assert.doesNotMatch(text(code, {}), /NaN|undefined|null|[{}]/);
    });
  }

  it('count one as one', () => {
    assert.match(text('young', { commits: 1 }), /one commit/);
    assert.match(text('shallow', { commits: 1 }), /one commit/);
    assert.match(text('missingObjects', { objects: 1 }), /^One object is/);
  });

  it('keep their code marks when a value has some', () => {
    const sentence = text('settings', { path: '.single-points.yml', problem: 'keyTwice', key: 'odd `\u001b`' });
    assert.doesNotMatch(sentence, /`/);
  });
});
