import assert from 'node:assert/strict';
import { plainTranslate } from '../../../src/core/report/translate';
import { planSpread } from '../../../src/core/spread/plan';
import { planOptionsOf, withoutPairing, withPin, withRuledOut } from '../../../src/core/spread/planChoice';
import { type PlanOptions, usualPlan } from '../../../src/core/spread/planOptions';
import type { PlanNode } from '../../../src/extension/plan/planNode';
import { planChildren, planRoots } from '../../../src/extension/plan/planRows';
import type { PlannedRepository } from '../../../src/extension/plan/plans';
import { examplePerson, exampleSnapshot } from '../report/exampleSnapshot';
import { plannedSnapshot } from '../spread/plannedSnapshot';
import { analysedRepository } from './analysedRepository';

const sketches = {
  payments: { known: { 1: 9 } },
  labels: { owners: [], known: { 2: 9, 3: 8 } },
  alone: { owners: [4], known: { 5: 1 } },
};

async function plannedWith(options: Partial<PlanOptions> = {}, root = '/code/shop'): Promise<PlannedRepository> {
  const repository = await analysedRepository(plannedSnapshot(sketches), { root });
  assert.ok(repository.index);
  const plan = planSpread(repository.index.snapshot, { ...usualPlan, ...options });
  return { repository, index: repository.index, plan };
}

const below = (node: PlanNode | undefined): readonly PlanNode[] =>
  node === undefined ? [] : planChildren(node, plainTranslate);
const kinds = (nodes: readonly PlanNode[]): readonly string[] => nodes.map(({ kind }) => kind);

describe('the rows of the Spread plan view', () => {
  it('are the components in the order of the plan, then what it leaves, what was ruled out and pins that do not stay', async () => {
    const forbidden = [1, 2, 3, 5].map(person => ({ person, component: 'alone' }));
    const pinned = [{ person: 1, component: 'gone' }];
    const roots = planRoots([await plannedWith({ forbidden, pinned })]);
    assert.deepEqual(
      roots.map(node => (node.kind === 'component' ? node.component.id : node.kind === 'group' ? node.group : '')),
      ['payments', 'labels', 'unsolved', 'ruledOut', 'droppedPins'],
    );
    assert.deepEqual(
      roots
        .slice(2)
        .flatMap(below)
        .map(({ kind }) => kind),
      ['unsolved', ...forbidden.map(() => 'ruledOut'), 'droppedPin'],
    );
  });

  it('say below a component who takes it over, below them why and what it changes, and know their parents', async () => {
    const roots = planRoots([await plannedWith()]);
    const steps = below(roots[1]);
    assert.deepEqual(
      steps.map(node => node.kind === 'step' && node.step.person),
      [2, 3],
    );
    const facts = below(steps[0]);
    assert.deepEqual(
      facts.map(node => node.kind === 'fact' && node.icon),
      ['info', 'arrow-right'],
    );
    assert.ok(facts.every(({ parent }) => parent === steps[0]));
    const ids = [...roots, ...steps, ...facts].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('hang below their repository where there are several', async () => {
    const roots = planRoots([await plannedWith(), await plannedWith({}, '/code/other')]);
    assert.deepEqual(kinds(roots), ['repository', 'repository']);
    assert.deepEqual(kinds(below(roots[1])).slice(0, 2), ['component', 'component']);
  });
});

describe('what a person decided about a plan', () => {
  const none = { ...usualPlan, pinned: [], forbidden: [] };
  const pairing = { email: 'ben.ito@example.com', component: 'web' };

  it('is pinned or ruled out, never both, and can be taken back', () => {
    const pinned = withPin(none, pairing);
    assert.deepEqual([pinned.pinned, pinned.forbidden], [[pairing], []]);
    const ruledOut = withRuledOut(pinned, pairing);
    assert.deepEqual([ruledOut.pinned, ruledOut.forbidden], [[], [pairing]]);
    assert.deepEqual(withPin(ruledOut, pairing), pinned);
    assert.deepEqual(withoutPairing(ruledOut, pairing), none);
  });

  it('is found again by any address of the person, and dropped when nobody has it any more', () => {
    const people = [examplePerson(0, 'New Here'), examplePerson(1, 'Ben', { aliases: ['ben.ito@example.com'] })];
    const kept = withPin(withPin(none, pairing), { email: 'gone@example.com', component: 'web' });
    assert.deepEqual(planOptionsOf(exampleSnapshot({ people }), kept).pinned, [{ person: 1, component: 'web' }]);
  });
});
