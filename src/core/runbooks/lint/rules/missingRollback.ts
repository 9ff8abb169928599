import { commandName } from '../../commands/commandEffect';
import { pageEffects } from '../../commands/pageEffects';
import { outlineOf } from '../pageSections';
import type { PageRule } from '../rule';

// English, then German, French, Spanish, Portuguese, Russian, Chinese, Japanese.
const undoing =
  /\b(?:roll(?:ing|ed|s)?[ -]?back|rollbacks?|revert(?:ing|ed|s)?|undo(?:ing|ne)?|back ?(?:out|up|ups)|restor(?:e|es|ed|ing)|fall(?:ing)?[ -]?back|fail[ -]?back|downgrade|previous (?:version|revision|state|value)|snapshots?|zurückrollen|rückgängig|zurücksetzen|wiederherstell\w*|retour arrière|restaurer|annuler|revertir|restaurar|deshacer|reverter|desfazer)\b|откат|восстанов|回滚|恢复|还原|ロールバック|切り戻|復元/iu;
// What was deleted on purpose is not to come back.
const ending =
  /\b(?:decommission\w*|delet(?:e|es|ing|ion)|remov(?:e|es|al|ing)|destroy\w*|off-?board\w*|tear(?:ing)?[ -]?down|clean(?:ing)?[ -]?up|uninstall\w*|purg(?:e|ing)|retir(?:e|ing)|shut(?:ting)?[ -]?down)\b/i;
// What was not there before is deleted again.
const creating = /\b(?:create|install|run|import|expose|createdb|createuser|useradd)\b/;

/**
 * RB003: commands of the page change something, and nothing on it says how that is undone. Restarts, creations,
 * and deletions that are what the page is for need no way back. Any mention of one counts.
 */
export const missingRollback: PageRule = {
  id: 'RB003',
  name: 'missing-rollback',
  severity: 'information',
  types: ['procedure', 'service', 'playbook'],
  needs: 'page',
  check: page => {
    const change = pageEffects(page.document, page.text).find(
      ({ effect, words }) => effect === 'changes' && !creating.test(words.slice(0, 8).join(' ')),
    );
    const { title, headings } = page.document;
    if (change === undefined || page.document.unclosedFence !== null || undoing.test(page.text)) return [];
    // A section that takes it away again is a way back.
    if ([title, ...headings.map(({ text }) => text)].some(text => ending.test(text))) return [];
    if (outlineOf(page).sections.some(({ id }) => id === 'rollback' || id === 'backupDr')) return [];
    return [{ place: change.place, data: { command: commandName(change.words) } }];
  },
  text: ({ command }, translate) =>
    translate('"{command}" changes something, and nothing here says how to undo it.', { command: command ?? '' }),
};
