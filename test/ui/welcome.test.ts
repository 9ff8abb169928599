import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuiltRepository } from '../support/builtRepository';
import { RepositoryBuilder } from '../support/repositoryBuilder';
import { buildHarbour } from './harbour';
import { Workbench } from './support/workbench';

describe('The Ownership view without anything to show', () => {
  let scratch: string;
  let harbour: BuiltRepository;
  let workbench: Workbench;

  before(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'single-points-welcome-'));
    harbour = await buildHarbour();
    workbench = await Workbench.start();
  });
  after(async () => {
    await workbench.close();
    await harbour.dispose();
    await rm(scratch, { recursive: true, force: true });
  });

  it('asks for a folder when there is none', async () => {
    assert.deepEqual(await welcomeOf(undefined, /Open a folder with a git repository/), ['Open Folder']);
  });

  it('says that a folder is in no repository', async () => {
    const folder = path.join(scratch, 'plain');
    await mkdir(folder);
    assert.deepEqual(await welcomeOf(folder, /in no git repository/), ['Open Folder']);
  });

  it('says that there is no commit yet', async () => {
    const repository = await new RepositoryBuilder({ folder: path.join(scratch, 'unborn') }).build();
    assert.deepEqual(await welcomeOf(repository.path, /no commit yet/), ['Open Source Control']);
  });

  it('says that git does not read a folder of another user, and points at where that is settled', async function () {
    const repository = await buildHarbour();
    try {
      // Only root can give files away.
      if (!(await repository.makeUnsafe())) this.skip();
      const actions = await welcomeOf(repository.path, /belongs to another user/);
      assert.deepEqual(actions, ['Manage Unsafe Repositories']);
    } finally {
      await repository.dispose();
    }
  });

  it('says that the analysis failed where the repository is broken, with the way to the log', async () => {
    const repository = await buildHarbour();
    try {
      await repository.corrupt({ object: await repository.git('rev-parse', 'HEAD~3') });
      assert.deepEqual(await welcomeOf(repository.path, /analysis failed/), ['Show Log']);
    } finally {
      await repository.dispose();
    }
  });

  it('has a row for every repository of a workspace with several, whatever became of each', async () => {
    const folder = path.join(scratch, 'several');
    await mkdir(path.join(folder, 'notes'), { recursive: true });
    const file = path.join(folder, 'several.code-workspace');
    const folders = [{ path: harbour.path }, { path: path.join(folder, 'notes') }];
    await writeFile(file, JSON.stringify({ folders }));
    await workbench.openWindow(file);
    await workbench.openView('Single Points');
    await workbench.row('payments is known by one person.').waitFor();
    // One repository after the other: the second waits for the lines of the first.
    await workbench.row('not in a Git repository').waitFor();
    const rows = await workbench.rows();
    assert.match(rows[0] ?? '', /^harbour main/);
    assert.ok(
      rows.some(row => /^notes .*repository/i.test(row)),
      rows.join('\n'),
    );
    await workbench.screenshot('several-repositories');
  });

  it('says that git is not run in a folder that is not trusted', async () => {
    await workbench.close();
    workbench = await Workbench.start({ trusted: false });
    const welcome = await welcomeOf(harbour.path, /folder you do not trust/);
    assert.deepEqual(welcome, ['Manage Workspace Trust']);
  });

  /** The labels of the actions that the view offers once its text is the one expected. */
  async function welcomeOf(open: string | undefined, text: RegExp): Promise<string[]> {
    await workbench.openWindow(open);
    await workbench.openView('Single Points');
    const welcome = workbench.page.locator('.sidebar .welcome-view-content');
    await welcome.filter({ hasText: text }).waitFor();
    await workbench.screenshot(`welcome-${text.source.replaceAll(/\W+/g, '-')}`);
    return await welcome.locator('.monaco-button').allInnerTexts();
  }
});
