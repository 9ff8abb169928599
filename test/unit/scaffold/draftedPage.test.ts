// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose and shells write variables that way
import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import { writeStub } from '../../../src/core/scaffold/stub';
import type { StubMaterial } from '../../../src/core/scaffold/stubMaterial';
import { emptyMaterial } from './exampleMaterial';

type Files = Readonly<Record<string, string>>;

/** The lines of the page that is drafted for a component of a repository of these files; the cart where none is given. */
function drafted(files: Files, more: Partial<StubMaterial> = {}): readonly string[] {
  const material = { ...emptyMaterial, ...more };
  const paths = Object.keys(files).sort();
  const facts = collectFacts(material.component, { paths, texts: new Map(Object.entries(files)) });
  return writeStub({ ...material, facts, paths }).markdown.split('\n');
}

const component = (id: string, kind: StubMaterial['component']['kind'] = 'folder'): Partial<StubMaterial> => ({
  component: { id, name: id.split('/').at(-1) ?? id, kind, paths: [`${id}/**`] },
});

const has = (lines: readonly string[], part: string): boolean => lines.some(line => line.includes(part));

describe('A page drafted for a folder of scripts', () => {
  const files: Files = {
    'ops/bin/set_image_tag.sh': '#!/bin/sh\necho tag\n',
    'ops/bin/reset.sh': '#!/bin/sh\n# Deletes all data of the services.\necho\n',
    'ops/bin/migrate-all.sh': '#!/bin/sh\n# Migrates it.\necho\n',
    'upgrade.sh':
      '#!/bin/sh\nset -e\nsource ops/bin/set_image_tag.sh\n# . ops/bin/reset.sh\n./ops/bin/migrate-all.sh --yes\n',
    '.github/workflows/release.yml':
      'name: Release\non: push\njobs:\n  deploy:\n    steps:\n      - run: |\n          shellcheck \\\n          ops/bin/reset.sh\n      - run: ../ops/bin/set_image_tag.sh\n      - run: helm upgrade shop ./chart\n',
  };
  const lines = drafted(files, { ...component('ops/bin', 'operations'), type: 'procedure' });

  it('says how they are used, as nothing of it is deployed', () => {
    assert.ok(lines.includes('# How to use `bin`'));
    assert.ok(!has(lines, 'deployed'));
    assert.ok(!has(lines, 'helm upgrade'));
  });

  it('says in which order others go through them', () => {
    assert.deepEqual(
      lines.filter(line => / (?:reads in|runs) `/.test(line)),
      [
        '- `upgrade.sh` reads in `ops/bin/set_image_tag.sh` (`upgrade.sh:3`)',
        '- `upgrade.sh` runs `ops/bin/migrate-all.sh` (`upgrade.sh:5`)',
        '- Job deploy of Release runs `ops/bin/set_image_tag.sh` (`.github/workflows/release.yml:9`)',
      ],
    );
  });

  it('does not take what sets a tag for what builds an image, and warns of what says that it deletes', () => {
    assert.ok(!has(lines, 'Build or install'));
    assert.ok(has(lines, '`ops/bin/reset.sh`: Deletes all data of the services; **it removes data'));
  });
});

describe('A page drafted for a service', () => {
  it('does not start what does not run with the rest of the repository, and calls the rest what it is', () => {
    const makefile = 'up:\n\tdocker compose up\nbackup:\n\t./dump\n';
    assert.ok(!has(drafted({ Makefile: makefile, 'src/cart/main.tf': 'resource "a_b" "c" {}\n' }), 'make up'));
    const running = { Makefile: makefile, 'compose.yaml': 'services:\n  cart:\n    image: shop/cart:1\n' };
    assert.ok(has(drafted(running), '- Start, whole repository: `make up`'));
    assert.ok(!has(drafted(running), 'make backup'));
    const root: Partial<StubMaterial> = { component: { id: 'shop', name: 'shop', kind: 'package', paths: ['*'] } };
    const stops = { justfile: 'stop:\n  docker compose stop\n', 'compose.yaml': 'services:\n  shop:\n    image: a\n' };
    assert.ok(has(drafted(stops, root), '- Stop, whole repository: `just stop`'));
  });

  it('asks whether a backup of everything has its data in it', () => {
    const files = {
      'scripts/restore.sh': '#!/bin/sh\ndocker compose run --rm cart import all.json\n',
      'compose.yaml': 'services:\n  cart:\n    image: redis:7\n    volumes: ["carts:/data"]\n',
    };
    assert.ok(has(drafted(files), 'is its data in there'));
  });

  it('says that the data of a store is lost with its container where no volume is named', () => {
    const store = (volume: string): Files => ({
      '.env': 'STORE_IMAGE=postgres:18\n',
      'compose.yaml': `services:\n  cart:\n    image: postgres:18\n    volumes: ["${volume}"]\n`,
    });
    const said = 'No volume is named for its data';
    assert.ok(has(drafted(store('./src/cart/init.sql:/init.sql')), said));
    for (const kept of ['carts:/var/lib/data', './data:/var/lib/data', '/srv/carts:/var/lib/postgresql-18.1:rw'])
      assert.ok(!has(drafted(store(kept)), said), kept);
    for (const given of ['./seeds:/docker-entrypoint-initdb.d', './conf:/etc/postgres/conf.d', './carts:/carts:ro'])
      assert.ok(has(drafted(store(given)), said), given);
    const inMemory = drafted({
      'compose.yaml': 'services:\n  cart:\n    image: postgres:18\n    tmpfs: /var/lib/postgresql\n',
    });
    assert.ok(
      has(inMemory, '- Keeps in memory, and loses when it stops: `/var/lib/postgresql`') && !has(inMemory, said),
    );
    assert.ok(!has(drafted({ 'compose.yaml': 'services:\n  cart:\n    image: shop/cart:2\n' }), said));
  });

  it('says so of a store in a pod without a claim, and warns of what takes the pod away', () => {
    const pod =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: cart\n          image: shop/cart:1\n';
    const claim =
      '      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: carts\n';
    const files = {
      'k8s/cart.yaml': pod,
      'src/cart/Dockerfile': 'FROM mysql:9\nCOPY scripts/* /docker-entrypoint-initdb.d/\n',
    };
    const script = { 'src/cart/scripts/1.sh': '#!/bin/sh\n# Loads the carts of everybody.\nmysql < a.sql\n' };
    const lines = drafted({ ...files, ...script });
    assert.ok(has(lines, 'No claim is named for its data: the next pod begins without it'));
    assert.ok(
      has(lines, 'rollout restart deployment/cart`: **it takes the pod away, and the next one begins without its data'),
    );
    assert.ok(lines.includes('- An empty database is filled from: `scripts/*` (`src/cart/Dockerfile:2`)'));
    assert.ok(!has(lines, 'Loads the carts'));
    assert.ok(!has(drafted({ ...files, 'k8s/cart.yaml': pod + claim }), 'begins without'));
    assert.ok(!has(drafted({ ...files, 'src/cart/Dockerfile': 'FROM node:24\n' }), 'begins without'));
    const volumes = (source: string): string =>
      `${pod}          volumeMounts: [{ name: data, mountPath: /data }]\n      volumes:\n        - name: data\n          ${source}\n`;
    for (const kept of [
      'hostPath: { path: /srv/carts }',
      'nfs: { server: files, path: /carts }',
      'csi: { driver: file.example.com }',
      'persistentVolumeClaim: { claimName: {{ include "name" . }}-carts }',
      '{{- toYaml .Values.volume | nindent 10 }}',
    ])
      assert.ok(!has(drafted({ ...files, 'k8s/cart.yaml': volumes(kept) }), 'begins without'), kept);
    for (const passing of ['emptyDir: {}', 'ephemeral: {}', 'secret: { secretName: a }', 'csi: { driver: secrets.x }'])
      assert.ok(has(drafted({ ...files, 'k8s/cart.yaml': volumes(passing) }), 'No claim is named'), passing);
  });

  it('hides of its scripts only those that fill its database', () => {
    const script = '#!/bin/sh\necho\n';
    const shown = (seeds: string): readonly string[] =>
      drafted({
        'src/cart/Dockerfile': `FROM postgres:18\nCOPY ${seeds} /docker-entrypoint-initdb.d/\n`,
        'src/cart/bin/init/a.sh': script,
        'src/cart/bin/init-replica.sh': script,
      }).flatMap(line => /^- Script: `([^`]*)`/.exec(line)?.[1] ?? []);
    const [replica, filling] = ['src/cart/bin/init-replica.sh', 'src/cart/bin/init/a.sh'];
    for (const seed of ['./', '.', '*', './other']) assert.deepEqual(shown(seed), [replica, filling], seed);
    for (const seed of ['./bin/init', 'bin/init/', 'bin/init/*.sh', 'x.sql bin/init'])
      assert.deepEqual(shown(seed), [replica], seed);
    assert.deepEqual(shown('./bin/init*.sh'), [filling]);
  });

  it('judges the container and the pod of a store each by its own volumes', () => {
    const pod =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  template:\n    spec:\n      containers:\n        - name: cart\n          image: postgres:18\n';
    const claim =
      '      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: carts\n';
    const compose = 'services:\n  cart:\n    image: postgres:18\n';
    const volume = '    volumes: ["carts:/var/lib/postgresql"]\n';
    const inCompose = drafted({ 'k8s/cart.yaml': pod, 'compose.yaml': compose + volume });
    assert.ok(has(inCompose, 'No claim is named') && !has(inCompose, 'No volume is named'));
    const inPod = drafted({ 'k8s/cart.yaml': pod + claim, 'compose.yaml': compose });
    assert.ok(!has(inPod, 'No claim is named') && has(inPod, 'No volume is named'));
  });

  it('shows the dashboard of every program only for what is built here', () => {
    const board = JSON.stringify({
      title: 'Every program',
      panels: [],
      templating: { list: [{ name: 'service', query: 'label_values(target_info, service_name)' }] },
    });
    const compose = 'services:\n  cart:\n    image: redis:7\n';
    const files: Files = { 'grafana/dashboards/all.json': board, 'compose.yaml': compose };
    assert.ok(!has(drafted(files), 'Every program'));
    assert.ok(has(drafted({ ...files, 'src/cart/go.mod': 'module cart\n\ngo 1.25\n' }), 'Every program'));
  });

  it('knows a short name written in full', () => {
    const files: Files = {
      'src/otel-gate/a.yaml': '',
      'grafana/dashboards/x.json': JSON.stringify({ title: 'OpenTelemetry Gate', panels: [] }),
    };
    assert.ok(has(drafted(files, component('src/otel-gate', 'service')), 'Dashboard: OpenTelemetry Gate'));
  });

  it('names every place that sets the version it runs as', () => {
    const files: Files = {
      '.env': 'REPOSITORY=shop\nVERSION=3\n',
      'compose.yaml': 'services:\n  cart:\n    image: ${REPOSITORY}/cart:${VERSION}\n    build: src/cart\n',
      'src/cart/Dockerfile': 'FROM node:24\n',
    };
    assert.ok(
      has(
        drafted(files),
        '- Version in use: `${REPOSITORY}/cart:${VERSION}`, set in `.env:1`, `.env:2` (`compose.yaml:3`)',
      ),
    );
  });

  it('leaves out workflows that look for faults, and what a test brings up', () => {
    const flow = (name: string, job: string): string =>
      `name: ${name}\non: push\njobs:\n  ${job}:\n    steps:\n      - run: ls src/cart/\n      - run: kubectl apply -f k8s\n`;
    const lines = drafted({
      '.github/workflows/a.yml': flow('CodeQL analysis', 'look').replace('kubectl apply', 'echo'),
      '.github/workflows/b.yml': flow('Continuous integration', 'deployment-tests'),
    });
    assert.ok(!has(lines, 'CodeQL'));
    assert.ok(!has(lines, 'kubectl apply'));
    assert.ok(has(lines, 'Check by workflow `Continuous integration`'));
  });

  it('links the page on restoring where data is spoken of', () => {
    const runbooks = [{ path: 'docs/runbooks/x.md', title: 'Restoring the carts' }];
    const lines = drafted({}, { runbooks });
    const at = lines.indexOf('## Backup and restore');
    assert.ok(has(lines.slice(at, lines.indexOf('## Configuration')), 'Restoring the carts'));
  });
});

describe('A page drafted from a compose file', () => {
  const compose = `services:
  # Keeps the carts of customers.
  cart:
    image: shop/cart
    environment:
      - STORE_URL=redis://\${STORE_HOST}:6379/0
      - LOG
      - PEER
      - CORS_URL=http://web:80
      - NICK=web
  store:
    image: redis:7
    # volumes: [x]
  web:
    image: shop/web
    environment:
      CART_ADDR: cart:80
`;
  const files: Files = {
    '.env': 'STORE_HOST=store\nPEER=pay:1\nLOG=debug\n',
    'compose.yaml': compose,
    'compose.pay.yaml':
      'services:\n  pay:\n    image: shop/pay\n  # Adds to the carts of others.\n  cart:\n    mem_limit: 1g\n',
  };
  const lines = drafted(files);

  it('says what the comment above a service says of it', () => {
    assert.ok(lines.includes('- Keeps the carts of customers. (`compose.yaml:2`)'));
    assert.ok(!has(lines, 'Adds to'));
  });

  it('has what is needed once, with all that compose files say of it', () => {
    const more = {
      ...files,
      'compose.pay.yaml':
        'services:\n  pay:\n    image: shop/pay\n  cart:\n    depends_on:\n      pay:\n        condition: service_healthy\n',
    };
    assert.deepEqual(
      drafted(more).filter(line => /Needs: `pay/.test(line)),
      ['- Needs: `pay (PEER, healthy; optional: compose.pay.yaml)` (`compose.yaml:8`, `compose.pay.yaml:6`)'],
    );
  });

  it('knows whom a service calls by its variables, and who calls it', () => {
    assert.deepEqual(
      lines.filter(line => /Needs|Needed/.test(line)),
      [
        '- Needs: `store (STORE_URL)` (`compose.yaml:6`)',
        '- Needs: `pay (PEER; optional: compose.pay.yaml)` (`compose.yaml:8`)',
        '- Needed by: `web` (`compose.yaml:17`)',
      ],
    );
  });

  it('keeps what it says of what is merged into many services', () => {
    const many = Array.from(
      { length: 90 },
      (_, at) => `  w${at}:\n    <<: *all\n    depends_on:\n      cart: {<<: *up}\n`,
    );
    const merged = `x-up: &up {condition: service_healthy}\nx-all: &all {image: a, environment: {<<: &e {A: b}}}\nservices:\n  cart:\n    image: c\n${many.join('')}`;
    const needed = drafted({ 'compose.yaml': merged }).filter(line => line.startsWith('- Needed by'));
    assert.equal(needed.length, 12);
  });

  it('names the image that is given to the build rather than its variable', () => {
    const built = drafted({
      'compose.yaml':
        'services:\n  cart:\n    build:\n      context: src/cart\n      args:\n        BASE_IMAGE: shop/base:1.2\n',
      'src/cart/Dockerfile': 'ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n',
    });
    assert.ok(built.includes('- Built on: `shop/base:1.2` (`compose.yaml:6`)'));
    assert.ok(!has(built, 'Built on: `${BASE_IMAGE}`'));
  });
});

