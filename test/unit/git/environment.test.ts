import assert from 'node:assert/strict';
import { gitEnvironment } from '../../../src/git/environment';

describe("git's environment", () => {
  it('holds nothing of the caller but what git needs', () => {
    const hostile = {
      PATH: '/bin',
      HOME: '/home/ann',
      XDG_CONFIG_HOME: '/home/ann/.config',
      GIT_DIR: '/x',
      GIT_CONFIG_COUNT: '1',
      GIT_EXTERNAL_DIFF: 'rm',
      GIT_SSH_COMMAND: 'rm',
      GIT_TRACE: '1',
      GIT_ALLOW_PROTOCOL: 'ext',
      LD_PRELOAD: 'x.so',
      LANG: 'de_DE.UTF-8',
    };
    assert.deepEqual(gitEnvironment(hostile, 'linux'), {
      PATH: '/bin',
      HOME: '/home/ann',
      XDG_CONFIG_HOME: '/home/ann/.config',
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_FLUSH: '0',
      GIT_PAGER: 'cat',
      PAGER: 'cat',
    });
  });

  it('has on Windows what programs there need, found whatever its case, and each once', () => {
    const environment = gitEnvironment({ Path: 'C:\\bin', SYSTEMROOT: 'C:\\Windows', userprofile: 'C:\\U' }, 'win32');
    assert.equal(environment['PATH'], 'C:\\bin');
    assert.equal(environment['SystemRoot'], 'C:\\Windows');
    assert.equal(environment['USERPROFILE'], 'C:\\U');
    const names = Object.keys(environment).map(name => name.toLowerCase());
    assert.equal(new Set(names).size, names.length);
  });
});
