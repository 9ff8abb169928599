import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import { pageOutline } from '../../../src/core/scaffold/facts/pageOutline';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

function pages(files: Readonly<Record<string, string>>, component = cart): readonly string[] {
  return collectFacts(component, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) })
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
        'README.md': '# Shop\n\n## Deployment rollouts\n\n## Style\n\n## Release notes\n\n## Configuring ESLint\n',
        'docs/continuity.md': '# Service continuity\n\n## Restoring\n',
        'docs/style.md': '# Style\n\n## Restoring\n',
        'docs/releases.md': '# Releases 1.2\n',
        'docs/log.md': '# Decision log\n',
        'docs/in.md': '# Logging in\n',
        'docs/logging.md': '# Logging in production\n',
        'docs/news/may.md': '# News of cart\n',
        'docs/long.md': '# How we came to love the cart\n',
      }),
      [
        'README: Deployment rollouts (wide) README.md:3',
        'Service continuity (wide) docs/continuity.md:1',
        'Logging in production (wide) docs/logging.md:1',
      ],
    );
  });

  it('are for the whole repository only where no word of the title says what in particular they are about', () => {
    const titles = [
      'Restoring payments',
      'Configuring ESLint',
      'Recovery codes',
      'Deploy previews',
      'Rolling back the API',
    ];
    const files = [...titles, 'Rolling back a release', 'Back-up and restore of the database'].map(
      (title, at) => [`docs/${at}.md`, `# ${title}\n`] as const,
    );
    assert.deepEqual(pages(Object.fromEntries(files)), [
      'Rolling back a release (wide) docs/5.md:1',
      'Back-up and restore of the database (wide) docs/6.md:1',
    ]);
  });

  it('may carry the name of one of its folders, however that is spelled', () => {
    const shop = { id: 'shop', name: 'shop', paths: ['Stock_Keeper/**', 'cart/**'] };
    assert.deepEqual(pages({ 'docs/stock-keeper.md': '# How stock is kept\n' }, shop), [
      'How stock is kept docs/stock-keeper.md:1',
    ]);
  });
});

describe('What a page calls the component whose code it says where to find', () => {
  const compose = 'services:\n  basket-keeper:\n    image: basket\n  other:\n    image: other\n';
  const services = (page: string): readonly string[] => {
    const files = { 'docs/basket.rst': page, 'compose.yaml': compose, 'src/cart/main.py': '' };
    return collectFacts(cart, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) })
      .filter(({ kind }) => kind === 'composeService')
      .map(({ name }) => name);
  };
  const page = (said: string, title = 'Basket Keeper'): string => `${title}\n=============\n\n${said}\n`;

  it('is a name of it, wherever else that stands', () => {
    assert.deepEqual(services(page('Keeps baskets. Code is in ``src/cart/``.')), ['basket-keeper']);
    assert.deepEqual(services(page('The code for the keeper is in `src/cart`')), ['basket-keeper']);
  });

  it('is none where the code is that of something else, or the page says more than a name', () => {
    assert.deepEqual(services(page('Code is in ``src/cart/sub``.')), []);
    assert.deepEqual(services(page('Code is reviewed. See ``src/cart``.')), []);
    assert.deepEqual(services(page('Code is in ``src/cart``.', 'The basket keeper at work')), []);
  });
});

describe('A page that has the name of the component for its title', () => {
  const said = (title: string, text: string): readonly string[] => {
    const files = { 'docs/cart.md': `# ${title}\n\n${text}\n` };
    return collectFacts(cart, { paths: Object.keys(files), texts: new Map(Object.entries(files)) })
      .filter(({ kind }) => kind === 'description')
      .map(({ value, line }) => `${value} ${line}`);
  };

  it('says what it is in its first sentence, unless that is where its code is', () => {
    assert.deepEqual(said('Cart', 'Shops need a place for what was chosen.'), [
      'Shops need a place for what was chosen. 3',
    ]);
    assert.deepEqual(said('Cart', 'The code for the cart is in `src/cart`, with its tests.'), []);
    assert.deepEqual(said('Deploying the cart', 'Shops need a place for what was chosen.'), []);
  });
});