describe('A page drafted from a README', () => {
  it('describes a component as the table of the repository does', () => {
    const readme =
      '# Shop\n\n| Part | Language | For |\n|--|--|--|\n| [cart](./src/cart) | Go | Keeps `carts` of customers |\n';
    assert.ok(drafted({ 'README.md': readme }).includes('- Keeps carts of customers (`README.md:5`)'));
    const list =
      '# Shop\n\n- [cart](src/cart): keeps the carts of customers\n- [pay](src/pay): takes their money at last\n';
    assert.ok(drafted({ 'README.md': list }).includes('- keeps the carts of customers (`README.md:3`)'));
  });

  it('says the commands that the own README gives, and the way back that follows', () => {
    const readme = '# Cart\n\n```sh\nhelm upgrade cart oci://shop/cart \\\n  --install\n```\n\nhelm upgrade other x\n';
    const lines = drafted({ 'src/cart/README.md': readme });
    assert.ok(
      lines.includes(
        '- The README says: `helm upgrade cart oci://shop/cart …`: **it changes or removes what lies elsewhere: read it first** (`src/cart/README.md:4`)',
      ),
    );
    assert.ok(has(lines, '`helm rollback cart`: **it changes or removes'));
    assert.ok(!has(lines, 'other'));
  });
});

