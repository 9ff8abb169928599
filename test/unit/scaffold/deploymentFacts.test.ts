// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose writes variables that way
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collectFacts } from '../../../src/core/scaffold/collect';
import type { Fact } from '../../../src/core/scaffold/fact';
import { composeFacts } from '../../../src/core/scaffold/facts/compose';
import { kubernetesFacts } from '../../../src/core/scaffold/facts/kubernetes';
import { type WorkflowSurroundings, workflowFacts } from '../../../src/core/scaffold/facts/workflow';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

const around: WorkflowSurroundings = {
  only: false,
  applied: [],
  isBuilt: false,
  hasImage: false,
  paths: new Set(),
  isMember: () => false,
};

const brief = (facts: readonly Fact[]): unknown[] =>
  facts.map(({ kind, name, value, line }) => [kind, name, value, line]);

describe('Facts of a compose file', () => {
  const text = `x-log: &log
  environment:
    LOG_LEVEL: debug
services:
  cart:
    image: shop/cart:1.10
    ports:
      - "7070:7070"
      - target: 9090
    environment:
      - CART_PORT=7070
      - API_TOKEN=hunter2
    healthcheck:
      test: ["CMD", "probe", "-addr=:7070"]
    depends_on:
      redis:
        condition: service_healthy
    volumes:
      - data:/data
  redis:
    image: redis
  web:
    <<: *log
    build: ./src/web
    depends_on: [cart]
  worker:
    build:
      context: .
      dockerfile: \${CART_DOCKERFILE}
`;

  it('are those of the service that carries its name or is built from its folder', () => {
    const environment = new Map([['CART_DOCKERFILE', './src/cart/Dockerfile']]);
    const facts = composeFacts('compose.yaml', text, cart, 'compose.yaml', environment);
    assert.deepEqual(brief(facts), [
      ['composeService', 'cart', 'cart', 5],
      ['image', 'cart', 'shop/cart:1.10', 6],
      ['port', '7070:7070', '7070:7070', 8],
      ['port', '9090', '9090', 9],
      ['healthcheck', 'cart', 'probe -addr=:7070', 14],
      ['volume', 'data:/data', 'data → /data', 19],
      ['dependency', 'redis', 'redis', 16],
      ['dependent', 'cart', 'web', 25],
      ['environment', 'CART_PORT', 'CART_PORT', 11],
      ['secret', 'API_TOKEN', 'API_TOKEN', 12],
      ['composeService', 'worker', 'worker', 26],
      ['build', 'worker', '. with ${CART_DOCKERFILE}', 29],
    ]);
    assert.ok(!JSON.stringify(facts).includes('hunter2'));
  });

  it('read merged keys', () => {
    const web = { id: 'src/web', name: 'web', paths: ['src/web/**'] };
    const facts = composeFacts('compose.yaml', text, web, 'compose.yaml');
    assert.ok(facts.some(fact => fact.name === 'LOG_LEVEL' && fact.line === 3));
  });

  it('know how the file is named on the command line', () => {
    const service = 'services:\n  cart:\n    image: a\n';
    const command = (path: string, body: string, base: string | null): string | undefined =>
      composeFacts(path, body, cart, base)[0]?.command;
    assert.equal(command('compose.yaml', service, 'compose.yaml'), 'docker compose cart');
    assert.equal(command('deploy/compose.yaml', service, null), 'docker compose -f deploy/compose.yaml cart');
    assert.equal(
      command('compose.full.yaml', 'services:\n  cart:\n    depends_on: [kafka]\n', 'compose.yaml'),
      'docker compose -f compose.yaml -f compose.full.yaml cart',
    );
    // Compose takes or refuses a file as a whole, whatever the service itself needs.
    assert.equal(
      command('compose.full.yaml', `${service}  web:\n    mem_limit: 1g\n`, 'compose.yaml'),
      'docker compose -f compose.yaml -f compose.full.yaml cart',
    );
  });

  it('say what builds the image that another service of the file builds', () => {
    const text =
      'services:\n  app:\n    build: {context: ., dockerfile: docker/Dockerfile}\n    image: shop\n  cart:\n    image: shop\n';
    const built = composeFacts('compose.yaml', text, cart, 'compose.yaml').filter(({ kind }) => kind === 'build');
    assert.deepEqual(brief(built), [['build', 'app', '. with docker/Dockerfile', 3]]);
  });

  it('leave out what is built of a folder further down, where the component itself is built', () => {
    const names = (text: string): readonly string[] =>
      composeFacts('compose.yaml', text, cart, 'compose.yaml')
        .filter(({ kind }) => kind === 'composeService')
        .map(({ name }) => name);
    const seed = '  seed: {build: src/cart/seed}\n';
    assert.deepEqual(names(`services:\n  basket: {build: src/cart}\n${seed}`), ['basket']);
    assert.deepEqual(names(`services:\n${seed}`), ['seed']);
  });

  it('leave out services of tests where others run', () => {
    const facts = composeFacts(
      'compose.yaml',
      'services:\n  cart: {build: src/cart}\n  cart-test: {build: src/cart}\n',
      cart,
      null,
    );
    assert.deepEqual(
      facts.filter(fact => fact.kind === 'composeService').map(fact => fact.name),
      ['cart'],
    );
  });
});

