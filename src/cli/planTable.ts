import { componentLabels, personName } from '../core/report/names';
import { planNamesText } from '../core/report/namesNeeded';
import { wholeNumber } from '../core/report/numbers';
import {
  droppedPinText,
  planSentence,
  planTruckFactorText,
  stepReasons,
  unsolvedText,
  urgencyText,
} from '../core/report/planText';
import { stateText, truckFactorMeaning } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import type { PlanStep, SpreadPlan } from '../core/spread/plan';
import { gridLines } from './grid';
import { headLines, type TableStyle } from './reportHead';
import { paintState, stateCell } from './stateCell';
import { wrap } from './width';

export interface PlanTableOptions extends TableStyle {
  /** Every step, not the first ones only. */
  readonly all: boolean;
}

const shownRows = 20;

/** A plan as a person reads it in a terminal. */
export function planTable(plan: SpreadPlan, options: PlanTableOptions): string {
  const { snapshot, droppedPins } = plan;
  const { width, colors } = options;
  const factor = planTruckFactorText(plan, plainTranslate);
  const names = planNamesText(snapshot, plainTranslate);
  return `${[
    ...headLines(snapshot, options),
    ...wrap(planSentence(plan, plainTranslate), width).map(line => colors.bold(line)),
    ...(names === null ? [] : wrap(names, width).map(colors.yellow)),
    ...(factor === null ? [] : wrap(`${factor} (${truckFactorMeaning(plainTranslate)}).`, width).map(colors.dim)),
    ...stepLines(plan, options),
    ...unsolvedLines(plan, options),
    ...droppedPins.flatMap(each => wrap(`! ${droppedPinText(each, snapshot.people, plainTranslate)}.`, width)),
  ].join('\n')}\n`;
}

function stepLines({ steps, snapshot }: SpreadPlan, { width, colors, all }: PlanTableOptions): string[] {
  if (steps.length === 0) return [];
  const shown = all ? steps : steps.slice(0, shownRows);
  const labels = componentLabels(snapshot.components);
  const { people } = snapshot;
  const factor = ({ truckFactor }: PlanStep): string => `${truckFactor.before ?? '–'} → ${truckFactor.after ?? '–'}`;
  return [
    '',
    ...gridLines(
      [
        { heading: 'component', cells: shown.map(({ component }) => labels.get(component.id) ?? ''), cut: 'middle' },
        { heading: 'urgency', cells: shown.map(({ component }) => urgencyText(component, plainTranslate)), cut: 'end' },
        {
          heading: 'known by',
          cells: shown.map(({ state }) =>
            stateCell({ state: state.before, certain: true }, words(state.before), false),
          ),
          paint: (text, row) => paintState(text, shown[row]?.state.before, colors),
        },
        { heading: 'truck factor', cells: shown.map(factor) },
        {
          heading: 'who next',
          cells: shown.map(({ person }) => personName(person, people, plainTranslate)),
          cut: 'end',
          weight: 1.5,
        },
        {
          heading: 'why',
          cells: shown.map(step => stepReasons(step, people, plainTranslate).join('; ')),
          cut: 'end',
        },
      ],
      width,
      colors.underline,
    ),
    ...(steps.length > shown.length
      ? [colors.dim(`and ${wholeNumber(steps.length - shown.length, plainTranslate)} more (--all)`)]
      : []),
  ];
}

function words(state: PlanStep['state']['before']): string {
  switch (state) {
    case 'sole':
      return 'one person';
    case 'orphaned':
      return 'nobody';
    default:
      return state;
  }
}

function unsolvedLines({ unsolved, snapshot }: SpreadPlan, { width, colors, all }: PlanTableOptions): string[] {
  if (unsolved.length === 0) return [];
  const shown = all ? unsolved : unsolved.slice(0, shownRows);
  const labels = componentLabels(snapshot.components);
  return [
    '',
    'What stays a single point',
    ...shown.flatMap(each => {
      const { component } = each;
      const state = stateText(component.state, component.owners.length, plainTranslate);
      const why = unsolvedText(each, snapshot.people, plainTranslate);
      return wrap(`${labels.get(component.id) ?? ''} (${state}): ${why}`, width, '  ');
    }),
    ...(unsolved.length > shown.length
      ? [colors.dim(`and ${wholeNumber(unsolved.length - shown.length, plainTranslate)} more (--all)`)]
      : []),
  ];
}
