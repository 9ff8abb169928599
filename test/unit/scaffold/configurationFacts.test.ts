// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose and shells write variables that way
import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import type { Fact } from '../../../src/core/scaffold/fact';
import { buildManifestFacts } from '../../../src/core/scaffold/facts/buildManifest';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

function told(files: Readonly<Record<string, string>>, ...kinds: readonly Fact['kind'][]): readonly string[] {
  return collectFacts(cart, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) })
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, name, value, path, line, how, onlyWith, storage }) => {
      const more = [how, onlyWith === undefined ? undefined : `only with ${onlyWith}`, storage]
        .filter(Boolean)
        .join('; ');
      return `${kind} ${name === value ? name : `${name} | ${value}`}${more === '' ? '' : ` (${more})`} ${path}:${line}`;
    });
}

describe('Variables of a service', () => {
  it('are those of the `.env` file that it takes them from, and no others', () => {
    const compose =
      'services:\n  cart:\n    image: a\n    environment:\n      MODE: fast\n      HOST: ${SHOP_HOST}\n      REGION:\n';
    assert.deepEqual(
      told({ 'compose.yaml': compose, '.env': 'MODE=slow\nHOST=a\nSHOP_HOST=b\nREGION=c\n' }, 'environment'),
      [
        'environment MODE compose.yaml:5',
        'environment HOST compose.yaml:6',
        'environment REGION compose.yaml:7',
        'environment SHOP_HOST .env:3',
        'environment REGION .env:4',
      ],
    );
  });

  it('are secrets by their value, too, where it is written out', () => {
    const compose =
      'services:\n  cart:\n    image: a\n    environment:\n      TOKEN_GENERATION: hash\n      DB_PASSWORD: carts\n\n      # Local only\n      ACCESS_KEY_ID: devkey\n\n      API_TOKEN: ${API_TOKEN}\n';
    assert.deepEqual(told({ 'compose.yaml': compose }, 'environment', 'secret'), [
      'environment TOKEN_GENERATION compose.yaml:5',
      'secret DB_PASSWORD compose.yaml:6',
      'secret ACCESS_KEY_ID compose.yaml:9',
      'secret API_TOKEN compose.yaml:11',
    ]);
  });

  it('are no secrets where they only say how secrets are handled', () => {
    const image = 'FROM a\nENV ALLOW_EMPTY_PASSWORD=yes DB_SECRET_NAME=b PASSWORD_FILE=/run/c DB_PASSWORD=d\n';
    assert.deepEqual(told({ 'src/cart/Dockerfile': image }, 'secret'), ['secret DB_PASSWORD src/cart/Dockerfile:2']);
  });

  it('of a file that several share are those of its own sections', () => {
    const compose = 'services:\n  cart:\n    image: a\n    env_file: config/dev.env\n';
    const shared =
      '# general\n# -------\nLEVEL=1\n\n# cart\n# ----\nCART_SIZE=2\n# More than one\nCARTS=3\n\n# ads\n# ---\nADS=4\n';
    assert.deepEqual(told({ 'compose.yaml': compose, 'config/dev.env': shared }, 'environment').slice(1), [
      'environment CART_SIZE config/dev.env:7',
      'environment CARTS config/dev.env:9',
    ]);
    assert.equal(told({ 'compose.yaml': compose, 'config/dev.env': 'A=1\nB=2\n' }, 'environment').length, 3);
  });
});

describe('Settings of a component', () => {
  it('are copies of the examples that lie at its top', () => {
    const files = {
      'src/cart/config.example.yml': '',
      'src/cart/parts/other.example.yml': '',
      'src/cart/cart.conf.dist': '',
      'src/pay/config.example.yml': '',
    };
    assert.deepEqual(told(files, 'template'), [
      'template src/cart/cart.conf.dist src/cart/cart.conf.dist:1',
      'template src/cart/config.example.yml src/cart/config.example.yml:1',
    ]);
  });
});

