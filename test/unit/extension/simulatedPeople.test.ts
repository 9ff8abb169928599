import assert from 'node:assert/strict';
import { plainTranslate } from '../../../src/core/report/translate';
import { peopleToChoose, peopleWith } from '../../../src/extension/simulatedPeople';
import { examplePerson, exampleSnapshot } from '../report/exampleSnapshot';

describe('The people who may be thought away', () => {
  it('are the active ones by name, without bots and agents, and without any amount', () => {
    const choices = peopleToChoose(exampleSnapshot(), plainTranslate);
    assert.deepEqual(
      choices.map(({ name }) => name),
      ['Ann Example', 'Ben Ito', 'Carla Fernández-Montenegro', '山田 太郎'],
    );
  });

  it('are found again in a later Snapshot by any of their addresses', () => {
    const moved = [
      examplePerson(0, 'New Here'),
      examplePerson(1, 'Ann Example', { email: 'ann@home.example', aliases: ['ann.example@example.com'] }),
      examplePerson(2, 'Dov Left', { active: false }),
    ];
    const found = peopleWith(
      exampleSnapshot({ people: moved }),
      new Set(['ann.example@example.com', 'dov.left@example.com', 'gone@example.com']),
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      [1],
    );
  });
});
