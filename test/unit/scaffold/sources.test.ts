import assert from 'node:assert/strict';
import { factSources } from '../../../src/core/scaffold/sources';
import { isNamed, speaksOf } from '../../../src/core/scaffold/subject';

const cart = { id: 'src/cart', name: 'cart', paths: ['src/cart/**'] };

describe('The files that tell about a component', () => {
  it('are its own, the outermost of each kind, then those of the repository', () => {
    const sources = factSources(cart, [
      '.env',
      '.github/CODEOWNERS',
      '.github/workflows/ci.yml',
      'Makefile',
      'compose.yaml',
      'deploy/k8s/cart.yaml',
      'src/cart/Dockerfile',
      'src/cart/Dockerfile.debug',
      'src/cart/genproto/Dockerfile',
      'src/cart/main.go',
      'src/cart/package.json',
      'src/cart/web/package.json',
    ]);
    assert.deepEqual(sources, [
      'src/cart/Dockerfile',
      'src/cart/main.go',
      'src/cart/package.json',
      'compose.yaml',
      'Makefile',
      '.github/workflows/ci.yml',
      'deploy/k8s/cart.yaml',
      '.github/CODEOWNERS',
      '.env',
    ]);
  });

  it('are no examples, no tests, and nothing of other components', () => {
    const paths = [
      'src/cart/test/Dockerfile',
      'src/cart/examples/compose.yaml',
      'src/pay/Dockerfile',
      'src/pay/package.json',
    ];
    assert.deepEqual(factSources(cart, paths), []);
    // A package of a JVM may be called so.
    const program = 'src/cart/src/main/java/org/acme/samples/CartApplication.java';
    assert.deepEqual(factSources(cart, [...paths, program]), [program]);
  });

  it('are at most 120 of a kind, those that carry its name first', () => {
    const paths = Array.from({ length: 500 }, (_, index) => `k8s/a${index}.yaml`);
    const sources = factSources(cart, [...paths, 'k8s/z/cart.yaml']);
    assert.equal(sources.length, 120);
    assert.equal(sources[0], 'k8s/z/cart.yaml');
  });
});

describe('The name of a component', () => {
  it('is known in other spellings', () => {
    for (const name of ['cart', 'Cart', 'cart-service', 'cartservice', 'CartService'])
      assert.ok(isNamed(cart, name), name);
    for (const name of ['carts', 'shopping-cart', '', 'ca']) assert.ok(!isNamed(cart, name), name);
  });

  it('is met in a text as a whole word or as a path, and common names only as a path', () => {
    assert.ok(speaksOf(cart, 'restart cart now'));
    assert.ok(!speaksOf(cart, 'cartography, shopping-cart'));
    const source = { id: 'src', name: 'src', paths: ['src/**'] };
    assert.ok(speaksOf(source, 'make -C ./src/ all'));
    assert.ok(!speaksOf(source, 'the src of it all'));
  });
});
