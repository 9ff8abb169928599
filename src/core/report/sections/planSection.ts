import type { PlanStep, SpreadPlan } from '../../spread/plan';
import type { Block, Item, Section } from '../document/block';
import { componentLabels } from '../names';
import {
  effectMeaning,
  planSentence,
  planTruckFactorText,
  proofText,
  stepEffect,
  stepReasons,
  stepText,
  unsolvedText,
  urgencyText,
} from '../planText';
import { sentences } from '../sentence';
import { stateText } from '../states';
import type { Translate } from '../translate';
import { moreText, mostRows } from './moreText';

/** Who should take over what, with what each step changes. */
export function planSection(plan: SpreadPlan, translate: Translate): Section {
  const { steps } = plan;
  const labels = componentLabels(plan.snapshot.components);
  const factor = planTruckFactorText(plan, translate);
  return {
    id: 'plan',
    title: translate('Plan: who takes over what', {}),
    blocks: [
      { kind: 'paragraph', text: [{ strong: planSentence(plan, translate) }] },
      ...(steps.length === 0
        ? []
        : ([
            {
              kind: 'paragraph',
              text: translate(
                'A step is done when the person it names has really changed the component, in at least two pieces of work, or in one and its runbook, and has done an exercise alone. Who is named is proposed from what they worked on; whether they have the time, and want it, a conversation tells. {proof}',
                { proof: proofText(plan, translate) },
              ),
            },
            {
              kind: 'list',
              isOrdered: true,
              items: steps.slice(0, mostRows).map(step => stepItem(step, plan, labels, translate)),
            },
            ...moreText(steps.length, translate),
            {
              kind: 'paragraph',
              text: sentences([...(factor === null ? [] : [factor]), effectMeaning(translate)], translate),
            },
          ] satisfies Block[])),
      ...unsolvedBlocks(plan, labels, translate),
    ],
  };
}

function stepItem(
  step: PlanStep,
  { snapshot: { people } }: SpreadPlan,
  labels: ReadonlyMap<string, string>,
  translate: Translate,
): Item {
  const label = labels.get(step.component.id) ?? step.component.id;
  return {
    text: [{ strong: stepText(step, label, people, translate) }],
    details: [
      translate('Why it: {why}', { why: urgencyText(step.component, translate) }),
      translate('Why this person: {why}', { why: stepReasons(step, people, translate).join('; ') }),
      translate('Then: {effect}', { effect: stepEffect(step, translate) }),
    ],
  };
}

function unsolvedBlocks(
  { snapshot, unsolved }: SpreadPlan,
  labels: ReadonlyMap<string, string>,
  translate: Translate,
): readonly Block[] {
  return unsolved.length === 0
    ? []
    : [
        { kind: 'heading', text: translate('What stays a single point', {}) },
        {
          kind: 'list',
          items: unsolved.slice(0, mostRows).map(each => ({
            text: [
              { strong: labels.get(each.component.id) ?? each.component.id },
              ` (${stateText(each.component.state, 0, translate)}): ${unsolvedText(each, snapshot.people, translate)}`,
            ],
          })),
        },
        ...moreText(unsolved.length, translate),
      ];
}
