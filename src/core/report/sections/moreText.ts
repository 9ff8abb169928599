import type { Block } from '../document/block';
import { wholeNumber } from '../numbers';
import type { Translate } from '../translate';

/** Rows of a table, or items of a list, that people read; what is more is counted. */
export const mostRows = 50;

/** How many of so many are left out, as a paragraph; nothing where all are there. */
export function moreText(all: number, translate: Translate, most = mostRows): readonly Block[] {
  return all <= most
    ? []
    : [{ kind: 'paragraph', text: translate('And {count} more.', { count: wholeNumber(all - most, translate) }) }];
}
