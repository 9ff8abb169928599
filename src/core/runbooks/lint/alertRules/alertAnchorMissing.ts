import { alertFixes, alertFixText } from '../alertFixes';
import type { AlertRule } from '../alertRule';

/** RB052: the page is there, the heading that the alert links to is not: the reader lands at the top and searches. */
export const alertAnchorMissing: AlertRule = {
  id: 'RB052',
  name: 'alert-anchor-missing',
  severity: 'warning',
  check: (checked, surroundings) => {
    const { alert, target: found, anchor } = checked;
    const target = found?.kind === 'other' ? found.target : found;
    if (anchor !== false || target?.kind !== 'file' || alert.runbook === null || alert.runbook === 'unknown')
      return null;
    return {
      place: alert.runbook.place,
      data: {
        alert: alert.name,
        path: found?.kind === 'other' ? `${found.repository}: ${target.path}` : target.path,
        anchor: target.fragment ?? '',
      },
      fixes: alertFixes(checked, surroundings),
    };
  },
  text: ({ alert, path, anchor }, translate) =>
    translate('The runbook of the alert {alert} has no heading #{anchor}: {path}.', {
      alert: alert ?? '',
      anchor: anchor ?? '',
      path: path ?? '',
    }),
  fixText: alertFixText,
};
