import { alertFixes, alertFixText } from '../alertFixes';
import type { AlertRule } from '../alertRule';

/** RB053: `TODO`, `TBD` or nothing stands where the runbook should be named. */
export const alertPlaceholder: AlertRule = {
  id: 'RB053',
  name: 'alert-runbook-placeholder',
  severity: 'warning',
  check: (checked, surroundings) => {
    const { alert, target } = checked;
    if (target?.kind !== 'placeholder' || alert.runbook === null || alert.runbook === 'unknown') return null;
    return {
      place: alert.runbook.place,
      data: { alert: alert.name, written: alert.runbook.text.slice(0, 200) },
      fixes: alertFixes(checked, surroundings),
    };
  },
  text: ({ alert, written }, translate) =>
    written === ''
      ? translate('The runbook of the alert {alert} is empty.', { alert: alert ?? '' })
      : translate('The runbook of the alert {alert} is still to be written: {written}.', {
          alert: alert ?? '',
          written: written ?? '',
        }),
  fixText: alertFixText,
};
