import assert from 'node:assert/strict';
import { GitError } from '../../../src/git/errors';
import { isAtLeast, parseVersion } from '../../../src/git/git';
import { type LocatePorts, type LocateRequest, locateGit } from '../../../src/git/locate';

interface Machine extends LocatePorts {
  readonly ran: string[];
}

/** A machine on which just these programs are there, each printing what is given; null: it fails. */
function machineWith(programs: Readonly<Record<string, string | null>>): Machine {
  const ran: string[] = [];
  return {
    ran,
    exists: async file => file in programs,
    run: async file => {
      ran.push(file);
      return programs[file] ?? null;
    },
  };
}

const good = 'git version 2.39.5\n';

function linux(env: LocateRequest['env'], ...candidates: string[]): LocateRequest {
  return { candidates, platform: 'linux', env };
}

function windows(env: LocateRequest['env'], ...candidates: string[]): LocateRequest {
  return { candidates, platform: 'win32', env };
}

async function failure(looking: Promise<unknown>): Promise<GitError> {
  const cause = await looking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  assert.ok(cause instanceof GitError);
  return cause;
}

describe('looking for git', () => {
  it('takes the first candidate that works, then PATH', async () => {
    const ports = machineWith({ '/b/git': null, '/c/git': good, '/usr/bin/git': good });
    assert.equal((await locateGit(linux({ PATH: '/usr/bin' }, '/a/git', '/b/git', '/c/git'), ports)).path, '/c/git');
    assert.equal((await locateGit(linux({ PATH: '/nowhere:/usr/bin' }), ports)).path, '/usr/bin/git');
  });

  it('gives the version and the environment git will have', async () => {
    const found = await locateGit(linux({ PATH: '/x', HOME: '/h', GIT_DIR: '/evil' }), machineWith({ '/x/git': good }));
    assert.deepEqual(found.version, [2, 39, 5]);
    assert.equal(found.environment['HOME'], '/h');
    assert.equal('GIT_DIR' in found.environment, false);
  });

  it('never runs what stands in the current folder', async () => {
    const ports = machineWith({ git: good, './git': good, 'bin/git': good, 'git.exe': good, 'C:git.exe': good });
    assert.equal(
      (await failure(locateGit(linux({ PATH: '.::bin:' }, './git', 'bin/git'), ports))).reason,
      'gitNotFound',
    );
    const path = '.;;bin;C:;\\tools;"."';
    assert.equal(
      (await failure(locateGit(windows({ PATH: path }, '.\\git.exe', 'C:git.exe'), ports))).reason,
      'gitNotFound',
    );
    assert.deepEqual(ports.ran, []);
  });

  it('looks a bare name of the setting up in PATH', async () => {
    const ports = machineWith({ '/x/git-next': good, 'D:\\tools\\mygit.exe': good });
    assert.equal((await locateGit(linux({ PATH: '/x' }, 'git-next'), ports)).path, '/x/git-next');
    assert.equal((await locateGit(windows({ Path: 'D:\\tools' }, 'mygit'), ports)).path, 'D:\\tools\\mygit.exe');
  });

  it('passes over a git that is too old, and says so when there is no other', async () => {
    const ports = machineWith({ '/old/git': 'git version 2.17.1\n', '/new/git': 'git version 2.25.0\n' });
    assert.equal((await locateGit(linux({ PATH: '/old:/new' }), ports)).path, '/new/git');
    const tooOld = await failure(locateGit(linux({ PATH: '/old' }), ports));
    assert.equal(tooOld.reason, 'gitTooOld');
    assert.match(tooOld.message, /2\.17\.1 at \/old\/git.+2\.25/);
  });

  it('finds no git where none is', async () => {
    assert.equal((await failure(locateGit(linux({}), machineWith({})))).reason, 'gitNotFound');
  });

  describe('on Windows', () => {
    it('reads PATH whatever its case, quoted folders too, and takes .exe files only', async () => {
      const ports = machineWith({ 'C:\\a b\\git.exe': good, 'C:\\c\\git': good, 'C:\\c\\git.cmd': good });
      assert.equal((await locateGit(windows({ Path: 'C:\\c;"C:\\a b"' }), ports)).path, 'C:\\a b\\git.exe');
    });

    it('then looks where the installer puts it', async () => {
      const env = {
        ProgramFiles: 'C:\\Program Files',
        'ProgramFiles(x86)': 'C:\\Program Files (x86)',
        LOCALAPPDATA: 'C:\\L',
      };
      for (const file of [
        'C:\\Program Files\\Git\\cmd\\git.exe',
        'C:\\Program Files (x86)\\Git\\cmd\\git.exe',
        'C:\\L\\Programs\\Git\\cmd\\git.exe',
      ]) {
        assert.equal((await locateGit(windows(env), machineWith({ [file]: good }))).path, file);
      }
    });
  });

  describe('on macOS', () => {
    const mac = (PATH: string): LocateRequest => ({ candidates: [], platform: 'darwin', env: { PATH } });

    it('does not touch the shim while no developer tools are chosen', async () => {
      const ports = machineWith({ '/usr/bin/git': good, '/usr/bin/xcode-select': null });
      assert.equal((await failure(locateGit(mac('/usr/bin'), ports))).reason, 'gitNotFound');
      assert.deepEqual(ports.ran, ['/usr/bin/xcode-select']);
    });

    it('takes it when they are', async () => {
      const ports = machineWith({
        '/usr/bin/git': 'git version 2.39.3 (Apple Git-146)\n',
        '/usr/bin/xcode-select': '/Library/Developer/CommandLineTools\n',
      });
      assert.deepEqual((await locateGit(mac('/usr/bin'), ports)).version, [2, 39, 3]);
    });

    it('finds the one of Homebrew when PATH is bare', async () => {
      const ports = machineWith({ '/opt/homebrew/bin/git': good, '/usr/bin/git': good });
      assert.equal((await locateGit(mac('/usr/sbin'), ports)).path, '/opt/homebrew/bin/git');
    });
  });
});

describe('a version of git', () => {
  it('is read in every spelling', () => {
    assert.deepEqual(parseVersion('git version 2.39.3 (Apple Git-146)\n'), [2, 39, 3]);
    assert.deepEqual(parseVersion('git version 2.40.1.windows.1\r\n'), [2, 40, 1]);
    assert.deepEqual(parseVersion('git version 2.45.0-rc1'), [2, 45, 0]);
    assert.deepEqual(parseVersion('git version 2.45-rc1'), [2, 45, 0]);
    assert.deepEqual(parseVersion('git version 2.51.GIT'), [2, 51, 0]);
    assert.equal(parseVersion('hub version 2.14.2'), null);
    assert.equal(parseVersion(''), null);
  });

  it('compares by number', () => {
    assert.ok(isAtLeast([2, 100, 0], [2, 25, 0]));
    assert.ok(isAtLeast([3, 0, 0], [2, 25, 0]));
    assert.ok(isAtLeast([2, 25, 0], [2, 25, 0]));
    assert.ok(!isAtLeast([2, 24, 9], [2, 25, 0]));
    assert.ok(!isAtLeast([1, 99, 0], [2, 25, 0]));
  });
});
