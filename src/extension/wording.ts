import type { Progress } from '../analysis/protocol';
import type { Component, FileOwnership, Person, PersonId, RiskLevel, State } from '../core/model';
import { fileOwners } from '../core/ownership/fileOwners';
import type { WhatIf } from '../core/ownership/whatIf';
import { personName } from '../core/report/names';
import { wholeNumber } from '../core/report/numbers';
import { capitalised, sentence } from '../core/report/sentence';
import type { Translate } from '../core/report/translate';
import { namesOf, whatIfSentence } from '../core/report/whatIfText';

/** `payments is known by one person.` The subject is the code, never the person. */
export function stateSentence(subject: string, state: State, owners: number, translate: Translate): string {
  switch (state) {
    case 'sole':
      return translate('{subject} is known by one person.', { subject });
    case 'orphaned':
      return translate('{subject} is known by nobody active.', { subject });
    case 'shared':
      return owners >= 2
        ? translate('{subject} is shared by {owners} people.', { subject, owners })
        : translate('{subject} is shared.', { subject });
    case 'unknown':
      return translate('The history here does not tell who knows {subject}.', { subject });
  }
}

/** The state in a word or two, for a row that starts with the subject. */
export function stateWords(state: State, owners: number, translate: Translate): string {
  switch (state) {
    case 'sole':
      return translate('one person', {});
    case 'orphaned':
      return translate('nobody active', {});
    case 'shared':
      return owners >= 2 ? translate('{owners} people', { owners }) : translate('shared', {});
    case 'unknown':
      return translate('unknown', {});
  }
}

/** `3 people → one person` where what would be without someone differs, else only what is. */
export function changeWords(
  before: Component | FileOwnership | undefined,
  after: Component | FileOwnership,
  translate: Translate,
): string {
  const now = stateWords(after.state, ownerCount(after), translate);
  return before === undefined ? now : `${stateWords(before.state, ownerCount(before), translate)} → ${now}`;
}

/** The same as a fact of an explanation; null where nothing changes. */
export function changeFact(before: Component | FileOwnership | undefined, translate: Translate): string | null {
  return before === undefined
    ? null
    : translate('Simulated. As it is: {words}', { words: stateWords(before.state, ownerCount(before), translate) });
}

/** `Simulated: without Ann Lee, Ben Ode. 5 components become known by one person.` */
export function simulationText(result: WhatIf, translate: Translate): string {
  const people = namesOf(result.people, result.before.people, translate);
  const then = whatIfSentence(result, translate);
  const values = { people, sentence: capitalised(then) };
  return translate('Simulated: without {people}. {sentence}', values);
}

/** Null where there is nothing to worry about. */
export function riskWords(level: RiskLevel, translate: Translate): string | null {
  switch (level) {
    case 'high':
      return translate('high risk', {});
    case 'medium':
      return translate('medium risk', {});
    case 'low':
    case 'none':
      return null;
  }
}

/** The line that a file known by one person or nobody gets in its editor. */
export function warningText(file: FileOwnership, people: readonly Person[], translate: Translate): string {
  const person = soleOwner(file, people, translate);
  if (person !== null) {
    return file.certain
      ? translate('Known by one person: {person}', { person })
      : translate('Likely known by one person: {person}', { person });
  }
  return file.certain ? translate('Known by nobody active', {}) : translate('Likely known by nobody active', {});
}

/** Who alone knows a file, by name; null where that is nobody, several, or not told. */
export function soleOwner(file: FileOwnership, people: readonly Person[], translate: Translate): string | null {
  const [owner] = ownersOf(file);
  return file.state === 'sole' && owner !== undefined ? personName(owner, people, translate) : null;
}

export function ownersOf(file: FileOwnership): readonly PersonId[] {
  return fileOwners(file).map(knowledge => knowledge.person);
}

/** How many own a component or a file. */
export function ownerCount(subject: Component | FileOwnership): number {
  return 'owners' in subject ? subject.owners.length : ownersOf(subject).length;
}

/** Words as a sentence of their own. */
export function asSentence(words: string, translate: Translate): string {
  return sentence(capitalised(words), translate);
}

/** Whether everything that is known early has been handed over: what follows only completes it. */
export function isBehindTheScenes({ phase }: Progress): boolean {
  return phase === 'lines' || phase === 'saving';
}

/** What an analysis is doing. */
export function progressText({ phase, done, total }: Progress, translate: Translate): string {
  switch (phase) {
    case 'store':
      return translate('Reading what is known already…', {});
    case 'history':
      return done === 0
        ? translate('Reading the history…', {})
        : translate('Reading the history: {commits} commits…', { commits: wholeNumber(done, translate) });
    case 'files':
      return translate('Sorting files into components…', {});
    case 'ownership':
      return total === null || total === 0
        ? translate('Finding out who knows what…', {})
        : translate('Finding out who knows what: {percent} %…', { percent: Math.floor((100 * done) / total) });
    case 'lines':
      return translate('Following every line…', {});
    case 'saving':
      return translate('Saving…', {});
  }
}
