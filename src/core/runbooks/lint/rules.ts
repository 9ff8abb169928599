import type { AlertRule } from './alertRule';
import { alertAnchorMissing } from './alertRules/alertAnchorMissing';
import { alertPlaceholder } from './alertRules/alertPlaceholder';
import { alertTargetMissing } from './alertRules/alertTargetMissing';
import { alertUrlMalformed } from './alertRules/alertUrlMalformed';
import { alertWithoutRunbook } from './alertRules/alertWithoutRunbook';
import type { Rule } from './rule';
import { dateOnlyReviews } from './rules/dateOnlyReviews';
import { deadLink } from './rules/deadLink';
import { fenceLanguage } from './rules/fenceLanguage';
import { firstPersonKnowledge } from './rules/firstPersonKnowledge';
import { goneOwner } from './rules/goneOwner';
import { hardCoded } from './rules/hardCoded';
import { missingCheck } from './rules/missingCheck';
import { missingOwner } from './rules/missingOwner';
import { missingRollback } from './rules/missingRollback';
import { missingSections } from './rules/missingSections';
import { nothingLinksHere } from './rules/nothingLinksHere';
import { olderThanComponent } from './rules/olderThanComponent';
import { partlyChecked } from './rules/partlyChecked';
import { personDependence } from './rules/personDependence';
import { placeholderOwner } from './rules/placeholderOwner';
import { reviewOverdue } from './rules/reviewOverdue';
import { sameReviewer } from './rules/sameReviewer';
import { singleAuthor } from './rules/singleAuthor';
import { singleOwner } from './rules/singleOwner';
import { stubSections } from './rules/stubSections';
import { titleNotAlert } from './rules/titleNotAlert';
import { unknownCommand } from './rules/unknownCommand';
import { unknownName } from './rules/unknownName';

/** Every rule for pages, by id. */
export const pageRules: readonly Rule[] = [
  partlyChecked,
  missingSections,
  stubSections,
  missingRollback,
  missingCheck,
  titleNotAlert,
  fenceLanguage,
  hardCoded,
  missingOwner,
  singleOwner,
  goneOwner,
  placeholderOwner,
  personDependence,
  firstPersonKnowledge,
  reviewOverdue,
  dateOnlyReviews,
  sameReviewer,
  olderThanComponent,
  deadLink,
  unknownCommand,
  unknownName,
  nothingLinksHere,
  singleAuthor,
];

/** Every rule for alerts, by id. */
export const alertRules: readonly AlertRule[] = [
  alertWithoutRunbook,
  alertTargetMissing,
  alertAnchorMissing,
  alertPlaceholder,
  alertUrlMalformed,
];
