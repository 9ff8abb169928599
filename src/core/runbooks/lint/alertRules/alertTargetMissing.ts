import { alertFixes, alertFixText } from '../alertFixes';
import type { AlertRule } from '../alertRule';

/** RB051: the runbook of an alert would be in this repository, or in one of the others that were given, and is not. */
export const alertTargetMissing: AlertRule = {
  id: 'RB051',
  name: 'alert-target-missing',
  severity: 'error',
  check: (checked, surroundings) => {
    const { alert, target: found } = checked;
    const target = found?.kind === 'other' ? found.target : found;
    if (target?.kind !== 'missing' || alert.runbook === null || alert.runbook === 'unknown') return null;
    return {
      place: alert.runbook.place,
      data: { alert: alert.name, path: found?.kind === 'other' ? `${found.repository}: ${target.path}` : target.path },
      fixes: alertFixes(checked, surroundings),
    };
  },
  text: ({ alert, path }, translate) =>
    translate('The runbook of the alert {alert} does not exist: {path}.', { alert: alert ?? '', path: path ?? '' }),
  fixText: alertFixText,
};
