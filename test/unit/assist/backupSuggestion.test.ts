import assert from 'node:assert/strict';
import { exampleFile, exampleSnapshot } from '../report/exampleSnapshot';
import { ask, items, names, shop } from './assistedShop';

const tool = 'suggest_backup';

describe('suggest_backup', () => {
  it('names who besides its owner can review a file that one person knows, with evidence', () => {
    const answer = ask(tool, { path: 'pay/a.ts' });
    assert.deepEqual(names(answer, 'owners'), ['Ann Example']);
    const [first] = items(answer, 'candidates');
    assert.equal(first?.['name'], 'Ben Bäcker');
    assert.equal(first?.['knows'], 'file');
    assert.equal(first?.['changes'], 1);
    assert.match(answer.text, /Its one owner is Ann Example: 7 changes/);
    assert.match(answer.text, /1\. Ben Bäcker: 1 change, the last on \d{4}-/);
  });

  it('names the owners of what is shared: each can review what another changes', () => {
    const answer = ask(tool, { component: 'web' });
    assert.deepEqual(new Set(names(answer, 'owners')), new Set(['Ben Bäcker', 'Cleo Third']));
    assert.match(answer.text, /Each of its owners can review/);
  });

  it('says of how many lines those are that somebody wrote', () => {
    const file = exampleFile('web/a.ts', 'web', 'sole', [0]);
    const knowledge = file.knowledge.map(entry => ({ ...entry, touches: 0, lines: 12 }));
    const snapshot = exampleSnapshot({ files: [{ ...file, lines: 500, knowledge }] });
    assert.match(ask(tool, { path: 'web/a.ts' }, snapshot).text, /12 of 500 lines/);
  });

  it('says who only works beside it', () => {
    const cleo = items(ask(tool, { component: 'pay' }), 'candidates').find(({ name }) => name === 'Cleo Third');
    assert.equal(cleo?.['knows'], 'neighbour');
  });

  it('leaves out who is away, and tells what that makes of the code', () => {
    const answer = ask(tool, { component: 'pay', away: ['ann'] });
    assert.deepEqual(answer.content?.['without'], ['Ann Example']);
    assert.match(answer.text, /^Without Ann Example: "pay" is known by nobody active/);
    assert.deepEqual(names(answer, 'owners'), []);
    assert.deepEqual(names(answer, 'candidates'), ['Ben Bäcker', 'Cleo Third']);
  });

  it('does not think people away where the settings forbid it', () => {
    const snapshot = shop({ settings: { policy: { whatIf: false, people: true } } });
    assert.match(ask(tool, { component: 'pay', away: ['Ann'] }, snapshot).text, /do not allow thinking people away/);
    assert.equal(ask(tool, { component: 'pay' }, snapshot).failed, false);
  });

  it('offers names near to a person that is not there', () => {
    assert.match(ask(tool, { component: 'pay', away: ['Ann Exampel'] }).text, /Did you mean "Ann Example"/);
  });

  it('takes for owners of a folder who own a fifth of its files', () => {
    const answer = ask(tool, { path: 'pay/deep' });
    assert.deepEqual(names(answer, 'owners'), ['Ann Example']);
    assert.equal(items(answer, 'candidates')[0]?.['name'], 'Ben Bäcker');
  });

  it('asks for a place where none is named', () => {
    assert.match(ask(tool).text, /Name a file or folder by path, or a component/);
  });
});
