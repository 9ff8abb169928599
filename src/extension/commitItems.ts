import * as vscode from 'vscode';
import type { CommitsAnswer } from '../analysis/protocol';
import type { CommitBehind, FileLinesBehind, LineBlock } from '../core/commitsBehind';
import type { Person, PersonId } from '../core/model';
import {
  behindText,
  blockLinesText,
  blockPeopleText,
  commitPeopleText,
  leftOutText,
  noteText,
  subjectText,
} from '../core/report/commitText';
import { counted, dayText, wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { translate } from './text';

/** What a row of the list stands for; nothing where it only says something. */
export type Choice =
  | { readonly kind: 'commit'; readonly commit: CommitBehind }
  | { readonly kind: 'lines'; readonly path: string; readonly block: LineBlock }
  | { readonly kind: 'file'; readonly path: string };

export interface CommitItem extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/**
 * The commits behind a number as a list the keyboard can walk: what they add up to, those that count, those that do not
 * and why, then the lines that stand; of a component the files that hold them.
 */
export function commitItems(
  answer: CommitsAnswer,
  subject: string,
  person: PersonId | null,
  of: 'file' | 'component',
): CommitItem[] {
  const { counted, leftOut, lines, subjects } = answer;
  const people = peopleById(answer);
  const left = leftOutText(answer, translate);
  const row = (commit: CommitBehind): CommitItem => commitItem(commit, subjects, people, of);
  return [
    { label: behindText(subject, answer, person, people, translate) },
    ...section(vscode.l10n.t('Commits'), counted.commits.map(row), counted.total),
    ...(left === null ? [] : section(left, leftOut.commits.map(row), leftOut.total)),
    ...lineItems(lines?.files ?? [], lines?.fileTotal ?? 0, of, block => ({
      label: `$(list-selection) ${vscode.l10n.t('Lines {lines}', { lines: blockLinesText(block, translate) })}`,
      description: [dayText(block.date, translate), blockPeopleText(block, people, translate)]
        .filter(Boolean)
        .join(' · '),
      detail: subjectText(block.sha, subjects, translate),
    })),
    ...(lines === null ? [{ label: vscode.l10n.t('Which lines stand is not known yet.') }] : []),
  ];
}

/** Those an answer names, at the place of their ids. */
export function peopleById({ people }: CommitsAnswer): readonly Person[] {
  const byId: Person[] = [];
  for (const person of people) byId[person.id] = person;
  return byId;
}

function commitItem(
  commit: CommitBehind,
  subjects: ReadonlyMap<string, string>,
  people: readonly Person[],
  of: 'file' | 'component',
): CommitItem {
  const [file] = commit.files;
  const more = commit.fileTotal - 1;
  const path = printable(file?.was ?? file?.path ?? '');
  const place = more > 0 ? vscode.l10n.t('{path} and {more} more', { path, more: wholeNumber(more, translate) }) : path;
  const isTold = file !== undefined && (of === 'component' || file.was !== null);
  const detail = [
    commit.note === null ? '' : noteText(commit.note, translate),
    commit.assisted ? vscode.l10n.t('with an AI agent') : '',
    linesText(commit.lines ?? 0),
    isTold ? place : '',
  ].filter(Boolean);
  return {
    label: `$(git-commit) ${subjectText(commit.sha, subjects, translate)}`,
    description: [dayText(commit.date, translate), commitPeopleText(commit, people, translate)]
      .filter(Boolean)
      .join(' · '),
    ...(detail.length > 0 ? { detail: detail.join(' · ') } : {}),
    choice: { kind: 'commit', commit },
  };
}

function lineItems(
  files: readonly FileLinesBehind[],
  total: number,
  of: 'file' | 'component',
  described: (block: LineBlock) => vscode.QuickPickItem,
): CommitItem[] {
  const heading = vscode.l10n.t('Lines that stand');
  if (of === 'component') {
    const rows = files.map(({ path, lines }): CommitItem => {
      return { label: `$(file) ${printable(path)}`, description: linesText(lines), choice: { kind: 'file', path } };
    });
    return section(heading, rows, total);
  }
  return files.flatMap(({ path, blocks, blockTotal }) => {
    const rows = blocks.map((block): CommitItem => ({ ...described(block), choice: { kind: 'lines', path, block } }));
    return section(heading, rows, blockTotal);
  });
}

function linesText(lines: number): string {
  return counted(lines, translate, {
    one: () => vscode.l10n.t('1 line stands'),
    many: ({ count }) => vscode.l10n.t('{lines} lines stand', { lines: count }),
  });
}

/** Nothing where there are no rows. */
function section(label: string, rows: readonly CommitItem[], total: number): CommitItem[] {
  if (rows.length === 0) return [];
  const hidden = total - rows.length;
  const more =
    hidden > 0
      ? [{ label: vscode.l10n.t('{hidden} more are not listed', { hidden: wholeNumber(hidden, translate) }) }]
      : [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows, ...more];
}
