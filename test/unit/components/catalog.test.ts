import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCatalog } from '../../../src/core/components/catalog';

const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments
  description: Takes money
  tags: [java, tier-1]
  links:
    - url: https://example.com/dashboard
      title: Dashboard
    - title: no address
spec:
  type: service
  lifecycle: production
  owner: group:default/pay
---
kind: API
metadata: { name: payments-api }
---
kind: Component
metadata:
  name: ledger
  annotations:
    backstage.io/source-location: url:./ledger/
`;

describe('catalog', () => {
  it('reads the components of all documents, with their lines', () => {
    const [payments, ledger, ...others] = parseCatalog('services/pay/catalog-info.yaml', text);
    assert.deepEqual(payments, {
      name: 'payments',
      type: 'service',
      owner: 'group:default/pay',
      system: null,
      lifecycle: 'production',
      criticality: 'high',
      description: 'Takes money',
      links: [{ url: 'https://example.com/dashboard', title: 'Dashboard', line: 8 }],
      tags: ['java', 'tier-1'],
      path: 'services/pay/catalog-info.yaml',
      line: 4,
      folder: 'services/pay',
    });
    assert.deepEqual(
      [ledger?.name, ledger?.line, ledger?.folder, ledger?.owner],
      ['ledger', 21, 'services/pay/ledger', null],
    );
    assert.deepEqual(others, []);
  });

  it('takes the criticality from a tier or the lifecycle, whichever way it is written', () => {
    const of = (spec: string): unknown =>
      parseCatalog('catalog-info.yaml', `kind: Component\nmetadata: { name: x${spec}`)[0]?.criticality;
    assert.equal(of(' }'), 'normal');
    assert.equal(of(', labels: { example.com/tier: "1" } }'), 'high');
    assert.equal(of(' }\nspec: { criticality: low }'), 'low');
    assert.equal(of(', tags: [mission-critical] }\nspec: { lifecycle: deprecated }'), 'high');
    assert.equal(of(' }\nspec: { lifecycle: experimental }'), 'low');
    assert.equal(of(', annotations: { example.com/frontier: "1" } }'), 'normal');
  });

  it('reads the files of other catalogs', () => {
    const read = (path: string, written: string) =>
      parseCatalog(path, written).map(each => [each.name, each.owner, each.criticality, each.folder, each.line]);
    assert.deepEqual(
      read('pay/opslevel.yml', 'version: 1\ncomponent:\n  name: Payments\n  owner: pay\n  tier: tier_1\n'),
      [['Payments', 'pay', 'high', 'pay', 3]],
    );
    assert.deepEqual(
      read(
        'cart/cortex.yaml',
        'openapi: 3.0.1\ninfo:\n  title: Cart\n  x-cortex-tag: cart\n  x-cortex-owners: [{ name: shop, type: group }]\n',
      ),
      [['cart', 'shop', 'normal', 'cart', 4]],
    );
    assert.deepEqual(
      read('ads/service.datadog.yaml', 'schema-version: v2.2\ndd-service: ads\nteam: ads-team\ntier: "3"\n'),
      [['ads', 'ads-team', 'low', 'ads', 2]],
    );
  });

  it('stays in the repository', () => {
    const outside = text.replace('./ledger/', '../../../etc');
    assert.equal(parseCatalog('services/pay/catalog-info.yaml', outside)[1]?.folder, 'services/pay');
  });

  it('has nothing to say of broken text', () => {
    assert.deepEqual(parseCatalog('catalog-info.yaml', 'kind: Component\nmetadata: [name'), []);
    assert.deepEqual(parseCatalog('catalog-info.yaml', 'kind: Component\nmetadata: { name: 3 }'), []);
    fc.assert(fc.property(fc.string(), broken => Array.isArray(parseCatalog('catalog-info.yaml', broken))));
  });
});
