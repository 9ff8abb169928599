import type { Component, Snapshot, State } from '../core/model';
import { fileOwners } from '../core/ownership/fileOwners';
import { choiceText } from '../core/report/choiceText';
import { personName } from '../core/report/names';
import { day, wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { reasonText } from '../core/report/reasons';
import { sharesTexts } from '../core/report/sharesText';
import { isAccepted, noBackupText } from '../core/report/singlePoints';
import { certaintyText, kindText, stateText } from '../core/report/states';
import { systemText } from '../core/report/systemText';
import { plainTranslate } from '../core/report/translate';
import { fileBackups } from '../core/spread/fileBackups';
import { gridLines } from './grid';
import { headLines } from './reportHead';
import type { ScanTableOptions } from './scanTable';
import { isLikely, knownText, likelyNote, ownersText, paintState, stateCell } from './stateCell';
import { wrap } from './width';

const shownFiles = 20;

const order: Readonly<Record<State, number>> = { orphaned: 0, sole: 1, unknown: 2, shared: 3 };

/** One component as a person reads it in a terminal: its state and why, its backup and why, its files. */
export function componentTable(snapshot: Snapshot, component: Component, options: ScanTableOptions): string {
  const { width, colors } = options;
  const { people } = snapshot;
  const { owners, state, certain, backup, alternatives, risk, runbooks } = component;
  const sentence = (reason: Component['risk']['reasons'][number]): string =>
    `${reasonText(reason, people, plainTranslate)}.`;
  const likely = certain || state === 'unknown' ? '' : ` (${certaintyText(certain, plainTranslate)})`;
  const name = printable(component.name) || printable(component.id);
  const second = backup ? personName(backup.person, people, plainTranslate) : noBackupText(component, plainTranslate);
  return `${[
    ...headLines(snapshot, options),
    ...wrap(`${name} is ${stateText(state, owners.length, plainTranslate)}${likely}`, width).map(line =>
      colors.bold(line),
    ),
    ...wrap(aboutText(component, snapshot), width).map(line => colors.dim(line)),
    ...risk.reasons.flatMap(reason => wrap(sentence(reason), width, '- ')),
    '',
    ...wrap(knownText(component, people), width, 'Known by  '),
    ...sharesTexts(component, people, plainTranslate).flatMap(text => wrap(`${text}.`, width, '          ')),
    ...wrap(second, width, 'Backup    '),
    ...(backup?.reasons ?? []).flatMap(reason => wrap(sentence(reason), width, '          ')),
    ...alternatives.flatMap(other => wrap(`or ${choiceText(other, people, plainTranslate)}.`, width, '          ')),
    ...wrap(runbooks.map(printable).join(', ') || 'none', width, 'Runbooks  '),
    ...fileLines(snapshot, component, options),
  ].join('\n')}\n`;
}

function aboutText(component: Component, snapshot: Snapshot): string {
  const { accepted } = component;
  const system = systemText(component, plainTranslate);
  return [
    kindText(component.kind, plainTranslate),
    ...(system === null ? [] : [system]),
    `${wholeNumber(component.files, plainTranslate)} files`,
    ...(component.lines === null ? [] : [`${wholeNumber(component.lines, plainTranslate)} lines`]),
    `${wholeNumber(component.soleFiles, plainTranslate)} known by one person`,
    `${wholeNumber(component.orphanedFiles, plainTranslate)} by nobody active`,
    ...(component.source === null ? [] : [`declared in ${printable(component.source)}`]),
    ...(accepted && isAccepted(component, snapshot.scannedAt)
      ? [`accepted until ${printable(accepted.until)}: ${printable(accepted.why)}`]
      : []),
  ].join(' · ');
}

function fileLines(snapshot: Snapshot, { id }: Component, { width, colors, all }: ScanTableOptions): string[] {
  const { files, people } = snapshot;
  const own = files.filter(({ component }) => component === id);
  const byRisk = own.sort((a, b) => order[a.state] - order[b.state] || b.touches - a.touches);
  const shown = all ? byRisk : byRisk.slice(0, shownFiles);
  const hidden = byRisk.length - shown.length;
  if (shown.length === 0) {
    return [];
  }
  const likely = shown.some(isLikely);
  const backupsOf = fileBackups(snapshot);
  const backups = shown.map(file => backupsOf(file)[0]);
  return [
    '',
    ...gridLines(
      [
        { heading: 'file', cells: shown.map(({ path }) => printable(path)), cut: 'middle' },
        { heading: 'changes', cells: shown.map(({ touches }) => wholeNumber(touches, plainTranslate)), align: 'right' },
        { heading: 'last', cells: shown.map(({ lastTouched }) => day(lastTouched) ?? '–') },
        {
          heading: 'who knows it',
          cells: shown.map(file => stateCell(file, ownersText(fileOwners(file), people), likely)),
          cut: 'end',
          weight: 1.8,
          paint: (text, row) => paintState(text, shown[row]?.state, colors),
        },
        ...(backups.some(backup => backup !== undefined)
          ? [
              {
                heading: 'backup',
                cells: backups.map(backup => (backup ? personName(backup.person, people, plainTranslate) : '–')),
                cut: 'end' as const,
                weight: 0.7,
              },
            ]
          : []),
      ],
      width,
      colors.underline,
    ),
    ...(hidden > 0 ? [colors.dim(`and ${wholeNumber(hidden, plainTranslate)} more (--all)`)] : []),
    ...(likely ? [colors.dim(likelyNote)] : []),
  ];
}
