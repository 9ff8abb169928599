import { operationalTypes, type PageRule } from '../rule';
import { isOwnerPlaceholder, ownersOnPage } from '../statedOwners';

/** RB013: the owner is a placeholder that nobody filled in: `TODO`, `<team>`, `your-team`, `unknown`. */
export const placeholderOwner: PageRule = {
  id: 'RB013',
  name: 'placeholder-owner',
  severity: 'warning',
  types: operationalTypes,
  needs: 'page',
  check: page =>
    ownersOnPage(page)
      .filter(({ text }) => isOwnerPlaceholder(text))
      .map(({ text, place }) => ({ place, data: { owner: text.trim().slice(0, 80) } })),
  text: ({ owner }, translate) => translate('The owner "{owner}" still has to be filled in.', { owner: owner ?? '' }),
};
