// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates write variables that way
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collectFacts } from '../../../src/core/scaffold/collect';
import type { Fact } from '../../../src/core/scaffold/fact';
import { cloudFormationFacts } from '../../../src/core/scaffold/facts/cloudFormation';
import { skaffoldFacts } from '../../../src/core/scaffold/facts/skaffold';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

const collect = (files: Readonly<Record<string, string>>, subject = cart): readonly Fact[] =>
  collectFacts(subject, { paths: Object.keys(files).sort(), texts: new Map(Object.entries(files)) });

const told = (facts: readonly Fact[]): readonly string[] =>
  facts.map(({ kind, name, value, line }) => `${kind} ${name} | ${value} | ${line}`);

describe('Facts of CloudFormation', () => {
  const template = `Description: Carts of the shop
Parameters:
  Size:
    Type: Number
    Default: 3
  DbPassword:
    Type: String
    NoEcho: true
    Default: hunter2
Resources:
  CartFunction:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Nightly:
          Type: Schedule
          Properties:
            Schedule: rate(1 day)
  CartFunctionRole:
    Type: AWS::IAM::Role
  CartErrors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: cart-errors
      AlarmDescription: Too many errors
  Slow:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: !Sub '\${Stage}-slow'
      Dimensions:
        - Name: FunctionName
          Value: cart
  Pay:
    Type: AWS::Lambda::Function
`;

  it('are resources and alarms that carry the name, without what only glues', () => {
    assert.deepEqual(told(collect({ 'infra/template.yaml': template })), [
      'infrastructure CartFunction | AWS::Serverless::Function CartFunction | 11',
      'schedule CartFunction | rate(1 day) | 18',
      'alert cart-errors | Too many errors | 24',
      'alert Slow |  | 26',
    ]);
  });

  it('of its own folder are all of them, with parameters by name', () => {
    const facts = collect({ 'src/cart/template.yaml': template });
    assert.deepEqual(told(facts).slice(0, 3), [
      'description Description | Carts of the shop | 1',
      'environment Size | Size | 3',
      'secret DbPassword | DbPassword | 6',
    ]);
    assert.ok(told(facts).includes('infrastructure Pay | AWS::Lambda::Function Pay | 33'));
    assert.ok(!JSON.stringify(facts).includes('hunter2'));
  });

  it('are read from anything without failing', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        cloudFormationFacts('template.yaml', `Resources:\n  A:\n    Type: AWS::X::Y\n    ${text}`, cart, true);
        skaffoldFacts('skaffold.yaml', `build:\n  artifacts:\n    - ${text}`, cart);
      }),
    );
  });
});

describe('Facts of Skaffold', () => {
  const skaffold =
    'kind: Config\nbuild:\n  artifacts:\n    - image: acme/cart\n      context: src/cart/app\n    - image: pay\n      context: src/pay\ndeploy:\n  kubectl: {}\n';

  it('are what is built from its folder, and the command that brings all', () => {
    const facts = collect({ 'skaffold.yaml': skaffold });
    assert.deepEqual(told(facts), ['build acme/cart | src/cart/app as cart | 5', 'target deploy |  | 8']);
    assert.deepEqual([facts[1]?.command, facts[1]?.wide], ['skaffold run', true]);
    assert.deepEqual(told(collect({ 'skaffold.yaml': skaffold }, { id: 'src/x', name: 'x', paths: ['src/x/**'] })), []);
  });
});

