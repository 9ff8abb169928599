import type { Finding, Severity } from '../model';
import type { RuleWords } from '../runbooks/lint/rule';
import { finite } from './codeJson';
import type { RulePage } from './rulePage';

/** What a SARIF log says of the program that made it. */
export interface SarifTool {
  readonly version: string;
  readonly rules: readonly Pick<RuleWords, 'id' | 'name' | 'severity'>[];
  /** By id; a rule without one has no help. */
  readonly pages: ReadonlyMap<string, RulePage>;
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * Findings as a log of SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif), as code scanning takes it. Paths are relative to
 * the root of the repository; the fingerprint of a finding stays when lines above it come or go. Rules carry their pages,
 * since there is no address to lead to.
 */
export function sarifLog(findings: readonly Finding[], { version, rules, pages }: SarifTool): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Single Points',
            version,
            rules: rules.map(({ id, name, severity }) => ({
              id,
              name,
              shortDescription: { text: `${id}: ${pages.get(id)?.title ?? name.replaceAll('-', ' ')}` },
              ...helpOf(pages.get(id)),
              defaultConfiguration:
                severity === 'off' ? { enabled: false, level: 'note' } : { enabled: true, level: levels[severity] },
            })),
          },
        },
        // Columns as editors count them.
        columnKind: 'utf16CodeUnits',
        results: resultsOf(findings),
      },
    ],
  };
}

const helpOf = (page: RulePage | undefined): object =>
  page === undefined ? {} : { help: { text: page.text, markdown: page.text } };

function resultsOf(findings: readonly Finding[]): readonly object[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const same = JSON.stringify([finding.rule, finding.path, finding.message]);
    const nth = (seen.get(same) ?? 0) + 1;
    seen.set(same, nth);
    const region = {
      startLine: finding.line,
      startColumn: finding.column,
      endLine: finding.endLine,
      endColumn: finding.endColumn,
    };
    return {
      ruleId: finding.rule,
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: relativeAddress(finding.path) },
            region: Object.fromEntries(Object.entries(region).map(([key, value]) => [key, Math.max(1, finite(value))])),
          },
        },
      ],
      partialFingerprints: { 'ruleAndMessage/v1': `${same}${nth}` },
    };
  });
}

/** As addresses need it; half a surrogate pair, which none can hold, is replaced. */
function relativeAddress(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
