// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform and shells write variables that way
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collectFacts } from '../../../src/core/scaffold/collect';
import type { Fact } from '../../../src/core/scaffold/fact';
import { hclBlocks } from '../../../src/core/scaffold/facts/hcl';
import { healthRouteFacts, isHealthPath } from '../../../src/core/scaffold/facts/healthRoutes';
import { sourceKind } from '../../../src/core/scaffold/sourceKind';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

function collect(files: Readonly<Record<string, string>>, subject = cart): readonly Fact[] {
  return collectFacts(subject, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) });
}

/** `kind name | value | line` of each fact. */
const told = (files: Readonly<Record<string, string>>, subject = cart): readonly string[] =>
  collect(files, subject).map(({ kind, name, value, line }) => `${kind} ${name} | ${value} | ${line}`);

const commands = (files: Readonly<Record<string, string>>): readonly string[] =>
  collect(files).flatMap(({ command }) => (command === undefined ? [] : [command]));

describe('Facts of Terraform', () => {
  const infra = `# resource "x" "cart" {}
resource "aws_ecs_service" "cart" {
  name = "\${local.prefix}-cart"
  lifecycle { ignore_changes = [desired_count] }
}
resource "aws_iam_role" "cart_task" {}
resource "aws_cloudwatch_metric_alarm" "cart_errors" {
  alarm_description = "Too many errors"
}
module "cart_scaling" { source = "../scaling" }
resource "aws_ecs_service" "pay" {}
resource "acme_cart" "cart_a" {}
`;

  it('are resources, modules and alarms that carry the name, without what only glues', () => {
    assert.deepEqual(told({ 'infra/main.tf': infra }), [
      'infrastructure aws_ecs_service.cart | aws_ecs_service.cart | 2',
      'alert cart_errors | Too many errors | 7',
      'infrastructure module.cart_scaling | module.cart_scaling from ../scaling | 10',
    ]);
  });

  it('of its own folder are all of them, with variables by name and the place of the state', () => {
    const own =
      'terraform {\n  backend "s3" {\n    key = "x"\n  }\n}\nvariable "db_password" {\n  default = "hunter2"\n}\nvariable "size" {}\n';
    assert.deepEqual(told({ 'src/cart/main.tf': own }), [
      'infrastructure s3 | state in s3 | 2',
      'secret db_password | db_password | 6',
      'environment size | size | 9',
    ]);
    assert.deepEqual(commands({ 'src/cart/main.tf': own }), ['terraform -chdir=src/cart plan']);
    assert.ok(!JSON.stringify(collect({ 'src/cart/main.tf': own })).includes('hunter2'));
  });

  it('are read through comments, heredocs, objects and blocks on one line', () => {
    const blocks = hclBlocks(
      'a "x" {\n  text = <<-EOT\n    b "no" {\n    EOT\n  list = [\n    { c = 1 },\n  ]\n  /* d "no" {\n  */ inner { e = "}" }\n}\nf "y" "z" {}\n',
    );
    assert.deepEqual(
      blocks.map(({ type, labels, line, blocks: inner }) => [type, labels, line, inner.map(each => each.type)]),
      [
        ['a', ['x'], 1, ['inner']],
        ['f', ['y', 'z'], 11, []],
      ],
    );
  });
});

