import assert from 'node:assert/strict';
import type { BuiltRepository } from '../support/builtRepository';
import { buildHarbour } from './harbour';
import { Workbench } from './support/workbench';

describe('In German', () => {
  let harbour: BuiltRepository;
  let workbench: Workbench;

  before(async () => {
    harbour = await buildHarbour();
    workbench = await Workbench.start({ open: harbour.path, language: 'de' });
  });
  after(async () => {
    await workbench.close();
    await harbour.dispose();
  });

  it('the views, their reasons from the worker and the commands are German', async () => {
    await workbench.openView('Single Points');
    await workbench.row('payments ist nur einer Person bekannt.').waitFor({ timeout: 60_000 });
    assert.ok(await workbench.view('Verteilungsplan').isVisible());
    await workbench.page.keyboard.press('F1');
    await workbench.page.keyboard.type('Beispiel-Repository');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Single Points: Beispiel-Repository öffnen…' })
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.screenshot('german');
  });
});