describe('Facts of Kubernetes manifests', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  replicas: 2
  template:
    spec:
      containers:
        - name: server
          image: shop/cart:1
          ports:
            - containerPort: 7070
          readinessProbe:
            httpGet:
              path: /ready
              port: 7070
          livenessProbe:
            exec:
              command: ["probe", "now"]
          env:
            - name: MODE
              value: fast
            - name: DATABASE
              valueFrom:
                secretKeyRef:
                  name: cart-db
                  key: url
---
apiVersion: v1
kind: Secret
metadata:
  name: cart
stringData:
  url: hunter2
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: cart-cleanup, labels: {app: cart}}
spec:
  schedule: "0 3 * * *"
---
apiVersion: v1
kind: Service
metadata: {name: other}
`;

  it('are kinds, ports, probes, schedules and names of secrets', () => {
    const facts = kubernetesFacts('k8s/cart.yaml', text, cart, false);
    assert.deepEqual(brief(facts), [
      ['kubernetes', 'deployment/cart', 'Deployment cart, 2 replicas, namespace shop', 4],
      ['image', 'server', 'shop/cart:1', 12],
      ['port', '7070', '7070 (container server of cart)', 14],
      ['probe', 'liveness', 'probe now', 21],
      ['probe', 'readiness', 'GET /ready on port 7070', 17],
      ['environment', 'MODE', 'MODE', 23],
      ['environment', 'DATABASE', 'DATABASE', 25],
      ['secret', 'cart-db', 'cart-db', 28],
      ['secret', 'cart', 'cart', 34],
      ['kubernetes', 'cronjob/cart-cleanup', 'CronJob cart-cleanup', 40],
      ['schedule', 'cart-cleanup', '0 3 * * * (CronJob cart-cleanup)', 42],
    ]);
    assert.equal(facts[0]?.command, 'kubectl --namespace shop deployment/cart');
    assert.ok(!JSON.stringify(facts).includes('hunter2'));
  });

  it('never repeat a name that a template fills in', () => {
    const chart = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Values.cart.name }}\n';
    assert.deepEqual(kubernetesFacts('charts/cart/templates/a.yaml', chart, cart, true), []);
    const literal = `{{- if .Values.on }}\napiVersion: v1\nkind: Service\nmetadata:\n  name: cart\n  labels:\n    {{- include "labels" .\n      | nindent 4 }}\n    app: {{ .Values.app }}\nspec:\n  ports:\n    - port: 7070\n    - port: {{ .Values.port }}\n{{- end }}\n`;
    assert.deepEqual(brief(kubernetesFacts('charts/cart/templates/a.yaml', literal, cart, true)), [
      ['kubernetes', 'service/cart', 'Service cart', 5],
      ['port', '7070', '7070 (Service cart)', 12],
    ]);
    const quoted = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "{{ .Values.cart }}"\n';
    assert.deepEqual(kubernetesFacts('charts/cart/templates/a.yaml', quoted, cart, true), []);
  });
});

describe('Facts of a workflow', () => {
  const text = `name: Release cart