describe('Facts of what runs things', () => {
  it('are recipes of just with their comments; one that must be given something has no command', () => {
    const justfile =
      '# Bring it up\nup:\n  docker compose up\n# Bring a tag out\ndeploy tag:\n  ./ship {{tag}}\n[private]\n_x:\n  y\nname := "v"\n';
    assert.deepEqual(told({ 'src/cart/justfile': justfile }), [
      'target up | Bring it up | 2',
      'target deploy | Bring a tag out | 5',
    ]);
    assert.deepEqual(commands({ justfile: '# Log\ncart-logs:\n  x\n' }), ['just cart-logs']);
  });

  it('are tasks, processes and scripts with the comment at their top', () => {
    assert.deepEqual(
      told({
        'src/cart/Taskfile.yml': 'tasks:\n  restart:\n    desc: Restart it\n  hidden:\n    internal: true\n',
        'src/cart/Procfile': 'web: gunicorn cart\n',
        'scripts/backup.sh': '#!/bin/sh\n# Copyright 2026\n\n# Saves the databases.\npg_dump x\n',
        'scripts/lib.sh': '#!/bin/sh\n',
      }),
      [
        'target restart | Restart it | 2',
        'target scripts/backup.sh | Saves the databases. | 4',
        'command web | web: gunicorn cart | 1',
      ],
    );
  });

  it('are units of systemd and lines of crontabs that are about it', () => {
    const unit =
      '[Unit]\nDescription=Keeps carts\nRequires=redis.service\n[Service]\nExecStart=/usr/bin/cart\nEnvironment=PORT=1\n';
    assert.deepEqual(
      told({ 'ops/systemd/cart.service': unit, 'ops/systemd/pay.service': '[Service]\nExecStart=/bin/pay\n' }),
      [
        'unit cart.service | cart.service: Keeps carts | 2',
        'dependency redis.service | redis.service | 3',
        'command cart.service | /usr/bin/cart | 5',
        'environment PORT | PORT | 6',
      ],
    );
    assert.deepEqual(told({ 'ops/crontab': '# m h\n0 3 * * * /opt/cart sweep\n@daily /opt/pay\nMAILTO=x\n' }), [
      'schedule /opt/cart sweep | 0 3 * * * | 2',
    ]);
  });

  it('are jobs of GitLab for it, with their environment', () => {
    const pipeline =
      'stages: [deploy]\n.base:\n  script: [x]\ncart-deploy:\n  stage: deploy\n  when: manual\n  environment: production\n  script:\n    - kubectl apply -f src/cart/k8s\npay-deploy:\n  script: [kubectl apply -f pay]\n';
    assert.deepEqual(told({ '.gitlab-ci.yml': pipeline }), [
      'deploy cart-deploy | environment production, job cart-deploy, by hand | 7',
      'deploy cart-deploy | kubectl apply -f src/cart/k8s | 9',
    ]);
  });
});

