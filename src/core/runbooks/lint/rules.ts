import type { Rule } from './rule';
import { fenceLanguage } from './rules/fenceLanguage';
import { hardCoded } from './rules/hardCoded';
import { missingCheck } from './rules/missingCheck';
import { missingRollback } from './rules/missingRollback';
import { missingSections } from './rules/missingSections';
import { singleAuthor } from './rules/singleAuthor';
import { stubSections } from './rules/stubSections';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [
  missingSections,
  stubSections,
  missingRollback,
  missingCheck,
  fenceLanguage,
  hardCoded,
  singleAuthor,
];
