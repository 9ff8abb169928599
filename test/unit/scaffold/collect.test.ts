// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose and shells write variables that way
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collectFacts } from '../../../src/core/scaffold/collect';
import type { Fact } from '../../../src/core/scaffold/fact';
import { envFileFacts } from '../../../src/core/scaffold/facts/envFile';
import { readmeFacts } from '../../../src/core/scaffold/facts/readme';
import { sources } from '../../../src/core/scaffold/markdown';
import { isSecretName, shown } from '../../../src/core/scaffold/redact';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

function collect(files: Readonly<Record<string, string>>): readonly Fact[] {
  return collectFacts(cart, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) });
}

describe('Collecting facts', () => {
  const files = {
    '.env': 'CART_PORT=7070\nOTHER=1\n',
    '.github/CODEOWNERS': '* @all\n/src/cart/ @shop/cart # us\n*.js @js\n',
    Makefile:
      'restart:\n\tdocker compose restart $(service)\ntest:\n\tgo test\ndeploy:\n\t./ship\ncart-logs:\n\ttail\n',
    'catalog-info.yaml':
      'kind: Component\nmetadata:\n  name: cart\n  description: Keeps carts\n  links:\n    - url: https://grafana/d/1\n      title: Dashboard\nspec:\n  owner: team-shop\n  dependsOn: [resource:redis]\n',
    'compose.yaml': 'services:\n  cart:\n    image: cart\n    ports: ["${CART_PORT}"]\n',
    'package.json': '{"scripts": {"deploy": "x", "lint": "y", "cart:seed": "z"}}',
    'src/cart/README.md': '# Cart\n\n[![badge](x)](y)\n\nKeeps the carts of *all* customers. More.\n',
  };
  const facts = collect(files);
  const find = (kind: Fact['kind'], name: string): Fact | undefined =>
    facts.find(fact => fact.kind === kind && fact.name === name);

  it('gives a target that takes a service the name of this one', () => {
    assert.equal(find('target', 'restart')?.command, 'make restart service=cart');
  });

  it('marks what runs the whole repository and leaves out what is about something else', () => {
    assert.equal(find('target', 'deploy')?.wide, true);
    assert.equal(find('script', 'deploy')?.wide, true);
    assert.equal(find('target', 'test'), undefined);
    assert.equal(find('script', 'lint'), undefined);
    assert.equal(find('script', 'cart:seed')?.wide, undefined);
    assert.equal(find('target', 'cart-logs')?.wide, undefined);
  });

  it('reads owner, links and description where they are declared', () => {
    assert.deepEqual(
      facts.filter(fact => fact.kind === 'owner').map(({ value, path, line }) => [value, path, line]),
      [
        ['team-shop', 'catalog-info.yaml', 9],
        ['@shop/cart', '.github/CODEOWNERS', 2],
      ],
    );
    assert.equal(find('link', 'Dashboard')?.line, 6);
    assert.equal(find('dependency', 'resource:redis')?.line, 10);
    assert.equal(find('description', 'README')?.value, 'Keeps the carts of all customers.');
  });

  it('says where a variable of the repository is set, by name, and only those that the component uses', () => {
    assert.deepEqual(
      [find('environment', 'CART_PORT')?.path, find('environment', 'CART_PORT')?.value],
      ['.env', 'CART_PORT'],
    );
    assert.equal(find('environment', 'OTHER'), undefined);
  });

  it('points at the line that says it', () => {
    for (const fact of facts) {
      const line = (files as Record<string, string>)[fact.path]?.split('\n')[fact.line - 1] ?? '';
      assert.ok(line.includes(fact.name) || line.replaceAll('*', '').includes(fact.value), JSON.stringify(fact));
    }
  });

  it('survives files that are anything', () => {
    const paths = [
      '.env',
      'CODEOWNERS',
      'Makefile',
      'catalog-info.yaml',
      'compose.yaml',
      'package.json',
      'src/cart/Dockerfile',
      'src/cart/README.md',
      '.github/workflows/a.yml',
      'src/cart/a.yaml',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string(), (path, text) => {
        for (const fact of collect({ [path]: text })) assert.ok(fact.line >= 1);
      }),
    );
  });
});

