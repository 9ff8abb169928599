import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseRepository } from '../../../src/analysis/chooseRepository';

describe('the repository that an assistant asks about', () => {
  const at = (...parts: string[]): string => path.resolve(path.sep, 'code', ...parts);
  const [shop, till, inner] = [at('shop'), at('till'), at('shop', 'vendor', 'till')];

  it('is the only one there is', () => {
    assert.equal(chooseRepository([shop], null, null), shop);
  });

  it('is the one named by its folder, in any case, by path or by address', () => {
    for (const asked of ['till', 'TILL', till, pathToFileURL(till).href])
      assert.equal(chooseRepository([shop, till], asked, null), till, asked);
  });

  it('is the innermost one that an absolute path lies in', () => {
    assert.equal(chooseRepository([shop, inner], null, path.join(inner, 'a.ts')), inner);
    assert.equal(chooseRepository([shop, inner], null, path.join(shop, 'a.ts')), shop);
    assert.equal(chooseRepository([shop, till], null, pathToFileURL(path.join(till, 'a.ts')).href), till);
  });

  it('is asked for where it is not clear, by path where a name stands for two', () => {
    assert.throws(() => chooseRepository([shop, till], null, 'a.ts'), /There are: "shop", "till"/);
    assert.throws(
      () => chooseRepository([till, inner], 'till', null),
      error => {
        const { message } = error as Error;
        return [till, inner].every(folder => message.includes(JSON.stringify(folder)));
      },
    );
  });

  it('is never one that is not open', () => {
    for (const asked of [at('other'), at('shop', '..', 'other'), 'https://example.com/shop', 'file:///%zz', '..'])
      assert.throws(() => chooseRepository([shop], asked, null), /not a repository that may be asked about/, asked);
    assert.throws(() => chooseRepository([], null, null), /None is open/);
  });
});
