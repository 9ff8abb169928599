import type { AlertRule } from './alertRule';
import { alertAnchorMissing } from './alertRules/alertAnchorMissing';
import { alertPlaceholder } from './alertRules/alertPlaceholder';
import { alertTargetMissing } from './alertRules/alertTargetMissing';
import { alertUrlMalformed } from './alertRules/alertUrlMalformed';
import { alertWithoutRunbook } from './alertRules/alertWithoutRunbook';
import type { Rule } from './rule';
import { nothingLinksHere } from './rules/nothingLinksHere';
import { singleAuthor } from './rules/singleAuthor';
import { titleNotAlert } from './rules/titleNotAlert';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [titleNotAlert, nothingLinksHere, singleAuthor];

/** Every rule for alerts, by id. */
export const alertRules: readonly AlertRule[] = [
  alertWithoutRunbook,
  alertTargetMissing,
  alertAnchorMissing,
  alertPlaceholder,
  alertUrlMalformed,
];
