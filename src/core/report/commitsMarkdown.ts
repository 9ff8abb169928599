import type { CommitBehind } from '../commitsBehind';
import type { CommitsFound } from './commitsFound';
import {
  behindText,
  blockLinesText,
  blockPeopleText,
  commitPeopleText,
  leftOutText,
  noteText,
  shortSha,
  subjectText,
} from './commitText';
import { limitLines } from './limitsMarkdown';
import { codeSpan, escapeMarkdown, tableRow } from './markdownText';
import { dayText, wholeNumber } from './numbers';
import type { Translate } from './translate';

/** The commits behind a number as a Markdown document. It holds no addresses. */
export function commitsMarkdown(found: CommitsFound, translate: Translate): string {
  const { snapshot, of, person, behind } = found;
  const subject = 'file' in of ? of.file : of.component.name;
  const left = leftOutText(behind, translate);
  return `${[
    `# ${escapeMarkdown(subject)}`,
    '',
    ...limitLines(snapshot.limits, translate),
    `**${escapeMarkdown(behindText(subject, behind, person, snapshot.people, translate))}**`,
    '',
    ...commitTable(behind.counted.commits, behind.counted.total, found, translate),
    ...(left === null
      ? []
      : [
          `## ${escapeMarkdown(left)}`,
          '',
          ...commitTable(behind.leftOut.commits, behind.leftOut.total, found, translate),
        ]),
    ...lineTable(found, translate),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function commitTable(
  commits: readonly CommitBehind[],
  total: number,
  { snapshot, subjects }: CommitsFound,
  translate: Translate,
): string[] {
  if (commits.length === 0) {
    return [];
  }
  const words = [translate('Date', {}), translate('Commit', {}), translate('Who', {}), translate('Lines', {})];
  return [
    tableRow([...words, translate('Message', {}), translate('Note', {})]),
    '|---|---|---|--:|---|---|',
    ...commits.map(commit =>
      tableRow([
        dayText(commit.date, translate) ?? '–',
        codeSpan(shortSha(commit.sha)),
        escapeMarkdown(commitPeopleText(commit, snapshot.people, translate)),
        commit.lines === null ? '–' : wholeNumber(commit.lines, translate),
        escapeMarkdown(subjectText(commit.sha, subjects, translate)),
        commit.note === null ? '' : escapeMarkdown(noteText(commit.note, translate)),
      ]),
    ),
    ...moreText(total - commits.length, translate),
    '',
  ];
}

function lineTable({ of, snapshot, behind: { lines }, subjects }: CommitsFound, translate: Translate): string[] {
  if (lines === null || lines.files.length === 0) {
    return [];
  }
  const heading = [`## ${translate('Lines that stand', {})}`, ''];
  if ('component' in of) {
    return [
      ...heading,
      tableRow([translate('File', {}), translate('Lines', {})]),
      '|---|--:|',
      ...lines.files.map(file => tableRow([codeSpan(file.path), wholeNumber(file.lines, translate)])),
      ...moreText(lines.fileTotal - lines.files.length, translate),
    ];
  }
  const [file] = lines.files;
  const blocks = file?.blocks ?? [];
  const words = [translate('Lines', {}), translate('Date', {}), translate('Commit', {}), translate('Who', {})];
  return [
    ...heading,
    tableRow([...words, translate('Message', {})]),
    '|---|---|---|---|---|',
    ...blocks.map(block =>
      tableRow([
        blockLinesText(block, translate),
        dayText(block.date, translate) ?? '–',
        codeSpan(shortSha(block.sha)),
        escapeMarkdown(blockPeopleText(block, snapshot.people, translate)),
        escapeMarkdown(subjectText(block.sha, subjects, translate)),
      ]),
    ),
    ...moreText((file?.blockTotal ?? 0) - blocks.length, translate),
  ];
}

function moreText(hidden: number, translate: Translate): string[] {
  return hidden > 0 ? ['', translate('and {hidden} more', { hidden: wholeNumber(hidden, translate) })] : [];
}
