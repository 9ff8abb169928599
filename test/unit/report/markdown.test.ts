import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { scanMarkdown, truckFactorMarkdown } from '../../../src/core/report/markdown';
import { codeSpan, escapeMarkdown, tableRow } from '../../../src/core/report/markdownText';
import { plainTranslate } from '../../../src/core/report/translate';
import { exampleSnapshot, exampleToil } from './exampleSnapshot';
import { oddSnapshot, oddText } from './oddSnapshot';

const parse = (text: string): Root => remark().use(remarkGfm).parse(text);

function nodesOf(node: Root | RootContent): (Root | RootContent)[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

describe('the Markdown of scan', () => {
  const text = scanMarkdown(exampleSnapshot(), plainTranslate);

  it('has limits first, then the situation, truck factors, components and single points', () => {
    const order = [
      '> [!WARNING]',
      'git fetch --unshallow',
      '3 of 11 components are known by one person',
      '## Truck factor',
      'fewest people whose loss',
      '## Components',
      '## Single points',
      '### payments',
      '## Runbooks written by one person',
    ].map(part => text.indexOf(part));
    assert.ok(order.every(at => at >= 0));
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      order,
    );
  });

  it('says why a component is a single point and who could be its backup', () => {
    assert.match(text, /- Known by one person: Ann Example owns 92 % of the files\./);
    assert.match(text, /- Ann Example: author of 37 of 42 files, 62 % of the recent work\./);
    assert.match(text, /\*\*Backup: Ben Ito\.\*\* Changed it 14 times/);
    assert.match(text, /`single-points stub --component payments`/);
  });

  it('names the next choices of a backup with a reason each', () => {
    const [payments, ...others] = exampleSnapshot().components;
    assert.ok(payments);
    const reasons = [{ code: 'touchedNearby', values: { person: 2, path: 'web' } }] as const;
    const components = [{ ...payments, alternatives: [{ person: 2, reasons }] }, ...others];
    const written = scanMarkdown(exampleSnapshot({ components }), plainTranslate);
    assert.match(written, /^- Next choices: Carla[^:]*: Changed its neighbour web/m);
    assert.doesNotMatch(text, /Next choices/);
  });

  it('leaves accepted risks out of the single points, and marks them in the table', () => {
    assert.doesNotMatch(text, /### legacy/);
    assert.match(text, /\| accepted \| legacy \|/);
  });

  it('lists operations files that one person edits again and again, and names nobody there', () => {
    const [first, ...others] = exampleSnapshot().components;
    assert.ok(first);
    const written = scanMarkdown(
      { ...exampleSnapshot(), components: [{ ...first, toil: [exampleToil] }, ...others] },
      plainTranslate,
    );
    assert.match(written, /## Edited again and again by one person/);
    assert.match(written, /\| `deploy\/values.yaml` \| [^|]+ \| 14 \| 13 \| 2024-01-01 – 2024-06-30 \|/);
    assert.doesNotMatch(text, /Edited again and again/);
  });

  it('has no address', () => {
    assert.doesNotMatch(text, /@example/);
  });

  it('is made of what it should be made of, whatever the names are', () => {
    fc.assert(
      fc.property(oddSnapshot, odd => {
        const written = scanMarkdown(odd, plainTranslate);
        assert.doesNotMatch(written, /NaN|undefined/);
        const kinds = new Set(nodesOf(parse(written)).map(({ type }) => type));
        for (const foreign of ['html', 'image', 'definition', 'footnoteReference'] as const) {
          assert.ok(!kinds.has(foreign), `${foreign} in ${written}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives one truck factor with its definition', () => {
    const one = truckFactorMarkdown(exampleSnapshot(), 'activity', plainTranslate);
    assert.match(one, /\| recent activity \| 1 \| Ann Example \| 1,450 \| 61 % \|/);
    assert.doesNotMatch(one, /authorship/);
  });
});

describe('text in Markdown', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(oddText, fc.string(), fc.constantFrom('https://a.b', 'www.a.b', '1. a', '- a', '+')),
        text => {
          const table = `${tableRow(['h', 'i'])}\n${tableRow(['---', '---'])}\n${tableRow([escapeMarkdown(text), 'x'])}`;
          const cells = nodesOf(parse(table)).filter(({ type }) => type === 'tableCell');
          assert.equal(cells.length, 4);
          const kinds = nodesOf(parse(`a ${escapeMarkdown(text)}`)).map(({ type }) => type);
          assert.deepEqual(
            kinds.filter(type => !['root', 'paragraph', 'text', 'link'].includes(type)),
            [],
          );
        },
      ),
    );
  });

  it('is code where it is a path', () => {
    assert.equal(codeSpan('a/b.md'), '`a/b.md`');
    assert.equal(codeSpan('a`b'), '``a`b``');
    assert.equal(codeSpan('`'), '`` ` ``');
    assert.equal(codeSpan('a|b'), '`a\\|b`');
  });
});
