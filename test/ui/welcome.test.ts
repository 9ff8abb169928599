import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { BuiltRepository } from '../support/builtRepository';
import { RepositoryBuilder } from '../support/repositoryBuilder';
import { buildHarbour } from './harbour';
import { answered, until } from './support/until';
import { Workbench } from './support/workbench';

describe('The Ownership view without anything to show', () => {
  let scratch: string;
  let harbour: BuiltRepository;
  let workbench: Workbench;
  /** What the first window has open; it becomes a repository. */
  let folder: string;
  let unborn: BuiltRepository;

  before(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'single-points-welcome-'));
    harbour = await buildHarbour();
    folder = path.join(scratch, 'plain');
    await mkdir(folder);
    workbench = await Workbench.start({ open: folder, trusted: false });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('welcome-failed');
  });
  after(async () => {
    await workbench.close();
    await harbour.dispose();
    await rm(scratch, { recursive: true, force: true });
  });

  it('says that git is not run in a folder that is not trusted', async () => {
    await welcome(/folder you do not trust/, ['Manage Workspace Trust']);
  });

  it('says that a folder is in no repository, as soon as it is trusted', async () => {
    await trust();
    await welcome(/in no git repository/, ['Open Folder']);
  });

  it('says that there is no commit yet, as soon as there is a repository', async () => {
    unborn = await new RepositoryBuilder({ folder }).build();
    await welcome(/no commit yet/, ['Open Source Control']);
  });

  it('says that the analysis failed where the repository is broken, with the way to the log', async () => {
    await unborn.git('fetch', '--quiet', harbour.path, 'main:broken');
    await unborn.corrupt({ object: await unborn.git('rev-parse', 'broken~3') });
    await unborn.git('symbolic-ref', 'HEAD', 'refs/heads/broken');
    await welcome(/analysis failed/, ['Show Log']);
  });

  it('says that git does not read a folder of another user, and points at where that is settled', async function () {
    const repository = await buildHarbour();
    try {
      // Only root can give files away.
      if (!(await repository.makeUnsafe())) this.skip();
      await workbench.openWindow(repository.path);
      await trust();
      await welcome(/belongs to another user/, ['Manage Unsafe Repositories']);
    } finally {
      await repository.dispose();
    }
  });

  it('has a row for every repository of a workspace with several, whatever became of each', async () => {
    const several = path.join(scratch, 'several');
    await mkdir(path.join(several, 'notes'), { recursive: true });
    const file = path.join(several, 'several.code-workspace');
    const folders = [{ path: harbour.path }, { path: path.join(several, 'notes') }];
    await writeFile(file, JSON.stringify({ folders }));
    await workbench.openWindow(file);
    await trust();
    await workbench.row('payments is known by one person.').waitFor();
    // One repository after the other: the second waits for the lines of the first.
    await workbench.row('not in a Git repository').waitFor();
    await answered(
      'The rows of both',
      () => workbench.rows(),
      rows => /^harbour main/.test(rows[0] ?? '') && rows.some(row => /^notes .*repository/i.test(row)),
    );
    await workbench.screenshot('several-repositories');
  });

  it('asks for a folder when there is none', async () => {
    await workbench.openWindow(undefined);
    await welcome(/Open a folder with a git repository/, ['Open Folder']);
  });

  it('is filled by a sample repository, which is created and opened where there is no other', async () => {
    await workbench.runCommand('Single Points: Open Sample Repository…');
    await workbench.quick.says('Two and a half years of work by people who do not exist');
    await workbench.quick.says('Create it in a folder…');
    await workbench.quick.pick('Create it', 'In the storage of this extension: nothing of yours is touched.');
    await workbench.page.locator('.statusbar-item[id="status.host"]').waitFor({ state: 'detached' });
    await trust();
    await workbench.row('payments is known by one person.').waitFor();
  });

  /** Waits until the view says the text and offers these actions, and no others. VS Code draws it anew meanwhile. */
  async function welcome(text: RegExp, actions: readonly string[]): Promise<void> {
    await workbench.openView('Single Points');
    const shown = workbench.page.locator('.sidebar .welcome-view-content').filter({ hasText: text });
    await answered(
      `Below "${text.source}" ${actions.join(', ')}`,
      () => shown.locator('.monaco-button').allInnerTexts(),
      labels => isDeepStrictEqual(labels, actions),
    );
    await workbench.screenshot(`welcome-${text.source.replaceAll(/\W+/g, '-')}`);
  }

  /** Trusts what is open, by the way that the view shows. */
  async function trust(): Promise<void> {
    await workbench.openView('Single Points');
    const button = workbench.page.locator('.workspace-trust-buttons .monaco-button', { hasText: /^Trust/ });
    const way = workbench.page.locator('.sidebar .monaco-button', { hasText: 'Manage Workspace Trust' });
    await until(button, () => way.click());
    await button.click();
    await way.waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Escape');
    await button.waitFor({ state: 'detached' });
  }
});
