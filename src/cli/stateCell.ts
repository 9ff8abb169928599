import type { Component, Person, Share, State } from '../core/model';
import { peopleNames, personName } from '../core/report/names';
import { wholeNumber } from '../core/report/numbers';
import { plainTranslate } from '../core/report/translate';
import type { Colors } from './terminal';

const symbols: Readonly<Record<State, string>> = { sole: '●', orphaned: '○', shared: '◐', unknown: '·' };

export const likelyNote = '? likely: no two of authorship, activity and lines agree';

type Judged = Pick<Component, 'state' | 'certain'>;

/** Whether a state is no more than likely. */
export function isLikely({ state, certain }: Judged): boolean {
  return !certain && state !== 'unknown';
}

/**
 * A state as a symbol, then a `?` where it is only likely, then words: `●  only Ann Example`.
 *
 * @param anyLikely whether some cell of the column has a `?`, so that the words stand under each other
 */
export function stateCell(judged: Judged, words: string, anyLikely: boolean): string {
  return `${symbols[judged.state]}${anyLikely ? (isLikely(judged) ? '?' : ' ') : ''} ${words}`;
}

/** Who owns something, to be read after "known by": `only Ann Example`, `3 people: Ann Example, Ben Ito +1`. */
export function ownersText(owners: readonly Share[], people: readonly Person[]): string {
  const names = peopleNames(owners, people, 2, plainTranslate);
  switch (owners.length) {
    case 0:
      return 'nobody active';
    case 1:
      return `only ${names}`;
    default:
      return owners.length === 2 ? names : `${wholeNumber(owners.length, plainTranslate)} people: ${names}`;
  }
}

/** Who knows a component; where it is nobody active, who knew most of it. */
export function knownText({ state, owners, knowledge }: Component, people: readonly Person[]): string {
  switch (state) {
    case 'sole':
      return owners.length === 0 ? 'one person' : ownersText(owners, people);
    case 'shared':
      return owners.length === 0
        ? 'several people, each a part'
        : owners.length === 1
          ? `${peopleNames(owners, people, 1, plainTranslate)} and others`
          : ownersText(owners, people);
    case 'orphaned': {
      const [foremost] = knowledge;
      const person = foremost && people[foremost.person];
      return person && !person.active
        ? `nobody active (was ${personName(foremost.person, people, plainTranslate)})`
        : 'nobody active';
    }
    case 'unknown':
      return 'unknown';
  }
}

/** The colour of a state; the symbol and the words say the same. */
export function paintState(text: string, state: State | undefined, colors: Colors): string {
  switch (state) {
    case 'sole':
      return colors.yellow(text);
    case 'orphaned':
      return colors.magenta(text);
    case 'shared':
      return text;
    default:
      return colors.dim(text);
  }
}
