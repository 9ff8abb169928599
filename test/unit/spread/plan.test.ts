import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Snapshot } from '../../../src/core/model';
import { planSentence } from '../../../src/core/report/planText';
import { pseudonymise } from '../../../src/core/report/pseudonymise';
import { plainTranslate } from '../../../src/core/report/translate';
import { candidateSearch } from '../../../src/core/spread/componentCandidates';
import { planSpread, type SpreadPlan } from '../../../src/core/spread/plan';
import { type Pairing, type PlanOptions, usualPlan } from '../../../src/core/spread/planOptions';
import { roomOf } from '../../../src/core/spread/room';
import { snapshotOf, writtenRepositories } from '../ownership/writtenSnapshot';
import { examplePerson } from '../report/exampleSnapshot';
import { plannedSnapshot, type Sketch } from './plannedSnapshot';

const planOf = (snapshot: Snapshot, options: Partial<PlanOptions> = {}): SpreadPlan =>
  planSpread(snapshot, { ...usualPlan, ...options });
const pairings = ({ steps }: SpreadPlan): Pairing[] =>
  steps.map(({ component, person }) => ({ person, component: component.id }));
const written = (plan: SpreadPlan): string[] => pairings(plan).map(({ person, component }) => `${component} ${person}`);

describe('a plan', () => {
  it('gives a component of one person one more, and one that nobody active knows two', () => {
    const plan = planOf(
      plannedSnapshot({
        payments: { owners: [0], known: { 0: 90, 1: 9 } },
        labels: { owners: [], known: { 2: 5, 3: 4, 4: 1 } },
        web: { owners: [1, 2], known: { 2: 50 } },
      }),
    );
    assert.deepEqual(written(plan), ['payments 1', 'labels 2', 'labels 3']);
    assert.deepEqual([plan.planned, plan.unsolved, plan.isProven], [2, [], true]);
    assert.deepEqual(
      plan.steps.map(({ state }) => [state.before, state.after]),
      [
        ['sole', 'shared'],
        ['orphaned', 'sole'],
        ['sole', 'shared'],
      ],
    );
  });

  it('begins with operations and what is critical, then goes by risk, also where not everything can end', () => {
    const known = { 1: 9 };
    const snapshot = plannedSnapshot({
      first: { known },
      second: { known, changes: { kind: 'operations' } },
      third: { known, changes: { criticality: 'high' } },
    });
    assert.deepEqual(written(planOf(snapshot, { mostPerPerson: 3 })), ['second 1', 'third 1', 'first 1']);
    const { steps, unsolved } = planOf(snapshot, { mostPerPerson: 1 });
    assert.deepEqual(
      [steps.map(({ component }) => component.id), unsolved.map(({ component }) => component.id)],
      [['second'], ['third', 'first']],
    );
  });

  it('leaves alone what is shared, of less risk than asked for, or an accepted risk', () => {
    const known = { 1: 9 };
    const snapshot = plannedSnapshot({
      shared: { owners: [0, 2], known },
      accepted: { known, changes: { accepted: { until: '2999-12-31', why: '' } } },
      medium: { known, risk: 'medium' },
      low: { known, risk: 'low' },
    });
    assert.deepEqual(written(planOf(snapshot)), ['medium 1']);
    assert.deepEqual(written(planOf(snapshot, { risk: 'high' })), []);
    assert.deepEqual(written(planOf(snapshot, { risk: 'low' })), ['medium 1', 'low 1']);
  });

  it('takes the next choice for one component where that ends another one, and says which choice it is', () => {
    const { steps } = planOf(plannedSnapshot({ first: { known: { 1: 9, 2: 8 } }, second: { known: { 1: 1 } } }), {
      mostPerPerson: 1,
    });
    assert.deepEqual(
      steps.map(({ component, person, choice, passedOver }) => [component.id, person, choice, passedOver]),
      [
        ['first', 2, 2, 1],
        ['second', 1, 1, 0],
      ],
    );
  });

  it('ends two components with one person each rather than one of little more risk that needs two', () => {
    const known = { 2: 9, 3: 8 };
    const snapshot = plannedSnapshot({
      orphaned: { owners: [], known, score: 60 },
      one: { known, score: 50 },
      other: { known, score: 40 },
    });
    const plan = planOf(snapshot, { mostPerPerson: 1 });
    assert.deepEqual(
      plan.unsolved.map(({ component }) => component.id),
      ['orphaned'],
    );
  });

  it('says of what stays a single point what it lacks and why', () => {
    const reasonsOf = (sketches: Readonly<Record<string, Sketch>>, options: Partial<PlanOptions> = {}) =>
      planOf(plannedSnapshot(sketches), { mostPerPerson: 1, ...options }).unsolved.map(
        ({ component, why, lacks, near }) => [component.id, why, lacks, near],
      );
    assert.deepEqual(reasonsOf({ taken: { known: { 1: 9 } }, full: { known: { 1: 9 } } }), [
      ['full', 'noRoom', 1, [1]],
    ]);
    assert.deepEqual(reasonsOf({ alone: { known: { 0: 9 } } }), [['alone', 'nobodyNear', 1, []]]);
    assert.deepEqual(reasonsOf({ half: { owners: [], known: { 2: 3 } } }), [['half', 'oneNear', 1, [2]]]);
    const forbidden = [{ person: 3, component: 'refused' }];
    assert.deepEqual(reasonsOf({ refused: { known: { 3: 3 } } }, { forbidden }), [['refused', 'forbidden', 1, []]]);
    // Who owns most is never named, so that it needs a person's word.
    const most = { most: { owners: [1, 2], known: {}, changes: { files: 900 } }, most2: { owners: [1, 3] } };
    assert.deepEqual(reasonsOf({ ...most, small: { known: { 1: 9 } } }), [['small', 'ownsMost', 1, []]]);
  });

  it('gives an orphaned component the one person there is, and does not say that it ends', () => {
    const plan = planOf(plannedSnapshot({ half: { owners: [], known: { 2: 3 } } }));
    assert.deepEqual([written(plan), plan.planned, plan.unsolved.length], [['half 2'], 1, 1]);
  });

  it('keeps what is pinned, even beyond the load and from elsewhere, and never takes what is ruled out', () => {
    const snapshot = plannedSnapshot({
      payments: { known: { 1: 9, 2: 1 } },
      labels: { owners: [], known: { 1: 9, 2: 8, 3: 7 } },
      web: { owners: [1, 2] },
    });
    const pinned = [
      { person: 5, component: 'payments' },
      { person: 5, component: 'labels' },
      { person: 5, component: 'web' },
    ];
    const plan = planOf(snapshot, { mostPerPerson: 1, pinned, forbidden: [{ person: 1, component: 'labels' }] });
    assert.deepEqual(written(plan), ['payments 5', 'labels 5', 'labels 2', 'web 5']);
    assert.deepEqual(
      plan.steps.map(({ isPinned, choice }) => [isPinned, choice]),
      [
        [true, null],
        [true, null],
        [false, 2],
        [true, null],
      ],
    );
  });

  it('says which pins cannot stay', () => {
    const people = ['Ann Example', 'Ben Ito'].map((name, id) => examplePerson(id, name));
    const snapshot = plannedSnapshot({ payments: {} }, [...people, examplePerson(2, 'Cleo Third', { active: false })]);
    const pinned = [
      { person: 0, component: 'payments' },
      { person: 1, component: 'payments' },
      { person: 1, component: 'gone' },
      { person: 2, component: 'payments' },
    ];
    const { droppedPins, steps } = planOf(snapshot, { pinned, forbidden: [{ person: 1, component: 'payments' }] });
    assert.deepEqual(
      droppedPins.map(({ why }) => why),
      ['owner', 'forbidden', 'noComponent', 'notActive'],
    );
    assert.deepEqual(steps, []);
  });

  it('says what each step makes of the truck factors, after those before it', () => {
    const plan = planOf(
      plannedSnapshot({ payments: { known: { 1: 9 } }, labels: { owners: [], known: { 2: 9, 3: 8 } } }),
    );
    assert.deepEqual(
      plan.steps.map(({ truckFactor, repository }) => [truckFactor, repository]),
      [
        [
          { before: 1, after: 2 },
          { before: 1, after: 2 },
        ],
        [
          { before: null, after: 1 },
          { before: 2, after: 3 },
        ],
        [
          { before: 1, after: 2 },
          { before: 3, after: 4 },
        ],
      ],
    );
  });

  it('tells no truck factor where the history is cut off', () => {
    const snapshot = { ...plannedSnapshot({ payments: { known: { 1: 9 } } }), limits: [shallow] };
    assert.deepEqual(planOf(snapshot).steps[0]?.repository, { before: null, after: null });
  });

  it('does not say that no single point is left where the history does not tell', () => {
    const snapshot = plannedSnapshot({ payments: { known: { 1: 9 } }, labels: { known: { 1: 9 } } });
    const unknown = snapshot.components.map(each => ({ ...each, state: 'unknown' as const }));
    assert.match(planSentence(planOf({ ...snapshot, components: unknown }), plainTranslate), /does not tell who knows/);
  });

  it('gives less to who owns much already, but one at least', () => {
    const burden = new Map([
      [0, 4],
      [1, 1],
      [2, 1],
    ]);
    assert.deepEqual(roomOf(4, 3, burden, new Map([[1, 2]])), [2, 1, 3, 3]);
    assert.deepEqual(roomOf(1, 2, new Map([[0, 1]]), new Map([[0, 5]])), [0]);
  });

  it('has the best placed people whom backups name', () => {
    fc.assert(
      fc.property(writtenRepositories, repository => {
        const snapshot = snapshotOf(repository);
        const search = candidateSearch(snapshot);
        for (const component of snapshot.components) {
          if (component.state !== 'sole' && component.state !== 'orphaned') continue;
          const best = search.of(component).slice(0, 3);
          const named = component.backup === null ? [] : [component.backup, ...component.alternatives];
          assert.deepEqual(
            best.map(({ person, reasons }) => ({ person, reasons })),
            named,
          );
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is the same every time, keeps every load, and says nothing else under pseudonyms', () => {
    fc.assert(
      fc.property(writtenRepositories, fc.integer({ min: 1, max: 3 }), (repository, mostPerPerson) => {
        const snapshot = snapshotOf(repository);
        const options: Partial<PlanOptions> = { mostPerPerson, risk: 'low' };
        const plan = planOf(snapshot, options);
        assert.deepEqual(planOf(snapshot, options), plan);
        const people = plan.steps.map(({ person }) => person);
        for (const person of people) assert.ok(people.filter(each => each === person).length <= mostPerPerson);
        for (const { component, person } of plan.steps) {
          assert.ok(!component.owners.some(owner => owner.person === person));
        }
        assert.deepEqual(
          planOf(pseudonymise(snapshot), options).steps.map(({ person }) => person),
          people,
        );
      }),
      { numRuns: 8 },
    );
  });
});

const shallow = { code: 'shallow', values: { commits: 1 } } as const;
