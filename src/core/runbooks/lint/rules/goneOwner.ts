import { areGone, ownersOf } from '../pageOwners';
import { operationalTypes, type RepositoryRule } from '../rule';

/**
 * RB012: all whom the page or the repository names as owners are people who left or went quiet. A warning where they left;
 * information where they only touched nothing for long.
 */
export const goneOwner: RepositoryRule = {
  id: 'RB012',
  name: 'gone-owner',
  severity: 'warning',
  types: operationalTypes,
  needs: 'repository',
  check: (page, repository) => {
    const owners = ownersOf(page, repository);
    if (!areGone(owners)) return [];
    const left = owners.people.every(person => typeof person !== 'string' && person.state === 'left');
    return [
      { place: owners.place, data: { people: owners.people.length }, severity: left ? 'warning' : 'information' },
    ];
  },
  text: (_data, translate) => translate('Nobody named as owner of this runbook is active here any more.', {}),
};
