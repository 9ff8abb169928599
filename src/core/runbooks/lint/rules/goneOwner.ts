import { ownersOf, type PageOwners } from '../pageOwners';
import type { KnownPerson } from '../peopleLookup';
import { operationalTypes, type Rule } from '../rule';

/**
 * RB012: all whom the page or the repository names as owners are people who left or went quiet. A warning where they left;
 * information where they only touched nothing for long.
 */
export const goneOwner: Rule = {
  id: 'RB012',
  name: 'gone-owner',
  severity: 'warning',
  types: operationalTypes,
  needs: 'repository',
  check: (page, repository) => {
    if (repository === null) return [];
    const owners = ownersOf(page, repository);
    if (!areGone(owners)) return [];
    const left = owners.people.every(person => typeof person !== 'string' && person.state === 'left');
    return [
      { place: owners.place, data: { people: owners.people.length }, severity: left ? 'warning' : 'information' },
    ];
  },
  text: (_data, translate) => translate('Nobody named as owner of this runbook is active here any more.', {}),
};

/** Whether owners are known people only, and none of them is active or comes back. */
export function areGone({ people, others }: Pick<PageOwners, 'people' | 'others'>): boolean {
  return !others && people.length > 0 && people.every(isGone);
}

function isGone(person: KnownPerson | string): boolean {
  // A first name alone may be somebody else's.
  return (
    typeof person !== 'string' && person.by !== 'namePart' && (person.state === 'left' || person.state === 'quiet')
  );
}
