import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isComposePath,
  parseCompose,
  parseEnvironment,
  serviceFolders,
} from '../../../src/core/components/composeServices';

describe('compose services', () => {
  const foldersOf = (text: string, environment = ''): readonly (readonly string[])[] =>
    serviceFolders(parseCompose('compose.yaml', text, parseEnvironment(environment))).map(({ folder, name, line }) => [
      folder,
      name,
      String(line),
    ]);

  it('knows compose files by name', () => {
    for (const path of ['docker-compose.yml', 'a/compose.yaml', 'compose.prod.yml', 'docker-compose-dev.yaml']) {
      assert.ok(isComposePath(path), path);
    }
    assert.ok(!isComposePath('composer.yml') && !isComposePath('compose.json'));
  });

  it('takes services that are built here, by their context', () => {
    const text = `services:
  cart:
    build: ./src/cart
  database:
    image: postgres
  pay:
    build: { context: src/pay/ }
  remote:
    build: https://github.com/example/x.git
  outside:
    build: ../elsewhere
  root:
    build: .
`;
    assert.deepEqual(foldersOf(text), [
      ['src/cart', 'cart', '2'],
      ['src/pay', 'pay', '6'],
    ]);
  });

  it('goes by the Dockerfile where the context is the root or shared, with variables filled in', () => {
    const text = `services:
  ad:
    build: { context: ./, dockerfile: "\${AD_DOCKERFILE}" }
  cart:
    build: { context: ., dockerfile: "\${CART:-./src/cart/src/Dockerfile}" }
  web:
    build: { context: ., dockerfile: shop/docker/web/Dockerfile }
  worker:
    build: { context: ., dockerfile: shop/docker/worker/Dockerfile }
`;
    assert.deepEqual(foldersOf(text, 'AD_DOCKERFILE=./src/ad/Dockerfile # here'), [
      ['src/ad', 'ad', '2'],
      ['src/cart', 'cart', '4'],
      ['shop', 'shop', '6'],
    ]);
  });

  it('names a folder that several services are built from after the folder', () => {
    assert.deepEqual(foldersOf('services:\n  web: { build: app }\n  jobs: { build: app }\n'), [['app', 'app', '2']]);
  });

  it('has nothing to say of broken text', () => {
    for (const text of [
      'services: [',
      'services: 3',
      'services: { a: { build: [x] } }',
      '',
      'services:\n  a: &a { build: *a }',
    ]) {
      assert.deepEqual(foldersOf(text), [], text);
    }
    fc.assert(fc.property(fc.string(), text => Array.isArray(foldersOf(text, text))));
  });
});
