import type { Rule } from './rule';
import { firstPersonKnowledge } from './rules/firstPersonKnowledge';
import { personDependence } from './rules/personDependence';
import { singleAuthor } from './rules/singleAuthor';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [personDependence, firstPersonKnowledge, singleAuthor];
