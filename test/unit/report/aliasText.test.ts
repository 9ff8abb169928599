import assert from 'node:assert/strict';
import type { AliasSuggestion } from '../../../src/core/aliasSuggestion';
import { aliasTexts } from '../../../src/core/report/aliasText';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleSnapshot } from './exampleSnapshot';

describe('names that may be of one person', () => {
  it('are told once where one of them stands for several addresses', () => {
    const [first, second] = exampleSnapshot().people;
    assert.ok(first !== undefined && second !== undefined);
    const people = [first, second, { ...second, id: 2, email: 'of-old@example.org' }];
    const suggestion = (alias: number): AliasSuggestion => ({
      person: first.id,
      alias,
      score: 0.75,
      mailmap: [],
      reasons: [{ code: 'sameLogin', values: { login: 'octo' } }],
    });
    const snapshot = exampleSnapshot({ people, aliasSuggestions: [suggestion(second.id), suggestion(2)] });
    assert.deepEqual(aliasTexts(snapshot, 3, plainTranslate), [
      `${second.name} may be ${first.name}: Both sign as octo`,
    ]);
    assert.deepEqual(aliasTexts(snapshot, 0, plainTranslate), []);
  });
});
