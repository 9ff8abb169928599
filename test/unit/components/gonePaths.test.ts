import assert from 'node:assert/strict';
import { componentOfGonePath, inUncountedFolder } from '../../../src/core/components/gonePaths';

describe('a path that is not there any more', () => {
  it('belongs to the first declared component that matches it, else to that of its folder', () => {
    const declared = (name: string, ...paths: string[]) => ({ name, paths, criticality: 'normal' as const, line: 1 });
    const found = ['pay', 'web'].map(id => ({
      ...{
        id,
        name: id,
        kind: 'folder' as const,
        paths: [],
        source: null,
        criticality: 'normal' as const,
        ...{ owner: null, system: null, domain: null },
      },
    }));
    const components = [declared('gone', 'web/**'), declared('pay', 'web/pay/**', 'pay/**')];
    const of = componentOfGonePath({ components }, found, path => (path.startsWith('web/') ? 'web' : null));
    assert.deepEqual(['pay/a', 'web/pay/a', 'web/a', 'a'].map(of), ['pay', 'pay', 'web', null]);
  });

  it('does not count in a folder of which nothing counts today', () => {
    const isUncounted = inUncountedFolder(['deps/lua/a.c', 'src/a.c', 'README'], ['src/a.c', 'README']);
    assert.deepEqual(['deps/lua/b.c', 'deps/old/x/y.c', 'src/old/b.c', 'b.c', 'new/a'].map(isUncounted), [
      ...[true, true, false, false, false],
    ]);
  });
});
