import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import { pageOutline } from '../../../src/core/scaffold/facts/pageOutline';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

function pages(files: Readonly<Record<string, string>>): readonly string[] {
  return collectFacts(cart, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) })
    .filter(({ kind }) => kind === 'page')
    .map(({ name, path, line, wide }) => `${name}${wide === true ? ' (wide)' : ''} ${path}:${line}`);
}

describe('The outline of a page', () => {
  const told = (path: string, ...lines: readonly string[]): readonly string[] =>
    pageOutline(path, lines.join('\n')).headings.map(({ depth, text, line }) => `${depth} ${text} ${line}`);

  it('is told of reStructuredText and AsciiDoc, without what stands in code', () => {
    assert.deepEqual(told('a.rst', '====', 'Cart', '====', '', 'Restart it', '----------', '  No', '  =='), [
      '1 Cart 2',
      '2 Restart it 5',
    ]);
    assert.deepEqual(told('a.adoc', '= Cart', '----', '....', '== no', '----', '== Restart it', '....', '== no'), [
      '1 Cart 1',
      '2 Restart it 6',
    ]);
    assert.deepEqual(told('a.adoc', 'Cart', '====', '', 'Restart it', '----------', '', '.Code', '-----', '== no'), [
      '1 Cart 1',
      '2 Restart it 4',
    ]);
  });

  it('has the title that the front matter gives, else the first of depth 1, else none', () => {
    const title = (text: string): string | null => pageOutline('a.md', text).title?.text ?? null;
    assert.equal(title('---\n# Cart of old\ntitle: Cart\n---\n## Deploying\n# Deploying the cart\n'), 'Cart');
    assert.equal(title('## Deploying\n\nCart\n====\n'), 'Cart');
    assert.equal(title('## Deploying\n'), null);
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