describe('A page drafted from a chart', () => {
  const files: Files = {
    'chart/Chart.yaml': 'name: shop\n',
    'chart/values.yaml': 'cart:\n  name: cart\n  tls:\n    create: false\n    name: cart-tls\n',
    'chart/templates/cart.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Values.cart.name }}
  namespace: {{ .Release.Namespace }}
{{- if .Values.cart.tls.create }}
---
apiVersion: v1
kind: Secret
metadata:
  name: {{ .Values.cart.tls.name }}
{{- else }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .Values.cart.name | quote }}
{{- end }}
`,
  };

  it('knows names that the values of the chart fill in, and leaves out what they switch off', () => {
    const lines = drafted(files);
    assert.ok(lines.includes('- State: `kubectl get deployment/cart` (`chart/templates/cart.yaml:4`)'));
    assert.ok(has(lines, '- Kubernetes: Service cart (`chart/templates/cart.yaml:17`)'));
    assert.ok(!has(lines, 'cart-tls'));
  });

  it('says how many further workloads there are', () => {
    const many = Array.from(
      { length: 6 },
      (_, at) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: w${at}\n`,
    ).join('---\n');
    const lines = drafted({ 'chart/Chart.yaml': 'name: shop\n', 'chart/templates/a.yaml': many }, component('chart'));
    const states = lines.findIndex(line => line.startsWith('- State:'));
    assert.equal(lines[states + 4], '- And 2 more from here on (`chart/templates/a.yaml:24`)');
  });
});

