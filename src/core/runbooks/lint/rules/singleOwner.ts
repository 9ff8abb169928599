import { areGone, ownersOf } from '../pageOwners';
import { operationalTypes, type RepositoryRule } from '../rule';

/**
 * RB011: the owner is one person, without a team, a channel or a backup beside. A warning where the page says so;
 * information where CODEOWNERS, OWNERS or a catalog does. Of an owner who is gone, RB012 speaks.
 */
export const singleOwner: RepositoryRule = {
  id: 'RB011',
  name: 'single-owner',
  severity: 'warning',
  types: operationalTypes,
  needs: 'repository',
  check: (page, repository) => {
    const owners = ownersOf(page, repository);
    if (owners.others || owners.people.length !== 1 || areGone(owners)) return [];
    return [{ place: owners.place, data: {}, severity: owners.saidBy === 'page' ? 'warning' : 'information' }];
  },
  text: (_data, translate) =>
    translate('The owner of this runbook is one person; name a team or a backup as well.', {}),
};
