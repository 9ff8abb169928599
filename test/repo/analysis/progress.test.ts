import assert from 'node:assert/strict';
import { LocalAnalysis } from '../../../src/analysis/localAnalysis';
import type { ChecklistProgress, Progress } from '../../../src/core/progress';
import { tickEdit } from '../../../src/core/spread/readChecklist';
import type { BuiltRepository } from '../../support/builtRepository';
import { type CommitDescription, type Mark, RepositoryBuilder } from '../../support/repositoryBuilder';
import { analyse, ann, at, ben, cleo, text } from './analyse';

const runbook = 'docs/runbooks/payments.md';
const page = 'docs/ownership/payments.md';
const drill = 'docs/drills/restart.md';

const settings = 'components:\n  - name: payments\n    paths: ["pay/**"]\n  - name: web\n    paths: ["web/**"]\n';
const runbookText = (reviewed: string, advice: string): string =>
  `---\ncomponent: payments\nlast_reviewed_on: ${reviewed}\n---\n\n# Runbook: payments\n\n## Restart\n\n- Restart it.\n- ${advice}\n`;

const signal = new AbortController().signal;

/** Half a year in which a team ends a single point, and first only pretends to. */
describe('The progress of a checklist over half a year', () => {
  const builder = new RepositoryBuilder();
  let repository: BuiltRepository;
  const marks = new Map<string, Mark>();

  const commit = (name: string, description: Partial<CommitDescription> & { readonly on: number }): void => {
    const { on, ...rest } = description;
    marks.set(name, builder.commit({ author: ann, date: at(on), message: name, ...rest }));
  };
  const drafted = async (): Promise<string> => {
    const analysis = new LocalAnalysis({ storeDirectory: null, log: () => {} });
    const request = { path: repository.path, of: { component: 'payments' }, page: null };
    return (await analysis.checklist(request, signal)).markdown;
  };
  const known = new Map<string, Promise<Progress>>();
  const progressAt = (name: string): Promise<Progress> => {
    const found = known.get(name) ?? analysedAt(shaOf(name));
    known.set(name, found);
    return found;
  };
  const shaOf = (name: string): string => {
    const mark = marks.get(name);
    assert.ok(mark, name);
    return repository.sha(mark);
  };
  const analysedAt = async (revision: string): Promise<Progress> => {
    const analysis = new LocalAnalysis({ storeDirectory: null, log: () => {} });
    await analyse(repository, { analysis, request: { revision, tier: 1, past: true } });
    return analysis.progress({ path: repository.path, unsaved: [] }, signal);
  };
  const listAt = async (name: string): Promise<ChecklistProgress> => {
    const [found] = (await progressAt(name)).checklists;
    assert.ok(found);
    return found;
  };
  const stateOf = ({ steps }: ChecklistProgress, id: string): string => {
    const step = steps.find(each => each.id === id);
    return [step?.state, ...(step?.drift ?? [])].join(' ');
  };
  const ticked = (source: string, id: string, evidence = ''): string => {
    const edit = tickEdit(source, id, true);
    assert.ok(edit);
    const done = source.slice(0, edit.offset) + edit.text + source.slice(edit.offset + 1);
    const field = done.indexOf('Evidence:', edit.offset) + 'Evidence:'.length;
    return `${done.slice(0, field)} ${evidence}`.trimEnd() + done.slice(field);
  };

  before(async () => {
    commit('begin', {
      on: 0,
      files: { '.single-points.yml': settings, 'pay/charge.js': text('charge'), 'pay/refund.js': text('refund') },
    });
    commit('web', { on: 1, author: ben, files: { 'web/page.js': text('page'), [drill]: 'Ben restarted it alone.\n' } });
    commit('runbook', { on: 2, files: { [runbook]: runbookText('2023-11-01', 'Wait.') } });
    commit('grow', { on: 60, files: { 'pay/charge.js': text('charge again') } });
    repository = await builder.build({ checkout: true });
    let list = (await drafted()).replace('- Backup:', '- Backup: Ben Bäcker');
    commit('listed', { on: 100, files: { [page]: list } });
    // Only for show.
    commit('date', { on: 105, author: ben, files: { [runbook]: runbookText('2024-02-28', 'Wait.') } });
    commit('space', { on: 106, author: ben, files: { 'pay/charge.js': text('charge again').replace(/^/gm, '  ') } });
    commit('moved', { on: 107, author: ben, files: { 'pay/back.js': { rename: 'pay/refund.js' } } });
    commit('together', {
      ...{ on: 108, files: { 'pay/charge.js': text('charge better') } },
      trailers: [['Co-authored-by', `${ben.name} <${ben.email}>`]],
    });
    commit('there', { on: 109, author: ben, files: { 'pay/charge.js': `${text('charge better')}tried();\n` } });
    commit('back again', { on: 110, author: ben, files: { 'pay/charge.js': text('charge better') } });
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`web/${index}.js`, `${index}\n`]));
    commit('swept', { on: 110, author: ben, files: { ...many, 'pay/charge.js': text('charge swept') } });
    commit('other', { on: 111, author: cleo, files: { 'web/more.js': text('more') } });
    list = ticked(ticked(ticked(list, 'change'), 'mend-runbook'), 'access', 'see deadbe1');
    commit('claimed', { on: 112, files: { [page]: list } });
    // In earnest.
    list = ticked(list.replace('see deadbe1', ''), 'silent-run', `[drill](../drills/restart.md)`);
    commit('drill', { on: 120, files: { [page]: list } });
    commit('change', { on: 130, author: ben, files: { 'pay/charge.js': text('charge by Ben') } });
    commit('mended', { on: 131, author: ben, files: { [runbook]: runbookText('2024-02-28', 'Drain it first.') } });
    commit('second', { on: 140, author: ben, files: { 'pay/back.js': text('back by Ben') } });
    commit('late', { on: 330, files: { 'web/page.js': text('late') } });
    await builder.build();
  });
  after(() => repository.dispose());

  it('begins open, with a backup who is named and nothing proven', async () => {
    const list = await listAt('listed');
    assert.equal(list.component, 'payments');
    assert.equal(list.steps.length, 9);
    assert.deepEqual([...new Set(list.steps.map(({ state }) => state))], ['open']);
    assert.deepEqual(list.proof, { changes: [], runbookEdits: [], drill: false, holds: false });
  });

  const shows = [
    ['a new date of review', 'date'],
    ['white space', 'space'],
    ['a rename', 'moved'],
    ['a co-author line', 'together'],
    ['a change that is taken back', 'there'],
    ['taking a change back', 'back again'],
    ['a sweep over the tree', 'swept'],
  ] as const;
  for (const [what, name] of shows) {
    it(`is not moved by ${what}`, async () => {
      const { proof } = await listAt('other');
      assert.ok(proof);
      assert.ok(![...proof.changes, ...proof.runbookEdits].includes(shaOf(name)));
    });
  }

  it('has nothing proven by all of that together', async () => {
    assert.deepEqual((await listAt('other')).proof, { changes: [], runbookEdits: [], drill: false, holds: false });
  });

  it('is claimed where a box is ticked, and says that git knows nothing of it', async () => {
    const list = await listAt('claimed');
    assert.equal(stateOf(list, 'change'), 'claimed noChange');
    assert.equal(stateOf(list, 'mend-runbook'), 'claimed noEdit');
    assert.equal(stateOf(list, 'access'), 'claimed evidenceMissing');
    assert.equal(stateOf(list, 'shift'), 'open');
  });

  it('is evidenced where the page that is named exists', async () => {
    const list = await listAt('drill');
    assert.equal(stateOf(list, 'silent-run'), 'evidenced');
    assert.equal(stateOf(list, 'access'), 'claimed');
    assert.equal(list.proof?.drill, true);
  });

  it('is not proven by one change and a drill, but with an edit of the runbook it is', async () => {
    const one = await listAt('change');
    assert.deepEqual([one.proof?.changes.length, one.proof?.holds], [1, false]);
    assert.equal(stateOf(one, 'change'), 'claimed');
    const mended = await listAt('mended');
    assert.deepEqual([mended.proof?.changes.length, mended.proof?.runbookEdits.length], [1, 1]);
    assert.equal(mended.proof?.holds, true);
    assert.deepEqual(
      ['backup', 'change', 'mend-runbook'].map(id => stateOf(mended, id)),
      ['proven', 'proven', 'proven'],
    );
  });

  it('is proven by two changes alone, and no longer when both are half a year ago', async () => {
    const two = await listAt('second');
    assert.equal(two.proof?.changes.length, 2);
    const late = await listAt('late');
    assert.deepEqual([late.proof?.changes.length, late.proof?.holds], [0, false]);
    assert.equal(stateOf(late, 'change'), 'claimed noChange');
  });

  it('has its single points of before the first checklist and of now', async () => {
    const { beforeAfter } = await progressAt('second');
    assert.deepEqual(beforeAfter, { since: Date.UTC(2024, 0, 1) / 1000 - 1, before: 3, now: 2 });
  });
});
