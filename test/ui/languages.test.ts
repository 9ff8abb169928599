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
    await workbench.view('Verteilungsplan').waitFor();
    await workbench.openPalette();
    await workbench.quick.top('>Beispiel-Repository', 'Single Points: Beispiel-Repository öffnen…');
    await workbench.quick.leave();
    await workbench.screenshot('german');
  });
});
