import assert from 'node:assert/strict';
import { classifyFailure, classifySpawnFailure, type FailureReason } from '../../../src/git/errors';

const words: readonly (readonly [FailureReason, string])[] = [
  ['notARepository', 'fatal: not a git repository (or any of the parent directories): .git'],
  ['unsafeDirectory', "fatal: detected dubious ownership in repository at '/srv/it'\nTo add an exception…"],
  ['unsafeDirectory', "fatal: unsafe repository ('/srv/it' is owned by someone else)"],
  ['unsafeDirectory', "fatal: cannot use bare repository '/srv/it' (safe.bareRepository is 'explicit')"],
  ['noCommits', "fatal: your current branch 'main' does not have any commits yet"],
  ['noCommits', "fatal: ambiguous argument 'HEAD': unknown revision or path not in the working tree."],
  ['noCommits', "fatal: bad default revision 'HEAD'"],
  ['noCommits', 'fatal: Not a valid object name HEAD'],
  ['partial', "fatal: transport 'file' not allowed\nfatal: could not fetch 00750edc from promisor remote"],
  ['partial', 'warning: lazy fetching disabled; some objects may not be available\nfatal: unable to read 00750edc'],
  ['shallow', 'fatal: shallow file has changed since we read it'],
  ['missingObject', 'fatal: unable to read tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904'],
  ['missingObject', 'error: unable to read sha1 file of x (4b825dc642cb6eb9a060e54bf8d69288fbee4904)'],
  ['missingObject', "fatal: missing blob object '4b825dc642cb6eb9a060e54bf8d69288fbee4904'"],
  [
    'missingObject',
    'error: Could not read 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nfatal: revision walk setup failed',
  ],
  ['missingObject', 'fatal: bad object 4b825dc642cb6eb9a060e54bf8d69288fbee4904'],
  ['unknownRevision', "fatal: ambiguous argument 'nope': unknown revision or path not in the working tree."],
  ['unknownRevision', 'fatal: Not a valid object name nope'],
  ['unknownRevision', 'fatal: Needed a single revision'],
  ['gitTooOld', "error: unknown option `source=HEAD'\nusage: git check-attr…"],
  ['failed', 'error: object file .git/objects/ab/cd is empty\nfatal: loose object abcd (stored in …) is corrupt'],
  ['failed', 'fatal: Out of memory, malloc failed'],
  ['failed', "fatal: could not open '.git/config': Permission denied"],
];

describe('the failure behind an exit of git', () => {
  for (const [reason, stderr] of words) {
    it(`is ${reason} for "${stderr.split('\n').at(-1)}"`, () => {
      const failure = classifyFailure({ code: 128, signal: null }, `${stderr}\n`);
      assert.equal(failure.reason, reason);
      assert.equal(failure.detail, stderr);
      assert.match(failure.message, /^[A-Z].+\. .+\.$/s, 'says what is wrong, then what to do');
    });
  }

  it('names the signal that ended git', () => {
    const failure = classifyFailure({ code: null, signal: 'SIGKILL' }, '');
    assert.equal(failure.reason, 'failed');
    assert.match(failure.message, /SIGKILL/);
  });

  it('is a git that is too old when git prints its usage', () => {
    assert.equal(classifyFailure({ code: 129, signal: null }, 'usage: git log').reason, 'gitTooOld');
  });

  it('repeats what git said last when that is not known', () => {
    const failure = classifyFailure({ code: 1, signal: null }, 'warning: a\nfatal: the moon is full\n');
    assert.equal(failure.reason, 'failed');
    assert.match(failure.message, /the moon is full/);
  });

  it('gives the exit code when git said nothing', () => {
    assert.match(classifyFailure({ code: 3, signal: null }, '').message, /exit code 3/);
  });

  it('tells a git that is not there from one that may not be run, and from a machine that is out of processes', () => {
    const spawnFailure = (code: string): FailureReason =>
      classifySpawnFailure(Object.assign(new Error('spawn'), { code }), '/opt/git').reason;
    assert.equal(spawnFailure('ENOENT'), 'gitNotFound');
    assert.equal(spawnFailure('EACCES'), 'gitNotFound');
    assert.equal(spawnFailure('EAGAIN'), 'failed');
  });
});