describe('A page drafted for a module of Terraform', () => {
  it('names who uses it, and not what only begins like it', () => {
    const lines = drafted(
      {
        'infra/modules/store/main.tf': 'resource "aws_rds_cluster" "main" {}\n',
        'infra/main.tf':
          'module "carts" {\n  source = "./modules/store"\n}\nmodule "store_scheduler" {\n  source = "./modules/job"\n}\n',
      },
      component('infra/modules/store', 'folder'),
    );
    assert.ok(lines.includes('- Needed by: `module.carts in infra` (`infra/main.tf:1`)'));
    assert.ok(!has(lines, 'store_scheduler'));
    const at = lines.indexOf('## Deploy');
    assert.ok(has(lines.slice(at), 'Terraform: `aws_rds_cluster.main`'));
  });
});

describe('A page and the workflows of the whole repository', () => {
  const flow = (name: string, on = 'push:'): string =>
    `name: ${name}\non:\n  ${on}\njobs:\n  go:\n    steps:\n      - run: docker push shop/all\n`;
  const shown = (text: string, more: Files = {}): boolean =>
    has(
      drafted({ '.github/workflows/a.yml': text, '.github/workflows/b.yml': flow('Other things'), ...more }),
      'a.yml',
    );
  const built = { 'src/cart/go.mod': 'module cart\n\ngo 1.25\n' };

  it('has those that bring everything, for what is built here', () => {
    assert.ok(shown(flow('Build and publish'), built));
    assert.ok(!shown(flow('Build and publish')));
    assert.ok(!shown(flow('Publish the website'), built));
    assert.ok(!shown(flow('Build and publish', "push: {paths: ['src/pay/**']}"), built));
  });
});

