import type { Translate } from '../../report/translate';
import type { CheckedAlert } from '../alerts/checkedAlert';
import type { AlertSurroundings } from './alertRule';
import type { Fix, TextEdit } from './problem';

/**
 * What helps an alert without a usable runbook: the one that is elsewhere in the repository, else a new one that is
 * drafted from the alert.
 */
export function alertFixes(checked: CheckedAlert, { suggest, draftPath }: AlertSurroundings): readonly Fix[] {
  const { alert } = checked;
  const found = suggest(checked);
  const edit = found && editTo(checked, found.text);
  if (found !== null && edit !== null) {
    return [{ code: 'linkRunbook', data: { target: found.text }, edits: [edit], safe: false }];
  }
  if (alert.kind === 'receiver') return [];
  const data = {
    alert: alert.name,
    severity: alert.severity ?? '',
    expression: alert.expression,
    path: draftPath(alert.name),
  };
  return [{ code: 'draftRunbook', data, edits: [], action: 'draftAlertRunbook', safe: false }];
}

/** Writes a text where the runbook of an alert is named; null where the file does not say it in so many letters. */
export function editTo({ alert }: CheckedAlert, text: string): TextEdit | null {
  const { runbook, annotations } = alert;
  if (runbook === 'unknown') return null;
  if (runbook !== null) return runbook.replaceable ? { place: runbook.place, text } : null;
  return annotations && { place: annotations.place, text: `runbook_url: ${text}\n${annotations.indent}` };
}

/** The titles of {@link alertFixes}. */
export function alertFixText({ code, data: { target, alert, path } }: Fix, translate: Translate): string {
  return code === 'linkRunbook'
    ? translate('Link to {target}', { target: target ?? '' })
    : translate('Draft a runbook for {alert} at {path}', { alert: alert ?? '', path: path ?? '' });
}
