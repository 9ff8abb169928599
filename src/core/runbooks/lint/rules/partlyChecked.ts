import { pageStart } from '../../place';
import { operationalTypes, type PageRule } from '../rule';

/**
 * RB000: only a part of the page was checked: it is too large, nested too deep or takes too long, or a fence that is never
 * closed hides its rest, which is a warning.
 */
export const partlyChecked: PageRule = {
  id: 'RB000',
  name: 'partly-checked',
  severity: 'information',
  types: [...operationalTypes, 'hub', 'record'],
  needs: 'page',
  check: ({ document: { complete, unclosedFence } }) => {
    if (!complete) return [{ place: pageStart, data: {} }];
    return unclosedFence === null ? [] : [{ place: unclosedFence, data: { kind: 'fence' }, severity: 'warning' }];
  },
  text: ({ kind }, translate) =>
    kind === 'fence'
      ? translate('The code block that begins here is never closed, so that the rest of this page was not checked.', {})
      : translate('Only a part of this page was checked: it is too large, nested too deep, or takes too long.', {}),
};