describe('A page drafted where a release completes the names', () => {
  const template = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.prefix" . }}cart
spec:
  selector:
    matchLabels:
      app.kubernetes.io/component: cart
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ include "shop.prefix" . }}cart
spec:
  schedule: "1 * * * *"
`;
  const lines = drafted({ 'chart/Chart.yaml': 'name: shop\n', 'chart/templates/cart.yaml': template });

  it('finds it by the label that stands there', () => {
    for (const line of [
      '- State: `kubectl get deployment --selector=app.kubernetes.io/component=cart` (`chart/templates/cart.yaml:4`)',
      '- Logs: `kubectl logs --selector=app.kubernetes.io/component=cart --tail=200` (`chart/templates/cart.yaml:4`)',
      '- Restart: `kubectl rollout restart deployment --selector=app.kubernetes.io/component=cart` (`chart/templates/cart.yaml:4`)',
    ])
      assert.ok(lines.includes(line), line);
  });

  it('has no command where no label tells', () => {
    assert.ok(has(lines, '- Kubernetes: CronJob …cart'));
    assert.ok(!has(lines, 'cronjob'));
    assert.ok(has(lines, '`1 * * * * (CronJob …cart)`'));
  });
});

describe('A page of what runs under compose and elsewhere', () => {
  const compose = { 'compose.yaml': 'services:\n  cart:\n    image: shop/cart\n' };
  const cluster = { 'infra/main.tf': 'resource "aws_ecs_service" "cart" {}\n' };

  it('says which commands are those of compose, and asks for the others', () => {
    const both = drafted({ ...compose, ...cluster });
    assert.ok(has(both, '- Restart, under compose: `docker compose restart cart`'));
    assert.ok(has(both, 'where are its logs where it runs for users?'));
    assert.ok(has(both, 'how is it started and restarted where it runs for users?'));
    const alone = drafted(compose);
    assert.ok(has(alone, '- Restart: `docker compose restart cart`'));
    assert.ok(!has(alone, 'where it runs for users'));
  });

  it('says which commands are for development, where compose does, and what is checked inside', () => {
    const page = drafted({
      'compose.yaml':
        'services:\n  cart:\n    image: shop/cart\n    env_file: config/local_dev.env\n    healthcheck:\n      test: ["CMD", "check"]\n',
    });
    assert.ok(has(page, '- Restart, for development: `docker compose restart cart`'));
    assert.ok(has(page, 'how is it started and restarted where it runs for users?'));
    assert.ok(has(page, '- Health check, inside the container: `check`'));
    assert.ok(
      has(
        drafted({ 'compose.yaml': 'services:\n  cart:\n    image: shop/cart\n    command: serve --dev\n' }),
        '- Restart, for development',
      ),
    );
  });
});

describe('A page and the images that a workflow pushes', () => {
  it('has the one that is built from its folder, not those beside it', () => {
    const flow = `name: Build images
