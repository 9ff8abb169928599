import assert from 'node:assert/strict';
import { leavesRepository } from '../../../src/core/components/repositoryPath';
import { parseSettingsFile } from '../../../src/core/components/settingsFile';

describe('A path or glob of the settings', () => {
  it('leads out of the repository when it is absolute or goes up', () => {
    for (const path of ['/etc/x', '../x', 'a/../../x', '{a,../b}/*.md', '@(..|a)/x', 'C:\\x', '..\\x', '..']) {
      assert.ok(leavesRepository(path), path);
    }
  });

  it('stays inside otherwise, dots or not', () => {
    for (const path of ['a/b', '**/*.md', '.github/x', 'a..b/c', '...', 'docs/{a,b}/**', '']) {
      assert.ok(!leavesRepository(path), path);
    }
  });

  it('is left out and said when it leads out', () => {
    const { settings, problems } = parseSettingsFile("runbooks:\n  paths: ['../secret/**/*.md', 'ops/**']\n");
    assert.deepEqual(settings.runbookPaths, ['ops/**']);
    assert.equal(problems[0]?.code, 'globOutside');
  });
});
