import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FrameLocator } from 'playwright-core';
import type { BuiltRepository } from '../support/builtRepository';
import { box, buildHarbour } from './harbour';
import { violationsAround } from './support/accessibility';
import { answered } from './support/until';
import { Workbench } from './support/workbench';

describe('The knowledge map in the workbench', () => {
  let repository: BuiltRepository;
  let workbench: Workbench;
  let map: FrameLocator;

  before(async () => {
    repository = await buildHarbour();
    workbench = await Workbench.start({ open: repository.path });
    map = await openMap(workbench);
  });
  after(async () => {
    await workbench.close();
    await repository.dispose();
  });

  it('has a box for each component, with its state in its name and its files inside', async () => {
    await box(map, 'payments: known by one person').waitFor();
    await box(map, 'web: shared').waitFor();
    await map.locator('g[data-at*="."]').nth(10).waitFor();
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`follows a change to a ${theme} theme, and axe finds nothing against it`, async () => {
      await workbench.useTheme(theme);
      const name = theme.replaceAll(' ', '-');
      await map.locator(`body[data-vscode-theme-kind="vscode-${name}"]`).waitFor();
      await workbench.screenshot(theme === 'dark' ? 'knowledge-map' : `knowledge-map-${name}`);
      await map.locator('summary').click();
      await map.getByLabel('Mara Lindqvist').waitFor();
      assert.deepEqual(await violationsAround(map.locator('body')), []);
      await map.locator('summary').click();
      await map.getByRole('button', { name: 'Table' }).click();
      await map.locator('tbody tr').first().waitFor();
      assert.deepEqual(await violationsAround(map.locator('body')), []);
      await map.getByRole('button', { name: 'Map', exact: true }).click();
      await box(map, 'payments').waitFor();
    });
  }

  it('says why where the pointer rests', async () => {
    await box(map, 'payments').hover({ position: { x: 30, y: 8 } });
    const card = map.getByRole('tooltip');
    await card.getByText('payments is known by one person. High risk.').waitFor();
    await card.getByText('Mara Lindqvist', { exact: false }).first().waitFor();
    assert.doesNotMatch(await card.innerText(), /@/);
    await workbench.screenshot('map-hover');
    // To read on, or to look at it enlarged.
    await card.hover();
    await workbench.page.waitForTimeout(500);
    await card.getByText('payments is known by one person. High risk.').waitFor();
    await workbench.page.mouse.move(0, 0);
    await card.waitFor({ state: 'hidden' });
  });

  it('is walked and entered with the keyboard, and left again', async () => {
    const first = map.locator('[role="treeitem"][tabindex="0"]');
    await first.focus();
    const name = (): Promise<string | null> => map.locator('[role="treeitem"]:focus').getAttribute('aria-label');
    const before = await name();
    const goTo = (what: string, isThere: (name: string | null) => boolean) => answered(what, name, isThere);
    await workbench.page.keyboard.press('ArrowRight');
    await goTo('Another box', now => now !== null && now !== before);
    await workbench.page.keyboard.press('Home');
    await goTo('The first box', now => now === before);
    await workbench.page.keyboard.press('Shift+F10');
    const menu = workbench.page.locator('.context-view .monaco-menu', { hasText: 'Suggest Backup' });
    await menu.waitFor();
    await menu.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await goTo('The box of before', now => now === before);
    await workbench.page.keyboard.press('Enter');
    await map.locator('nav [aria-current]').getByText(labelOf(before)).waitFor();
    await map.locator('[role="treeitem"]:focus').waitFor();
    await map.locator('.ring').nth(1).waitFor();
    assert.equal(await map.locator('.ring').count(), 2);
    await workbench.screenshot('map-zoomed');
    assert.deepEqual(await violationsAround(map.locator('body')), []);
    await workbench.page.keyboard.press('Backspace');
    await box(map, 'web: shared').waitFor();
    assert.equal(await map.locator('nav li').count(), 1);
  });

  it('grows out of the box that was entered, and stands still for whoever wants nothing to move', async () => {
    const { page } = workbench;
    // The workbench of these tests has reduced motion set, which its webviews are told.
    await map.locator('body.vscode-reduce-motion').waitFor();
    const grown = await growthsOf(map);
    const enterAndLeave = async (): Promise<void> => {
      await map.locator('[role="treeitem"][tabindex="0"]').focus();
      await page.keyboard.press('Enter');
      await map.locator('nav li:nth-child(2)').waitFor();
      await page.keyboard.press('Backspace');
      await map.locator('nav li:nth-child(2)').waitFor({ state: 'detached' });
    };
    const isReduced = (force: boolean): Promise<boolean> =>
      map.locator('body').evaluate((body, on) => body.classList.toggle('vscode-reduce-motion', on), force);
    await enterAndLeave();
    assert.equal(await grown(), 0);
    try {
      await isReduced(false);
      await enterAndLeave();
      assert.equal(await grown(), 1);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await enterAndLeave();
      assert.equal(await grown(), 1);
    } finally {
      await page.emulateMedia({ reducedMotion: null });
      await isReduced(true);
    }
  });

  it('is coloured by owners, age and runbook coverage, each with its legend and what it says of a box', async () => {
    const legend = map.locator('.legend li');
    const card = map.getByRole('tooltip');
    for (const [mode, entry, ofPayments] of [
      ['owners', '② 2 owners', '1 owner'],
      ['age', 'in the last 30 days', 'in the last 30 days'],
      ['coverage', 'some alerts have no runbook', 'runbook, and all alerts lead to one'],
    ] as const) {
      await box(map, 'payments').focus();
      await card.waitFor();
      await map.locator('#mode').selectOption(mode);
      await legend.getByText(entry).waitFor();
      await card.getByText(ofPayments).waitFor();
      await map.locator('#mode').focus();
      await card.waitFor({ state: 'hidden' });
      await workbench.screenshot(`map-by-${mode}`);
    }
    await map.locator('#mode').selectOption('state');
  });

  it('changes at once when somebody is thought away, and so does the tree', async () => {
    await map.locator('summary').click();
    await map.getByLabel('Mara Lindqvist').check();
    await box(map, 'payments: known by nobody active').waitFor();
    await map.getByText('Simulated: without Mara Lindqvist.', { exact: false }).first().waitFor();
    await map.locator('[data-changed]').nth(1).waitFor();
    assert.deepEqual(await violationsAround(map.locator('body')), []);
    await workbench.screenshot('map-what-if');
    await workbench.openView('Single Points');
    await workbench.row('payments is known by nobody active').waitFor();
    await map.getByRole('button', { name: 'Undo What If' }).click();
    await box(map, 'payments: known by one person').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('looks back to the end of a quarter', async () => {
    const slider = map.locator('#moment');
    await slider.focus();
    for (let press = 0; press < 4; press++) await workbench.page.keyboard.press('ArrowLeft');
    await map
      .getByText(/^As of \d{4}-\d\d-\d\d, by authorship/)
      .first()
      .waitFor();
    await map.locator('.legend').getByText('not there yet').waitFor();
    await workbench.screenshot('map-past');
    await workbench.page.keyboard.press('End');
    await map
      .getByText(/^As of/)
      .first()
      .waitFor({ state: 'hidden' });
  });

  it('finds files, and goes to them', async () => {
    const search = map.getByRole('searchbox', { name: 'Search components and files' });
    await search.fill('retry');
    await map.locator('[data-dim]').nth(1).waitFor();
    await search.press('Enter');
    await map.locator('[data-found] > [aria-label^="retry.ts"]').waitFor();
    await map.locator('input[type="search"]:focus').waitFor();
    await search.fill('');
  });

  it('opens a file beside it at a click', async () => {
    await box(map, 'retry.ts').click();
    await workbench.page.locator('.tab.active[data-resource-name="retry.ts"]').waitFor();
    await map.locator('nav').getByRole('button', { name: 'harbour' }).waitFor();
    await workbench.screenshot('map-beside');
    await map.locator('summary').click();
    const [left, right] = await map.locator('.panel').evaluate(panel => {
      const { left, right } = panel.getBoundingClientRect();
      return [left, panel.ownerDocument.documentElement.clientWidth - right];
    });
    assert.ok(left >= 0 && right >= 0, 'the list is cut off');
    await workbench.screenshot('map-narrow-list');
    await map.locator('summary').click();
    await map.locator('nav li button').first().click();
    await box(map, 'payments: known by one person').waitFor();
  });

  it('is as it was when it has been hidden, and after a reload', async () => {
    await map.locator('#mode').selectOption('age');
    const search = map.getByRole('searchbox', { name: 'Search components and files' });
    await search.fill('charge');
    await workbench.openFile('README.md');
    await map.locator('.legend').waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab', { hasText: 'Knowledge Map' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Knowledge Map' }).waitFor();
    await map.locator('.legend').getByText('in the last 30 days').waitFor();
    // The word was not searched for before.
    await workbench.reloadWithStored('"search":"charge"');
    await workbench.page.locator('.tab', { hasText: 'Knowledge Map' }).click();
    await map.locator('.legend').getByText('in the last 30 days').waitFor({ timeout: 60_000 });
    await box(map, 'payments').waitFor();
    await answered(
      'The word that was searched for',
      () => search.inputValue(),
      word => word === 'charge',
    );
    await search.fill('');
    await map.locator('#mode').selectOption('state');
  });

  it('is a table, too, with the same in it, which is sorted by its heads', async () => {
    await map.getByRole('button', { name: 'Table' }).click();
    const rows = map.locator('tbody tr');
    await rows.first().waitFor();
    await workbench.screenshot('map-table');
    await map.getByRole('button', { name: 'Name' }).click();
    await answered(
      'Rows by name',
      () => rows.locator('th').allInnerTexts(),
      names => names.includes('payments') && isDeepStrictEqual(names, [...names].sort()),
    );
    assert.match(await rows.filter({ hasText: 'payments' }).innerText(), /known by one person/);
    await map.getByRole('button', { name: 'payments', exact: true }).click();
    await map.locator('caption').getByText('/ payments').waitFor();
    await map.locator('tbody tr:first-child button:focus').waitFor();
    await map.getByRole('button', { name: 'Map', exact: true }).click();
  });

  it('is saved as a picture where the person wants it, and nowhere else', async () => {
    const place = path.join(repository.home, 'map.svg');
    await map.getByRole('button', { name: 'Save as SVG…' }).click();
    await workbench.quick.saveTo(place, 'knowledge-map.svg', path.basename(repository.path));
    const svg = await answered(
      'The picture',
      () => readFile(place, 'utf8').catch(() => ''),
      text => text !== '',
    );
    assert.match(svg, /^<svg xmlns=/);
    assert.match(svg, /known by one person/);
    assert.equal(await repository.git('status', '--porcelain'), '');
    await workbench.pictureOf(place, 'map-saved', '');
  });
});

/** Opens the map when all is known, so that it is not drawn anew under the test. */
async function openMap(workbench: Workbench): Promise<FrameLocator> {
  await workbench.openView('Single Points');
  await workbench.foldView('Spread Plan');
  await workbench.row('payments is known by one person.').waitFor();
  await workbench.runCommand('Single Points: Show Knowledge Map');
  const map = workbench.webview();
  await map.locator('#moment').waitFor();
  return map;
}

/** Counts how often something on the page begins to move. */
async function growthsOf(map: FrameLocator): Promise<() => Promise<number>> {
  const body = map.locator('body');
  await body.evaluate(`(() => {
    const { animate } = Element.prototype;
    globalThis.grown = 0;
    Element.prototype.animate = function (...given) {
      globalThis.grown++;
      return animate.apply(this, given);
    };
  })()`);
  return () => body.evaluate('globalThis.grown');
}

function labelOf(name: string | null): string {
  return (name ?? '').split(':')[0] ?? '';
}
