import type { Component, Snapshot } from '../model';

/** The part of a Snapshot that is about one component. People stay, because ids point at them. */
export function narrowToComponent(snapshot: Snapshot, component: Component): Snapshot {
  const runbooks = snapshot.runbooks.filter(
    runbook => runbook.component === component.id || component.runbooks.includes(runbook.path),
  );
  const files = snapshot.files.filter(file => file.component === component.id);
  const paths = new Set([...runbooks, ...files].map(({ path }) => path));
  return {
    ...snapshot,
    components: [component],
    files,
    runbooks,
    alerts: snapshot.alerts.filter(alert => alert.component === component.id),
    findings: snapshot.findings.filter(({ path }) => paths.has(path)),
  };
}
