import type { Finding, Snapshot } from '../model';
import { escapeHtml } from './escapeHtml';
import { findingsByFile, runbooksSituation, severities, severityText } from './findings';
import { htmlPage } from './htmlPage';
import { limitText } from './limits';
import { wholeNumber } from './numbers';
import type { RulePage } from './rulePage';
import { allFindings } from './singlePoints';
import type { Translate } from './translate';

const style = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; background: #fff }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #d1d9e0 }
td:first-child { white-space: nowrap }
a { color: #0969da }
h4 { margin: 1rem 0 0 }
code { font: 13px/1.5 ui-monospace, monospace }
.limits { border-left: 4px solid #9a6700; padding: .1rem 1rem; background: #fff8c5 }
@media (prefers-color-scheme: dark) {
  body { color: #f0f6fc; background: #0d1117 }
  a { color: #4493f8 }
  th, td { border-color: #3d444d }
  .limits { background: #2e2a1f }
}`;

/**
 * Findings of runbooks and alerts as one page without scripts, by file, then what their rules are for; `pages` of rules
 * by id.
 */
export function runbooksHtml(
  snapshot: Snapshot,
  translate: Translate,
  pages: ReadonlyMap<string, RulePage> = new Map(),
): string {
  const findings = allFindings(snapshot);
  const folder = snapshot.repository.root.split(/[\\/]/).findLast(part => part !== '') ?? '/';
  const title = translate('Runbooks of {repository}', { repository: folder });
  const limits = snapshot.limits.map(limit => `<li>${escapeHtml(limitText(limit, translate))}</li>`).join('');
  const body = `<h1>${escapeHtml(title)}</h1>
${limits === '' ? '' : `<ul class="limits">${limits}</ul>\n`}<p><strong>${escapeHtml(runbooksSituation(snapshot, translate))}</strong></p>
${[...findingsByFile(findings)].map(([path, list]) => fileSection(path, list, translate, pages)).join('')}${rulesSection(findings, translate, pages)}`;
  return htmlPage({ language: translate.locale ?? 'en', title, style, body });
}

/** What the rules that found something are for and how it is put right; a rule without a page is left out. */
function rulesSection(
  findings: readonly Finding[],
  translate: Translate,
  pages: ReadonlyMap<string, RulePage>,
): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter(rule => pages.has(rule)).sort();
  if (rules.length === 0) return '';
  const parts = rules.map(rule => {
    const { title = '', html = '' } = pages.get(rule) ?? {};
    return `<h3 id="${escapeHtml(rule)}">${escapeHtml(rule)}: ${escapeHtml(title)}</h3>\n${html}\n`;
  });
  return `<h2>${escapeHtml(translate('Rules', {}))}</h2>\n${parts.join('')}`;
}

/** The id of a rule, which leads to what it is for where that is on the page. */
function ruleCell(rule: string, pages: ReadonlyMap<string, RulePage>): string {
  const id = `<code>${escapeHtml(rule)}</code>`;
  return pages.has(rule) ? `<a href="#${escapeHtml(rule)}">${id}</a>` : id;
}

function fileSection(
  path: string,
  findings: readonly Finding[],
  translate: Translate,
  pages: ReadonlyMap<string, RulePage>,
): string {
  const heads = [translate('Line', {}), translate('Severity', {}), translate('Rule', {}), translate('Finding', {})];
  const rows = severities
    .flatMap(severity => findings.filter(finding => finding.severity === severity))
    .map(({ line, severity, rule, message }) =>
      [wholeNumber(line, translate), severityText(severity, translate), ruleCell(rule, pages), escapeHtml(message)]
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
