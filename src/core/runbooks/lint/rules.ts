import type { Rule } from './rule';
import { singleAuthor } from './rules/singleAuthor';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [singleAuthor];
