import assert from 'node:assert/strict';
import type { Checklist, ChecklistStep } from '../../../src/core/checklist';
import type { Component, Person, Snapshot } from '../../../src/core/model';
import type { ChecklistProgress, Proof } from '../../../src/core/progress';
import { componentLabels } from '../../../src/core/report/names';
import { checklistFacts } from '../../../src/core/report/progressText';
import { plainTranslate } from '../../../src/core/report/translate';
import { beforeAfter, namedBackups, progressOf } from '../../../src/core/spread/progressOf';
import { unreadChecklist } from '../../../src/core/spread/readChecklist';
import { exampleComponent, examplePerson, exampleSnapshot } from '../report/exampleSnapshot';

const step = (id: string, changes: Partial<ChecklistStep> = {}): ChecklistStep => ({
  ...{ id, title: id, line: 1, ticked: false, box: 0, who: 'Backup', due: null, backups: [] },
  evidence: { commits: [], links: [] },
  ...changes,
});

const list = (steps: readonly ChecklistStep[], changes: Partial<Checklist> = {}): Checklist => ({
  ...{ path: 'docs/ownership/payments.md', kind: 'spread', component: 'payments', steps },
  ...{ leaver: null, unread: false, damaged: false },
  ...changes,
});

const people = [examplePerson(0, 'Ann Example'), examplePerson(1, 'Ben Ito')];
const known = (component: Partial<Component> = {}, who: readonly Person[] = people): Snapshot =>
  exampleSnapshot({ people: who, components: [exampleComponent('payments', component)] });

const nothing: Proof = { changes: [], runbookEdits: [], drill: false, holds: false };

const progress = (
  checklist: Checklist,
  { snapshot = known(), proof = null as Proof | null, today = '2026-03-04' } = {},
): ChecklistProgress =>
  progressOf(checklist, {
    ...{ snapshot, proof, today, evidenceOf: () => 'none', backups: namedBackups(checklist, snapshot.people) },
    labels: componentLabels(snapshot.components),
  });

const driftOf = (given: ChecklistStep, options: Parameters<typeof progress>[1] = {}): readonly string[] =>
  progress(list([given]), options).steps[0]?.drift ?? [];

describe('What a checklist is called', () => {
  it('is what its component is called, which of two with one name tells them apart', () => {
    assert.equal(progress(list([])).label, 'payments');
    const twins = ['eu/payments', 'us/payments'].map(id => exampleComponent(id, { name: 'payments' }));
    const snapshot = exampleSnapshot({ people, components: twins });
    assert.equal(progress(list([], { component: 'us/payments' }), { snapshot }).label, 'us/payments');
  });
});

describe('What a checklist says and the repository does not bear out', () => {
  it('is a backup who left, whom nobody knows, or who is the owner already', () => {
    const named = (...backups: string[]) => step('backup', { backups });
    assert.deepEqual(driftOf(named('Ben Ito')), []);
    assert.deepEqual(driftOf(named('@ben.ito')), []);
    assert.deepEqual(driftOf(named()), []);
    assert.deepEqual(driftOf(named('Nobody Known')), ['backupUnknown']);
    assert.deepEqual(driftOf(named('Ann Example')), ['backupIsOwner']);
    const left = [people[0] as Person, examplePerson(1, 'Ben Ito', { active: false, state: 'left', left: true })];
    assert.deepEqual(driftOf(named('Ben Ito'), { snapshot: known({}, left) }), ['backupGone']);
  });

  it('is one name where nobody is left who knows it, and of two names each that is wrong', () => {
    const done = (...backups: string[]) => step('backup', { backups, ticked: true });
    const snapshot = known({ state: 'orphaned', owners: [] });
    assert.deepEqual(driftOf(done('Ben Ito'), { snapshot }), ['oneBackup']);
    assert.deepEqual(driftOf(done('Ben Ito', 'Ann Example'), { snapshot }), []);
    assert.deepEqual(driftOf(done('Ben Ito', 'Nobody Known'), { snapshot }), ['backupUnknown']);
    assert.deepEqual(driftOf(done('Ben Ito')), []);
  });

  it('is a step ticked of which git knows nothing, and not one that is open or of which nothing can be known', () => {
    const ticked = (id: string) => step(id, { ticked: true });
    assert.deepEqual(driftOf(ticked('change'), { proof: nothing }), ['noChange']);
    assert.deepEqual(driftOf(ticked('mend-runbook'), { proof: nothing }), ['noEdit']);
    assert.deepEqual(driftOf(step('change'), { proof: nothing }), []);
    assert.deepEqual(driftOf(ticked('change')), []);
    assert.deepEqual(driftOf(ticked('silent-run')), ['noRunbook']);
    const snapshot = known({ runbooks: ['docs/runbooks/payments.md'] });
    assert.deepEqual(driftOf(ticked('silent-run'), { snapshot }), []);
  });

  it('is all done while one person knows it still, by its state or by its truck factor', () => {
    const done = list([step('shift', { ticked: true }), step('access', { ticked: true })]);
    assert.deepEqual(progress(done).drift, ['stillSinglePoint']);
    assert.deepEqual(progress(list([...done.steps, step('backup')])).drift, []);
    const factors = (combined: number) => ({ truckFactors: { combined, doa: 2, activity: 1, lines: null } });
    const shared = (combined: number) => known({ state: 'shared', ...factors(combined) });
    assert.deepEqual(progress(done, { snapshot: shared(1) }).drift, ['stillSinglePoint']);
    assert.deepEqual(progress(done, { snapshot: shared(2) }).drift, []);
  });

  it('is a component that is gone, and a damaged marker', () => {
    assert.deepEqual(progress(list([], { component: 'gone', damaged: true })).drift, ['damagedMarkers', 'noComponent']);
    assert.deepEqual(progress(list([], { component: null, kind: 'leaving' })).drift, []);
  });
});

