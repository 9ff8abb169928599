import { alertFixes, alertFixText } from '../alertFixes';
import type { AlertRule } from '../alertRule';

/** Labels of alerts that wake someone up. */
export const waking = /^(?:critical|crit|page|paging|pager|emergency|fatal|disaster|p[01]|sev-?[01]|[01])$/;

/** RB050: nobody who is called by the alert is told what to do. It weighs more where the alert wakes someone up. */
export const alertWithoutRunbook: AlertRule = {
  id: 'RB050',
  name: 'alert-without-runbook',
  severity: 'information',
  check: (checked, surroundings) => {
    const { alert } = checked;
    if (alert.kind !== 'rule' || alert.runbook !== null) return null;
    return {
      place: alert.place,
      data: { alert: alert.name },
      ...(waking.test(alert.severity ?? '') ? { severity: 'warning' } : {}),
      fixes: alertFixes(checked, surroundings),
    };
  },
  text: ({ alert }, translate) => translate('The alert {alert} names no runbook.', { alert: alert ?? '' }),
  fixText: alertFixText,
};
