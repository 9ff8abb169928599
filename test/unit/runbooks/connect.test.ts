import assert from 'node:assert/strict';
import type { ComponentKind } from '../../../src/core/model';
import { type Connectable, connectRunbook } from '../../../src/core/runbooks/connect';
import { readDocument } from '../../../src/core/runbooks/document';

const component = (id: string, kind: ComponentKind = 'service', name = id.split('/').at(-1) ?? id): Connectable => ({
  id,
  name,
  kind,
  paths: [`${id}/**`],
});

const components = [
  component('services/payments'),
  component('services/checkout'),
  component('services/accounts'),
  component('services/checkout-api'),
  component('docs', 'documentation'),
  component('ops', 'operations'),
  component('src/cartservice'),
  component('api', 'folder'),
];

const connect = (path: string, text = ''): string | null => connectRunbook(readDocument(text), path, components);

describe('The component a runbook is for', () => {
  it('is what the front matter names', () => {
    assert.equal(connect('docs/runbooks/checkout.md', '---\nservice: Payments\n---\n'), 'services/payments');
    assert.equal(connect('docs/x.md', '---\ncomponent: component:default/payments\n---\n'), 'services/payments');
  });

  it('is what the file is named for, whatever folder of operations holds it', () => {
    assert.equal(connect('docs/runbooks/payments.md'), 'services/payments');
    assert.equal(connect('ops/runbooks/payments-runbook.md'), 'services/payments');
    assert.equal(connect('docs/runbooks/cart.md'), 'src/cartservice');
    assert.equal(connect('docs/runbooks/checkout.md'), 'services/checkout');
  });

  it('is what a folder among the runbooks is named for', () => {
    assert.equal(connect('docs/runbooks/payments/restore.md'), 'services/payments');
  });

  it('is the one whose folder holds the page', () => {
    assert.equal(connect('services/payments/RUNBOOK.md'), 'services/payments');
    assert.equal(connect('services/payments/docs/operations.md'), 'services/payments');
    assert.equal(connect('ops/restore.md'), 'ops');
  });

  it('is the longest name in the file name, humps included', () => {
    assert.equal(connect('docs/runbooks/rotate-payments-keys.md'), 'services/payments');
    assert.equal(connect('docs/runbooks/checkout-api-latency.md'), 'services/checkout-api');
    assert.equal(connect('docs/alerts/PaymentsDown.md'), 'services/payments');
  });

  it('is the only one that it links to, or that its title names', () => {
    assert.equal(connect('docs/runbooks/keys.md', 'See [code](../../services/payments/main.go).'), 'services/payments');
    assert.equal(connect('docs/runbooks/keys.md', '# Rotate the keys of payments\n'), 'services/payments');
  });

  it('is none when two could be meant, or a name says nothing', () => {
    assert.equal(connect('docs/runbooks/payments-or-accounts.md'), null);
    assert.equal(
      connect('docs/runbooks/keys.md', '[a](../../services/payments/a) [b](../../services/checkout/b)'),
      null,
    );
    assert.equal(connect('docs/runbooks/the-api-is-down.md'), null);
  });

  it('is never a component of documentation', () => {
    assert.equal(connect('docs/operations.md', '# Docs\n'), null);
    assert.equal(connect('docs/runbooks/docs.md'), null);
  });
});