describe('A checklist that could not be read', () => {
  it('is named as such, and nothing else is said of it', () => {
    const unread = progress(unreadChecklist('docs/ownership/payments.md'));
    assert.deepEqual([unread.label, unread.drift, unread.unproven], ['payments', ['unread'], null]);
    const [said] = checklistFacts(unread, plainTranslate);
    assert.match(said ?? '', /^Not read: longer than 256 KB, with a line longer than 8 KB/);
  });
});

describe('The progress of a step', () => {
  it('is late the day after it was due, unless it is ticked or proven', () => {
    const due = { due: '2026-03-03' };
    const late = (given: ChecklistStep, proof: Proof | null = null, today = '2026-03-04') =>
      progress(list([given]), { proof, today }).steps[0]?.overdue;
    assert.equal(late(step('change', due)), true);
    assert.equal(late(step('change', due), null, '2026-03-03'), false);
    assert.equal(late(step('change', { ...due, ticked: true })), false);
    assert.equal(late(step('change', due), { ...nothing, holds: true }), false);
  });

  it('is proven where git shows it, ticked or not, and only for what git can show', () => {
    const proof: Proof = { changes: ['a', 'b'], runbookEdits: ['c'], drill: true, holds: true };
    const ids = ['backup', 'change', 'mend-runbook', 'access', 'shift'];
    assert.deepEqual(
      progress(list(ids.map(id => step(id))), { proof }).steps.map(({ state }) => state),
      ['proven', 'proven', 'proven', 'open', 'open'],
    );
  });
});

describe('What git can prove of a checklist', () => {
  it('is nothing, with why: nobody is named, nobody knows who is, or versions of files are missing', () => {
    const why = (backup: string, options = {}) =>
      progress(list([step('backup', { backups: backup === '' ? [] : [backup] })]), options).unproven;
    assert.equal(why(''), 'noBackup');
    assert.equal(why('Nobody Known'), 'unknownBackup');
    assert.equal(why('Ben Ito'), 'noVersions');
    assert.equal(why('Ben Ito', { proof: nothing }), null);
  });
});

describe('Single points before the first checklist and now', () => {
  const moment = (date: number, sole: number) => ({
    ...{ date, files: 9, truckFactor: 1, truckFactorWithoutLines: 1, components: 20, sole, orphaned: 1 },
  });
  const snapshot = exampleSnapshot({ past: [moment(100, 13), moment(200, 9), moment(300, 5)] });

  it('begin with the last quarter that ended before it was committed', () => {
    assert.deepEqual(beforeAfter(snapshot, 250), { since: 200, before: 10, now: 6 });
    assert.deepEqual(beforeAfter(snapshot, 150), { since: 100, before: 14, now: 6 });
  });

  it('are not told without a committed checklist, or a quarter before it', () => {
    assert.equal(beforeAfter(snapshot, null), null);
    assert.equal(beforeAfter(snapshot, 50), null);
    assert.equal(beforeAfter(exampleSnapshot({ past: [] }), 250), null);
  });
});
