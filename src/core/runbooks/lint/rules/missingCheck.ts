import { commandName } from '../../commands/commandEffect';
import { pageEffects } from '../../commands/pageEffects';
import { outlineOf } from '../pageSections';
import type { PageRule } from '../rule';

// English, then German, French, Spanish, Portuguese, Russian, Chinese, Japanese.
const checking =
  /\b(?:verif\w+|check\w*|confirm\w*|ensur\w+|make sure|should (?:now |then |start to |begin to |start |begin )?(?:see|be|have|show|return|look|work)|validat\w+|monitor\w*|watch\w*|test\w*|wait(?:ing)?|look(?:s|ing)? (?:at|for|like)|expect\w*|you(?:'ll| will| should| can) (?:now )?see|healthy|status|success\w*|review|inspect\w*|observ\w+|outputs?|dashboards?|prüf\w*|überprüf\w*|kontrollier\w*|vérifi\w+|contrôl\w+|verificar|comprob\w+|compruebe|verifi\w+|confirmar)\b|провер|убедит|检查|验证|确认|確認|検証/iu;

const cleaning = /\b(?:clean(?:ing)?[ -]?up|tear(?:ing)?[ -]?down|delet(?:e|ing)|destroy(?:ing)?|remov(?:e|ing))\b/i;

/**
 * RB004: after the last command that changes or restarts something, the page ends without a look at the result: no
 * reading command, no sentence about checking, no section for it anywhere.
 */
export const missingCheck: PageRule = {
  id: 'RB004',
  name: 'missing-check',
  severity: 'information',
  types: ['procedure', 'service', 'playbook'],
  needs: 'page',
  check: page => {
    if (page.document.unclosedFence !== null) return [];
    const commands = pageEffects(page.document, page.text);
    const last = commands.findLastIndex(({ effect }) => effect === 'changes' || effect === 'restarts');
    const change = commands[last];
    if (change === undefined || commands.slice(last + 1).some(({ effect }) => effect === 'reads')) return [];
    if (outlineOf(page).sections.some(({ id }) => id === 'verification' || id === 'monitoring')) return [];
    const headings = page.document.headings.filter(({ place }) => place.line <= change.place.line);
    // What is cleaned up at the end is looked at by nobody.
    if (headings.some(({ text }) => checking.test(text)) || cleaning.test(headings.at(-1)?.text ?? '')) return [];
    const after = page.text.split('\n').slice(change.place.endLine).join('\n');
    return checking.test(after) ? [] : [{ place: change.place, data: { command: commandName(change.words) } }];
  },
  text: ({ command }, translate) =>
    translate('After "{command}" nothing here says how to check that it worked.', { command: command ?? '' }),
};
