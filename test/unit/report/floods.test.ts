import assert from 'node:assert/strict';
import { createColors } from 'picocolors';
import { runbooksTable } from '../../../src/cli/runbooksTable';
import type { Finding, Severity } from '../../../src/core/model';
import { runbooksMarkdown } from '../../../src/core/report/runbooksMarkdown';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleSnapshot } from './exampleSnapshot';

const findings = (rule: string, count: number, severity: Severity = 'warning'): Finding[] =>
  Array.from({ length: count }, (_, line) => ({
    ...{ rule, severity, message: `Of ${rule}.`, data: {}, path: `rules/${line % 3}.yml` },
    ...{ line: line + 1, column: 1, endLine: line + 1, endColumn: 2 },
  }));
const snapshot = (...list: readonly Finding[]) => exampleSnapshot({ runbooks: [], findings: list });
const table = (all: boolean, ...list: readonly Finding[]): string =>
  runbooksTable(snapshot(...list), {
    ...{ width: 100, colors: createColors(false), path: '.', program: 'single-points' },
    all,
  });

describe('A rule that found very much', () => {
  it('has one entry in the table, with how much and where the first is, and does not hide the others', () => {
    const text = table(false, ...findings('RB050', 68), ...findings('RB040', 2));
    assert.match(text, /^RB050: 68 places in 3 files \(--all lists them\), first rules\/0\.yml$/m);
    assert.equal(text.split('Of RB050.').length - 1, 1);
    assert.equal(text.split('Of RB040.').length - 1, 2);
    assert.match(text, /70 warning/);
  });

  it('is listed where all is asked for, or where it can still be read', () => {
    assert.equal(table(true, ...findings('RB050', 68)).split('Of RB050.').length - 1, 68);
    assert.equal(table(false, ...findings('RB050', 20)).split('Of RB050.').length - 1, 20);
  });

  it('has one row in Markdown', () => {
    const text = runbooksMarkdown(snapshot(...findings('RB050', 21), ...findings('RB040', 1)), plainTranslate);
    assert.match(text, /## warning \(22\)/);
    assert.match(text, /^\| 21 places in 3 files, first `rules\/0\.yml:1` \| RB050 \| Of RB050\. \|$/m);
  });
});
