import type { AlertCoverage } from '../runbooks/alerts/coverage';
import { wholeNumber } from './numbers';
import type { Translate } from './translate';

/** How far runbooks help who is called by the alerts of a component, without a full stop: "6 alerts, 4 with a working runbook". */
export function coverageText({ alerts, working, elsewhere, knownByOne }: AlertCoverage, translate: Translate): string {
  const parts = [
    alerts === 1 ? translate('1 alert', {}) : translate('{alerts} alerts', { alerts: wholeNumber(alerts, translate) }),
    translate('{working} with a working runbook', { working: wholeNumber(working, translate) }),
  ];
  if (elsewhere > 0) {
    parts.push(translate('{elsewhere} with one elsewhere', { elsewhere: wholeNumber(elsewhere, translate) }));
  }
  const [most] = knownByOne;
  if (most !== undefined) {
    parts.push(
      most.alerts === 1
        ? translate('one person alone knows 1 of them', {})
        : translate('one person alone knows {known} of them', { known: wholeNumber(most.alerts, translate) }),
    );
  }
  return parts.join(', ');
}
