import type { Snapshot } from '../model';
import type { ChecklistProgress, Progress } from '../progress';
import { limitLines } from './limitsMarkdown';
import { codeSpan, escapeMarkdown, tableRow } from './markdownText';
import {
  beforeAfterText,
  checklistFacts,
  checklistSummary,
  stepNotes,
  stepStateMeaning,
  stepStateText,
} from './progressText';
import type { Translate } from './translate';

/** How far the checklists of a repository are, as a Markdown document. It names nobody. */
export function progressMarkdown(
  { checklists, beforeAfter }: Progress,
  snapshot: Snapshot,
  translate: Translate,
): string {
  return `${[
    `# ${translate('Progress', {})}`,
    '',
    ...limitLines(snapshot.limits, translate),
    ...(beforeAfter === null ? [] : [`**${escapeMarkdown(beforeAfterText(beforeAfter, translate))}.**`, '']),
    ...(checklists.length === 0 ? [translate('There is no checklist yet.', {})] : [stepStateMeaning(translate), '']),
    ...checklists.flatMap(list => section(list, translate)),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function section(list: ChecklistProgress, translate: Translate): string[] {
  return [
    `## ${escapeMarkdown(list.label)}`,
    '',
    `${escapeMarkdown(checklistSummary(list, translate))} (${codeSpan(list.path)}).`,
    '',
    ...checklistFacts(list, translate).map(fact => `- ${escapeMarkdown(fact)}.`),
    '',
    tableRow([
      translate('Step', {}),
      translate('State', {}),
      translate('Who', {}),
      translate('Due', {}),
      translate('Note', {}),
    ]),
    '|---|---|---|---|---|',
    ...list.steps.map(step =>
      tableRow([
        escapeMarkdown(step.title),
        stepStateText(step.state, translate),
        escapeMarkdown(step.who),
        step.due ?? '–',
        escapeMarkdown(stepNotes(step, translate).join('. ')),
      ]),
    ),
    '',
  ];
}
