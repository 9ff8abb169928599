import type { AliasSuggestion } from '../aliasSuggestion';
import type { Person, Snapshot } from '../model';
import { personName } from './names';
import { wholeNumber } from './numbers';
import { reasonText } from './reasons';
import type { Translate } from './translate';

/** `ann may be Ann Smith: both sign as annsmith`, without an address. */
function aliasText(suggestion: AliasSuggestion, people: readonly Person[], translate: Translate): string {
  const [reason] = suggestion.reasons;
  return translate('{alias} may be {person}: {reason}', {
    alias: personName(suggestion.alias, people, translate),
    person: personName(suggestion.person, people, translate),
    reason: reason ? reasonText(reason, people, translate) : '',
  });
}

/** The first few of them, each text once: one name may stand for several addresses, which are not told. */
export function aliasTexts(
  { aliasSuggestions, people }: Snapshot,
  most: number,
  translate: Translate,
): readonly string[] {
  return [...new Set(aliasSuggestions.map(each => aliasText(each, people, translate)))].slice(0, most);
}

/** How many entries may be of people who are there already, as a sentence; null for none. */
export function aliasCountText({ aliasSuggestions }: Snapshot, translate: Translate): string | null {
  switch (aliasSuggestions.length) {
    case 0:
      return null;
    case 1:
      return translate('One name here may be of a person who is there under another.', {});
    default:
      return translate('{count} names here may be of people who are there under another.', {
        count: wholeNumber(aliasSuggestions.length, translate),
      });
  }
}
