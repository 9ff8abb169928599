import assert from 'node:assert/strict';
import { firstPersonKnowledge } from '../../../../src/core/runbooks/lint/rules/firstPersonKnowledge';
import { lintText } from './lintText';

describe('RB021, what only the author knows', () => {
  const found = (text: string): readonly unknown[] =>
    lintText(firstPersonKnowledge, text).map(({ finding }) => finding.data?.['words']);

  it('finds what only whoever wrote knows or keeps, and where they are to be asked', () => {
    assert.deepEqual(found('Only I know how the lock opens.'), ['Only I know']);
    assert.deepEqual(found("I'm the only admin of the zone."), ["I'm the only admin"]);
    assert.deepEqual(found('The key is on my laptop.'), ['on my laptop']);
    assert.deepEqual(found('The job runs under my account.'), ['under my account']);
    assert.deepEqual(found('If it fails, ask\nme.'), ['ask me']);
  });

  it('finds it on a page of a few sentences, and behind a label', () => {
    const page = 'Open the console. Log in. The key is on my laptop. Restart the worker. You see the crane.';
    assert.deepEqual(found(page), ['on my laptop']);
    assert.deepEqual(found('Note: the key is on my laptop.'), ['on my laptop']);
    assert.deepEqual(found('Ravi: the key is on my laptop.'), []);
  });

  it('says nothing of habits, memories and doubts, with which a reader can go on', () => {
    for (const text of [
      'Then I usually restart the worker.',
      'Last time I did this, it took an hour.',
      'AFAIK the order does not matter.',
      "I don't remember why.",
      'It worked, and I could log in to my account.',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('says nothing on pages in which one person tells, nor on those that speak to no reader', () => {
    const told = 'I went to the harbour. My boat was there. I lifted it. The crane is old. ';
    assert.deepEqual(found(`${told}Ask me about it. You will see.`), []);
    assert.deepEqual(found('The crane is old. It lifts boats. A belt drives it. Rope holds it. Only I know it.'), []);
    assert.deepEqual(found('# E-mail templates\n\nIf it fails, ask me.'), []);
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
      'sokafor: talk to me about it',
      'If it fails, reach out to me on LinkedIn.',
      'Reach out to me if you like it.',
      'Ping me when it is out.',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('says where', () => {
    const [first] = lintText(firstPersonKnowledge, 'First.\nIf it fails, **ask** me.');
    assert.deepEqual([first?.finding.line, first?.finding.column, first?.finding.endColumn], [2, 16, 24]);
  });
});
