import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../../src/git/ask';
import { GitError } from '../../../src/git/errors';
import { gitGate } from '../../../src/git/gate';
import type { Git } from '../../../src/git/git';
import { pumpGit, readGit, type StreamOptions, streamGit } from '../../../src/git/streamGit';
import { git, repositoryWith, TemporaryFolder, thisGit } from './temporaryRepository';

function reason(expected: string): (cause: unknown) => boolean {
  return cause => cause instanceof GitError && cause.reason === expected;
}

describe('streaming from git', () => {
  const temporary = new TemporaryFolder();
  let found: Git;
  let root = '';

  before(async () => {
    found = await thisGit;
    root = temporary.folder('repository');
    repositoryWith(root, { large: 'x'.repeat(3_000_000) });
  });
  after(() => temporary.remove());

  afterEach(async () => {
    // Whatever happened, both places are free again.
    const leave = await Promise.all([
      gitGate.enter(AbortSignal.timeout(5_000)),
      gitGate.enter(AbortSignal.timeout(5_000)),
    ]);
    for (const one of leave) one();
  });

  /** A program in git's place that leaves its process id behind and then does as told. */
  function program(name: string, body: string): { readonly git: Git; readonly pid: () => number } {
    const file = path.join(temporary.folder('programs'), name);
    writeFileSync(file, `#!/bin/sh\necho $$ > "${file}.pid"\n${body}\n`);
    chmodSync(file, 0o755);
    return { git: { ...found, path: file }, pid: () => Number(readFileSync(`${file}.pid`, 'utf8')) };
  }

  async function drain(
    used: Git,
    options: Partial<StreamOptions> = {},
    args: readonly string[] = ['x'],
  ): Promise<number> {
    let length = 0;
    for await (const chunk of streamGit(used, args, { cwd: root, ...options })) length += chunk.length;
    return length;
  }

  function isRunning(pid: number): boolean {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }

  it('gives all of the output', async () => {
    assert.equal(await drain(found, {}, ['cat-file', 'blob', 'HEAD:large']), 3_000_000);
    assert.equal((await readGit(found, ['rev-parse', '--git-dir'], { cwd: root })).toString(), '.git\n');
  });

  it('feeds it text, bytes and streams, larger than a pipe holds', async () => {
    const line = `${git(root, ['rev-parse', 'HEAD']).trim()}\n`;
    const text = line.repeat(20_000);
    async function* pieces(): AsyncGenerator<string> {
      for (let count = 0; count < 20; count++) yield line.repeat(1_000);
    }
    for (const input of [text, Buffer.from(text), pieces()]) {
      const answer = await readGit(found, ['cat-file', '--batch-check'], { cwd: root, input });
      assert.equal(answer.toString().split('\n').length - 1, 20_000);
    }
  });

  it('hands on what the input throws', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'HEAD\n';
      throw new RangeError('no more');
    }
    await assert.rejects(drain(found, { input: broken() }, ['cat-file', '--batch-check']), RangeError);
  });

  it('does not mind a git that does not want its input', async () => {
    await drain(found, { input: 'x'.repeat(1_000_000) }, ['rev-parse', 'HEAD']);
  });

  it('tells after the last byte that git failed', async () => {
    await assert.rejects(drain(found, {}, ['log', 'nope', '--']), reason('unknownRevision'));
    await assert.rejects(drain(found, { cwd: temporary.folder('none') }, ['log']), reason('notARepository'));
    await assert.rejects(drain(found, { cwd: path.join(root, 'absent') }), reason('notARepository'));
    await assert.rejects(drain({ ...found, path: '/nowhere/git' }), reason('gitNotFound'));
    await assert.rejects(
      readGit(found, ['cat-file', 'blob', 'HEAD:large'], { cwd: root, maxBytes: 10 }),
      reason('failed'),
    );
  });

  it('is not held up by what git complains about, and keeps the first 64 KiB of it', async function () {
    if (process.platform === 'win32') this.skip();
    const loud = program('loud', 'head -c 1000000 /dev/zero | tr "\\0" e >&2; exit 3');
    await assert.rejects(drain(loud.git), (cause: unknown) => {
      assert.ok(cause instanceof GitError);
      return cause.detail.length === 64 * 1024;
    });
  });

  it('names the signal that ended git', async function () {
    if (process.platform === 'win32') this.skip();
    await assert.rejects(drain(program('dying', 'kill -9 $$').git), /SIGKILL/);
  });

  it('runs git at low priority, with its own environment and the safe configuration', async function () {
    if (process.platform === 'win32') this.skip();
    process.env['GIT_DIR'] = '/nowhere';
    try {
      const curious = program('curious', 'sleep 0.1; ps -o ni= -p $$; echo "$GIT_DIR|$LC_ALL|$@"');
      const printed = (await readGit(curious.git, ['log'], { cwd: root })).toString();
      assert.match(printed, /\|C\|--no-pager -c core\.fsmonitor= .*log$/m);
      const niceness = Number(/^\s*(\d+)$/m.exec(printed)?.[1]);
      assert.ok(niceness > getPriority(), printed);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  for (const bulk of [false, true]) {
    describe(bulk ? 'visited in bulk' : 'visited', () => {
      const visit = (used: Git, args: readonly string[], options: Partial<StreamOptions> = {}): Promise<Buffer> => {
        const chunks: Buffer[] = [];
        const take = (chunk: Buffer): unknown => chunks.push(Buffer.from(chunk));
        return pumpGit(used, args, { cwd: root, bulk, ...options }, take).then(() => Buffer.concat(chunks));
      };

      it('gives all of the output, in order', async () => {
        assert.equal((await visit(found, ['cat-file', 'blob', 'HEAD:large'])).toString(), 'x'.repeat(3_000_000));
        const numbers = Array.from({ length: 20_000 }, (_, number) => `none-${number} missing\n`).join('');
        const printed = await visit(found, ['cat-file', '--batch-check'], {
          input: numbers.replaceAll(' missing', ''),
        });
        assert.equal(printed.toString(), numbers);
        assert.equal((await visit(found, ['rev-list', '--max-count=0', 'HEAD'])).length, 0);
      });

      it('tells that git failed, or could not begin', async () => {
        await assert.rejects(visit(found, ['log', 'nope', '--']), reason('unknownRevision'));
        await assert.rejects(visit(found, ['log'], { cwd: path.join(root, 'absent') }), reason('notARepository'));
        await assert.rejects(visit({ ...found, path: '/nowhere/git' }, ['log']), reason('gitNotFound'));
      });

      it('ends git when the visitor throws, and hands that on', async function () {
        if (process.platform === 'win32') this.skip();
        const endless = program(`visited-${bulk}`, 'exec yes');
        const stop = (): void => {
          throw new RangeError('enough');
        };
        await assert.rejects(pumpGit(endless.git, [], { cwd: root, bulk }, stop), RangeError);
        assert.equal(isRunning(endless.pid()), false);
      });

      it('ends git on an abort, and when it is silent', async function () {
        if (process.platform === 'win32') this.skip();
        const silent = program(`silent-${bulk}`, 'exec sleep 60');
        await assert.rejects(visit(silent.git, [], { signal: AbortSignal.timeout(200) }), reason('cancelled'));
        assert.equal(isRunning(silent.pid()), false);
        await assert.rejects(visit(silent.git, [], { idleMilliseconds: 100 }), reason('timedOut'));
        assert.equal(isRunning(silent.pid()), false);
      });
    });
  }

  it('does as well with a pipe where there is no place for a socket', async () => {
    const usual = process.env['TMPDIR'];
    process.env['TMPDIR'] = path.join(root, 'absent');
    try {
      let length = 0;
      await pumpGit(found, ['cat-file', 'blob', 'HEAD:large'], { cwd: root, bulk: true }, chunk => {
        length += chunk.length;
      });
      assert.equal(length, 3_000_000);
    } finally {
      if (usual === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usual;
    }
  });

  it('ends git when the consumer stops early', async function () {
    if (process.platform === 'win32') this.skip();
    const endless = program('endless', 'exec yes');
    for await (const chunk of streamGit(endless.git, [], { cwd: root })) {
      assert.ok(chunk.length > 0);
      break;
    }
    assert.equal(isRunning(endless.pid()), false);
  });

  it('ends git when it is cancelled: before, while it waits, and while it prints', async function () {
    if (process.platform === 'win32') this.skip();
    await assert.rejects(drain(found, { signal: AbortSignal.abort() }), reason('cancelled'));
    for (const body of ['exec sleep 30', 'exec yes']) {
      const endless = program('cancelled', body);
      const abort = new AbortController();
      setTimeout(() => abort.abort(), 150);
      await assert.rejects(drain(endless.git, { signal: abort.signal }), reason('cancelled'));
      assert.equal(isRunning(endless.pid()), false);
    }
  });

  it('kills a git that does not listen after two seconds', async function () {
    if (process.platform === 'win32') this.skip();
    const stubborn = program('stubborn', 'trap "" TERM\nwhile :; do sleep 0.1; done');
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 300);
    const began = performance.now();
    await assert.rejects(drain(stubborn.git, { signal: abort.signal }), reason('cancelled'));
    const took = performance.now() - began;
    assert.ok(took > 1_900, `${took} ms`);
    assert.equal(isRunning(stubborn.pid()), false);
  });

  it('gives up on a git that is silent for too long', async function () {
    if (process.platform === 'win32') this.skip();
    const silent = program('silent', 'echo hello; exec sleep 30');
    await assert.rejects(drain(silent.git, { idleMilliseconds: 200 }), reason('timedOut'));
    assert.equal(isRunning(silent.pid()), false);
    await assert.rejects(ask(silent.git, root, ['x'], { idleMilliseconds: 200 }), reason('timedOut'));
  });

  it('does not count the time the consumer takes', async () => {
    const args = ['cat-file', 'blob', 'HEAD:large'];
    let length = 0;
    let first = true;
    for await (const chunk of streamGit(found, args, { cwd: root, idleMilliseconds: 100 })) {
      length += chunk.length;
      if (first) await pause(300);
      first = false;
    }
    assert.equal(length, 3_000_000);
  });

  it('has at most two processes at once, questions included', async function () {
    if (process.platform === 'win32') this.skip();
    const counting = program(
      'counting',
      `d="${temporary.folder('running')}"; touch "$d/$$"; ls "$d" | wc -l; sleep 0.1; rm "$d/$$"`,
    );
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async number =>
        number % 2
          ? (await readGit(counting.git, [], { cwd: root })).toString()
          : (await ask(counting.git, root, ['x'])).output,
      ),
    );
    assert.ok(
      answers.every(answer => Number(answer) <= 2),
      answers.join(),
    );
  });

  it('leaves the repository as it was', () => {
    assert.equal(existsSync(path.join(root, '.git', 'index.lock')), false);
  });
});
