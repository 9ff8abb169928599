import type { ComponentShares } from '../componentShares';
import type { Component, Person } from '../model';
import { personName } from './names';
import { percent, wholeNumber } from './numbers';
import type { Translate } from './translate';

/**
 * What one person knows of a component by each kind of evidence, without a full stop: `author of 5 of 9 files, 62 % of
 * the recent work, 48 % of the lines`. What they have no part in is left out; `''` where that is all.
 */
export function sharesText({ authored, ofFiles, activity, lines }: ComponentShares, translate: Translate): string {
  return [
    authored > 0
      ? translate('author of {authored} of {files} files', {
          authored: wholeNumber(authored, translate),
          files: wholeNumber(ofFiles, translate),
        })
      : '',
    activity > 0 ? translate('{share} of the recent work', { share: percent(activity, translate) }) : '',
    lines !== null && lines > 0 ? translate('{share} of the lines', { share: percent(lines, translate) }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** At most so many people are told of. */
const told = 3;

/** The same with names, for its owners, or else for who knew most of it: `Ann Example: author of 5 of 9 files, …`. */
export function sharesTexts(
  { shares, owners }: Component,
  people: readonly Person[],
  translate: Translate,
): readonly string[] {
  const named = owners.length > 0 ? owners : shares;
  return named.slice(0, told).flatMap(({ person }) => {
    const own = shares.find(each => each.person === person);
    const text = own === undefined ? '' : sharesText(own, translate);
    return text === '' ? [] : [translate('{name}: {text}', { name: personName(person, people, translate), text })];
  });
}
