import type { Finding, Severity, Snapshot } from '../model';
import { wholeNumber } from './numbers';
import { allFindings } from './singlePoints';
import type { Translate } from './translate';

/** Worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A severity in one word. */
export function severityText(severity: Severity, translate: Translate): string {
  switch (severity) {
    case 'error':
      return translate('error', {});
    case 'warning':
      return translate('warning', {});
    case 'information':
      return translate('information', {});
    case 'hint':
      return translate('hint', {});
  }
}

/** Findings by file, in the order of the paths and then of the lines. */
export function findingsByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byPath.get(finding.path);
    if (known) known.push(finding);
    else byPath.set(finding.path, [finding]);
  }
  return new Map(
    [...byPath]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, list]) => [path, list.sort((a, b) => a.line - b.line || a.column - b.column)]),
  );
}

/** How many runbooks there are, and what was found in them, in one sentence. */
export function runbooksSituation(snapshot: Snapshot, translate: Translate): string {
  const runbooks = snapshot.runbooks.filter(({ type }) => type !== 'hub' && type !== 'record').length;
  const findings = allFindings(snapshot);
  const values = { runbooks: wholeNumber(runbooks, translate), findings: wholeNumber(findings.length, translate) };
  if (runbooks === 0 && findings.length === 0) return translate('No runbook was found.', {});
  if (findings.length === 0) {
    return runbooks === 1
      ? translate('Nothing was found in the one runbook.', {})
      : translate('Nothing was found in {runbooks} runbooks.', values);
  }
  const files = findingsByFile(findings).size;
  const found =
    findings.length === 1
      ? translate('One finding', {})
      : files === 1
        ? translate('{findings} findings in one file', values)
        : translate('{findings} findings in {files} files', { ...values, files: wholeNumber(files, translate) });
  return runbooks === 1
    ? translate('{found}; there is one runbook.', { found })
    : translate('{found}; there are {runbooks} runbooks.', { ...values, found });
}
