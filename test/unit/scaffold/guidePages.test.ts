import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import { pageHeadings } from '../../../src/core/scaffold/facts/pageHeadings';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

function pages(files: Readonly<Record<string, string>>): readonly string[] {
  return collectFacts(cart, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) })
    .filter(({ kind }) => kind === 'page')
    .map(({ name, path, line, wide }) => `${name}${wide === true ? ' (wide)' : ''} ${path}:${line}`);
}

describe('The headings of a page', () => {
  const expected = [
    { level: 1, text: 'Cart', line: 2 },
    { level: 2, text: 'Restart it', line: 6 },
  ];

  it('are told in Markdown, reStructuredText and AsciiDoc, without those in code', () => {
    assert.deepEqual(pageHeadings('a.md', '\n# Cart\n\n```\n# no\n```\n## [Restart it](b)\n'), [
      expected[0],
      { ...expected[1], line: 7 },
    ]);
    assert.deepEqual(pageHeadings('a.rst', '====\nCart\n====\n\nText\nRestart it\n----------\n  No\n  ==\n'), expected);
    assert.deepEqual(pageHeadings('a.adoc', '\n= Cart\n\n----\n----\n== Restart it\n'), expected);
  });
});

describe('Pages that answer for a component', () => {
  it('are those about it, with the parts that answer something', () => {
    assert.deepEqual(
      pages({ 'docs/service/cart.rst': 'Cart\n====\n\nScheduled jobs\n--------------\n\nStyle\n-----\n' }),
      ['Cart docs/service/cart.rst:1', 'Cart: Scheduled jobs docs/service/cart.rst:4'],
    );
    assert.deepEqual(
      pages({
        'k8s/assistant/README.md': '# Assistant\n\nAdds `cart` to the shop.\n',
        'k8s/assistant/cart.yaml': '',
        'k8s/other/README.md': '# Other\n\nAdds `cart` to the shop.\n',
      }),
      ['Assistant k8s/assistant/README.md:1'],
    );
  });

  it('are those that say in their title that they answer for the whole repository', () => {
    assert.deepEqual(
      pages({
        'README.md': '# Shop\n\n## Deployment rollouts\n\n## Style\n\n## Release notes\n',
        'docs/continuity.md': '# Service continuity\n\n## Restoring\n',
        'docs/style.md': '# Style\n\n## Restoring\n',
        'docs/releases.md': '# Releases 1.2\n',
        'docs/log.md': '# Decision log\n',
        'docs/in.md': '# Logging in\n',
        'docs/logging.md': '# Logging in the shop\n',
        'docs/news/may.md': '# News of cart\n',
        'docs/long.md': '# How we came to love the cart\n',
      }),
      [
        'README: Deployment rollouts (wide) README.md:3',
        'Service continuity (wide) docs/continuity.md:1',
        'Logging in the shop (wide) docs/logging.md:1',
      ],
    );
  });
});
