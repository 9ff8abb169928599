import type { Finding, Snapshot } from '../model';
import { findingsByFile, runbooksSituation, severities, severityText } from './findings';
import { type Flood, floodText, withoutFloods } from './floods';
import { limitLines } from './limitsMarkdown';
import { codeSpan, escapeMarkdown, tableRow } from './markdownText';
import { wholeNumber } from './numbers';
import { allFindings } from './singlePoints';
import type { Translate } from './translate';

/**
 * Findings of runbooks and alerts as a Markdown document: by severity, each with its place; a rule that found very much
 * has one row, with how much.
 */
export function runbooksMarkdown(snapshot: Snapshot, translate: Translate): string {
  const findings = allFindings(snapshot);
  return `${[
    `# ${translate('Runbooks', {})}`,
    '',
    ...limitLines(snapshot.limits, translate),
    `**${escapeMarkdown(runbooksSituation(snapshot, translate))}**`,
    '',
    ...severities.flatMap(severity => {
      const some = findings.filter(finding => finding.severity === severity);
      return some.length === 0 ? [] : section(severityText(severity, translate), some, translate);
    }),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function section(title: string, findings: readonly Finding[], translate: Translate): string[] {
  const { listed, floods } = withoutFloods(findings);
  const rows = [...findingsByFile(listed).values()].flat();
  return [
    `## ${title} (${wholeNumber(findings.length, translate)})`,
    '',
    tableRow([translate('Place', {}), translate('Rule', {}), translate('Finding', {})]),
    '|---|---|---|',
    ...rows.map(({ path, line, rule, message }) =>
      tableRow([codeSpan(`${path}:${line}`), rule, escapeMarkdown(message)]),
    ),
    ...floods.map(flood => floodRow(flood, translate)),
    '',
  ];
}

function floodRow(flood: Flood, translate: Translate): string {
  const { path, line, rule, message } = flood.first;
  const place = translate('{places}, first {place}', {
    places: escapeMarkdown(floodText(flood, translate)),
    place: codeSpan(`${path}:${line}`),
  });
  return tableRow([place, rule, escapeMarkdown(message)]);
}
