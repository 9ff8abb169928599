import assert from 'node:assert/strict';
import { plainTranslate } from '../../../src/core/report/translate';
import { planSpread } from '../../../src/core/spread/plan';
import { usualPlan } from '../../../src/core/spread/planOptions';
import type { PlanNode } from '../../../src/extension/plan/planNode';
import { planChildren, planRoots } from '../../../src/extension/plan/planRows';
import type { PlannedRepository } from '../../../src/extension/plan/plans';
import { exampleProgress } from '../report/exampleProgress';
import { exampleSnapshot } from '../report/exampleSnapshot';
import { analysedRepository } from './analysedRepository';

const planned = async (root: string): Promise<PlannedRepository> => {
  const repository = await analysedRepository(exampleSnapshot(), { root });
  assert.ok(repository.index);

  return { repository, index: repository.index, plan: planSpread(repository.index.snapshot, usualPlan) };
};
const below = (node: PlanNode, progress = exampleProgress): readonly PlanNode[] =>
  planChildren(node, plainTranslate, () => progress);

describe('Checklists in the Spread plan view', () => {
  it('come first, each with what git knows of it and its steps, and a step with what is to be said of it', async () => {
    const [lists] = planRoots([await planned('/code/shop')], () => exampleProgress);
    assert.equal(lists?.kind, 'checklists');
    const [list] = below(lists);
    assert.equal(list?.kind, 'checklist');
    const rows = below(list);
    assert.deepEqual(
      rows.map(row => (row.kind === 'fact' ? row.text : row.kind === 'checklistStep' ? row.step.title : row.kind)),
      ['Not proven: 0 changes by the backup in 180 days, 0 edits of the runbook', 'Ask Ann Example', 'Lead a shift'],
    );
    const late = rows.at(-1);
    assert.ok(late);
    assert.deepEqual(
      below(late).map(row => row.kind === 'fact' && row.text),
      ['Was due on 2024-03-01', 'Its evidence is elsewhere and was not looked at'],
    );
    assert.equal(new Set([lists, list, ...rows].map(({ id }) => id)).size, 5);
  });

  it('are no row where there are none, and stand below their repository where there are several', async () => {
    const one = await planned('/code/shop');
    assert.ok(planRoots([one], () => undefined).every(({ kind }) => kind !== 'checklists'));
    assert.ok(
      planRoots([one], () => ({ ...exampleProgress, checklists: [] })).every(({ kind }) => kind !== 'checklists'),
    );
    const [, web] = planRoots([one, await planned('/code/web')], () => exampleProgress);
    assert.ok(web);
    assert.equal(below(web)[0]?.kind, 'checklists');
    assert.equal(below(web)[0]?.parent, web);
  });
});