on:
  push:
    paths: ['src/cart/**']
  schedule:
    - cron: '0 4 * * 1'
  workflow_dispatch:
jobs:
  deploy:
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: |
          echo start
          # helm upgrade nothing
          echo 'helm upgrade by hand'
          helm upgrade --install cart ./chart --set token=hunter2
      - run: kubectl rollout status deployment/cart
`;

  it('are its triggers, schedules and the lines that deploy', () => {
    const facts = workflowFacts('.github/workflows/a.yml', text, cart, around);
    assert.deepEqual(brief(facts), [
      ['workflow', 'Release cart', 'push, on a schedule, by hand', 2],
      ['schedule', 'Release cart', '0 4 * * 1', 6],
      ['deploy', 'production', 'environment production, job deploy of Release cart', 10],
      ['deploy', 'deploy', 'helm upgrade --install cart ./chart --set token=***', 17],
      ['deploy', 'deploy', 'kubectl rollout status deployment/cart', 18],
    ]);
  });

  it('are none when it is about something else, unless it is the only workflow', () => {
    const other = 'on: push\njobs:\n  build:\n    steps:\n      - run: make\n';
    assert.deepEqual(workflowFacts('a.yml', other, cart, around), []);
    assert.equal(workflowFacts('a.yml', other, cart, { ...around, only: true }).length, 1);
  });

  it('are not found in the name of an action', () => {
    const checkout = { id: 'src/checkout', name: 'checkout', paths: ['src/checkout/**'] };
    const uses = 'on: push\njobs:\n  build:\n    steps:\n      - uses: actions/checkout@v4\n';
    assert.deepEqual(workflowFacts('a.yml', uses, checkout, around), []);
    const matrix = 'on: push\njobs:\n  build:\n    strategy: {matrix: {service: [cart, checkout]}}\n';
    assert.equal(workflowFacts('a.yml', matrix, checkout, around).length, 1);
  });
});

describe('YAML that means harm', () => {
  const bomb = [
    'a: &a [x, x]',
    'services: &b {cart: *a, x: *b}',
    ...Array.from({ length: 50 }, (_, index) => `k${index}: &k${index} [*a, *a]`),
  ].join('\n');

  for (const [name, text] of Object.entries({
    bomb,
    deep: '['.repeat(50_000),
    'deep maps': `a: ${'{b: '.repeat(20_000)}`,
    'deep lists': `${'- '.repeat(50_000)}x`,
    'self merge': 'services: &s\n  <<: *s\n  cart:\n    <<: *s\n    environment: *s\n',
    documents: '---\n'.repeat(20_000),
  })) {
    it(`is read without end of time or memory: ${name}`, () => {
      composeFacts('compose.yaml', text, cart, null);
      kubernetesFacts('a.yaml', `apiVersion: v1\nkind: Pod\n---\n${text}`, cart, true);
      workflowFacts('a.yml', text, cart, { ...around, only: true });
    }).timeout(10_000);
  }

  it('never throws, wherever a file is cut', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        composeFacts('compose.yaml', `services:\n  cart:\n    ${text}`, cart, null);
        kubernetesFacts('a.yaml', `apiVersion: v1\nkind: Pod\n${text}`, cart, true);
        workflowFacts('a.yml', `jobs:\n  a:\n    ${text}`, cart, { ...around, only: true });
      }),
    );
  });
});

describe('Volumes that a template puts in as a whole', () => {
  const told = (volumes: string, claims = ''): readonly string[] =>
    kubernetesFacts(
      'charts/cart/templates/a.yaml',
      `apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: db\n          image: postgres:17\n${volumes}${claims}`,
      cart,
      true,
    )
      .filter(({ kind }) => kind === 'volume')
      .map(({ value, line, storage }) => `${value} (${storage ?? 'kept'}) ${line}`);

  it('are said to be there, so that no store is taken for one without', () => {
    const whole = ['volumes, which the template puts in (mounted) 11'];
    assert.deepEqual(told('      volumes:\n        {{- toYaml .Values.volumes | nindent 8 }}\n'), whole);
    assert.deepEqual(told('      volumes: {{ toYaml .Values.volumes }}\n'), whole);
    assert.deepEqual(told('', '  volumeClaimTemplates:\n    {{- include "claims" . }}\n'), [
      'claims of each pod, which the template puts in (kept) 11',
    ]);
  });

  it('are none where there is none', () => {
    assert.deepEqual(told('      volumes: []\n', '  volumeClaimTemplates: []\n'), []);
    assert.deepEqual(told(''), []);
  });
});

describe('A volume of the machine', () => {
  it('is told of at the line that says where it lies', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart\nspec:\n  containers:\n    - name: a\n      volumeMounts:\n        - name: data\n          mountPath: /data\n  volumes:\n    - name: data\n      hostPath:\n        path: /mnt/carts\n';
    assert.deepEqual(
      kubernetesFacts('k8s/a.yaml', pod, cart, true).flatMap(({ kind, value, line }) =>
        kind === 'volume' ? [`${value} ${line}`] : [],
      ),
      ['/mnt/carts → /data 14'],
    );
  });
});

describe('Manifests that a script fills in', () => {
  const manifest =
    'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: __JOB_NAME__\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: shop/cart:__IMAGE_TAG__\n';

  it('are read without what is filled in, whatever they end with', () => {
    for (const path of ['k8s/cart.tmpl', 'k8s/cart.yaml.tmpl', 'k8s/cart.yaml.j2'])
      assert.deepEqual(
        collectFacts(cart, { paths: [path], texts: new Map([[path, manifest]]) }).map(({ value }) => value),
        ['Deployment cart'],
        path,
      );
  });
});

describe('Steps of a workflow that bring something', () => {
  const deploys = (run: string, key = 'deploy'): readonly string[] =>
    workflowFacts(
      'a.yml',
      `on: push\njobs:\n  ${key}:\n    steps:\n      - run: |\n${run.replace(/^/gm, '          ')}\n`,
      cart,
      { ...around, only: true },
    )
      .filter(({ kind }) => kind === 'deploy')
      .map(({ value, line }) => `${value} ${line}`);

  it('are told with the lines above that go on in them', () => {
    assert.deepEqual(deploys('sed s/a/b/ k8s/cart.yaml \\\n  | kubectl apply -f -'), [
      'sed s/a/b/ k8s/cart.yaml | kubectl apply -f - 7',
    ]);
  });

  it('are none that only set a text, tell about it or look for what is to be brought', () => {
    assert.deepEqual(deploys("text='Terraform apply failed'", 'tell'), []);
    assert.equal(deploys("KUBECONFIG='a' kubectl apply -f 'k8s'", 'bring').length, 1);
    assert.deepEqual(deploys('kubectl apply -f k8s', 'notify-on-error'), []);
    assert.deepEqual(deploys('ls', 'find-parts-to-deploy'), []);
    assert.equal(deploys('ls', 'deploy-parts').length, 1);
  });

  it('are those of a neighbour where they run in its folder, and of all where they run in none', () => {
    const step = (folder: string): readonly string[] =>
      workflowFacts(
        'a.yml',
        `on: push\njobs:\n  deploy:\n    steps:\n      - run: kubectl apply -f k8s\n${folder}`,
        { id: 'cart', name: 'cart', paths: ['cart/**'] },
        { ...around, only: true },
      )
        .filter(({ kind }) => kind === 'deploy')
        .map(({ value, wide }) => `${value}${wide === true ? ', wide' : ''}`);
    assert.deepEqual(step(''), ['kubectl apply -f k8s, wide']);
    assert.deepEqual(step('        working-directory: cart\n'), ['kubectl apply -f k8s (in cart)']);
    assert.deepEqual(step('        working-directory: pay\n'), []);
  });
});
