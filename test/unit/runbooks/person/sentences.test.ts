import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesOf } from '../../../../src/core/runbooks/person/sentences';

describe('Sentences', () => {
  const split = (text: string): readonly string[] =>
    sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

  it('end at full stops, questions and hard breaks, not at abbreviations and initials', () => {
    assert.deepEqual(split('Stop it. Then wait! Did it?\nGo'), ['Stop it.', 'Then wait!', 'Did it?', '', 'Go']);
    assert.deepEqual(split('Ask e.g. Sofia B. Okafor. See v1.2 now.'), ['Ask e.g. Sofia B. Okafor.', 'See v1.2 now.']);
    assert.deepEqual(split('先问。然后等。'), ['先问。', '然后等。']);
  });

  it('are all of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.equal(
          sentencesOf(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
          text,
        );
      }),
    );
  });
});
