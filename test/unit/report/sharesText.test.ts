import assert from 'node:assert/strict';
import type { ComponentShares } from '../../../src/core/componentShares';
import { sharesText, sharesTexts } from '../../../src/core/report/sharesText';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleComponent, exampleSnapshot } from './exampleSnapshot';

const ofAnn: ComponentShares = { person: 0, authored: 5, ofFiles: 9, authorship: 5 / 9, activity: 0.62, lines: 0.48 };
const ofDov: ComponentShares = { person: 3, authored: 2, ofFiles: 9, authorship: 2 / 9, activity: 0, lines: null };
const { people } = exampleSnapshot();
const texts = (owners: readonly number[]): readonly string[] => {
  const component = exampleComponent('a', {
    owners: owners.map(person => ({ person, share: 0.5 })),
    shares: [ofAnn, ofDov],
  });
  return sharesTexts(component, people, plainTranslate);
};

describe('what a person knows of a component', () => {
  it('is told by each kind of evidence', () => {
    assert.equal(
      sharesText(ofAnn, plainTranslate),
      'author of 5 of 9 files, 62 % of the recent work, 48 % of the lines',
    );
  });

  it('leaves out what they have no part in, and what is not known', () => {
    assert.equal(sharesText(ofDov, plainTranslate), 'author of 2 of 9 files');
    assert.equal(sharesText({ ...ofDov, authored: 0 }, plainTranslate), '');
  });

  it('is told of its owners, and of an orphaned one of who knew most', () => {
    assert.deepEqual(texts([3]), ['Dov Left: author of 2 of 9 files']);
    assert.equal(texts([]).length, 2);
    assert.match(texts([])[0] ?? '', /^Ann Example: author of 5/);
  });
});
