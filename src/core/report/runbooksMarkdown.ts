import type { Finding, Snapshot } from '../model';
import { findingsByFile, runbooksSituation, severities, severityText } from './findings';
import { limitLines } from './limitsMarkdown';
import { codeSpan, escapeMarkdown, tableRow } from './markdownText';
import { wholeNumber } from './numbers';
import { allFindings } from './singlePoints';
import type { Translate } from './translate';

/** Findings of runbooks and alerts as a Markdown document: by severity, then by rule, each with its place. */
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
  const rows = [...findingsByFile(findings).values()].flat();
  return [
    `## ${title} (${wholeNumber(rows.length)})`,
    '',
    tableRow([translate('Place', {}), translate('Rule', {}), translate('Finding', {})]),
    '|---|---|---|',
    ...rows.map(({ path, line, rule, message }) =>
      tableRow([codeSpan(`${path}:${wholeNumber(line)}`), rule, escapeMarkdown(message)]),
    ),
    '',
  ];
}