describe('What a component needs', () => {
  it('is optional where only a file that is laid over or a profile brings it', () => {
    const files = {
      'compose.yaml':
        'services:\n  cart:\n    image: a\n    depends_on: [db, search]\n    environment:\n      CHAT_HOST: chat\n  db:\n    image: b\n  search:\n    image: c\n    profiles: [full]\n',
      'compose.agent.yaml': 'services:\n  chat:\n    image: d\n',
    };
    assert.deepEqual(told(files, 'dependency'), [
      'dependency db compose.yaml:4',
      'dependency search (only with profile full) compose.yaml:4',
      'dependency chat (CHAT_HOST; only with compose.agent.yaml) compose.yaml:6',
    ]);
  });

  it('is what the variables of its image call among what runs beside it', () => {
    const files = {
      'compose.yaml': 'services:\n  cart:\n    image: a\n  store:\n    image: b\n',
      'src/cart/Dockerfile': 'FROM a\nENV STORE_HOST=store PAY_URL=http://pay:80 CART_URL=http://cart:80 MODE=store\n',
    };
    assert.deepEqual(told(files, 'dependency'), ['dependency store (STORE_HOST) src/cart/Dockerfile:2']);
  });

  it('is not optional where it runs just where the component does', () => {
    const files = {
      'compose.yaml': 'services:\n  web:\n    image: b\n',
      'compose.full.yaml':
        'services:\n  cart:\n    image: a\n    depends_on: [kafka]\n  kafka:\n    image: c\n  web:\n    mem_limit: 1g\n',
    };
    assert.deepEqual(told(files, 'dependency'), ['dependency kafka compose.full.yaml:4']);
    // Of several services each is looked at by itself.
    const profiles =
      'services:\n  cart:\n    image: a\n    depends_on: [chat]\n  cart-service:\n    image: a\n    profiles: [full]\n    depends_on: [search]\n  chat:\n    image: b\n    profiles: [full]\n  search:\n    image: c\n    profiles: [full]\n';
    assert.deepEqual(told({ 'compose.yaml': profiles }, 'dependency'), [
      'dependency chat (only with profile full) compose.yaml:4',
      'dependency search compose.yaml:8',
    ]);
  });
});

describe('The command of a compose service', () => {
  it('names the file that another has to be laid over, of its own folder first', () => {
    const cartOf = 'services:\n  cart:\n    image: a\n';
    const over = 'services:\n  cart:\n    mem_limit: 1g\n';
    const files = { 'compose.yaml': cartOf, 'deploy/compose.yaml': cartOf, 'deploy/compose.prod.yaml': over };
    const commands = collectFacts(cart, { paths: Object.keys(files), texts: new Map(Object.entries(files)) })
      .filter(({ kind }) => kind === 'composeService')
      .map(({ command }) => command);
    assert.deepEqual(commands, [
      'docker compose cart',
      'docker compose -f deploy/compose.yaml -f deploy/compose.prod.yaml cart',
      'docker compose -f deploy/compose.yaml cart',
    ]);
  });
});

describe('What a component keeps', () => {
  it('is in volumes by name; what is mounted, has no name or only masks a mount is told apart', () => {
    const compose = `services:
  cart:
    image: a
    volumes:
      - carts:/data
      - .:/app
      - /app/node_modules
      - /var/lib/carts
      - type: bind
        source: \${HOME}/keys
        target: /keys
`;
    assert.deepEqual(told({ 'compose.yaml': compose }, 'volume'), [
      'volume carts:/data | carts → /data compose.yaml:5',
      'volume .:/app | . → /app (mounted) compose.yaml:6',
      'volume /var/lib/carts (unnamed) compose.yaml:8',
      'volume ${HOME}/keys:/keys | ${HOME}/keys → /keys (mounted) compose.yaml:11',
    ]);
  });

  it('is in what is mounted below a mount of the same name', () => {
    const compose = 'services:\n  cart:\n    volumes: ["/opt/app:/opt/app", "/opt/app/db:/var/lib/postgresql"]\n';
    assert.deepEqual(told({ 'compose.yaml': compose }, 'volume'), [
      'volume /opt/app:/opt/app | /opt/app → /opt/app (mounted) compose.yaml:3',
      'volume /opt/app/db:/var/lib/postgresql | /opt/app/db → /var/lib/postgresql (mounted) compose.yaml:3',
    ]);
  });

  it('may be in memory, where what only passes by is not told', () => {
    const volumes =
      'volumes:\n      - { type: tmpfs, target: /var/lib/carts }\n      - { type: tmpfs, target: /tmp }\n';
    const compose = `services:\n  cart:\n    ${volumes}    tmpfs:\n      - /data:size=64m\n      - /run\n`;
    assert.deepEqual(told({ 'compose.yaml': compose }, 'volume'), [
      'volume /var/lib/carts (memory) compose.yaml:4',
      'volume /data (memory) compose.yaml:7',
    ]);
  });
});

