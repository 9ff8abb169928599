import type { Rule } from './rule';
import { missingSections } from './rules/missingSections';
import { singleAuthor } from './rules/singleAuthor';
import { stubSections } from './rules/stubSections';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [missingSections, stubSections, singleAuthor];
