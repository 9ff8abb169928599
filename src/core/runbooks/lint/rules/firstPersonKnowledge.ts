import { isForAgents } from '../../person/agentFiles';
import { findFirstPerson } from '../../person/firstPerson';
import { operationalTypes, type PageRule } from '../rule';

/** RB021: to go on, the reader needs whoever wrote the page: what only they know or keep, or an answer of theirs. */
export const firstPersonKnowledge: PageRule = {
  id: 'RB021',
  name: 'first-person-knowledge',
  severity: 'information',
  types: operationalTypes,
  needs: 'page',
  check: ({ path, document: { tree }, text }) =>
    tree === null || isForAgents(path)
      ? []
      : findFirstPerson(tree, text).map(({ place, text: words }) => ({ place, data: { words } })),
  text: ({ words }, translate) =>
    translate('"{words}" is what one author knows: write it so that another reader can do it.', { words: words ?? '' }),
};
