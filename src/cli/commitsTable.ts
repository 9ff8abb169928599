import type { CommitBehind } from '../core/commitsBehind';
import type { CommitsFound } from '../core/report/commitsFound';
import {
  behindText,
  blockLinesText,
  blockPeopleText,
  commitPeopleText,
  leftOutText,
  noteText,
  shortSha,
  subjectText,
} from '../core/report/commitText';
import { day, wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { plainTranslate } from '../core/report/translate';
import { gridLines } from './grid';
import { headLines, type TableStyle } from './reportHead';
import { wrap } from './width';

/** The commits behind a number as a person reads them in a terminal. */
export function commitsTable(found: CommitsFound, style: TableStyle): string {
  const { snapshot, of, person, behind } = found;
  const { width, colors } = style;
  const subject = 'file' in of ? of.file : of.component.name;
  const left = leftOutText(behind, plainTranslate);
  return `${[
    ...headLines(snapshot, style),
    ...wrap(behindText(subject, behind, person, snapshot.people, plainTranslate), width).map(colors.bold),
    ...commitLines(behind.counted.commits, behind.counted.total, found, style),
    ...(left === null
      ? []
      : [
          '',
          ...wrap(left, width).map(colors.bold),
          ...commitLines(behind.leftOut.commits, behind.leftOut.total, found, style),
        ]),
    ...lineLines(found, style),
  ].join('\n')}\n`;
}

function commitLines(
  commits: readonly CommitBehind[],
  total: number,
  { snapshot, subjects }: CommitsFound,
  { width, colors }: TableStyle,
): string[] {
  if (commits.length === 0) {
    return [];
  }
  const message = ({ sha, note }: CommitBehind): string =>
    [subjectText(sha, subjects, plainTranslate), note === null ? '' : `(${noteText(note, plainTranslate)})`]
      .filter(part => part !== '')
      .join(' ');
  const lines = commits.map(commit => commit.lines);
  return [
    '',
    ...gridLines(
      [
        { heading: 'date', cells: commits.map(({ date }) => day(date) ?? '–') },
        { heading: 'commit', cells: commits.map(({ sha }) => shortSha(sha)) },
        {
          heading: 'who',
          cells: commits.map(commit => commitPeopleText(commit, snapshot.people, plainTranslate)),
          cut: 'end',
        },
        ...(lines.includes(null)
          ? []
          : [
              {
                heading: 'lines',
                cells: lines.map(count => wholeNumber(count ?? 0, plainTranslate)),
                align: 'right' as const,
              },
            ]),
        { heading: 'what', cells: commits.map(message), cut: 'end', weight: 1.8 },
      ],
      width,
      colors.underline,
    ),
    ...moreLine(total - commits.length, colors.dim),
  ];
}

function lineLines(
  { of, snapshot, behind: { lines }, subjects }: CommitsFound,
  { width, colors }: TableStyle,
): string[] {
  if (lines === null || lines.files.length === 0) {
    return [];
  }
  const heading = ['', colors.bold('Lines that stand'), ''];
  if ('component' in of) {
    return [
      ...heading,
      ...gridLines(
        [
          { heading: 'lines', cells: lines.files.map(file => wholeNumber(file.lines, plainTranslate)), align: 'right' },
          { heading: 'file', cells: lines.files.map(({ path }) => printable(path)), cut: 'middle' },
        ],
        width,
        colors.underline,
      ),
      ...moreLine(lines.fileTotal - lines.files.length, colors.dim),
    ];
  }
  const [file] = lines.files;
  const blocks = file?.blocks ?? [];
  return [
    ...heading,
    ...gridLines(
      [
        {
          heading: 'lines',
          cells: blocks.map(block => blockLinesText(block, plainTranslate)),
        },
        { heading: 'date', cells: blocks.map(({ date }) => day(date) ?? '–') },
        { heading: 'commit', cells: blocks.map(({ sha }) => shortSha(sha)) },
        {
          heading: 'who',
          cells: blocks.map(block => blockPeopleText(block, snapshot.people, plainTranslate)),
          cut: 'end',
        },
        {
          heading: 'what',
          cells: blocks.map(({ sha }) => subjectText(sha, subjects, plainTranslate)),
          cut: 'end',
          weight: 1.8,
        },
      ],
      width,
      colors.underline,
    ),
    ...moreLine((file?.blockTotal ?? 0) - blocks.length, colors.dim),
  ];
}

function moreLine(hidden: number, dim: (text: string) => string): string[] {
  return hidden > 0 ? [dim(`and ${wholeNumber(hidden, plainTranslate)} more (--all)`)] : [];
}
