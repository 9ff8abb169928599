import type { Component, Person, Reason, Snapshot } from '../core/model';
import { aliasCountText, aliasTexts } from '../core/report/aliasText';
import { componentLabels, personName } from '../core/report/names';
import { day, wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { reasonText } from '../core/report/reasons';
import { shellWord } from '../core/report/shellWord';
import { isAccepted, noBackupText, singlePointComponents, situationText } from '../core/report/singlePoints';
import { kindText, knownDefinitions, riskText } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import { type Column, gridLines } from './grid';
import { headLines, type TableStyle, truckFactorLines } from './reportHead';
import { isLikely, knownText, likelyNote, paintState, stateCell } from './stateCell';
import type { Colors } from './terminal';
import { widthOf, wrap } from './width';

export interface ScanTableOptions extends TableStyle {
  /** Every component, not the first ones only. */
  readonly all: boolean;
  /** The repository as the person named it, for commands they can run. */
  readonly path: string;
  /** How the person called this program. */
  readonly program: string;
}

const shownComponents = 20;
const shownSteps = 3;
const shownAliases = 3;

/** Narrower than this the kind gives its room to names. */
const roomyWidth = 90;

/** The scan as a person reads it in a terminal: the situation, components by risk, what to do first. */
export function scanTable(snapshot: Snapshot, options: ScanTableOptions): string {
  const { width, colors } = options;
  return `${[
    ...headLines(snapshot, options),
    ...wrap(situationText(snapshot, plainTranslate), width).map(line => colors.bold(line)),
    '',
    ...truckFactorLines(snapshot, knownDefinitions(snapshot), options),
    ...componentLines(snapshot, options),
    ...stepLines(snapshot, options),
    ...aliasLines(snapshot, options),
  ].join('\n')}\n`;
}

function componentLines(snapshot: Snapshot, { width, colors, all }: ScanTableOptions): string[] {
  const { components, people } = snapshot;
  if (components.length === 0) {
    return [];
  }
  const shown = all ? components : components.slice(0, shownComponents);
  const hidden = components.length - shown.length;
  const labels = componentLabels(components);
  const anyRunbook = components.some(({ runbooks }) => runbooks.length > 0);
  const likely = shown.some(isLikely);
  const kinds = new Set(components.map(({ kind }) => kind));
  const accepted = (row: number): boolean => {
    const component = shown[row];
    return component !== undefined && isAccepted(component, snapshot.scannedAt);
  };
  const columns: Column[] = [
    {
      heading: 'risk',
      cells: shown.map((component, row) => (accepted(row) ? 'accepted' : riskCell(component))),
      paint: (text, row) => paintRisk(text, accepted(row) ? undefined : shown[row], colors),
    },
    { heading: 'component', cells: shown.map(({ id }) => labels.get(id) ?? ''), cut: 'middle' },
    // A repository of folders only needs no column that says so.
    ...(width >= roomyWidth && (kinds.size > 1 || !kinds.has('folder'))
      ? [{ heading: 'kind', cells: shown.map(({ kind }) => kindText(kind, plainTranslate)), paint: colors.dim }]
      : []),
    { heading: 'files', cells: shown.map(({ files }) => wholeNumber(files, plainTranslate)), align: 'right' },
    {
      heading: 'who knows it',
      cells: shown.map(component => stateCell(component, knownText(component, people), likely)),
      cut: 'end',
      weight: 1.8,
      paint: (text, row) => paintState(text, shown[row]?.state, colors),
    },
    {
      heading: 'backup',
      cells: shown.map(({ backup }) => (backup ? personName(backup.person, people, plainTranslate) : '–')),
      cut: 'end',
      weight: 0.7,
    },
    ...(anyRunbook
      ? [{ heading: 'runbook', cells: shown.map(({ runbooks }) => (runbooks.length > 0 ? 'yes' : 'no')) }]
      : []),
  ];
  const notes = [
    ...(hidden > 0 ? [`and ${wholeNumber(hidden, plainTranslate)} more (--all)`] : []),
    ...(likely ? [likelyNote] : []),
    ...(anyRunbook ? [] : ['No component has a runbook.']),
  ];
  return ['', ...gridLines(columns, width, colors.underline), ...notes.map(note => colors.dim(note))];
}

function aliasLines(snapshot: Snapshot, { width, colors }: ScanTableOptions): string[] {
  const count = aliasCountText(snapshot, plainTranslate);
  if (count === null) {
    return [];
  }
  const shown = aliasTexts(snapshot, shownAliases, plainTranslate);
  return [
    '',
    ...wrap(`${count} --format json has the lines for .mailmap.`, width).map(line => colors.dim(line)),
    ...shown.flatMap(text => wrap(text, width, '- ')).map(line => colors.dim(line)),
  ];
}

function riskCell({ risk }: Component): string {
  return risk.level === 'none' ? '–' : riskText(risk.level, plainTranslate);
}

function paintRisk(text: string, component: Component | undefined, colors: Colors): string {
  switch (component?.risk.level) {
    case 'high':
      return colors.red(text);
    case 'medium':
      return colors.yellow(text);
    case 'low':
      return text;
    default:
      return colors.dim(text);
  }
}

function stepLines(snapshot: Snapshot, options: ScanTableOptions): string[] {
  const { width, colors } = options;
  const steps = singlePointComponents(snapshot).slice(0, shownSteps);
  if (steps.length === 0) {
    return [];
  }
  const labels = componentLabels(snapshot.components);
  return [
    '',
    colors.bold('What to do first'),
    ...steps.flatMap((component, index) => {
      const step = wrap(
        backupStep(component, labels.get(component.id) ?? '', snapshot.people),
        width,
        `${index + 1}. `,
      );
      return [...step, ...runbookStep(component, options).map(line => colors.cyan(line))];
    }),
  ];
}

function backupStep(component: Component, label: string, people: readonly Person[]): string {
  const { state, owners, backup } = component;
  if (!backup) {
    const [owner] = owners;
    const advice =
      state === 'sole' && owner
        ? `pair somebody with ${personName(owner.person, people, plainTranslate)}`
        : 'find it an owner, or retire it';
    return `${label} → ${noBackupText(component, plainTranslate)}: ${advice}.`;
  }
  return `${label} → ${personName(backup.person, people, plainTranslate)} as backup${familiarity(backup.reasons[0], people)}.`;
}

/** Why that person, without naming them again. */
function familiarity(reason: Reason | undefined, people: readonly Person[]): string {
  if (reason === undefined) {
    return '';
  }
  const { touches, date, path } = reason.values;
  if (reason.code === 'touchedHere' && typeof touches === 'number' && typeof date === 'number' && day(date) !== null) {
    return touches === 1
      ? `: one change here, on ${day(date)}`
      : `: ${wholeNumber(touches, plainTranslate)} changes here, the last on ${day(date)}`;
  }
  return reason.code === 'touchedNearby' && typeof path === 'string'
    ? `: changed ${printable(path)} beside it`
    : `. ${reasonText(reason, people, plainTranslate)}`;
}

/** A command is broken only where a shell joins it again; one that does not fit even so is left out. */
function runbookStep({ id, runbooks }: Component, { path, width, program }: ScanTableOptions): string[] {
  const [runbook] = runbooks;
  if (runbook !== undefined) {
    return wrap(`Let the backup follow ${printable(runbook)} once, alone.`, width, '   ');
  }
  const command = `   ${[`${program} stub`, ...(path === '.' ? [] : [shellWord(printable(path))])].join(' ')}`;
  const component = `--component ${shellWord(printable(id))}`;
  const whole = [`${command} ${component}`];
  const broken = [`${command} \\`, `     ${component}`];
  return [whole, broken].find(lines => lines.every(line => widthOf(line) <= width)) ?? [];
}
