import { pageStart } from '../../place';
import { operationalTypes, type PageRule } from '../rule';

/** RB000: the page is too large, nested too deep or takes too long, so that only a part of it was checked. */
export const partlyChecked: PageRule = {
  id: 'RB000',
  name: 'partly-checked',
  severity: 'information',
  types: [...operationalTypes, 'hub', 'record'],
  needs: 'page',
  check: ({ document }) => (document.complete ? [] : [{ place: pageStart, data: {} }]),
  text: (_data, translate) =>
    translate('Only a part of this page was checked: it is too large, nested too deep, or takes too long.', {}),
};
