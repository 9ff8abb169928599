import type { Snapshot } from '../core/model';
import { limitText } from '../core/report/limits';
import { personName } from '../core/report/names';
import { day, percent, wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { definitionText, truckFactorMeaning } from '../core/report/states';
import { plainTranslate } from '../core/report/translate';
import type { Colors } from './terminal';
import { pad, truncateMiddle, widthOf, wrap } from './width';

/** How a table is drawn. */
export interface TableStyle {
  /** Most terminal columns of a line. */
  readonly width: number;
  readonly colors: Colors;
}

/** What is looked at: repository, branch, how much, as of when; then what stands between the numbers and the truth. */
export function headLines(snapshot: Snapshot, { width, colors }: TableStyle): string[] {
  const { repository, files, people, asOf, limits } = snapshot;
  const humans = people.filter(({ bot, agent }) => !bot && !agent);
  const name = printable(repository.root.split(/[\\/]/).findLast(part => part !== '') ?? '') || '/';
  const branch = repository.branch ?? repository.head?.slice(0, 10) ?? '';
  const counts = [
    `${wholeNumber(repository.commits, plainTranslate)} ${repository.commits === 1 ? 'commit' : 'commits'}`,
    `${wholeNumber(files.length, plainTranslate)} ${files.length === 1 ? 'file' : 'files'}`,
    humans.length === 1
      ? '1 person'
      : `${wholeNumber(humans.length, plainTranslate)} people, ${wholeNumber(humans.filter(({ active }) => active).length, plainTranslate)} active`,
    ...(day(asOf) === null ? [] : [`as of ${day(asOf)}`]),
  ].join(' · ');
  const shownName = truncateMiddle(name, Math.floor(width / 2));
  const shownBranch = truncateMiddle(printable(branch), width - widthOf(shownName) - 2);
  const title = colors.bold(shownName) + (shownBranch ? `  ${colors.cyan(shownBranch)}` : '');
  const titleWidth = widthOf(shownName) + (shownBranch ? widthOf(shownBranch) + 2 : 0);
  return [
    ...(titleWidth + 3 + widthOf(counts) <= width
      ? [title + colors.dim(` · ${counts}`)]
      : [title, ...wrap(counts, width).map(line => colors.dim(line))]),
    '',
    ...limits.flatMap(limit => wrap(limitText(limit, plainTranslate), width, '! ').map(line => colors.yellow(line))),
    ...(limits.length > 0 ? [''] : []),
  ];
}

/** Truck factors with the names they stand for, and what the number means. */
export function truckFactorLines(
  { truckFactor, people }: Snapshot,
  definitions: readonly (keyof Snapshot['truckFactor'])[],
  { width, colors }: TableStyle,
): string[] {
  const title = 'Truck factor  ';
  const values = definitions.map(definition => {
    const { value } = truckFactor[definition];
    return value === null ? '?' : wholeNumber(value, plainTranslate);
  });
  const valueWidth = Math.max(...values.map(widthOf));
  const labelWidth = Math.max(
    ...definitions.map(definition => `by ${definitionText(definition, plainTranslate)}`.length),
  );
  return [
    ...definitions.flatMap((definition, index) => {
      const value = pad(values[index] ?? '', valueWidth, 'right');
      const start = pad(index === 0 ? title : '', title.length, 'left') + value;
      const label = pad(`by ${definitionText(definition, plainTranslate)}`, labelWidth, 'left');
      const [first = '', ...more] = wrap(peopleText(truckFactor[definition], people), width, `${start}  ${label}  `);
      return [colors.bold(start) + first.slice(start.length), ...more].map(line => line.replaceAll(unbroken, ' '));
    }),
    ...wrap(`(${truckFactorMeaning(plainTranslate)})`, width, ' '.repeat(title.length)).map(line => colors.dim(line)),
  ];
}

/** Stands for a space within a name until lines are broken. */
const unbroken = '\u00a0';

/** At most this many names stand beside a truck factor. */
const namedPeople = 8;

function peopleText(
  { value, people: removed, files, abandonedShare }: Snapshot['truckFactor']['doa'],
  people: Snapshot['people'],
): string {
  if (value === null) {
    return 'not enough history to tell';
  }
  if (removed.length === 0) {
    return `${percent(abandonedShare, plainTranslate)} of the files have no owner already`;
  }
  const names = removed
    .slice(0, namedPeople)
    .map(({ person }) => personName(person, people, plainTranslate).replaceAll(' ', unbroken));
  const more = removed.length - names.length;
  const counted = files === 1 ? 'one file' : `${wholeNumber(files, plainTranslate)} files`;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} (over ${counted.replaceAll(' ', unbroken)})`;
}