on: push
jobs:
  images:
    steps:
      - run: |
          docker build -f src/cart/Dockerfile -t shop/basket .
          docker push shop/basket
      - run: |
          docker build -f src/pay/Dockerfile -t shop/pay .
          docker push shop/pay
`;
    const lines = drafted({ '.github/workflows/images.yml': flow, '.github/workflows/other.yml': flow });
    assert.ok(
      has(
        lines,
        '- Job `images`: `docker push shop/basket`: **it changes or removes what lies elsewhere: read it first** (`.github/workflows/images.yml:8`)',
      ),
    );
    assert.ok(!has(lines, 'shop/pay'));
  });
});

describe('The help of a script', () => {
  it('is what stands at its top, not what is said of the line below', () => {
    const script = (comment: string, next: string): Files => ({ 'ops/cart.sh': `#!/bin/sh\n${comment}\n${next}\n` });
    assert.ok(
      !has(drafted(script('# Checks the number of the change', 'if [ -z "$1" ]; then exit; fi')), 'Checks the'),
    );
    assert.ok(has(drafted(script('# Fills the carts again', 'set -e')), 'Fills the carts again'));
  });
});

describe('A page drafted for what compose runs for developers', () => {
  const compose =
    'services:\n  cart:\n    image: cart:1\n    env_file: config/local_dev.env\n    depends_on: [redis]\n    healthcheck:\n      test:\n        - CMD\n        - python3\n        - -c\n        - |\n          import os\n          os.remove("/tmp/ok")\n  redis:\n    image: redis:7\n';

  it('says so of what it needs there', () => {
    assert.ok(has(drafted({ 'compose.yaml': compose }), '- Needs, for development: `redis`'));
    const plain = compose.replace('    env_file: config/local_dev.env\n', '');
    assert.ok(has(drafted({ 'compose.yaml': plain }), '- Needs: `redis`'));
    const service = 'resource "aws_ecs_service" "cart" {\n}\n';
    assert.ok(has(drafted({ 'compose.yaml': plain, 'infra/a.tf': service }), '- Needs, under compose: `redis`'));
  });

  it('folds no program of several lines into one that looks as if it could be typed', () => {
    assert.ok(has(drafted({ 'compose.yaml': compose }), '- Health check, inside the container: `python3 -c …` ('));
  });

  it('says of a file of variables that all of it is set', () => {
    assert.ok(has(drafted({ 'compose.yaml': compose }), '- All that is set in `config/local_dev.env` ('));
  });
});

