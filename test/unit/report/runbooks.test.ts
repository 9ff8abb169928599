import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runbooksSituation } from '../../../src/core/report/findings';
import { parseRulePage, type RulePage } from '../../../src/core/report/rulePage';
import { runbooksHtml } from '../../../src/core/report/runbooksHtml';
import { runbooksMarkdown } from '../../../src/core/report/runbooksMarkdown';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleRunbook, exampleSnapshot } from './exampleSnapshot';
import { oddText } from './oddSnapshot';

describe('what was found in runbooks', () => {
  it('is said in one sentence', () => {
    const situation = (changes: Parameters<typeof exampleSnapshot>[0]): string =>
      runbooksSituation(exampleSnapshot({ findings: [], ...changes }), plainTranslate);
    assert.equal(situation({ runbooks: [] }), 'No runbook was found.');
    assert.equal(
      situation({ runbooks: [exampleRunbook('a.md', null, { findings: [] })] }),
      'Nothing was found in the one runbook.',
    );
    assert.equal(situation({ runbooks: [exampleRunbook('a.md', null)] }), 'One finding; there is one runbook.');
    const two = [exampleRunbook('a.md', null), exampleRunbook('b.md', null)];
    assert.equal(situation({ runbooks: two }), '2 findings in 2 files; there are 2 runbooks.');
  });

  it('is a page on which no text of a repository is markup, and nothing runs', () => {
    fc.assert(
      fc.property(oddText, oddText, (path, message) => {
        const [finding] = exampleRunbook(path, null).findings;
        assert.ok(finding);
        const snapshot = exampleSnapshot({ runbooks: [], findings: [{ ...finding, message }] });
        const html = runbooksHtml(snapshot, plainTranslate);
        assert.deepEqual(
          html.match(
            /<(?!\/?(?:!doctype|html|head|meta|title|style|body|h1|h2|p|strong|ul|li|table|thead|tbody|tr|th|td|code)\b)[^>]*>/gi,
          ),
          null,
        );
        const markdown = runbooksMarkdown(snapshot, plainTranslate);
        assert.equal(markdown.split('\n').filter(line => line.startsWith('| `')).length, 1);
      }),
    );
  });

  it('leads from a finding to what its rule is for, on the same page', () => {
    const text = '# RB060: one author\n\n## Why\n\nThey *may* leave with `a<b`.\n\n## How to silence it\n\nNever.\n';
    const html = (pages: Map<string, RulePage>): string =>
      runbooksHtml(exampleSnapshot({ runbooks: [exampleRunbook('a.md', null)], findings: [] }), plainTranslate, pages);
    const page = html(new Map([['RB060', parseRulePage(text)]]));
    assert.match(page, /<a href="#RB060"><code>RB060<\/code><\/a>/);
    assert.match(page, /<h3 id="RB060">RB060: one author<\/h3>/);
    assert.match(page, /<p>They <em>may<\/em> leave with <code>a&lt;b<\/code>\.<\/p>/);
    assert.doesNotMatch(page, /Never/);
    assert.doesNotMatch(html(new Map()), /<a |<h3/);
  });

  it('lists the worst first', () => {
    const [finding] = exampleRunbook('a.md', null).findings;
    assert.ok(finding);
    const snapshot = exampleSnapshot({
      runbooks: [],
      findings: [finding, { ...finding, rule: 'RB052', severity: 'error' }],
    });
    assert.match(runbooksMarkdown(snapshot, plainTranslate), /## error \(1\).*RB052.*## information \(1\).*RB060/s);
  });
});
