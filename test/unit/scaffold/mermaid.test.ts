import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Fact } from '../../../src/core/scaffold/fact';
import { mermaidLabel, pictureOf } from '../../../src/core/scaffold/mermaid';

const fact = (kind: Fact['kind'], name: string, value: string = name, more: Partial<Fact> = {}): Fact => ({
  kind,
  name,
  value,
  path: 'a',
  line: 1,
  ...more,
});

describe('A picture of a component', () => {
  it('shows what needs it, what it needs and where its data is, each once', () => {
    const facts = [
      fact('dependency', 'kafka'),
      fact('system', 'Kafka', 'Kafka (library x)'),
      fact('dependency', 'orders-db'),
      fact('dependent', 'cart', 'web'),
      fact('volume', 'data:/data', 'data → /data'),
      fact('volume', './src:/src', './src → /src', { storage: 'mounted' }),
      fact('link', 'shop.example.org'),
    ];
    assert.deepEqual(pictureOf('cart', facts), [
      '```mermaid',
      'flowchart LR',
      '  n0["cart"]',
      '  n1(["shop.example.org"])',
      '  n2["web"]',
      '  n3["kafka"]',
      '  n4[("orders-db")]',
      '  n5[("data")]',
      '  n1 --> n0',
      '  n2 --> n0',
      '  n0 --> n3',
      '  n0 --> n4',
      '  n0 --> n5',
      '```',
    ]);
    assert.deepEqual(pictureOf('cart', []), []);
  });

  it('is valid whatever things are called', () => {
    assert.equal(mermaidLabel('a"b`c<d>;end\n#x'), '"a#34;b#96;c#60;d#62;#59;end #35;x"');
    const label = String.raw`"(?:[\p{L}\p{N}\p{M} ./:,_()-]|#\d+;)+"`;
    const line = new RegExp(
      String.raw`^ {2}(?:n\d+(?:\[${label}\]|\(\[${label}\]\)|\[\(${label}\)\])|n\d+ --> n\d+)$`,
      'u',
    );
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"]; click n0 "javascript:x"',
        '```',
        'end',
        'subgraph',
        '%%{init: {}}%%',
        'a-->b',
        '<img src=x>',
        '\\',
        '#quot;',
        '',
      ),
    );
    fc.assert(
      fc.property(
        nasty,
        fc.array(
          fc.tuple(
            fc.constantFrom('dependency' as const, 'dependent' as const, 'volume' as const, 'link' as const),
            nasty,
          ),
        ),
        (name, list) => {
          const lines = pictureOf(
            name,
            list.map(([kind, each]) => fact(kind, each)),
          );
          for (const each of lines.slice(2, -1)) assert.match(each, line);
        },
      ),
    );
  });
});
