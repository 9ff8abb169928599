import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { newChecklist } from '../../src/core/spread/checklistPage';
import type { BuiltRepository } from '../support/builtRepository';
import { buildHarbour, chooseFromMenu, expandRow, hoverNote, waitForNote } from './harbour';
import { violationsAround } from './support/accessibility';
import { answered, until } from './support/until';
import { Workbench } from './support/workbench';

const checklist = 'docs/ownership/payments.md';
const soleFile = 'services/notifications/src/retry.ts';

describe('Single Points in the workbench', () => {
  let repository: BuiltRepository;

  let workbench: Workbench;

  before(async () => {
    repository = await buildHarbour();
    workbench = await Workbench.start({ open: repository.path });
  });
  after(async () => {
    await workbench.close();
    await repository.dispose();
  });

  it('lists components by risk, each with its state in words, and counts single points', async () => {
    await workbench.openView('Single Points');
    await workbench.foldView('Spread Plan');
    await workbench.row('payments is known by one person. High risk.').waitFor();
    await workbench.row('labels is known by nobody active. High risk.').waitFor();
    await workbench.row('web is shared by 4 people.').waitFor();
    await answered(
      'The row of payments above all',
      () => workbench.rows(),
      ([first]) => first === 'payments is known by one person. High risk.',
    );
    const item = workbench.page.locator('.activitybar a.action-label[aria-label*=" single points"]');
    await item.waitFor();
    assert.match((await item.getAttribute('aria-label')) ?? '', /\d single points/);
  });

  it('explains a component where the mouse rests on it', async () => {
    const text = await workbench.hover(workbench.row('labels is known').locator('.label-name'), 'High risk');
    assert.match(text, /labels is known by nobody active\. High risk\./);
    assert.match(text, /Known best by Ingrid Salvesen, who left/);
    assert.doesNotMatch(text, /@/);
  });

  it('shows below a component why, the people, the runbooks and the files', async () => {
    await expandRow(workbench, 'payments is known', 'Marked as of high criticality');
    await expandRow(workbench, 'People', 'Mara Lindqvist owns');
    await expandRow(workbench, 'Runbooks', 'payments by one person');
    await expandRow(workbench, 'Files', 'services/payments/src/capture.ts is known by one person. Mara Lindqvist.');
  });

  it('notes behind the first line of a file that one person knows it', async () => {
    await workbench.openFile(soleFile);
    assert.equal((await waitForNote(workbench)).text, 'Known by one person: Noor Eriksen');
  });

  it('says in the hover of the note why, and what can be done', async () => {
    const text = await hoverNote(workbench);
    assert.match(text, /retry\.ts is known by one person\./);
    assert.match(text, /changes and \d+ of \d+ lines are by Noor Eriksen/);
    assert.match(text, /notifications is known by one person\. High risk\./);
    for (const action of ['Generate Runbook Stub', 'Accept Risk…', 'Reveal in Ownership View']) {
      assert.ok(text.includes(action), `${action} is missing`);
    }
    assert.doesNotMatch(text, /@/);
  });

  it('lists the commits behind the open file, and goes to the lines of one that stand', async () => {
    await workbench.runCommand('Single Points: Show Commits');
    await workbench.page.locator('.quick-input-widget:visible', { hasText: '1 line stands' }).waitFor();
    await workbench.quick.pick('Lines', 'Lines');
    await workbench.page.locator('.statusbar-item', { hasText: /Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.locator('.statusbar-item', { hasText: /Ln \d+, Col \d+$/ }).waitFor();
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`stays readable in a ${theme} theme`, async () => {
      await workbench.useTheme(theme);
      await waitForNote(workbench);
      await workbench.screenshot(`ownership-${theme.replaceAll(' ', '-')}`);
      await hoverNote(workbench);
      await workbench.screenshot(`inline-hover-${theme.replaceAll(' ', '-')}`);
      await workbench.page.mouse.move(700, 500);
    });
  }

  it('names the owners in the status bar and lists the reasons at a click', async () => {
    await workbench.statusItem('single-points').filter({ hasText: 'Only Noor Eriksen' }).click();
    await workbench.quick.says('Has no runbook');
    await workbench.quick.says('What to do');
    await workbench.screenshot('reasons');
    await workbench.quick.leave();
  });

  it('marks the folders and files of single points in the Explorer', async () => {
    await workbench.openView('Explorer');
    const label = (text: string) => workbench.page.locator(`.explorer-folders-view [aria-label*="${text}"]`).first();
    await label('notifications is known by one person.').waitFor();
    await label('labels is known by nobody active.').waitFor();
    await label('retry.ts is known by one person.').waitFor();
    await workbench.screenshot('explorer-badges');
    await workbench.openView('Single Points');
  });

  it('drafts a runbook beside its preview and writes nothing', async () => {
    await chooseFromMenu(workbench, 'notifications is known', 'Generate Runbook Stub');
    await workbench.quick.accept('Service runbook');
    await workbench.page.locator('.tab.active', { hasText: /Preview .*notifications.*\.md/ }).waitFor();
    await workbench
      .webview()
      .getByRole('heading', { name: /notifications/ })
      .first()
      .waitFor();
    await workbench.screenshot('runbook-stub');
    assert.equal(await repository.git('status', '--porcelain'), '');
    // What follows is about the views; the pictures of them show none of the draft.
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.getByRole('button', { name: "Don't Save" }).click();
    await workbench.page.locator('.tab').first().waitFor({ state: 'detached' });
  });

  it('groups by folder, person and runbook, and filters', async () => {
    await groupBy(workbench, 'Person', 'Anneke Mwangi');
    await workbench.screenshot('by-person');
    await groupBy(workbench, 'Folder', 'services');
    await groupBy(workbench, 'Runbook', 'Components without a runbook');
    await groupBy(workbench, 'Component', 'payments is known by one person.');
    await workbench.runCommand('Single Points: Filter…');
    await workbench.quick.answer('Shows components, files, runbooks and people', 'retry');
    await workbench.waitForText('Only what contains “retry” is shown.');
    await workbench.row('cluster is known').waitFor({ state: 'detached' });
    await workbench.row('notifications is known').waitFor();
    await workbench.screenshot('filter');
    await workbench.runCommand('Single Points: Clear Filter');
    await workbench.row('cluster is known').waitFor();
  });

  it('shows what would be if someone were away, and what is again', async () => {
    await workbench.openFile('services/payments/src/settlement.ts');
    await waitForNote(workbench);
    await workbench.runCommand('Single Points: What If Someone Is Away…');
    await workbench.quick.says('Anneke Mwangi');
    const mara = await workbench.quick.top('Mara', 'Mara Lindqvist');
    await mara.click();
    await workbench.quick.accept('1 Selected');
    await workbench.waitForText(/Simulated: without Mara Lindqvist/);
    await workbench.row('payments is known by nobody active').waitFor();
    await workbench.screenshot('what-if');
    await workbench.runCommand('Single Points: Undo What If');
    await workbench.row('payments is known by one person.').waitFor();
  });

  it('shows an accepted risk as a change to the settings before anything is written', async () => {
    await chooseFromMenu(workbench, 'cluster is known', 'Accept Risk…');
    await workbench.quick.accept('For a month');
    await workbench.quick.answer('Why is it fine that cluster depends on one person', 'a second person starts soon');
    await workbench.waitForText(/component: cluster/);
    await workbench.screenshot('accept-risk');
    assert.equal(await repository.git('status', '--porcelain'), '');
    await discardPreview(workbench);
  });

  it('plans who could take over what, and keeps a pinned step', async () => {
    await workbench.runCommand('Single Points: Focus on Spread Plan View');
    const steps = workbench.view('Spread Plan').locator('.monaco-list-row[aria-level="2"]');
    const step = steps.filter({ hasText: 'Samir Kowalczyk' }).first();
    await step.waitFor();
    assert.match((await step.getAttribute('aria-label')) ?? '', /^Payments gets a second owner: Samir Kowalczyk\./);
    await workbench.screenshot('spread-plan');
    await step.hover();
    await step.locator('a.action-label[aria-label="Pin to the Plan"]').click();
    await steps.filter({ hasText: 'pinned' }).filter({ hasText: 'Samir Kowalczyk' }).waitFor();
  });

  it('writes a report with pseudonyms where the person wants it, in which axe finds nothing wrong', async () => {
    const place = path.join(repository.home, 'report.html');
    await workbench.runCommand('Single Points: Export Report…');
    await workbench.quick.pick('With pseudonyms', 'With pseudonyms');
    await workbench.quick.saveTo(place, 'single-points.html', path.basename(repository.path));
    await workbench.waitForText('The report is in');
    const report = readFileSync(place, 'utf8');
    assert.match(report, /Person A/);
    assert.doesNotMatch(report, /Mara Lindqvist/);
    assert.equal(await repository.git('status', '--porcelain'), '');
    await workbench.pictureOf(place, 'report', 'map');
    const page = await workbench.page.context().newPage();
    await page.goto(pathToFileURL(place).href);
    for (const fold of await page.locator('summary').all()) await fold.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violationsAround(page.locator('body')), []);
    }
    await page.close();
  });

  it('shows what would change in a page that was drafted before, and writes nothing before it is applied', async () => {
    await workbench.foldView('Spread Plan');
    const page = path.join(repository.path, 'docs/runbooks/notifications.md');
    const options = ['--component', 'services/notifications', '--no-cache', '--out', page];
    await promisify(execFile)(process.execPath, ['dist/cli.cjs', 'stub', repository.path, ...options]);
    const drafted = readFileSync(page, 'utf8');
    const older = drafted.replace(/(<!-- single-points:begin [^>]*-->\n+)[^\n]+/, '$1Words of a year ago.');
    assert.notEqual(older, drafted);
    await repository.write('docs/runbooks/notifications.md', older);
    await workbench.openView('Single Points');
    await chooseFromMenu(workbench, 'notifications is known', 'Generate Runbook Stub');
    await workbench.quick.accept('Service runbook');
    await workbench.page.getByRole('button', { name: 'Discard' }).waitFor();
    await workbench.screenshot('stub-preview');
    assert.equal(readFileSync(page, 'utf8'), older);
    await discardPreview(workbench);
    rmSync(page);
  });

  it('ticks a step of a checklist in the Spread Plan view, which changes one character of its page', async () => {
    const step = {
      id: 'access',
      title: 'Two people hold each key',
      who: 'Service owner',
      days: 14,
      body: [],
    } as const;
    const list = { kind: 'spread', component: 'payments', today: '2026-03-04' } as const;
    const text = newChecklist({ ...list, title: 'Spread ownership: payments', situation: [], steps: [step] });
    await repository.write(checklist, text);
    await workbench.runCommand('Single Points: Focus on Spread Plan View');
    await expandRow(workbench, '0 of 1 steps done', step.title);
    await workbench.row(step.title).locator('.custom-view-tree-node-item-checkbox').click();
    await workbench.row('1 of 1 steps done: 1 claimed').waitFor();
    await workbench.screenshot('checklist');
    const file = path.join(repository.path, checklist);
    assert.equal(readFileSync(file, 'utf8'), text.replace('- [ ]', '- [x]'));
    rmSync(file);
    await workbench.row('1 of 1 steps done').waitFor({ state: 'detached' });
  });

  it('marks what a runbook needs one person for, and lists what was found in all of them', async () => {
    await workbench.openView('Single Points');
    await workbench.row('payments is known by one person.').waitFor();
    await workbench.openFile('docs/runbooks/payments.md');
    await workbench.page.locator('.view-overlays .cdr.squiggly-warning').first().waitFor();
    await workbench.runCommand('Single Points: Check All Runbooks');
    await workbench.waitForText(/Only Mara can do this step/);
    await workbench.screenshot('runbook-findings');
  });

  it('is shown around by a walkthrough of four steps with their pictures, the first on what is open', async () => {
    const { page } = workbench;
    await workbench.openView('Explorer');
    await workbench.runCommand('Welcome: Open Walkthrough...');
    const title = 'Find what only one person knows';
    await workbench.quick.pick(title, title);
    const steps = page.locator('.getting-started-step');
    const [first] = walkthrough;
    const seen = new Set(['']);
    for (const step of [...walkthrough].reverse()) {
      const expanded = page.locator('.getting-started-step.expanded', { hasText: step });
      await until(expanded, () => steps.filter({ hasText: step }).locator('.step-title').click());
      // A picture has a size only when its file could be read.
      const picture = (): Promise<string> =>
        page.evaluate(
          `[...document.querySelectorAll('.getting-started-media img')].find(img => img.naturalWidth > 0)?.currentSrc ?? ''`,
        );
      seen.add(await answered(`The picture of "${step}"`, picture, source => !seen.has(source)));
    }
    assert.equal(await steps.count(), walkthrough.length);
    await workbench.screenshot('walkthrough');
    await steps.filter({ hasText: first }).getByRole('button', { name: 'Show Ownership' }).click();
    await workbench.row('payments is known by one person.').waitFor();
  });
});

const walkthrough = [
  'See who knows what',
  'Know it in the file',
  'Ask what if, and plan',
  'Write it down together',
] as const;

async function groupBy(workbench: Workbench, grouping: string, row: string): Promise<void> {
  await workbench.runCommand('Single Points: Group By…');
  await workbench.quick.pick(grouping, grouping);
  await workbench.row(row).waitFor();
}

/** Until then VS Code asks before it shows another preview. */
async function discardPreview(workbench: Workbench): Promise<void> {
  const discard = workbench.page.getByRole('button', { name: 'Discard' });
  await discard.click();
  await discard.waitFor({ state: 'detached' });
}
