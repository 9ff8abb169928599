import { runbookAuthors } from '../../authors';
import { isoDate } from '../../reviews/calendar';
import { reviewDateOf } from '../../reviews/reviewDate';
import { operationalTypes, type RepositoryRule } from '../rule';

const secondsOfDay = 86_400;

/** So much later, and after so many commits, what a page says of its component is likely to be no longer so. */
const fewestDays = 180;
const fewestChanges = 10;

/** RB033: the page was last edited, and last reviewed, long before its component last changed, and many changes ago. */
export const olderThanComponent: RepositoryRule = {
  id: 'RB033',
  name: 'older-than-component',
  severity: 'information',
  types: operationalTypes,
  needs: 'repository',
  check: ({ path, component, document }, repository) => {
    if (component === null) return [];
    const written = runbookAuthors(repository.editsOf(path)).lastTouched;
    const changed = written === 0 ? [] : repository.changesOf(component);
    const last = changed.at(-1) ?? 0;
    const known = Math.max(written, reviewDateOf(document)?.reviewed ?? 0);
    const since = changed.filter(date => date > known).length;
    if (since < fewestChanges || last - known < fewestDays * secondsOfDay) return [];
    return [{ place: document.titlePlace, data: { component, changes: since, edited: isoDate(known) } }];
  },
  text: ({ component, changes, edited }, translate) =>
    translate('This page was last edited on {edited}; {component} has been changed {changes} times since then.', {
      ...{ component: component ?? '', changes: changes ?? 0, edited: edited ?? '' },
    }),
};