describe('The first sentence of a README', () => {
  it('is that of the outermost folder of the component', () => {
    const subject = { id: 'src/cart', name: 'cart', paths: ['src/cart/**', 'src/cart/lists/**'] };
    const texts = new Map([['src/cart/lists/README.md', '# Lists\n\nThis folder holds lists of what is left.\n']]);
    const paths = [...texts.keys()];
    assert.deepEqual(
      collectFacts(subject, { paths, texts }).map(({ kind }) => kind),
      [],
    );
  });

  it('ends at the last part there is room for, where it is long', () => {
    const long = `The carts are ${'kept by name and by customer, '.repeat(12)}and never lost.`;
    const [fact] = readmeFacts('README.md', `# Carts\n\n${long}\n`);
    assert.match(fact?.value ?? '', /^The carts are kept .* customer …$/);
    assert.ok((fact?.value.length ?? 0) <= 302);
  });

  it('is whole where it is broken over lines', () => {
    assert.equal(
      readmeFacts('README.md', '# T\n\nThis configures the feature\nflags of the service. More.\n- a list\n')[0]?.value,
      'This configures the feature flags of the service.',
    );
  });

  it('is not what stands right above code', () => {
    assert.equal(
      readmeFacts(
        'README.md',
        '# T\n\nWhen this is run the output is like this\n\n```\nx\n```\n\nKeeps the carts of everybody.\n',
      )[0]?.value,
      'Keeps the carts of everybody.',
    );
  });

  it('is told in reStructuredText, too', () => {
    assert.deepEqual(
      readmeFacts(
        'README.rst',
        '==============================\nThe carts of all who come here\n==============================\n\nKeeps for a long while the `carts\n<https://example.org>`_ of everybody.\n',
      ).map(({ value, line }) => [value, line]),
      [['Keeps for a long while the carts of everybody.', 5]],
    );
  });

  it('is prose under the title', () => {
    assert.equal(
      readmeFacts(
        'README.md',
        '# T\n\n```\ncode that is long enough to be read\n```\n\n## Install\n\nRun this command to install it.\n',
      )[0],
      undefined,
    );
    assert.equal(
      readmeFacts('README.md', '# T\n\n## Overview\n\nA [proxy](x) for `all` our services.\n')[0]?.value,
      'A proxy for all our services.',
    );
  });
});

describe('Secrets', () => {
  it('never leave their file', () => {
    for (const text of [
      'run --password=hunter2',
      'run --password hunter2',
      'TOKEN=hunter2 node a.js',
      'curl -u admin:hunter2 https://a',
      'psql postgres://me:hunter2@db/x',
      'curl -H "Authorization: Bearer hunter2hunter2"',
      'API_KEY: "hunter2"',
      'echo ghp_hunter2hunter2hunter2hunter2',
    ])
      assert.ok(!shown(text).includes('hunter2'), shown(text));
  });

  it('are not the names of files', () => {
    assert.equal(sources([{ path: 'infra/secrets.tf', line: 12 }]), '(`infra/secrets.tf:12`)');
  });

  it('are left alone when only referred to', () => {
    for (const text of [
      'run --password $PASSWORD',
      'TOKEN=${{ secrets.TOKEN }} x',
      'url: postgres://me:${PW}@db',
      'make token-refresh',
    ])
      assert.equal(shown(text), text);
  });

  it('are known by name', () => {
    for (const name of [
      'DB_PASSWORD',
      'GITHUB_TOKEN',
      'apiKey',
      'API_KEY',
      'CLIENT_SECRET',
      'SENTRY_DSN',
      'SSH_PRIVATE_KEY',
    ])
      assert.ok(isSecretName(name), name);
    for (const name of [
      'CAPTCHA_SITE_KEY',
      'JWT_PUBLIC_KEY',
      'token_template_id',
      'PORT',
      'AUTHOR',
      'MONKEY',
      'KEYBOARD',
      'AUTH_TOKEN_ENDPOINT',
      'TOKENS_PER_SECOND_LIMIT',
    ])
      assert.ok(!isSecretName(name), name);
  });

  it('of a .env file are names', () => {
    assert.deepEqual(
      envFileFacts('.env.example', '# A=1\nexport A=hunter2\nB_TOKEN=hunter2\nnot a line\n', null).map(
        ({ kind, value, line }) => [kind, value, line],
      ),
      [
        ['environment', 'A', 2],
        ['secret', 'B_TOKEN', 3],
      ],
    );
  });

  it('and control characters are not shown, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), text => {
        const line = shown(text);
        assert.ok(line.length <= 400 && !/[\p{Cc}\u202A-\u202E]/u.test(line));
      }),
    );
  });
});

describe('A file of which not everything was read', () => {
  const notRead = (compose: string): readonly string[] =>
    collect({ 'compose.yaml': compose })
      .filter(({ kind }) => kind === 'partlyRead')
      .map(({ path }) => path);
  const services = (count: number, lines: string): string =>
    Array.from({ length: count }, (_, index) => `  s${index}:\n${lines}`).join('');

  it('is told of where it refers to its own parts without end', () => {
    const many = `x: &x\n${Array.from({ length: 900 }, (_, index) => `  K${index}: v\n`).join('')}`;
    assert.deepEqual(notRead(`${many}services:\n  cart: {image: cart}\n${services(300, '    environment: *x\n')}`), [
      'compose.yaml',
    ]);
  });

  it('is none where each of many services takes over the same parts', () => {
    const defaults = 'x: &x\n  restart: always\n  depends_on: &d {redis: &r {condition: service_healthy}}\n';
    const taken = '    <<: *x\n    depends_on:\n      <<: *d\n      cart: {<<: *r}\n';
    const compose = `${defaults}services:\n  cart:\n    <<: *x\n${services(300, taken)}`;
    assert.deepEqual(notRead(compose), []);
    assert.equal(collect({ 'compose.yaml': compose }).filter(({ kind }) => kind === 'dependent').length, 300);
  });

  it('is told of where it says more than is kept', () => {
    const all = Array.from({ length: 1100 }, (_, index) => `      K${index}: v\n`).join('');
    assert.deepEqual(notRead(`services:\n  cart:\n    image: cart\n    environment:\n${all}`), ['compose.yaml']);
  });
});
