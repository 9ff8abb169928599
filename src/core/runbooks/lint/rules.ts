import type { Rule } from './rule';
import { fenceLanguage } from './rules/fenceLanguage';
import { goneOwner } from './rules/goneOwner';
import { hardCoded } from './rules/hardCoded';
import { missingCheck } from './rules/missingCheck';
import { missingOwner } from './rules/missingOwner';
import { missingRollback } from './rules/missingRollback';
import { missingSections } from './rules/missingSections';
import { placeholderOwner } from './rules/placeholderOwner';
import { singleAuthor } from './rules/singleAuthor';
import { singleOwner } from './rules/singleOwner';
import { stubSections } from './rules/stubSections';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [
  missingSections,
  stubSections,
  missingRollback,
  missingCheck,
  fenceLanguage,
  hardCoded,
  missingOwner,
  singleOwner,
  goneOwner,
  placeholderOwner,
  singleAuthor,
];
