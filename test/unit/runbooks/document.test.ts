import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/runbooks/document';
import { processorSeconds } from '../../support/processorTime';

const page = `---
title: Restore the database
owner_slack: "#payments"
last_reviewed_on: 2026-01-02
review_in: 6 months
team: [payments, platform]
---

# Restore {#restore}

See [the console](https://example.com) and [the guide][g].

1. Stop
2. Restore

- note

\`\`\`bash
pg_restore --clean
\`\`\`

[g]: ../guide.md
`;

describe('Reading a Markdown page', () => {
  it('finds title, headings, links, code, steps, each with its line', () => {
    const document = readDocument(page);
    assert.equal(document.title, 'Restore the database');
    assert.equal(document.titlePlace.line, 2);
    assert.deepEqual(document.headings, [
      { depth: 1, text: 'Restore', place: { line: 9, column: 1, endLine: 9, endColumn: 21 } },
    ]);
    assert.deepEqual(document.links, [
      { url: 'https://example.com', text: 'the console', place: { line: 11, column: 5, endLine: 11, endColumn: 39 } },
      { url: '../guide.md', text: 'the guide', place: { line: 11, column: 44, endLine: 11, endColumn: 58 } },
    ]);
    assert.deepEqual(document.code, [
      { language: 'bash', value: 'pg_restore --clean', place: { line: 18, column: 1, endLine: 20, endColumn: 4 } },
    ]);
    assert.equal(document.steps, 2);
    assert.equal(document.listItems, 3);
    assert.equal(document.complete, true);
  });

  it('reads front matter under its many names', () => {
    const { frontMatter } = readDocument(page);
    assert.deepEqual(frontMatter.ownerSlack, {
      value: '#payments',
      place: { line: 3, column: 1, endLine: 3, endColumn: 25 },
    });
    assert.equal(frontMatter.lastReviewedOn?.value, '2026-01-02');
    assert.equal(frontMatter.reviewIn?.value, '6 months');
    assert.deepEqual(frontMatter.team, {
      value: 'payments, platform',
      place: { line: 6, column: 1, endLine: 6, endColumn: 27 },
    });
    assert.equal(frontMatter.owner, null);
    assert.equal(readDocument('---\nlastReviewed: today\nService-Owner: a\n---\n').frontMatter.owner?.value, 'a');
    assert.deepEqual(readDocument('+++\ntitle = "Hugo"\nowner = "a"\n+++\n# x\n').frontMatter.owner, {
      value: 'a',
      place: { line: 3, column: 1, endLine: 3, endColumn: 12 },
    });
  });

  it('takes the highest heading for the title where nothing else says one', () => {
    assert.equal(readDocument('## Minor\n\n# Major\n').title, 'Major');
    assert.equal(readDocument('text\n').title, '');
    assert.equal(readDocument('# Title <!-- omit in toc -->\n').title, 'Title');
  });

  it('reads Windows line ends, a byte order mark and ERB', () => {
    const document = readDocument('\uFEFF---\r\ntitle: A\r\n---\r\n\r\n## <%= name %>\r\n\r\n## B\r\n');
    assert.equal(document.title, 'A');
    assert.equal(document.headings.at(-1)?.place.line, 7);
  });

  it('does not expand a YAML bomb and ignores broken front matter', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'owner: *c', 'title: fine'].join('\n');
    assert.equal(readDocument(`---\n${bomb}\n---\n`).frontMatter.title?.value, 'fine');
    assert.equal(readDocument('---\n{ : [\n---\n# x\n').title, 'x');
    assert.equal(readDocument(`---\na: ${'['.repeat(20_000)}\n---\n# x\n`).title, 'x');
  });

  it('keeps long lists of links and long code whole', () => {
    const links = Array.from({ length: 300 }, (_, index) => `- [a${index}](b${index}.md)`).join('\n');
    const code = `\`\`\`sh\n${'kubectl get pods\n'.repeat(600)}\`\`\`\n`;
    const document = readDocument(`${links}\n\n${code}`);
    assert.equal(document.links.length, 300);
    assert.equal(document.code[0]?.value.split('\n').length, 600);
    assert.equal(document.complete, true);
  });

  for (const [name, text] of Object.entries({
    'nested quotations': '>'.repeat(200_000),
    'nested lists on one line': '- '.repeat(100_000),
    'nested lists on many lines': Array.from({ length: 800 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    'brackets that never close': '['.repeat(200_000),
    'paragraphs of brackets': `${'[a '.repeat(100)}\n`.repeat(2000),
    emphasis: '*a _b '.repeat(60_000),
    'a table without end': `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(60_000)}`,
    'definitions without end': '[a]: b\n'.repeat(60_000),
  })) {
    it(`cuts off ${name} and says so`, () => {
      const seconds = processorSeconds(() => {
        const document = readDocument(`# Title\n\n${text}\n`);
        assert.equal(document.title, 'Title');
        assert.equal(document.complete, false);
      });
      assert.ok(seconds < 10, `${seconds} s`);
    });
  }

  it('survives any text, and every line it names exists', () => {
    const piece = fc.constantFrom(
      '# a',
      '- b',
      '1. c',
      '> ',
      '```',
      '[x](y)',
      '[r]: z',
      '|',
      '---',
      'k: v',
      '\n',
      '\t',
      '*',
      '<b>',
      '漢字',
      '\u202E',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(pieces => pieces.join(' ')),
          fc.array(piece).map(pieces => pieces.join('\n')),
        ),
        text => {
          const document = readDocument(text);
          const lines = text.replace(/\r\n?/g, '\n').split('\n').length;
          for (const { place } of [...document.headings, ...document.links, ...document.code]) {
            assert.ok(place.line >= 1 && place.endLine <= lines);
          }
        },
      ),
    );
  });
});
