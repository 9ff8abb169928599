import assert from 'node:assert/strict';
import { plainTranslate } from '../../../src/core/report/translate';
import { notificationText } from '../../../src/extension/notificationText';
import { stateSentence } from '../../../src/extension/wording';
import { exampleComponent, exampleSnapshot } from '../report/exampleSnapshot';
import { analysedRepository } from './analysedRepository';

/** What VS Code takes for a link in a notification (`src/vs/base/common/linkedText.ts`). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const evil = '[x](command:workbench.action.quit)';

describe('The text of a notification', () => {
  it('has no link that the name of a component brought', async () => {
    const component = { ...exampleComponent('evil'), name: evil };
    const { index } = await analysedRepository(exampleSnapshot({ components: [component] }));
    assert.ok(index);
    const message = stateSentence(index.labelOf(component), 'sole', 1, plainTranslate);
    assert.match(message, link);
    assert.equal(notificationText(message), '[x] (command:workbench.action.quit) is known by one person.');
    assert.doesNotMatch(notificationText(message), link);
  });

  it('has none where a character between the brackets is dropped, or a title follows', () => {
    for (const text of [
      `[${evil}](command:b)`,
      '[a]\u200b(command:b)',
      '[a](https://example.org "title")',
      '[a](file:b)',
    ]) {
      assert.doesNotMatch(notificationText(text), link, text);
    }
  });

  it('stands in one line and steers nothing', () => {
    assert.equal(notificationText('fatal: bad\nobject \u001b[31mred'), 'fatal: bad object \ufffd[31mred');
  });

  it('is else as it was', () => {
    assert.equal(notificationText('docs/a (b) [c].md exists already.'), 'docs/a (b) [c].md exists already.');
  });
});