describe('Facts of Helm, Kustomize and Kubernetes', () => {
  it('are the chart, the part of its values and the kustomization that brings it', () => {
    assert.deepEqual(
      told({
        'charts/shop/values.yaml':
          'cart:\n  image:\n    repository: shop/cart\n    tag: "1.2"\n  replicas: 3\npay:\n  replicas: 1\n',
        'k8s/base/kustomization.yaml':
          'resources:\n  - pay.yaml\n  - cart.yaml\nimages:\n  - name: shop/cart\n    newTag: v7\n',
        'k8s/part/kustomization.yaml': 'kind: Component\nresources: [cart.yaml]\n',
      }),
      [
        'chart cart | values of cart | 1',
        'image cart | shop/cart:1.2 | 3',
        'chart replicas | 3 replicas | 5',
        'kustomization cart.yaml | k8s/base brings cart.yaml | 3',
        'image v7 | shop/cart:v7 | 6',
        'kustomization cart.yaml | k8s/part brings cart.yaml wherever it is added | 2',
      ],
    );
  });

  it('have no command for a folder that Skaffold fills in', () => {
    const brought = { 'k8s/base/kustomization.yaml': 'resources:\n  - cart.yaml\n' };
    const skaffold = 'apiVersion: skaffold/v4beta11\nmanifests:\n  kustomize:\n    paths: [k8s/base]\n';
    assert.deepEqual(commands(brought), ['kubectl diff -k k8s/base']);
    assert.deepEqual(commands({ ...brought, 'skaffold.yaml': skaffold }), []);
  });

  it('are the hosts that it calls and that call it', () => {
    const workload = (name: string, host: string): string =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      containers:\n        - name: c\n          env:\n            - name: A_ADDR\n              value: "${host}"\n`;
    const facts = told({
      'k8s/a.yaml': workload('cart', 'redis://u:p@redis:6379/0'),
      'k8s/b.yaml': workload('web', 'cart:7070'),
    });
    assert.ok(facts.includes('dependency redis | redis | 12'), facts.join('\n'));
    assert.ok(facts.includes('dependent cart | web | 12'), facts.join('\n'));
  });
});

describe('Facts of what watches it', () => {
  const dashboard = (title: string, query: string, variable = ''): string =>
    JSON.stringify(
      {
        panels: [{ title: 'x', targets: [{ expr: query }] }],
        templating: { list: variable === '' ? [] : [{ name: variable, query: 'label_values(http_requests_total)' }] },
        title,
      },
      null,
      2,
    );

  it('are dashboards that are named for it, ask about it or let it be chosen', () => {
    assert.deepEqual(
      told({
        'grafana/dashboards/a.json': dashboard('Cart overview', 'up'),
        'grafana/dashboards/b.json': dashboard('All', 'rate(x{service="cart"}[1m])'),
        'grafana/dashboards/c.json': dashboard('Any', 'up', 'service'),
        'grafana/dashboards/d.json': dashboard('Pay', 'up{service="pay"}'),
        'grafana/dashboards/e.json': '{"title": 1',
      }).map(fact => fact.replace(/ \| \d+$/, '')),
      ['dashboard Cart overview | ', 'dashboard All | ', 'dashboard Any | may show it: service chooses what is shown'],
    );
  });

  it('are alerts that name it or select it', () => {
    const rules =
      'groups:\n- name: g\n  rules:\n  - alert: CartSlow\n    expr: x > 1\n    labels: {severity: page}\n    annotations: {summary: It is slow}\n  - alert: Down\n    expr: up{job="cart"} == 0\n  - alert: PayDown\n    expr: up{job="pay"} == 0\n';
    assert.deepEqual(told({ 'ops/alerts.yaml': rules }), [
      'alert CartSlow | page: It is slow | 4',
      'alert Down |  | 8',
    ]);
  });

  it('are routes for health in its code, and none that it asks others for', () => {
    const lines = [
      "app.get('/healthz', ok)",
      'r.HandleFunc(base + "/_healthz", h)',
      'path("__heartbeat__", views.heartbeat, name="heartbeat"),',
      '@app.route("/ping")',
      "axios.get('/health')",
      'http.Get("/health")',
      "// app.get('/ready')",
      "app.get('/cart/:id')",
      'location = /livez { return 200; }',
    ];
    assert.deepEqual(
      healthRouteFacts('a.js', lines.join('\n')).map(({ name, line }) => [name, line]),
      [
        ['/healthz', 1],
        ['/_healthz', 2],
        ['__heartbeat__', 3],
        ['/ping', 4],
        ['/livez', 9],
      ],
    );
    assert.ok(!isHealthPath('/health-insurance'));
  });
});

describe('Facts of code and records', () => {
  it('are languages, programs, systems and packages of manifests', () => {
    assert.deepEqual(
      told({
        'src/cart/go.mod':
          'module a/cart\n\ngo 1.25\n\nrequire (\n\tgithub.com/redis/go-redis/v9 v9.1.0\n\tgithub.com/lib/pq v1.0.0 // indirect\n)\nreplace a/lib => ../lib\n',
        'src/cart/pyproject.toml':
          '[project]\nrequires-python = ">=3.12"\ndependencies = [\n  "psycopg2>=2",\n]\n[project.scripts]\ncart = "cart.main:run"\n',
        'src/cart/main.go': 'package main\n\nfunc main() {\n}\n',
      }),
      [
        'language Go | Go 1.25 | 3',
        'system Redis | Redis (library github.com/redis/go-redis/v9) | 6',
        'library ../lib | ../lib | 9',
        'language Python | Python >=3.12 | 2',
        'system PostgreSQL | PostgreSQL (library psycopg2) | 4',
        'entryPoint cart | cart = cart.main:run | 7',
        'entryPoint src/cart/main.go | src/cart/main.go | 3',
      ],
    );
  });

  it('are the newest migration of a folder and whether it goes down', () => {
    const of = (files: Readonly<Record<string, string>>): readonly string[] =>
      told(files).filter(fact => fact.startsWith('migration'));
    assert.deepEqual(
      of({
        'src/cart/migrations/0001_a.py': 'def downgrade():\n    op.drop()\n',
        'src/cart/migrations/0002_b.py': 'def upgrade():\n    op.add()\n\ndef downgrade():\n    pass\n',
      }),
      ['migration 0002_b.py | 0002_b.py, no way back found in it | 1'],
    );
    // No order is in these names, and the last is no migration.
    assert.deepEqual(
      of({ 'src/cart/migrations/versions/3f2a9c0b1d4e_x.py': 'x', 'src/cart/migrations/utils.py': 'x' }),
      [],
    );
    assert.deepEqual(of({ 'src/cart/db/migrate/1.rb': 'class A\n  def change\n    add\n' }), [
      'migration 1.rb | 1.rb, which its framework can take back | 2',
    ]);
    assert.deepEqual(of({ 'src/cart/migrations/1.up.sql': 'x', 'src/cart/migrations/1.down.sql': 'y' }), [
      'migration 1.down.sql | 1.down.sql takes it back | 1',
    ]);
    assert.deepEqual(of({ 'src/cart/migrations/1.sql': '-- +goose Up\nx\n-- +goose Down\ny\n' }), [
      'migration 1.sql | 1.sql says how it is taken back | 3',
    ]);
  });

  it('are postmortems and decisions that speak of it, at the line that does', () => {
    assert.deepEqual(
      told({
        'docs/adr/0001.md': '# Keep the cart in Redis\n\nSo it can be lost.\n',
        'docs/adr/0003.md': '# Logs\n\nThe cart has some.\n',
        'docs/adr/0004.md': '---\ntitle: One cart a person\n---\n## Why\n',
        'docs/adr/0002.md': '# Pay by card\n\nNothing else.\n',
        'docs/postmortems/2026.md': '# A bad day\n\nAt noon cart was down.\nThe cart was full.\nWe mended the cart.\n',
      }),
      [
        'postmortem A bad day | A bad day | 3',
        'decision Keep the cart in Redis | Keep the cart in Redis | 1',
        'decision One cart a person | One cart a person | 2',
      ],
    );
  });

  it('are what an OpenAPI document offers', () => {
    assert.deepEqual(
      told({
        'src/cart/openapi.yaml': 'openapi: 3.0.0\ninfo:\n  title: Cart API\npaths:\n  /items: {}\n  /health: {}\n',
      }),
      ['interface Cart API | Cart API, 2 paths | 3', 'healthRoute /health | /health | 6'],
    );
  });
});

describe('Files that are anything', () => {
  const paths = [
    'src/cart/main.tf',
    'src/cart/justfile',
    'src/cart/Taskfile.yml',
    'src/cart/Procfile',
    'src/cart/cart.service',
    'src/cart/crontab',
    '.gitlab-ci.yml',
    'src/cart/Chart.yaml',
    'src/cart/values.yaml',
    'src/cart/kustomization.yaml',
    'src/cart/dashboards/a.json',
    'src/cart/alerts.yaml',
    'src/cart/openapi.json',
    'src/cart/main.go',
    'src/cart/migrations/1.sql',
    'src/cart/pyproject.toml',
    'docs/adr/1.md',
    'bin/cart.sh',
    'src/cart/nginx.conf',
  ];

  it('each have a reader, and give facts with a line or none', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '{',
        '}',
        '"',
        '\n',
        'cart',
        '=',
        ':',
        '- ',
        '<<EOT\n',
        '#!/bin/sh\n',
        'resource "a" "cart" {\n',
        '"title": "x"',
        '/*',
        '&a',
        '*a',
      ),
    );
    for (const path of paths) assert.notEqual(sourceKind(path), null, path);
    assert.equal(sourceKind('.github/workflows/docker-compose.yml'), 'workflow', 'whatever it is called');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(piece, { maxLength: 20 }), (path, pieces) => {
        const text = pieces.join('');
        for (const { line } of collect({ [path]: text })) assert.ok(line >= 1 && line <= text.split('\n').length + 1);
      }),
    );
  });

  it('take no longer than their length, however they are built', () => {
    const hostile = [
      'a'.repeat(50_000),
      '{'.repeat(50_000),
      '"/'.repeat(25_000),
      `${' '.repeat(25_000)}x`,
      'a '.repeat(25_000),
      '\n'.repeat(50_000),
      '<<A\n'.repeat(50_000),
      '- - '.repeat(50_000),
    ];
    for (const path of paths) for (const text of hostile) assert.ok(collect({ [path]: text }).length <= 1001);
  }).timeout(60_000);
});

describe('Facts of workflows', () => {
  it('are the jobs that apply what Terraform sets up for it', () => {
    const workflow =
      'on: push\njobs:\n  apply_live:\n    uses: acme/x/.github/workflows/terraform.yml@v1\n    with:\n      folder: ./infra/live\n  tell_slack_of_deploy:\n    steps: []\n';
    const facts = told({
      '.github/workflows/live.yml': workflow,
      'infra/live/modules/shop/ecs.tf': 'resource "aws_ecs_service" "cart" {}\n',
    });
    assert.deepEqual(
      facts.filter(fact => fact.startsWith('deploy')),
      ['deploy apply_live | job apply_live of live.yml, uses acme/x/.github/workflows/terraform.yml@v1 | 3'],
    );
  });
});
