import { editTo } from '../alertFixes';
import type { AlertRule } from '../alertRule';

/** RB054: the URL of a runbook has no scheme, so that no tool makes a link of it. */
export const alertUrlMalformed: AlertRule = {
  id: 'RB054',
  name: 'alert-url-without-scheme',
  severity: 'warning',
  check: checked => {
    const { alert, target } = checked;
    if (target?.kind !== 'malformed' || alert.runbook === null || alert.runbook === 'unknown') return null;
    const edit = editTo(checked, target.url);
    return {
      place: alert.runbook.place,
      data: { alert: alert.name, url: alert.runbook.text.slice(0, 200) },
      fixes: edit ? [{ code: 'addScheme', data: { url: target.url }, edits: [edit], safe: true }] : [],
    };
  },
  text: ({ alert, url }, translate) =>
    translate('The runbook of the alert {alert} is no link without https://: {url}.', {
      alert: alert ?? '',
      url: url ?? '',
    }),
  fixText: ({ data: { url } }, translate) => translate('Write {url}', { url: url ?? '' }),
};