describe('Facts of what is there in part', () => {
  it('are none of a patch that takes a resource away', () => {
    const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\n$patch: delete\n';
    assert.deepEqual(collect({ 'kustomize/without/cart.patch.yaml': patch }), []);
  });

  it('say of a part of Kustomize what it brings or changes where it is added, without a command', () => {
    const part = 'kind: Component\nresources: [cart.yaml]\nimages:\n- name: cart\n  newTag: SOME_TAG\n';
    const patching = 'kind: Component\npatches:\n- patch: |-\n    kind: Deployment\n    metadata:\n      name: cart\n';
    const facts = collect({ 'kustomize/a/kustomization.yaml': part, 'kustomize/b/kustomization.yaml': patching });
    assert.deepEqual(told(facts), [
      'kustomization cart.yaml | kustomize/a brings cart.yaml wherever it is added | 2',
      'kustomization cart | kustomize/b changes cart wherever it is added | 6',
    ]);
    assert.ok(facts.every(({ command }) => command === undefined));
  });

  it('tell where a store keeps its data that only they call, and that a pod takes it along', () => {
    const workload = (name: string, more: string): string =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      containers:\n        - name: ${name}\n${more}---\n`;
    const calling = '          env:\n            - name: STORE_ADDR\n              value: store:6379\n';
    const storing =
      '          volumeMounts:\n            - name: kept\n              mountPath: /data\n            - name: passing\n              mountPath: /tmp\n      volumes:\n        - name: kept\n          emptyDir: {}\n        - name: passing\n          emptyDir: {}\n';
    const volumes = (...parts: readonly string[]): readonly string[] =>
      told(collect({ 'k8s/all.yaml': parts.join('') }).filter(({ kind }) => kind === 'volume'));
    const store = workload('store', storing);
    assert.deepEqual(volumes(workload('cart', calling), store), ['volume /data | kept → /data of store | 29']);
    assert.deepEqual(volumes(workload('cart', calling), workload('pay', calling), store), []);
    const claiming = '  volumeClaimTemplates:\n    - metadata:\n        name: kept\n';
    assert.deepEqual(volumes(workload('cart', claiming).replace('Deployment', 'StatefulSet')), [
      'volume kept | claim kept of each pod | 12',
    ]);
    assert.deepEqual(volumes(workload('cart', storing)), ['volume /data | kept → /data | 16']);
  });

  it('set an image that only runs before it apart from its own', () => {
    const pod = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  template:
    spec:
      initContainers:
        - name: wait
          image: busybox:1
      containers:
        - name: server
          image: shop/cart:2
`;
    assert.deepEqual(
      told(collect({ 'k8s/cart.yaml': pod })).filter(line => line.startsWith('image')),
      ['image server | shop/cart:2 | 13', 'image init image | busybox:1 | 10'],
    );
  });

  it('do not build a service of a ready-made image, and find one by the name of its container', () => {
    const makefile = 'restart:\n\tdocker compose restart $(service)\nbuild:\n\tdocker compose build $(service)\n';
    const ready = 'services:\n  store:\n    container_name: cart\n    image: redis:7\n';
    const commands = (compose: string): readonly (string | undefined)[] =>
      collect({ 'compose.yaml': compose, Makefile: makefile })
        .filter(fact => fact.kind === 'target')
        .map(fact => fact.command);
    assert.deepEqual(commands(ready), ['make restart service=store']);
    assert.deepEqual(commands(ready.replace('image: redis:7', 'build: ./store')), [
      'make restart service=store',
      'make build service=store',
    ]);
  });

  it('take no licence for a description', () => {
    const readme =
      '<!-- Unless required by law, this is distributed\nwithout warranties. -->\n\n# Cart\n\nKeeps the carts of customers until they pay.\n';
    assert.deepEqual(told(collect({ 'src/cart/README.md': readme })), [
      'description README | Keeps the carts of customers until they pay. | 6',
    ]);
  });

  it('are routes for health of parts that lie in its folder, where it runs', () => {
    const files = {
      'src/cart/web/urls.py': 'urlpatterns = [\n    path("__heartbeat__", views.beat),\n]\n',
      'src/cart/manage.py': '',
    };
    const top = { ...cart, paths: ['src/cart/*'] };
    assert.deepEqual(told(collect(files, top)), []);
    assert.ok(
      told(collect({ ...files, 'compose.yaml': 'services:\n  cart:\n    image: x\n' }, top)).includes(
        'healthRoute __heartbeat__ | __heartbeat__ | 2',
      ),
    );
  });
});
