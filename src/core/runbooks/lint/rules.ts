import type { Rule } from './rule';
import { dateOnlyReviews } from './rules/dateOnlyReviews';
import { deadLink } from './rules/deadLink';
import { olderThanComponent } from './rules/olderThanComponent';
import { reviewOverdue } from './rules/reviewOverdue';
import { sameReviewer } from './rules/sameReviewer';
import { singleAuthor } from './rules/singleAuthor';
import { unknownCommand } from './rules/unknownCommand';
import { unknownName } from './rules/unknownName';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [
  reviewOverdue,
  dateOnlyReviews,
  sameReviewer,
  olderThanComponent,
  deadLink,
  unknownCommand,
  unknownName,
  singleAuthor,
];
