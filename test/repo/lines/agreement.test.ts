import assert from 'node:assert/strict';
import type { LineOwnership } from '../../../src/core/lines/lineOwnership';
import { blameEngine, type Mistake } from './blameEngine';
import { type CheckOptions, checkHistory } from './checkHistory';
import { failingHistory } from './failingHistory';
import type { EngineFor } from './lineEngine';
import type { PlannedHistory } from './plan';

describe('the comparison of line ownership with blame', () => {
  /** Two commits to one file, another file with a name that cannot be text, and a binary one. */
  const plan: PlannedHistory = {
    commits: [
      {
        parents: [],
        date: 1_700_000_000,
        files: [
          ['a', { content: 'one\ntwo\n' }],
          ['latin\xe9 \'"', { content: 'one' }],
          ['empty', { content: '' }],
          ['binary', { content: 'a\0b' }],
          ['text.on', { content: 'a\0b' }],
          ['link', { symlink: 'a' }],
        ],
      },
      { parents: [0], date: 1_700_000_100, files: [['a', { content: '  one\ntwo\nthree\n' }]] },
    ],
    head: 1,
    ignored: [1],
  };
  const altered =
    (alter: (ownership: LineOwnership) => Partial<LineOwnership>): EngineFor =>
    repository =>
    async question => {
      const ownership = await blameEngine(repository)(question);
      return { ...ownership, ...alter(ownership) };
    };
  const said = async (engineFor: EngineFor, options?: CheckOptions): Promise<string[]> =>
    (await checkHistory(plan, engineFor, options)).map(({ path, line }) => `${path}:${line}`);

  it('finds nothing when blame is compared with itself', async () => {
    assert.deepEqual(await said(blameEngine), []);
    assert.deepEqual(await said(blameEngine, { ignoring: true, objectFormat: 'sha256' }), []);
  });

  it('names each line about which the engine says something else', async () => {
    const wrong =
      (mistake: Mistake): EngineFor =>
      repository =>
        blameEngine(repository, mistake);
    assert.deepEqual(await said(wrong({ options: { ignoreWhitespace: false } })), ['a:1']);
    assert.deepEqual(await said(wrong({ runs: runs => runs.slice(0, 1) })), ['a:0']);
  });

  it('names files that the engine leaves out, adds or puts elsewhere', async () => {
    assert.deepEqual(await said(altered(({ files }) => ({ files: files.filter(({ path }) => path !== 'empty') }))), [
      'empty:0',
    ]);
    const more = { path: 'binary', lines: 0, runs: new Int32Array() };
    assert.deepEqual(await said(altered(({ files }) => ({ files: [...files, more] }))), ['binary:0']);
    assert.deepEqual(await said(altered(({ files }) => ({ files: [...files].reverse() }))), ['a:0']);
  });

  it('names what is wrong with the form of the answer', async () => {
    assert.deepEqual(await said(altered(({ commits }) => ({ commits: Buffer.concat([commits, Buffer.alloc(20)]) }))), [
      ':0',
      ':0',
    ]);
    assert.deepEqual(await said(altered(() => ({ head: 'f'.repeat(40) }))), [':0']);
  });

  const found = async (mistake: Mistake, ignoring = false): Promise<PlannedHistory> => {
    const engineFor: EngineFor = repository => blameEngine(repository, mistake);
    const search = { runs: 100, seed: 1, check: { ignoring }, reducingMilliseconds: 30_000 };
    const failing = await failingHistory(engineFor, search);
    assert.ok(failing, 'random histories find the mistake');
    return failing.plan;
  };

  it('finds an engine that forgets which commits to ignore, and makes the case small', async () => {
    const { commits } = await found({ forgetsIgnored: true }, true);
    assert.ok(commits.length <= 3, `${commits.length} commits`);
  });

  it('finds an engine that looks at first parents only, and makes the case small', async () => {
    const { commits } = await found({ options: { more: ['--first-parent'] } });
    assert.ok(commits.length <= 4, `${commits.length} commits`);
  });
});
