import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BuiltRepository } from '../support/builtRepository';
import { buildLargeRepository } from '../support/largeRepository';
import { RepositoryBuilder } from '../support/repositoryBuilder';
import { buildSampleRepository } from '../support/sampleRepository';

const ann = { name: 'Ann Example', email: 'ann@example.com' };
const ben = { name: 'Ben Bäcker', email: 'ben@example.com' };
const day = 86_400;

describe('repository builder', () => {
  const built: BuiltRepository[] = [];
  const building = async (builder: RepositoryBuilder, checkout = false): Promise<BuiltRepository> => {
    const repository = await builder.build({ checkout });
    built.push(repository);
    return repository;
  };
  after(async () => {
    for (const repository of built) await repository.dispose();
  });

  it('gives the same sha for the same description, whoever runs it', async () => {
    const describeIt = (): RepositoryBuilder => {
      const builder = new RepositoryBuilder();
      builder.commit({ author: ann, committer: ben, date: '2024-03-01T12:00:00', message: 'One', files: { a: 'a\n' } });
      return builder;
    };
    const [first, second] = [await building(describeIt()), await building(describeIt())];
    assert.equal(await first.git('rev-parse', 'HEAD'), await second.git('rev-parse', 'HEAD'));
    assert.equal(await first.git('log', '--format=%an|%cn|%ct'), 'Ann Example|Ben Bäcker|1709294400');
  });

  it('keeps every path as it was given, byte by byte', async () => {
    const names = ['a b', 'q"uote', 'tab\there', 'line\nbreak', 'old => new', 'back\\slash', 'grün/日本'];
    const bytes = Buffer.from([0x66, 0xff, 0xfe]);
    const builder = new RepositoryBuilder();
    builder.commit({ author: ann, date: 1, files: [...names.map(name => [name, name] as const), [bytes, 'bytes']] });
    const repository = await building(builder);
    const { stdout } = await promisify(execFile)('git', ['ls-tree', '-rz', '--name-only', 'HEAD'], {
      cwd: repository.path,
      encoding: 'buffer',
    });
    const found = stdout.toString('latin1').split('\0').slice(0, -1).sort();
    const given = [...names.map(name => Buffer.from(name).toString('latin1')), bytes.toString('latin1')].sort();
    assert.deepEqual(found, given);
  });

  it('writes renames, deletions, modes, links, submodules and trailers', async () => {
    const builder = new RepositoryBuilder({ name: 'a "quoted" name' });
    builder.commit({ author: ann, date: 1, files: { old: '1\n2\n3\n', gone: 'x', run: '#!/bin/sh\n' } });
    builder.commit({
      author: ben,
      date: 2,
      message: 'Everything',
      trailers: [['Co-authored-by', 'Ann Example <ann@example.com>']],
      files: {
        new: { rename: 'old' },
        gone: null,
        run: { content: '#!/bin/sh\n', executable: true },
        link: { symlink: 'new' },
        part: { submodule: '1'.repeat(40) },
      },
    });
    const repository = await building(builder, true);
    const raw = await repository.git('log', '-1', '-M', '--raw', '--format=', '--abbrev=4');
    assert.match(raw, /R100\told\tnew/);
    assert.match(raw, /D\tgone/);
    assert.match(raw, /:100644 100755 .* M\trun/);
    assert.match(raw, /:000000 160000 .* A\tpart/);
    assert.equal(
      await repository.git('log', '-1', '--format=%(trailers:key=Co-authored-by,valueonly)'),
      'Ann Example <ann@example.com>\n',
    );
    assert.ok((await lstat(path.join(repository.path, 'link'))).isSymbolicLink());
  });

  it('merges what happened on the other branches, and what the merge itself adds', async () => {
    const builder = new RepositoryBuilder();
    const root = builder.commit({ author: ann, date: 1, files: { base: '1' } });
    const left = builder.commit({ author: ann, date: 2, files: { left: '1' } });
    const right = builder.commit({ author: ben, date: 3, files: { right: '1' }, parents: [root], branch: 'right' });
    const third = builder.commit({ author: ben, date: 4, files: { base: '2' }, parents: [root], branch: 'third' });
    builder.commit({ author: ann, date: 5, files: { evil: '1' }, parents: [left, right, third] });
    const orphan = builder.commit({ author: ben, date: 6, files: { alone: '1' }, parents: [], branch: 'orphan' });
    const repository = await building(builder);
    assert.equal(await repository.git('ls-tree', '--name-only', 'HEAD'), 'base\nevil\nleft\nright');
    assert.equal(await repository.git('show', 'HEAD:base'), '2');
    assert.equal((await repository.git('log', '-1', '--format=%P')).split(' ').length, 3);
    assert.equal(await repository.git('rev-list', '--count', repository.sha(orphan)), '1');
  });

  it('goes on with a repository it built before', async () => {
    const builder = new RepositoryBuilder();
    const first = builder.commit({ author: ann, date: 1, files: { a: '1', b: '1' } });
    const repository = await building(builder, true);
    const before = repository.sha(first);
    builder.commit({ author: ben, date: 2, files: { a: '2', b: null } });
    await builder.build({ checkout: true });
    assert.equal(await repository.git('rev-parse', 'HEAD~1'), before);
    assert.equal(await readFile(path.join(repository.path, 'a'), 'utf8'), '2');
    assert.equal(await repository.git('status', '--porcelain'), '');
  });

  it('knows unborn branches, detached heads and SHA-256', async () => {
    const empty = await building(new RepositoryBuilder({ initialBranch: 'trunk' }), true);
    assert.equal(await empty.git('symbolic-ref', 'HEAD'), 'refs/heads/trunk');
    const builder = new RepositoryBuilder({ objectFormat: 'sha256' });
    const first = builder.commit({ author: ann, date: 1, files: { a: '1' } });
    builder.commit({ author: ann, date: 2, files: { a: '2' } });
    const detached = await builder.build({ head: first, checkout: true });
    built.push(detached);
    assert.equal(await detached.git('rev-parse', 'HEAD'), detached.sha(first));
    assert.equal(detached.sha(first).length, 64);
    await assert.rejects(detached.git('symbolic-ref', '-q', 'HEAD'));
  });

  it('says what git did not like', async () => {
    const builder = new RepositoryBuilder();
    builder.commit({ author: ann, date: 1, files: { b: { rename: 'a' } } });
    await assert.rejects(building(builder), /path a not in branch/i);
  });

  it('makes clones, work trees, submodules and damage of an existing one', async () => {
    const builder = new RepositoryBuilder();
    for (let date = 1; date <= 5; date += 1) builder.commit({ author: ann, date, files: { a: `${date}` } });
    const repository = await building(builder, true);
    const bare = await repository.bareClone();
    assert.equal(await bare.git('rev-parse', '--is-bare-repository'), 'true');
    assert.equal(await (await repository.shallowClone(2)).git('rev-list', '--count', 'HEAD'), '2');
    const partial = await repository.partialClone();
    assert.match(await partial.git('rev-list', '--objects', '--missing=print', 'HEAD'), /^\?/m);
    const worktree = await repository.worktree('second');
    assert.equal(await worktree.git('branch', '--show-current'), 'second');
    const submodule = await repository.withSubmodule(bare, 'parts/bare');
    assert.match(submodule.gitFolder, /modules/);
    const blob = await repository.git('rev-parse', 'HEAD~2:a');
    await repository.removeObject(blob);
    await assert.rejects(repository.git('cat-file', '-e', blob));
    await bare.corrupt('head');
    await assert.rejects(bare.git('rev-parse', 'HEAD'));
    await partial.corrupt({ object: await partial.git('rev-parse', 'HEAD~1') });
    await assert.rejects(partial.git('log'));
    if (await worktree.makeUnsafe()) await assert.rejects(worktree.git('status'), /dubious ownership/);
  });

  it('makes a large repository of the size asked for, the same for the same seed', async () => {
    const size = { commits: 400, files: 60, people: 20, seed: 7 };
    const [first, second] = [await buildLargeRepository(size), await buildLargeRepository(size)];
    built.push(first, second);
    assert.equal(await first.git('rev-parse', 'HEAD'), await second.git('rev-parse', 'HEAD'));
    assert.equal(await first.git('rev-list', '--count', 'HEAD'), '400');
    assert.ok(Number(await first.git('rev-list', '--count', '--merges', 'HEAD')) > 10);
    assert.match(await first.git('log', '-M', '--diff-filter=R', '--summary', '--format='), /rename/);
  });
});