describe('What a component runs', () => {
  it('is what it is deployed with, rather than what its image has', () => {
    const docker = { 'src/cart/Dockerfile': 'FROM php:8\nCMD ["migrate-and-run"]\n' };
    const task =
      'resource "aws_ecs_task_definition" "cart" {\n  family = "cart"\n}\nlocals {\n  cart = jsonencode({\n    healthCheck = {\n      command = ["CMD", "check"]\n    }\n    command = ["php-fpm"]\n  })\n}\n';
    assert.deepEqual(told(docker, 'command'), ['command CMD | migrate-and-run src/cart/Dockerfile:2']);
    const pod =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: cart\n          image: cart\n          command: [php]\n          args:\n            - serve\n';
    assert.deepEqual(told({ ...docker, 'k8s/cart.yaml': pod }, 'command'), [
      'command command | php serve k8s/cart.yaml:11',
    ]);
    assert.deepEqual(told({ ...docker, 'infra/cart.tf': task }, 'command'), [
      'command command | php-fpm infra/cart.tf:9',
    ]);
  });
});

describe('What a manifest asks for', () => {
  it('is the PHP that it requires, not the one it is resolved for', () => {
    const composer =
      '{\n  "config": {\n    "platform": {\n      "php": "8.4.12"\n    }\n  },\n  "require": {\n    "php": "8.4.*",\n    "predis/predis": "*"\n  },\n  "require-dev": {\n    "aws/aws-sdk-php": "*"\n  }\n}\n';
    assert.deepEqual(told({ 'src/cart/composer.json': composer }, 'language', 'system'), [
      'language PHP | PHP 8.4.* src/cart/composer.json:8',
      'system Redis | Redis (library predis/predis) src/cart/composer.json:9',
    ]);
  });
});

describe('A description', () => {
  it('is none where a list has only the end of a sentence', () => {
    const listed = (said: string): readonly string[] =>
      told({ 'README.md': `- [Cart](src/cart) ${said}\n`, 'src/cart/a.go': '' }, 'description');
    assert.equal(listed('to learn how to keep carts.').length, 0);
    assert.equal(listed('Keeps the carts of everybody.').length, 1);
  });
});

describe('What a README says of a component that lies elsewhere', () => {
  const described = (files: Readonly<Record<string, string>>): readonly string[] =>
    collectFacts(
      { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] },
      { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) },
    )
      .filter(({ kind }) => kind === 'description')
      .map(({ value, path, line }) => `${value} ${path}:${line}`);

  it('is its definition where it is called as the product is', () => {
    assert.deepEqual(described({ 'README.md': '# Cart\n\nCart is a shop for all that one needs.\n' }), [
      'Cart is a shop for all that one needs. README.md:3',
    ]);
    assert.deepEqual(described({ 'README.md': '# Shop\n\nShop is a place with a cart for all.\n' }), []);
  });

  it('is the first sentence beside a manifest of it, where that names it', () => {
    const beside = (text: string): readonly string[] =>
      described({ 'k8s/basket/README.md': `# Basket\n\n${text}\n\nSee cart.\n`, 'k8s/basket/cart.yaml': 'kind: x\n' });
    assert.deepEqual(beside('This adds the cart, which keeps what was chosen.'), [
      'This adds the cart, which keeps what was chosen. k8s/basket/README.md:3',
    ]);
    assert.deepEqual(beside('This folder has manifests of a shop in it.'), []);
  });
});

describe('Libraries in a list that pip-compile wrote', () => {
  it('are those that were asked for', () => {
    const text =
      'boto3==1\n    # via\n    #   kombu\npsycopg2==2\n    # via\n    #   -r requirements.in\n    #   kombu\nredis==4\n    # via -r requirements.in\n';
    assert.deepEqual(
      buildManifestFacts('requirements.txt', text).map(({ name, line }) => `${name} ${line}`),
      ['PostgreSQL 4', 'Redis 8'],
    );
  });
});
