import assert from 'node:assert/strict';
import { substance } from '../../../src/core/spread/substance';

const differ = (path: string, before: string, after: string): boolean =>
  substance(path, before) !== substance(path, after);

describe('The substance of a change', () => {
  it('is not in white space, quotes, separators or where lines break', () => {
    assert.ok(!differ('a.js', "const a = [1, 'b'];\n", 'const a = [\n\t1,\r\n\t"b",\n]\n'));
    assert.ok(differ('a.js', 'retry(3);', 'retry(4);'));
  });

  it('is not in dates, whatever their form', () => {
    for (const [before, after] of [
      ['2025-12-31', '2026-01-31T10:00:00Z'],
      ['31.12.2025', '31/1/2026'],
      ['December 31, 2025', 'Jan 1st 2026'],
      ['31 December 2025', 'March 2026'],
    ] as const) {
      assert.ok(!differ('a.sh', `# checked ${before}\nrun`, `# checked ${after}\nrun`), after);
    }
    assert.ok(differ('a.sh', 'sleep 2025', 'sleep 2026'));
  });

  it('is not in the years of a copyright', () => {
    assert.ok(!differ('a.c', '/* Copyright (c) 2019-2025 Example */', '/* Copyright (c) 2019-2026 Example */'));
  });

  it('of a page is not in its review date, nor in the marks of lists and emphasis', () => {
    const old = '---\nlast_reviewed_on: 2025-01-01\nreview_in: 3 months\n---\n\n* Restart *it*.\n';
    const fresh = '---\nlast_reviewed_on: 2026-01-01\nreview_in: 6 months\n---\n\n- Restart\n  _it_.\n';
    assert.ok(!differ('a.md', old, fresh));
    assert.ok(differ('a.md', old, fresh.replace('Restart', 'Drain')));
    assert.ok(differ('a.js', 'a * b', 'a - b'));
  });
});
