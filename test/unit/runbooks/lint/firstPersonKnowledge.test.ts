import assert from 'node:assert/strict';
import { firstPersonKnowledge } from '../../../../src/core/runbooks/lint/rules/firstPersonKnowledge';
import { lintText } from './lintText';

describe('RB021, what only the author knows', () => {
  const found = (text: string): readonly unknown[] =>
    lintText(firstPersonKnowledge, text).map(({ finding }) => finding.data?.['words']);

  it('finds habits, memories, doubts and belongings of whoever wrote', () => {
    assert.deepEqual(found('Then I usually restart the worker.'), ['I usually restart']);
    assert.deepEqual(found('Last time I did this, it took an hour.'), ['Last time I did']);
    assert.deepEqual(found('We know (we worked on it originally).'), ['we worked on it originally']);
    assert.deepEqual(found('The key is on my laptop.'), ['on my laptop']);
    assert.deepEqual(found('If it fails, ask me.'), ['ask me']);
    assert.deepEqual(found('AFAIK the order does not matter.'), ['AFAIK']);
    assert.deepEqual(found("I don't remember\nwhy."), ["I don't remember"]);
  });

  it('says nothing of templates, quotations, questions, headings and tables', () => {
    for (const text of [
      'Please let me know if anything is missing.',
      '> I usually restart the worker.',
      'Send "I usually restart it" to the channel.',
      'What if I usually restart it?',
      '## How do I usually restart',
      '| a |\n|---|\n| runs on my laptop |',
      'We usually restart the worker.',
      '`ask me`',
      'There are AMAs (Ask Me Anything sessions).',
      'Do not ask me why.',
      'As an operator I always want this.',
      '- [ ] I usually restart the worker, and it was on my laptop',
      'It is slow, if you ask me.',
      'Click Email me a link.',
      'I navigate from my home directory to the root, to try it on my laptop.',
      'It gets too cold in my office.',
      'I don’t know.',
      '- [It failed, I am not sure why](#it-failed-i-am-not-sure-why)',
      'In **My account record**, select the customer.',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('says where', () => {
    const [first] = lintText(firstPersonKnowledge, 'First.\nThen **I usually** restart it.');
    assert.deepEqual([first?.finding.line, first?.finding.column, first?.finding.endColumn], [2, 8, 27]);
  });
});
