import type { Component, FileOwnership, Person } from '../core/model';
import { fileOwners } from '../core/ownership/fileOwners';
import type { Change, WhatIf } from '../core/ownership/whatIf';
import { componentLabels, personName } from '../core/report/names';
import { wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { reasonText } from '../core/report/reasons';
import { plainTranslate } from '../core/report/translate';
import { namesOf, truckFactorChanges, whatIfSentence } from '../core/report/whatIfText';
import { gridLines } from './grid';
import { headLines, type TableStyle } from './reportHead';
import { isLikely, knownText, likelyNote, ownersText, paintState, stateCell } from './stateCell';
import { wrap } from './width';

export interface WhatIfTableOptions extends TableStyle {
  /** Every component and file, not the first ones only. */
  readonly all: boolean;
}

const shownRows = 20;

/** What would be without some people as a person reads it in a terminal. */
export function whatIfTable(result: WhatIf, options: WhatIfTableOptions): string {
  const { width, colors } = options;
  const { before, people, runbooks } = result;
  const without = namesOf(people, before.people, plainTranslate);
  const inactive = people.filter(({ active }) => !active);
  return `${[
    ...headLines(before, options),
    ...wrap(`Without ${without}: ${whatIfSentence(result, plainTranslate)}`, width).map(line => colors.bold(line)),
    ...(inactive.length === 0
      ? []
      : wrap(`(not active already: ${namesOf(inactive, before.people, plainTranslate)})`, width).map(colors.dim)),
    '',
    ...truckFactorChanges(result, plainTranslate).flatMap(text => wrap(`${text}.`, width)),
    ...componentLines(result, options),
    ...fileLines(result, options),
    ...(runbooks.length === 0
      ? []
      : ['', 'Runbooks that lose their last author', ...runbooks.map(({ path }) => `  ${printable(path)}`)]),
  ].join('\n')}\n`;
}

function componentLines({ components, before, after }: WhatIf, { width, colors, all }: WhatIfTableOptions): string[] {
  if (components.length === 0) {
    return [];
  }
  const shown = all ? components : components.slice(0, shownRows);
  const labels = componentLabels(after.components);
  const likely = shown.some(change => isLikely(change.before) || isLikely(change.after));
  return [
    '',
    ...gridLines(
      [
        { heading: 'component', cells: shown.map(change => labels.get(change.after.id) ?? ''), cut: 'middle' },
        {
          heading: 'files',
          cells: shown.map(change => wholeNumber(change.after.files, plainTranslate)),
          align: 'right',
        },
        {
          heading: 'who knows it now',
          cells: shown.map(change => stateCell(change.before, knownText(change.before, before.people), likely)),
          cut: 'end',
        },
        {
          heading: 'and then',
          cells: shown.map(change => stateCell(change.after, knownText(change.after, after.people), likely)),
          cut: 'end',
          paint: (text, row) => paintState(text, shown[row]?.after.state, colors),
        },
        { heading: 'best backup', cells: shown.map(change => backupCell(change, after.people)), cut: 'end' },
      ],
      width,
      colors.underline,
    ),
    ...moreLine(components.length - shown.length, colors.dim),
    ...(likely ? [colors.dim(likelyNote)] : []),
  ];
}

function backupCell({ after: { backup } }: Change<Component>, people: readonly Person[]): string {
  if (backup === null) {
    return '–';
  }
  const name = personName(backup.person, people, plainTranslate);
  const [reason] = backup.reasons;
  return reason === undefined ? name : `${name}: ${reasonText(reason, people, plainTranslate)}`;
}

/** Those of components that change themselves are no news. */
function fileLines({ components, files, before, after }: WhatIf, options: WhatIfTableOptions): string[] {
  const { width, colors, all } = options;
  const changed = new Set(components.map(change => change.after.id));
  const others = files.filter(change => all || change.after.component === null || !changed.has(change.after.component));
  if (others.length === 0) {
    return [];
  }
  const shown = all ? others : others.slice(0, shownRows);
  const likely = shown.some(change => isLikely(change.before) || isLikely(change.after));
  const cell = (file: FileOwnership, people: readonly Person[]): string =>
    stateCell(file, ownersText(fileOwners(file), people), likely);
  return [
    '',
    ...gridLines(
      [
        {
          heading: changed.size > 0 && !all ? 'file of another component' : 'file',
          cells: shown.map(change => printable(change.after.path)),
          cut: 'middle',
        },
        {
          heading: 'who knows it now',
          cells: shown.map(change => cell(change.before, before.people)),
          cut: 'end',
        },
        {
          heading: 'and then',
          cells: shown.map(change => cell(change.after, after.people)),
          cut: 'end',
          paint: (text, row) => paintState(text, shown[row]?.after.state, colors),
        },
      ],
      width,
      colors.underline,
    ),
    ...moreLine(others.length - shown.length, colors.dim),
  ];
}

function moreLine(hidden: number, dim: (text: string) => string): string[] {
  return hidden > 0 ? [dim(`and ${wholeNumber(hidden, plainTranslate)} more (--all)`)] : [];
}
