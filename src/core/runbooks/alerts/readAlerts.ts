import type { Alert } from './alert';
import { isAlertPath } from './alertSources';
import { jsonnetAlerts } from './jsonnetAlerts';
import { templateAlerts } from './templateAlerts';
import { yamlAlerts } from './yamlAlerts';

/** So many alerts of a repository are looked at; the largest public ones have a few thousand. */
const mostAlerts = 20_000;

const mayHold = /\balert["']?[ \t]*:+[ \t]*\S|\breceivers["']?[ \t]*:|["']?(?:noDataState|execErrState)["']?[ \t]*:/;

/** Whether a text is worth being read for alerts; cheap, and a superset of those that have some. */
export const mayHoldAlerts = (text: string): boolean => mayHold.test(text);

/** The alerts that a file defines, in its order; none for a file of another kind. Never throws. */
export function alertsOfFile(path: string, text: string): readonly Alert[] {
  if (!isAlertPath(path) || !mayHoldAlerts(text)) return [];
  if (/\.(?:jsonnet|libsonnet)$/i.test(path)) return jsonnetAlerts(path, text);
  return yamlAlerts(path, text) ?? templateAlerts(path, text);
}

/** The alerts of all files, by path and then in the order of the file. */
export function readAlerts(texts: ReadonlyMap<string, string>): readonly Alert[] {
  const alerts: Alert[] = [];
  for (const path of [...texts.keys()].sort()) {
    if (alerts.length >= mostAlerts) break;
    for (const alert of alertsOfFile(path, texts.get(path) ?? '')) alerts.push(alert);
  }
  return alerts.slice(0, mostAlerts);
}
