import type { Finding, Snapshot } from '../model';
import { findingsByFile, runbooksSituation, severities, severityText } from './findings';
import { escapeHtml, htmlPage } from './htmlText';
import { limitText } from './limits';
import { wholeNumber } from './numbers';
import { allFindings } from './singlePoints';
import type { Translate } from './translate';

const style = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; background: #fff }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #d1d9e0 }
td:first-child { white-space: nowrap }
code { font: 13px/1.5 ui-monospace, monospace }
.limits { border-left: 4px solid #9a6700; padding: .1rem 1rem; background: #fff8c5 }
@media (prefers-color-scheme: dark) {
  body { color: #f0f6fc; background: #0d1117 }
  th, td { border-color: #3d444d }
  .limits { background: #2e2a1f }
}`;

/** Findings of runbooks and alerts as one page without scripts, by file. */
export function runbooksHtml(snapshot: Snapshot, translate: Translate): string {
  const folder = snapshot.repository.root.split(/[\\/]/).findLast(part => part !== '') ?? '/';
  const title = translate('Runbooks of {repository}', { repository: folder });
  const limits = snapshot.limits.map(limit => `<li>${escapeHtml(limitText(limit, translate))}</li>`).join('');
  const body = `<h1>${escapeHtml(title)}</h1>
${limits === '' ? '' : `<ul class="limits">${limits}</ul>\n`}<p><strong>${escapeHtml(runbooksSituation(snapshot, translate))}</strong></p>
${[...findingsByFile(allFindings(snapshot))].map(([path, findings]) => fileSection(path, findings, translate)).join('')}`;
  return htmlPage({ title, style, body });
}

function fileSection(path: string, findings: readonly Finding[], translate: Translate): string {
  const heads = [translate('Line', {}), translate('Severity', {}), translate('Rule', {}), translate('Finding', {})];
  const rows = severities
    .flatMap(severity => findings.filter(finding => finding.severity === severity))
    .map(({ line, severity, rule, message }) =>
      [wholeNumber(line), severityText(severity, translate), `<code>${escapeHtml(rule)}</code>`, escapeHtml(message)]
        .map(cell => `<td>${cell}</td>`)
        .join(''),
    );
  return `<h2><code>${escapeHtml(path)}</code></h2>
<table>
<thead><tr>${heads.map(head => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(row => `<tr>${row}</tr>\n`).join('')}</tbody>
</table>
`;
}
