// biome-ignore-all lint/suspicious/noTemplateCurlyInString: configurations write variables that way
import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/core/scaffold/collect';
import { springFacts } from '../../../src/core/scaffold/facts/springConfig';
import { shortName } from '../../../src/core/scaffold/shortName';

const component = (folder: string) => ({ id: folder, name: folder, paths: [`${folder}/**`] });

describe('The name of a component among its neighbours', () => {
  const folders = new Set(['shop-cart', 'shop-pay', 'shop-web', 'docs', 'src', 'src/shop-x']);

  it('goes without what three of them begin with', () => {
    assert.equal(shortName(component('shop-cart'), folders), 'cart');
    assert.equal(shortName(component('src/shop-x'), folders), null);
    assert.equal(shortName(component('docs'), folders), null);
    assert.equal(shortName({ ...component(''), paths: ['**'] }, folders), null);
  });

  it('is the longest that they share', () => {
    const deep = new Set(['shop-api-cart', 'shop-api-pay', 'shop-api-web', 'shop-ui']);
    assert.equal(shortName(component('shop-api-cart'), deep), 'cart');
    assert.equal(shortName(component('shop-ui'), deep), 'ui');
  });

  it('finds it in a compose file, and so does the name of its image where only one service has it', () => {
    const paths = ['shop-cart/a', 'shop-pay/a', 'shop-web/a', 'compose.yaml'];
    const services = (compose: string, folder: string): readonly string[] =>
      collectFacts(component(folder), { paths, texts: new Map([['compose.yaml', compose]]) })
        .filter(fact => fact.kind === 'composeService')
        .map(fact => fact.name);
    assert.deepEqual(services('services:\n  cart:\n    image: x\n', 'shop-cart'), ['cart']);
    const image = 'services:\n  front:\n    image: ghcr.io/acme/shop-web:1\n';
    assert.deepEqual(services(image, 'shop-web'), ['front']);
    assert.deepEqual(services(`${image}  other:\n    image: acme/shop-web\n`, 'shop-web'), []);
  });
});

describe('Facts of a Spring configuration', () => {
  it('are its port and the variables it is filled in with, by name', () => {
    const text =
      'server:\n  port: 8081\nspring:\n  url: ${CART_URL:http://localhost}\n# ${NOT_THIS}\npassword: ${DB_PASSWORD}\n';
    assert.deepEqual(
      springFacts('src/main/resources/application.yml', text).map(({ kind, name, line }) => `${kind} ${name} ${line}`),
      ['port 8081 2', 'environment CART_URL 4', 'secret DB_PASSWORD 6'],
    );
    assert.deepEqual(
      springFacts('config/application.properties', 'a=1\nserver.port = ${PORT:8080}\n').map(({ value }) => value),
      ['${PORT:8080}', 'PORT'],
    );
    assert.deepEqual(springFacts('resources/application-prod.yml', 'server:\n  port: 80\n'), []);
  });
});
