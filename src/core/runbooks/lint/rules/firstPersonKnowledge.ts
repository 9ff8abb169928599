import { findFirstPerson } from '../../person/firstPerson';
import { operationalTypes, type PageRule } from '../rule';

/** RB021: the page says what its author is used to, remembers, doubts or keeps, which no other reader can. */
export const firstPersonKnowledge: PageRule = {
  id: 'RB021',
  name: 'first-person-knowledge',
  severity: 'information',
  types: operationalTypes,
  needs: 'page',
  check: ({ document: { tree }, text }) =>
    tree === null ? [] : findFirstPerson(tree, text).map(({ place, text: words }) => ({ place, data: { words } })),
  text: ({ words }, translate) =>
    translate('"{words}" is what one author knows: write it so that another reader can do it.', { words: words ?? '' }),
};
