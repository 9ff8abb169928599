import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuiltRepository } from '../support/builtRepository';
import { box, buildHarbour, waitForNote } from './harbour';
import { Keyboard } from './support/keyboard';
import { Workbench } from './support/workbench';

const alerts = 'monitoring/alerts.yaml';
const soleFile = 'services/notifications/src/retry.ts';

describe('By keyboard alone', () => {
  let repository: BuiltRepository;
  let workbench: Workbench;
  let keys: Keyboard;
  /** As `git status` has it before anybody did anything. */
  let untouched: string;

  before(async () => {
    repository = await buildHarbour();
    // Somebody renamed a page, and the link of an alert to it is dead.
    const text = readFileSync(path.join(repository.path, alerts), 'utf8');
    await repository.write(alerts, text.replace('payment-capture-failing.md', 'capture-failing.md'));
    untouched = await repository.git('status', '--porcelain');
    workbench = await Workbench.start({ open: repository.path });
    keys = new Keyboard(workbench.page);
    // Analysed: a view that is filled only when it has the focus loses it.
    await workbench.page
      .locator('.activitybar a.action-label[aria-label*=" single points"]')
      .waitFor({ timeout: 60_000 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('story-failed');
  });
  after(async () => {
    await workbench.close();
    await repository.dispose();
  });

  it('a team lead sees why a component is a risk, thinks its owner away on the map, and plans who takes over', async () => {
    await keys.run('Single Points: Focus on Ownership View');
    await workbench.row('payments is known by one person.').waitFor();
    await keys.focusIs('Ownership');
    const payments = 'payments is known by one person. High risk.';
    await keys.walk('ArrowDown', { from: 'Ownership', to: payments });
    await keys.press('ArrowRight', payments);
    const reason = 'Marked as of high criticality';
    await workbench.row(reason).waitFor();
    await keys.walk('ArrowDown', { from: payments, to: reason });
    await keys.walk('ArrowUp', { from: reason, to: payments });
    await keys.choose('Show Knowledge Map', payments);

    const map = workbench.webview();
    await keys.press('Backspace', 'services/payments/: known by one person');
    await keys.walk('Shift+Tab', { from: 'payments: known by one person', to: 'What if…' });
    await keys.press('Enter', 'What if…');
    await keys.walk('Tab', { from: 'What if…', to: 'Find a person' });
    await keys.type('Mara', 'Find a person');
    await keys.walk('Tab', { from: 'Find a person', to: 'Mara Lindqvist' });
    await keys.press('Space', 'Mara Lindqvist');
    await box(map, 'payments: known by nobody active').waitFor();
    await workbench.row('payments is known by nobody active').waitFor();
    await workbench.screenshot('story-what-if');
    await keys.press('Escape', 'Mara Lindqvist');
    await keys.focusIs('What if (1 away)');

    await keys.run('Single Points: Focus on Ownership View');
    await keys.focusIs('Ownership ▸ payments is known by nobody active');
    await keys.run('Single Points: Undo What If');
    await workbench.row(payments).waitFor();
    await box(map, 'payments: known by one person').waitFor();

    await keys.run('Single Points: Plan Spreading…');
    await keys.answer('End single points of this risk', 'Medium');
    await keys.answer('Components that one person takes over', '2');
    const step = '▸ Payments gets a second owner: Samir Kowalczyk';
    await keys.walk('ArrowDown', { from: 'Spread Plan', to: step });
    await keys.choose('Pin to the Plan', step);
    await workbench.view('Spread Plan').locator('.monaco-list-row', { hasText: 'pinned' }).waitFor();
    await keys.run('Single Points: Export Plan as Markdown');
    await workbench.page.locator('.tab.active', { hasText: 'Spread plan: harbour' }).waitFor();
    await keys.focusIs('Untitled');
    await workbench.screenshot('story-plan');
  });

  it('a developer reads the note of a file that one person knows, finds a backup, and drafts a runbook', async () => {
    await keys.open(soleFile);
    await waitForNote(workbench);
    await keys.press('End', 'retry.ts');
    await comeToHover('Suggest Backup', 'retry.ts');
    await workbench.screenshot('story-hover');
    await keys.press('Enter', 'Suggest Backup');
    await keys.focusIs(/retry\.ts is known by one person\. .*▸.* Priya Castellanos, Changed its neighbour tracking/);
    await keys.walk('ArrowDown', { from: 'Priya Castellanos', to: 'Generate Runbook Stub' });
    await keys.press('Enter', 'Generate Runbook Stub');
    await keys.answer('Kind of runbook for notifications', 'Service runbook');
    await preview('notifications');
    await workbench.screenshot('story-draft');
    assert.equal(await repository.git('status', '--porcelain'), untouched);
  });

  it('an engineer on call mends the dead link of an alert, and drafts the runbook that another one lacks', async () => {
    await keys.open(alerts);
    await problemsAre('[aria-label*="Errors: 2, Warnings: 2"]');
    await keys.press('F8', 'alerts.yaml');
    await problem('The runbook of the alert PaymentCaptureFailing does not exist');
    await workbench.screenshot('story-dead-link');
    await keys.fix(/Link to https:.*docs\/runbooks\/payment-capture-failing\.md/, 'alerts.yaml');
    const mended = workbench.page.locator('.editor-instance .view-line', {
      hasText: 'runbooks/payment-capture-failing.md',
    });
    await mended.waitFor();
    await problemsAre('[aria-label*="Errors: 1, Warnings: 2"]');
    await keys.press('F8', 'alerts.yaml');
    // Errors come first.
    await problem('The runbook of the alert NotificationsStuck does not exist');
    await keys.press('F8', 'alerts.yaml');
    await problem('has no heading #queue-backlog');
    await keys.press('F8', 'alerts.yaml');
    await problem('The alert LabelPrinterQueueFull names no runbook.');
    await keys.fix('Draft a runbook for LabelPrinterQueueFull', 'alerts.yaml');
    await preview('LabelPrinterQueueFull');
    await workbench.screenshot('story-alert-draft');
    // The workbench saves after a while; the link is as it was before somebody broke it, and nothing else was written.
    assert.ok(['', untouched].includes(await repository.git('status', '--porcelain')));
  });

  /** Waits for what the status bar says of the problems in all files. */
  async function problemsAre(selector: string): Promise<void> {
    await workbench.page.locator(`[id="status.problems"]${selector}`).waitFor();
  }

  /** Waits for what is said of the problem that the cursor came to. */
  async function problem(text: string): Promise<void> {
    await workbench.page.locator('.marker-widget .descriptioncontainer').getByText(text).waitFor();
  }

  /** Shows the hover at the cursor, and comes to a link in it. */
  async function comeToHover(link: string, editor: string): Promise<void> {
    const inside = workbench.page.locator('.monaco-hover:visible', { hasText: link }).locator(':focus');
    await keys.focusIs(editor);
    // The keys show it first, and the second time it takes the focus; a note that is drawn anew ends it.
    for (let times = 0; times < 15 && (await inside.count()) === 0; times++) {
      await workbench.page.keyboard.press('Control+K');
      await workbench.page.keyboard.press('Control+I');
      await inside.waitFor({ timeout: 2_000 }).catch(() => {});
    }
    await inside.waitFor();
    await keys.walk('Tab', { from: '', to: link });
  }

  /** Waits for the preview of a drafted page beside the page itself. */
  async function preview(title: string): Promise<void> {
    await workbench.page.locator('.tab.active', { hasText: `Preview ${title}.md` }).waitFor();
    await workbench.webview().getByRole('heading', { name: title }).first().waitFor();
  }
});
