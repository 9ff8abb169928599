import type { SpreadPlan } from '../spread/plan';
import { limitLines } from './limitsMarkdown';
import { escapeMarkdown } from './markdownText';
import { componentLabels } from './names';
import { planNamesText } from './namesNeeded';
import {
  droppedPinText,
  planSentence,
  planTruckFactorText,
  proofText,
  stepEffect,
  stepReasons,
  stepText,
  unsolvedText,
  whyPlannedText,
} from './planText';
import { stateText, truckFactorMeaning } from './states';
import type { Translate } from './translate';

/** A plan as a Markdown task list. It holds no addresses. */
export function planMarkdown(plan: SpreadPlan, translate: Translate): string {
  const { snapshot, steps, unsolved, droppedPins } = plan;
  const { people, repository, components } = snapshot;
  const folder = repository.root.split(/[\\/]/).findLast(part => part !== '') ?? '/';
  const labels = componentLabels(components);
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const factor = planTruckFactorText(plan, translate);
  const names = planNamesText(snapshot, translate);
  return `${[
    `# ${escapeMarkdown(translate('Spread plan: {folder}', { folder }))}`,
    '',
    ...limitLines(
      snapshot.limits.filter(({ code }) => code !== 'abandoned'),
      translate,
    ),
    `**${escapeMarkdown(planSentence(plan, translate))}**`,
    '',
    ...(names === null ? [] : [escapeMarkdown(names), '']),
    ...(steps.length === 0 ? [] : [`${escapeMarkdown(proofText(plan, translate))}`, '']),
    ...(factor === null ? [] : [`${escapeMarkdown(factor)} (${escapeMarkdown(truckFactorMeaning(translate))}).`, '']),
    ...(steps.length === 0 ? [] : [`## ${translate('Steps', {})}`, '']),
    ...steps.flatMap(step => [
      `- [ ] ${escapeMarkdown(stepText(step, labelOf(step.component.id), people, translate))}`,
      `  - ${translate('Why it: {why}', { why: escapeMarkdown(whyPlannedText(step.component, people, translate)) })}`,
      `  - ${translate('Why this person: {why}', { why: escapeMarkdown(stepReasons(step, people, translate).join('; ')) })}`,
      `  - ${translate('Then: {effect}', { effect: escapeMarkdown(stepEffect(step, translate)) })}`,
    ]),
    ...(steps.length === 0 ? [] : ['']),
    ...(unsolved.length === 0 ? [] : [`## ${translate('What stays a single point', {})}`, '']),
    ...unsolved.map(each => {
      const { component } = each;
      const state = stateText(component.state, component.owners.length, translate);
      return `- ${escapeMarkdown(`${labelOf(component.id)} (${state}): ${unsolvedText(each, people, translate)}`)}`;
    }),
    ...(unsolved.length === 0 ? [] : ['']),
    ...(droppedPins.length === 0 ? [] : [`## ${translate('Pins that do not stay', {})}`, '']),
    ...droppedPins.map(each => `- ${escapeMarkdown(droppedPinText(each, people, translate))}`),
  ]
    .join('\n')
    .trimEnd()}\n`;
}
