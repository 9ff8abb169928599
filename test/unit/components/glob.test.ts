import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob, compileGlobs, escapeGlob } from '../../../src/core/components/glob';
import { processorSeconds } from '../../support/processorTime';

describe('globs', () => {
  const matches = (glob: string, path: string): boolean => compileGlob(glob)?.(path) ?? false;

  it('takes a path without wildcards for the file or all in the folder', () => {
    assert.ok(matches('src/pay', 'src/pay'));
    assert.ok(matches('src/pay', 'src/pay/a/b.ts'));
    assert.ok(matches('./src/pay/', 'src/pay/.hidden'));
    assert.ok(!matches('src/pay', 'src/payments/a.ts'));
  });

  it('keeps * inside a part and lets ** cross parts', () => {
    assert.ok(matches('src/*.ts', 'src/a.ts'));
    assert.ok(!matches('src/*.ts', 'src/a/b.ts'));
    assert.ok(matches('**/*.ts', 'a.ts'));
    assert.ok(matches('src/**/x.ts', 'src/x.ts'));
    assert.ok(matches('src/{a,b}/**', 'src/b/c'));
  });

  it('reads parentheses, plus signs and exclamation marks as letters', () => {
    assert.ok(matches('app/(shop)/*', 'app/(shop)/page.tsx'));
    assert.ok(matches('c++/*', 'c++/a.cc'));
    assert.ok(matches('!important/*', '!important/x'));
  });

  it('refuses globs that could run for ever', () => {
    for (const glob of ['', '/', '*a*a*a*a*b', '**/a/**/a/**/b', '{a,b}{a,b}{a,b}{a,b}{a,b}', `?${'a'.repeat(300)}`]) {
      assert.equal(compileGlob(glob), null, glob);
    }
    const slow = compileGlobs(['{a,aa}{a,aa}{a,aa}{a,aa}b', '*a*a*a', '**/a/**/b/**']);
    const seconds = processorSeconds(() => {
      assert.equal(slow('a'.repeat(255)), true);
      assert.equal(slow(`${'a/'.repeat(400)}c`), false);
    });
    assert.ok(seconds < 5, `${seconds} s`);
  });

  it('means exactly the path it was escaped from', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab*?[]{}()!+@|\\^$. \n"=>'), minLength: 1, maxLength: 20 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).filter(name => !name.includes('/')),
        (folder, name) => {
          fc.pre(folder !== '.' && folder !== '..');
          assert.ok(matches(`${escapeGlob(folder)}/**`, `${folder}/${name}`), JSON.stringify(folder));
          assert.ok(!matches(`${escapeGlob(folder)}/**`, `x${folder}/${name}`));
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (glob, path) => typeof matches(glob, path) === 'boolean'));
  });
});
