import type { Snapshot } from '../core/model';
import type { ChecklistProgress, Progress, StepState } from '../core/progress';
import { printable } from '../core/report/printable';
import {
  beforeAfterText,
  checklistFacts,
  checklistSummary,
  stepNotes,
  stepStateMeaning,
  stepStateText,
} from '../core/report/progressText';
import { plainTranslate } from '../core/report/translate';
import { gridLines } from './grid';
import { headLines, type TableStyle } from './reportHead';
import type { Colors } from './terminal';
import { truncateMiddle, wrap } from './width';

/** How far the checklists of a repository are, as a person reads it in a terminal. It names nobody. */
export function progressTable({ checklists, beforeAfter }: Progress, snapshot: Snapshot, style: TableStyle): string {
  const { width, colors } = style;
  return `${[
    ...headLines(snapshot, style),
    ...(beforeAfter === null
      ? []
      : [...wrap(`${beforeAfterText(beforeAfter, plainTranslate)}.`, width).map(line => colors.bold(line)), '']),
    ...(checklists.length === 0
      ? wrap('There is no checklist yet. `single-points checklist --component ID` drafts one.', width)
      : wrap(stepStateMeaning(plainTranslate), width).map(line => colors.dim(line))),
    ...checklists.flatMap(list => ['', ...checklistLines(list, style)]),
  ].join('\n')}\n`;
}

function checklistLines(list: ChecklistProgress, { width, colors }: TableStyle): string[] {
  const { steps, label, path } = list;
  const notes = steps.flatMap(step => {
    const said = stepNotes(step, plainTranslate).join('. ');
    return said === '' ? [] : wrap(`${printable(step.title)}: ${said}.`, width, '! ');
  });
  return [
    colors.bold(truncateMiddle(printable(label), width)),
    ...wrap(`${checklistSummary(list, plainTranslate)} (${printable(path)})`, width),
    ...checklistFacts(list, plainTranslate).flatMap(fact => wrap(`${fact}.`, width)),
    ...gridLines(
      [
        {
          heading: 'State',
          cells: steps.map(({ state }) => stepStateText(state, plainTranslate)),
          paint: (text, row) => painted(text, steps[row]?.state ?? 'open', colors),
        },
        { heading: 'Step', cells: steps.map(({ title }) => printable(title)), cut: 'end' },
        { heading: 'Who', cells: steps.map(({ who }) => printable(who)), cut: 'end' },
        { heading: 'Due', cells: steps.map(({ due }) => due ?? '–') },
      ],
      width,
      colors.dim,
    ),
    ...notes.map(line => colors.yellow(line)),
  ];
}

function painted(text: string, state: StepState, colors: Colors): string {
  if (state === 'open') return colors.dim(text);
  return state === 'claimed' ? colors.yellow(text) : colors.green(text);
}
