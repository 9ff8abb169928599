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
      lifecycle: 'production',
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
