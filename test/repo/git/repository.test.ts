import assert from 'node:assert/strict';
import { chmodSync, chownSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GitError } from '../../../src/git/errors';
import type { Git } from '../../../src/git/git';
import { commitSubjects, configValue, resolveRevision } from '../../../src/git/questions';
import { describeRepository } from '../../../src/git/repository';
import { commitFiles, git, repositoryWith, TemporaryFolder, thisGit } from './temporaryRepository';

function withReason(reason: string): (cause: unknown) => boolean {
  return cause => cause instanceof GitError && cause.reason === reason;
}

describe('a repository', () => {
  const temporary = new TemporaryFolder();
  let found: Git;

  before(async () => {
    found = await thisGit;
  });
  after(() => temporary.remove());

  describe('is described', () => {
    it('from its top and from a folder inside it', async () => {
      const root = temporary.folder('plain');
      const head = repositoryWith(root, { a: 'a\n' });
      const gitDir = path.join(root, '.git');
      const expected = {
        root,
        gitDir,
        commonDir: gitDir,
        bare: false,
        branch: 'main',
        head,
        shallow: false,
        partial: false,
        objectFormat: 'sha1',
        remotes: [],
        superproject: null,
      };
      assert.deepEqual(await describeRepository(found, root), expected);
      assert.deepEqual(await describeRepository(found, temporary.folder('plain', 'deep', 'er')), expected);
      assert.deepEqual(await describeRepository(found, gitDir), expected);
      assert.deepEqual(await describeRepository(found, path.join(gitDir, 'objects')), expected);
    });

    it('with the projects that its remotes lead to, without passwords and folders on disk', async () => {
      const root = temporary.folder('remotes');
      repositoryWith(root, { a: 'a\n' });
      git(root, ['remote', 'add', 'origin', 'https://ann:secret@example.com/acme/shop.git']);
      git(root, ['remote', 'add', 'upstream', 'git@example.com:acme/shop.git']);
      git(root, ['remote', 'add', 'mirror', '../elsewhere.git']);
      const described = await describeRepository(found, root);
      assert.deepEqual([described.remotes, described.partial], [['example.com/acme/shop'], false]);
    });

    it('through a symbolic link', async function () {
      if (process.platform === 'win32') this.skip();
      const root = temporary.folder('linked to');
      repositoryWith(root, { a: 'a\n' });
      const link = path.join(temporary.path, 'link');
      symlinkSync(temporary.folder('linked to', 'sub'), link);
      const described = await describeRepository(found, link);
      assert.equal(described.root, root);
      assert.equal(described.commonDir, path.join(root, '.git'));
    });

    it('whatever characters its folder has', async () => {
      const names = ['a b', 'semi;colon $x', '-dash', '--is-bare-repository', 'a => b', 'ünï 日本'];
      if (process.platform !== 'win32') names.push('tab\there', 'line\nfeed', 'ends\n', '"quoted\'', 'true\nfalse');
      for (const name of names) {
        const root = temporary.folder('names', name);
        const head = repositoryWith(root, {});
        const described = await describeRepository(found, root);
        assert.equal(described.root, root);
        assert.equal(described.head, head);
        assert.equal(described.commonDir, path.join(root, '.git'));
      }
    });

    it('when it is bare', async () => {
      const head = repositoryWith(temporary.folder('source'), { a: 'a\n' });
      const bare = path.join(temporary.path, 'bare.git');
      git(temporary.path, ['clone', '-q', '--bare', 'source', 'bare.git']);
      const described = await describeRepository(found, bare);
      assert.deepEqual(
        [described.root, described.gitDir, described.commonDir, described.bare, described.branch, described.head],
        [bare, bare, bare, true, 'main', head],
      );
      assert.deepEqual(await describeRepository(found, path.join(bare, 'refs')), described);
    });

    it('from a linked worktree', async () => {
      const root = temporary.folder('main tree');
      const head = repositoryWith(root, { a: 'a\n' });
      const tree = path.join(temporary.path, 'other-tree');
      git(root, ['worktree', 'add', '-q', '-b', 'topic/x', tree]);
      const described = await describeRepository(found, tree);
      const gitDir = path.join(root, '.git', 'worktrees', 'other-tree');
      assert.deepEqual(
        [described.root, described.gitDir, described.commonDir, described.branch, described.head],
        [tree, gitDir, path.join(root, '.git'), 'topic/x', head],
      );
      assert.deepEqual(await describeRepository(found, gitDir), described);
    });

    it('as a submodule of another', async () => {
      repositoryWith(temporary.folder('library'), { a: 'a\n' });
      const outer = temporary.folder('outer');
      repositoryWith(outer, {});
      git(outer, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', '../library', 'lib']);
      const described = await describeRepository(found, path.join(outer, 'lib'));
      const gitDir = path.join(outer, '.git', 'modules', 'lib');
      assert.deepEqual(
        [described.root, described.gitDir, described.superproject],
        [path.join(outer, 'lib'), gitDir, outer],
      );
      assert.deepEqual(await describeRepository(found, gitDir), described);
      assert.equal((await describeRepository(found, outer)).superproject, null);
    });

    it('with a branch that is called HEAD', async () => {
      const root = temporary.folder('ambiguous');
      const head = repositoryWith(root, { a: 'a\n' });
      git(root, ['update-ref', 'refs/heads/HEAD', head]);
      const inside = await describeRepository(found, root);
      assert.deepEqual([inside.head, inside.branch, inside.root], [head, 'main', root]);
      const bare = path.join(temporary.path, 'ambiguous.git');
      git(temporary.path, ['clone', '-q', '--bare', root, bare]);
      git(bare, ['update-ref', 'refs/heads/HEAD', head]);
      const described = await describeRepository(found, bare);
      assert.deepEqual([described.head, described.branch], [head, 'main']);
    });

    it('with a detached HEAD', async () => {
      const root = temporary.folder('detached');
      const head = repositoryWith(root, {});
      git(root, ['checkout', '-q', '--detach']);
      const described = await describeRepository(found, root);
      assert.deepEqual([described.branch, described.head, described.root], [null, head, root]);
    });

    it('before its first commit', async () => {
      const root = temporary.folder('unborn');
      git(root, ['init', '-q']);
      // What `rev-parse` could take for HEAD.
      writeFileSync(path.join(root, 'HEAD'), '');
      const described = await describeRepository(found, root);
      assert.deepEqual([described.branch, described.head, described.root], ['main', null, root]);
      await assert.rejects(resolveRevision(found, root, 'HEAD'), withReason('noCommits'));
      const bare = temporary.folder('unborn.git');
      git(bare, ['init', '-q', '--bare']);
      const describedBare = await describeRepository(found, bare);
      assert.deepEqual([describedBare.branch, describedBare.head, describedBare.root], ['main', null, bare]);
    });

    it('with SHA-256', async () => {
      const root = temporary.folder('sha256');
      const head = repositoryWith(root, { a: 'a\n' }, '--object-format=sha256');
      const described = await describeRepository(found, root);
      assert.equal(described.objectFormat, 'sha256');
      assert.equal(described.head, head);
      assert.equal(head.length, 64);
    });

    it('as shallow, or partial, when it is', async () => {
      const source = temporary.folder('deep');
      repositoryWith(source, { a: 'a\n' });
      commitFiles(source, [['a', 'b\n']], 'Second');
      git(source, ['config', 'uploadpack.allowFilter', 'true']);
      git(temporary.path, ['clone', '-q', '--depth=1', `file://${source}`, 'shallow']);
      git(temporary.path, ['clone', '-q', '--filter=blob:none', '--no-checkout', `file://${source}`, 'partial']);
      const shallow = await describeRepository(found, path.join(temporary.path, 'shallow'));
      assert.deepEqual([shallow.shallow, shallow.partial], [true, false]);
      const partial = await describeRepository(found, path.join(temporary.path, 'partial'));
      assert.deepEqual([partial.shallow, partial.partial], [false, true]);
    });
  });

  describe('is refused, with the reason,', () => {
    it('when the folder is in none, is a file, or does not exist', async () => {
      await assert.rejects(describeRepository(found, temporary.folder('nothing')), withReason('notARepository'));
      const file = path.join(temporary.path, 'a file');
      writeFileSync(file, '');
      await assert.rejects(describeRepository(found, file), /is a file/);
      await assert.rejects(describeRepository(found, path.join(temporary.path, 'absent')), /no folder/);
    });

    it('when another user owns it', async function () {
      if (process.getuid?.() !== 0) this.skip();
      const root = temporary.folder('foreign');
      repositoryWith(root, {});
      chownSync(root, 12345, 12345);
      chownSync(path.join(root, '.git'), 12345, 12345);
      await assert.rejects(describeRepository(found, root), withReason('unsafeDirectory'));
    });

    it('when a git directory has no work tree', async () => {
      const root = temporary.folder('separate');
      repositoryWith(root, {});
      const away = path.join(temporary.path, 'kept away');
      git(root, ['init', '-q', `--separate-git-dir=${away}`]);
      assert.equal((await describeRepository(found, root)).gitDir, away);
      await assert.rejects(describeRepository(found, away), withReason('notARepository'));
    });

    it('when git is gone, or the question was cancelled', async () => {
      const root = temporary.folder('asked');
      repositoryWith(root, {});
      const absent = { ...found, path: '/nowhere/git' };
      await assert.rejects(describeRepository(absent, root), withReason('gitNotFound'));
      await assert.rejects(describeRepository(found, root, AbortSignal.abort()), withReason('cancelled'));
    });
  });

  describe('answers short questions', () => {
    let root = '';
    let first = '';
    let second = '';

    before(() => {
      root = temporary.folder('it\'s "asked" a lot');
      first = repositoryWith(root, { a: 'a\n' });
      second = commitFiles(root, [['a', 'b\n']], 'Zweiter: ü "x" => y\nwrapped\n\nbody');
      git(root, ['tag', '-a', '-m', 'annotated', 'v1', first]);
    });

    it('which commit a revision names', async () => {
      assert.equal(await resolveRevision(found, root, 'HEAD'), second);
      assert.equal(await resolveRevision(found, root, 'v1'), first);
      assert.equal(await resolveRevision(found, root, 'main~1'), first);
      for (const revision of ['nope', 'HEAD:a', '--all', '', 'a\0b', 'f'.repeat(40)]) {
        await assert.rejects(resolveRevision(found, root, revision), (cause: unknown) => {
          assert.ok(cause instanceof GitError);
          return ['unknownRevision', 'missingObject'].includes(cause.reason);
        });
      }
    });

    it('what commits are called', async () => {
      const subjects = await commitSubjects(found, root, [second, first, 'f'.repeat(40)]);
      assert.deepEqual(
        [...subjects].sort((a, b) => a[1].localeCompare(b[1])),
        [
          [first, 'First'],
          [second, 'Zweiter: ü "x" => y wrapped'],
        ],
      );
      assert.equal((await commitSubjects(found, root, ['f'.repeat(40)])).size, 0);
      assert.equal((await commitSubjects(found, root, [])).size, 0);
    });

    it('what is configured', async () => {
      git(root, ['config', 'some.key', 'two\nlines']);
      assert.equal(await configValue(found, root, 'some.key'), 'two\nlines');
      assert.equal(await configValue(found, root, 'some.other'), null);
    });

    it('with a git whose path has spaces', async function () {
      if (process.platform === 'win32') this.skip();
      const wrapper = path.join(temporary.folder('my programs'), 'my git');
      writeFileSync(wrapper, `#!/bin/sh\nexec "${found.path}" "$@"\n`);
      chmodSync(wrapper, 0o755);
      assert.equal(await resolveRevision({ ...found, path: wrapper }, root, 'HEAD'), second);
    });
  });

  it('runs no program its configuration names, and nothing is written into it', async function () {
    if (process.platform === 'win32') this.skip();
    const root = temporary.folder('hostile');
    repositoryWith(root, { a: 'a\n' });
    git(root, ['reset', '-q', '--hard']);
    const ran = path.join(temporary.path, 'ran');
    const program = path.join(temporary.folder('programs'), 'evil');
    writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> "${ran}"\n`);
    chmodSync(program, 0o755);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'pager.log',
      'core.sshCommand',
      'core.gitProxy',
      'core.alternateRefsCommand',
      'core.askPass',
      'core.editor',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'gpg.program',
      'credential.helper',
      'alias.log',
      'alias.rev-parse',
    ]) {
      git(root, ['config', key, key.startsWith('alias') ? `!${program}` : program]);
    }
    git(root, ['config', 'log.showSignature', 'true']);
    git(root, ['config', 'core.hooksPath', path.dirname(program)]);
    for (const [name, value] of [
      ['.gitattributes', '* filter=evil diff=evil\n'],
      ['.git/hooks/post-index-change', `#!/bin/sh\necho hook >> "${ran}"\n`],
    ] as const) {
      writeFileSync(path.join(root, name), value, { mode: 0o755 });
    }
    const before = git(root, ['hash-object', '--no-filters', path.join('.git', 'index')]);
    const { head } = await describeRepository(found, root);
    await resolveRevision(found, root, 'HEAD');
    await commitSubjects(found, root, [head ?? '']);
    const { listTree } = await import('../../../src/git/tree');
    const { readBlobs } = await import('../../../src/git/blobs');
    const { checkAttributes } = await import('../../../src/git/attributes');
    const { readGit } = await import('../../../src/git/streamGit');
    const tree = await listTree(found, root, 'HEAD');
    const ids = tree.map(({ sha }) => sha);
    await readBlobs(found, root, ids, { maxBytes: 100 });
    await checkAttributes(found, { root, bare: false, revision: null, paths: ['a'] });
    await readGit(found, ['log', '--raw', '-M', '-z', '--format=%H%x00%s'], { cwd: root });
    assert.equal(existsSync(ran), false);
    assert.equal(git(root, ['hash-object', '--no-filters', path.join('.git', 'index')]), before);
  });
});