describe('sample repository', () => {
  const until = Date.UTC(2025, 5, 18) / 1000;
  let sample: BuiltRepository;
  before(async () => {
    sample = await buildSampleRepository({ until });
  });
  after(() => sample.dispose());

  const touchedBy = async (...paths: string[]): Promise<ReadonlySet<string>> =>
    new Set(
      (await sample.git('log', '--no-merges', '--format=%aN', '--since', `${until - 180 * day}`, '--', ...paths)).split(
        '\n',
      ),
    );

  it('is the same whenever it is made for the same day, and ends before it', async () => {
    const again = await buildSampleRepository({ until: until + 3_600 });
    assert.equal(await again.git('rev-parse', 'HEAD'), await sample.git('rev-parse', 'HEAD'));
    await again.dispose();
    const age = until - Number(await sample.git('log', '-1', '--format=%ct'));
    assert.ok(age > 0 && age < 7 * day);
  });

  it('can be made for any day, into a clean work tree', async () => {
    for (const days of [1, 2, 3]) {
      const other = await buildSampleRepository({ until: until + days * day });
      assert.equal(await other.git('status', '--porcelain'), '');
      await other.dispose();
    }
    const commits = Number(await sample.git('rev-list', '--count', 'HEAD'));
    assert.ok(commits >= 400 && commits <= 620, `${commits} commits`);
  });

  it('has a service that one person knows, one that three share, and one whose author left', async () => {
    const payments = await sample.git('shortlog', '-sn', 'HEAD', '--', 'services/payments/src');
    assert.match(payments.trim(), /^\d{2,}\tMara Lindqvist\n\s+1\tSamir Kowalczyk$/);
    assert.deepEqual([...(await touchedBy('services/tracking'))].sort(), [
      'Dilan Okafor',
      'Priya Castellanos',
      'Wouter Haddad',
    ]);
    assert.deepEqual([...(await touchedBy('services/labels/labels'))], ['']);
    const lastOfIngrid = Number(await sample.git('log', '-1', '--format=%ct', '--author=Ingrid'));
    assert.ok(until - lastOfIngrid > 730 * day);
    assert.match(await sample.git('show', 'HEAD:.single-points.yml'), /Ingrid Salvesen\n\s+left: true/);
  });

  it('has one who went quiet, and one whose two addresses belong together', async () => {
    assert.deepEqual([...(await touchedBy('services/notifications/src'))].includes('Kenji Baptiste'), false);
    assert.match(await sample.git('shortlog', '-sn', 'HEAD', '--', 'services/notifications/src'), /Kenji Baptiste/);
    assert.equal(
      await sample.git('check-mailmap', '<dilan@okafor.example.com>'),
      'Dilan Okafor <dilan.okafor@example.com>',
    );
  });

  it('has a file that one person edits by hand again and again', async () => {
    const authors = (await sample.git('log', '--format=%aN', '--', 'infra/k8s/payments.yaml')).split('\n');
    assert.ok(authors.length > 28);
    assert.deepEqual([...new Set(authors)], ['Tobias Rehn']);
  });

  it('has a bot, and an agent whose every commit names a human', async () => {
    const byBot = await sample.git('log', '--author=deps-bot', '--format=', '--name-only');
    assert.deepEqual([...new Set(byBot.split('\n').filter(line => line !== ''))], ['web/package-lock.json']);
    const byAgent = await sample.git(
      'log',
      '--author=noreply@anthropic.com',
      '--format=%(trailers:key=Co-authored-by,valueonly,separator=)',
    );
    assert.ok(byAgent.split('\n').every(human => human === 'Noor Eriksen <noor.eriksen@example.com>'));
  });

  it('has merges, one of which adds a file, and a service that was renamed', async () => {
    assert.ok(Number(await sample.git('rev-list', '--count', '--merges', 'HEAD')) > 30);
    const added = await sample.git('log', '--merges', '--cc', '--diff-filter=A', '--format=', '--name-only');
    assert.equal(added.trim(), 'services/tracking/internal/geofence/geofence.go');
    assert.match(
      await sample.git('log', '-M', '--summary', '--format=', '--diff-filter=R'),
      /rename services\/\{stickers => labels\}\/labels\/spool\.py \(100%\)/,
    );
  });

  it('lists a reformatting that changes nothing but white space', async () => {
    const ignored = (await sample.git('show', 'HEAD:.git-blame-ignore-revs')).split('\n').at(-1) ?? '';
    assert.equal(await sample.git('show', '-w', '--format=', '--shortstat', ignored), '');
    assert.match(await sample.git('show', '--format=', '--shortstat', ignored), /files changed/);
  });
});

describe('sample generator', () => {
  it('replaces what it generated before and refuses everything else', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'single-points-'));
    const generate = (at: string) =>
      promisify(execFile)(process.execPath, [path.resolve('out/support/generateSample.cjs'), at]);
    try {
      const target = path.join(folder, 'sample');
      assert.match((await generate(target)).stdout, /^Sample repository "harbour" in .*\n$/);
      await generate(target);
      await assert.rejects(generate(folder), /not empty and is no earlier sample/);
      const file = path.join(folder, 'notes');
      await writeFile(file, 'mine');
      await assert.rejects(generate(file), /not empty and is no earlier sample/);
      assert.equal(await readFile(file, 'utf8'), 'mine');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
