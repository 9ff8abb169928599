import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../src/core/model';
import { parseRulePage } from '../../../src/core/report/rulePage';
import { sarifLog } from '../../../src/core/report/sarif';
import { oddText } from './oddSnapshot';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: 'RB060',
  severity: 'warning',
  path: 'docs/a b/ü#1.md',
  ...{ line: 3, column: 5, endLine: 3, endColumn: 9 },
  message: 'This runbook was written by one person.',
  data: {},
  ...changes,
});
const tool = {
  version: '1.2.3',
  rules: [
    { id: 'RB060', name: 'single-author', severity: 'information' as const },
    { id: 'RB061', name: 'no-page', severity: 'hint' as const },
  ],
  pages: new Map([['RB060', parseRulePage('# RB060: one author\n\n## Why\n\nThey may leave.\n')]]),
};

interface RuleEntry {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help?: { readonly text: string; readonly markdown: string };
}

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly RuleEntry[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

const resultsOf = (...findings: readonly Finding[]) =>
  (JSON.parse(JSON.stringify(sarifLog(findings, tool))) as Log).runs[0]?.results ?? [];

describe('a SARIF log', () => {
  it('has rule, level, message and place of a finding, the path as a relative address', () => {
    const [result] = resultsOf(finding());
    assert.equal(result?.ruleId, 'RB060');
    assert.equal(result?.level, 'warning');
    assert.equal(result?.message.text, 'This runbook was written by one person.');
    const place = result?.locations[0]?.physicalLocation;
    assert.equal(place?.artifactLocation.uri, 'docs/a%20b/%C3%BC%231.md');
    assert.deepEqual(place?.region, { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 });
    assert.deepEqual(
      resultsOf(finding({ severity: 'hint' }), finding({ severity: 'information' })).map(({ level }) => level),
      ['note', 'note'],
    );
  });

  it('says what a rule is for, where that is known', () => {
    const { rules } = (JSON.parse(JSON.stringify(sarifLog([], tool))) as Log).runs[0]?.tool.driver ?? { rules: [] };
    const text = '# RB060: one author\n\n## Why\n\nThey may leave.\n';
    assert.deepEqual(
      rules.map(({ shortDescription, help }) => [shortDescription.text, help]),
      [
        ['RB060: one author', { text, markdown: text }],
        ['RB061: no page', undefined],
      ],
    );
  });

  it('keeps the fingerprint of a finding whose line moved, and tells two alike apart', () => {
    const [one, two] = resultsOf(finding(), finding({ line: 9 }));
    const [moved] = resultsOf(finding({ line: 8 }));
    assert.deepEqual(one?.partialFingerprints, moved?.partialFingerprints);
    assert.notDeepEqual(one?.partialFingerprints, two?.partialFingerprints);
  });

  it('can be made of any text, with lines from 1', () => {
    fc.assert(
      fc.property(oddText, oddText, fc.double(), (path, message, line) => {
        const [result] = resultsOf(finding({ path, message, line, column: -1 }));
        const { startLine, startColumn } = (result?.locations[0]?.physicalLocation.region ?? {}) as Record<
          string,
          number
        >;
        assert.ok((startLine ?? 0) >= 1 && startColumn === 1);
      }),
    );
  });
});
