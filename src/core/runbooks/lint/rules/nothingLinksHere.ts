import { solid } from '../../alerts/suggestion';
import { pageName } from '../../classify';
import type { RepositoryRule } from '../rule';

/**
 * RB055: neither an alert nor a page leads to the runbook of an alert, so that nobody finds it at night. Said only where
 * other alerts of the repository do lead to pages in it, since elsewhere alerts are defined in another repository; and not of
 * a page that is named for an alert whose link is computed.
 */
export const nothingLinksHere: RepositoryRule = {
  id: 'RB055',
  name: 'nothing-links-here',
  severity: 'hint',
  types: ['alert'],
  needs: 'repository',
  check: ({ path, document: { titlePlace } }, repository) => {
    const links = repository.alertLinks;
    if (!links.any || links.to(path).length > 0 || repository.isLinked(path)) return [];
    const name = solid(pageName(path));
    const maybe = links.unknown.some(({ alert }) => solid(alert.name) === name);
    return maybe ? [] : [{ place: titlePlace, data: {} }];
  },
  text: (_data, translate) => translate('No alert and no page of this repository links to this runbook.', {}),
};
