import assert from 'node:assert/strict';
import type { State } from '../../../src/core/model';
import { whatIf } from '../../../src/core/ownership/whatIf';
import { plainTranslate } from '../../../src/core/report/translate';
import {
  changeFact,
  changeWords,
  isBehindTheScenes,
  progressText,
  simulationText,
  soleOwner,
  stateSentence,
  stateWords,
  warningText,
} from '../../../src/extension/wording';
import { exampleFile, examplePerson, exampleSnapshot } from '../report/exampleSnapshot';

const people = [examplePerson(0, 'Ann Example')];

describe('The words of the views', () => {
  it('speak of the component, never of the person', () => {
    assert.equal(stateSentence('payments', 'sole', 1, plainTranslate), 'payments is known by one person.');
    assert.equal(stateSentence('payments', 'orphaned', 0, plainTranslate), 'payments is known by nobody active.');
    assert.equal(stateSentence('payments', 'shared', 3, plainTranslate), 'payments is shared by 3 people.');
  });

  it('never count to one or nothing where something is shared in small parts', () => {
    assert.equal(stateSentence('payments', 'shared', 0, plainTranslate), 'payments is shared.');
    assert.equal(stateWords('shared', 1, plainTranslate), 'shared');
  });

  it('say at a file who knows it, and how sure that is', () => {
    const file = exampleFile('a.ts', null, 'sole', [0]);
    assert.equal(warningText(file, people, plainTranslate), 'Known by one person: Ann Example');
    const unsure = { ...file, certain: false };
    assert.equal(warningText(unsure, people, plainTranslate), 'Likely known by one person: Ann Example');
    const orphaned = exampleFile('a.ts', null, 'orphaned', []);
    assert.equal(warningText(orphaned, people, plainTranslate), 'Known by nobody active');
  });

  it('name at a file who alone knows it, and nobody where there are others or none', () => {
    const ownerOf = (state: State, owners: number[]): string | null =>
      soleOwner(exampleFile('a.ts', null, state, owners), people, plainTranslate);
    assert.deepEqual(
      [ownerOf('sole', [0]), ownerOf('shared', [0]), ownerOf('orphaned', []), ownerOf('sole', [])],
      ['Ann Example', null, null, null],
    );
  });

  it('say nothing of how far the lines are, since what is shown is only completed by them', () => {
    const isQuiet = (phase: 'files' | 'lines'): boolean => isBehindTheScenes({ phase, done: 1, total: 4 });
    assert.deepEqual([isQuiet('files'), isQuiet('lines')], [false, true]);
    assert.equal(progressText({ phase: 'lines', done: 1, total: 4 }, plainTranslate), 'Following every line…');
  });

  it('say what would be in place of what is while someone is thought away', () => {
    const before = exampleFile('a.ts', null, 'shared', [0, 1]);
    const after = exampleFile('a.ts', null, 'sole', [0]);
    assert.equal(changeWords(before, after, plainTranslate), '2 people → one person');
    assert.equal(changeWords(undefined, after, plainTranslate), 'one person');
    assert.equal(changeFact(before, plainTranslate), 'Simulated. As it is: 2 people');
    assert.equal(changeFact(undefined, plainTranslate), null);
  });

  it('say in a banner who is thought away and what that means', () => {
    const banner = (away: number[]): string => simulationText(whatIf(exampleSnapshot(), away), plainTranslate);
    assert.match(banner([0, 1]), /^Simulated: without Ann Example, Ben Ito\. 1 component becomes known by one person;/);
    assert.equal(banner([3]), 'Simulated: without Dov Left. Nothing becomes known by one person or by nobody active.');
  });

  it('count only when there is something to count', () => {
    assert.equal(progressText({ phase: 'history', done: 0, total: null }, plainTranslate), 'Reading the history…');
    assert.match(progressText({ phase: 'history', done: 12_345, total: null }, plainTranslate), /12.?345 commits/);
    assert.match(progressText({ phase: 'ownership', done: 1, total: 4 }, plainTranslate), /25 %/);
    assert.doesNotMatch(progressText({ phase: 'ownership', done: 0, total: 0 }, plainTranslate), /%|NaN/);
  });
});