describe('The version of what is only set up', () => {
  const version = (files: Files): readonly string[] =>
    drafted(files).filter(line => line.startsWith('- Version in use: '));
  const compose = (base: string): string =>
    `services:\n  cart:\n    image: cart-local\n    build:\n      context: ./src/cart\n      args:\n        BASE_IMAGE: ${base}\n`;

  it('is that of the image which the file that runs it chooses to build on', () => {
    const dockerfile = 'ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n';
    assert.deepEqual(version({ 'compose.yaml': compose('shop/store:25.8'), 'src/cart/Dockerfile': dockerfile }), [
      '- Version in use: `shop/store:25.8` (`compose.yaml:7`)',
    ]);
    const variable = compose('x').replace('        BASE_IMAGE: x\n', '        - STORE_IMAGE\n');
    const files = { '.env': 'STORE_IMAGE=shop/store:1\n', 'compose.yaml': variable };
    assert.deepEqual(version({ ...files, 'src/cart/Dockerfile': 'ARG STORE_IMAGE\nFROM ${STORE_IMAGE}\n' }), [
      '- Version in use: `${STORE_IMAGE}`, set in `.env:1` (`src/cart/Dockerfile:2`)',
    ]);
  });

  it('is not that of what a program runs on', () => {
    assert.deepEqual(version({ 'compose.yaml': compose('x'), 'src/cart/Dockerfile': 'FROM python:3.14\n' }), []);
    const written = { 'compose.yaml': compose('shop/base:2'), 'src/cart/Dockerfile': 'FROM a:1\n' };
    assert.deepEqual(version({ ...written, 'src/cart/go.mod': 'module cart\n\ngo 1.25\n' }), []);
  });
});

describe('A workflow that takes changes back', () => {
  const workflow =
    'on:\n  workflow_dispatch:\n    inputs:\n      change:\n        description: number\njobs:\n  revert:\n    steps:\n      - uses: acme/revert@v1\n        with: {mail: bot@cart.example.com}\n';
  const others: Files = { 'compose.yaml': 'services:\n  cart:\n    image: cart:1\n', '.github/workflows/b.yml': '' };

  it('is told of where something is rolled back, and does not check anything', () => {
    const lines = drafted({ ...others, '.github/workflows/fast-revert.yml': workflow });
    assert.ok(has(lines, '- Take back a change, whole repository, by workflow `fast-revert.yml`, runs on: by hand ('));
    assert.ok(has(lines, '  - Run by hand it asks for `change`, number ('));
    assert.ok(!has(lines, 'Check by workflow'));
    assert.ok(has(lines, 'how is the last good version brought back'));
  });

  it('answers how a version is brought back where it is named for that', () => {
    const lines = drafted({ ...others, '.github/workflows/rollback.yml': workflow });
    assert.ok(has(lines, '- Roll back, whole repository, by workflow `rollback.yml`, runs on: by hand ('));
    assert.ok(!has(lines, 'how is the last good version brought back'));
  });

  it('is not about what an address of mail in it happens to name', () => {
    const named = workflow.replace('revert:', 'tidy:');
    const lines = drafted({ ...others, '.github/workflows/tidy.yml': named });
    assert.ok(!has(lines, 'tidy.yml'));
  });
});

describe('A workflow that deploys the whole repository', () => {
  it('brings a component that has an image, whatever it is written in', () => {
    const files: Files = {
      '.github/workflows/a.yml':
        'name: Deploy to production\non: push\njobs:\n  deploy:\n    uses: acme/ci/deploy.yml@v1\n',
      '.github/workflows/b.yml': '',
    };
    const image = { 'src/cart/Dockerfile': 'FROM ruby:3\n' };
    assert.ok(has(drafted({ ...files, ...image }), '- Workflow `Deploy to production`, runs on: push ('));
    assert.ok(!has(drafted(files), 'Deploy to production'));
  });
});
