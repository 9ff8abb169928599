import type { ChecklistProgress, Progress } from '../../progress';
import type { Item, Section } from '../document/block';
import { beforeAfterText, checklistFacts, checklistSummary, stepNotes, stepStateMeaning } from '../progressText';
import { sentence } from '../sentence';
import type { Translate } from '../translate';

/** How far the checklists are; null where there are none. */
export function progressSection({ checklists, beforeAfter }: Progress, translate: Translate): Section | null {
  if (checklists.length === 0) return null;
  return {
    id: 'progress',
    title: translate('Progress', {}),
    blocks: [
      ...(beforeAfter === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: [{ strong: sentence(beforeAfterText(beforeAfter, translate), translate) }],
            },
          ]),
      { kind: 'paragraph', text: stepStateMeaning(translate) },
      { kind: 'list', items: checklists.map(list => checklistItem(list, translate)) },
    ],
  };
}

function checklistItem(list: ChecklistProgress, translate: Translate): Item {
  return {
    text: [{ strong: list.label }, `: ${checklistSummary(list, translate)} (`, { code: list.path }, ')'],
    details: [
      ...checklistFacts(list, translate).map(fact => sentence(fact, translate)),
      ...list.steps.flatMap(step =>
        stepNotes(step, translate).map(note => sentence(`${step.title}: ${note}`, translate)),
      ),
    ],
  };
}
