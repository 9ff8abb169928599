import type { CommitBehind, CommitNote, CommitsBehind, LineBlock } from '../commitsBehind';
import type { Person, PersonId } from '../model';
import { personName } from './names';
import { wholeNumber } from './numbers';
import { printable } from './printable';
import type { Translate } from './translate';

/** `payments: 7 changes by Ann Example, 2 reviews, 120 lines that stand`, without a full stop. */
export function behindText(
  subject: string,
  { changes, reviews, assisted, lines }: CommitsBehind,
  person: PersonId | null,
  people: readonly Person[],
  translate: Translate,
): string {
  const count = wholeNumber(changes, translate);
  const by = person === null ? '' : personName(person, people, translate);
  const parts = [changesText(changes === 1, count, by, translate)];
  if (assisted > 0)
    parts.push(translate('{assisted} with an AI agent', { assisted: wholeNumber(assisted, translate) }));
  if (reviews > 0) {
    parts.push(
      reviews === 1
        ? translate('one review', {})
        : translate('{reviews} reviews', { reviews: wholeNumber(reviews, translate) }),
    );
  }
  if (lines !== null) parts.push(translate('{lines} lines that stand', { lines: wholeNumber(lines.lines, translate) }));
  return `${printable(subject)}: ${parts.join(', ')}`;
}

function changesText(isOne: boolean, changes: string, person: string, translate: Translate): string {
  if (person === '') {
    return isOne ? translate('one change', {}) : translate('{changes} changes', { changes });
  }
  return isOne
    ? translate('one change by {person}', { person })
    : translate('{changes} changes by {person}', { changes, person });
}

/** Who a commit is by: `Ann Example, Ben Ito; reviewed by Cleo Third`, `Ann Example with Claude`. */
export function commitPeopleText(
  { people }: Pick<CommitBehind, 'people'>,
  all: readonly Person[],
  translate: Translate,
): string {
  const names = (some: CommitBehind['people']): string =>
    some.map(({ person }) => personName(person, all, translate)).join(', ');
  const uncredited = people.filter(({ credit }) => credit === 0);
  const writers = people.filter(({ credit }) => credit === 1);
  const reviewers = people.filter(({ role }) => role === 'reviewer');
  const wrote =
    writers.length > 0 && uncredited.length > 0
      ? translate('{people} with {agent}', { people: names(writers), agent: names(uncredited) })
      : names([...uncredited, ...writers]);
  return reviewers.length === 0
    ? wrote
    : translate('{people}; reviewed by {reviewers}', { people: wrote, reviewers: names(reviewers) });
}

/** Who wrote a block of lines; `nobody` for a bot's, a sweep's, or what does not count. */
export function blockPeopleText({ people }: LineBlock, all: readonly Person[], translate: Translate): string {
  return people.length === 0
    ? translate('nobody', {})
    : people.map(person => personName(person, all, translate)).join(', ');
}

/** The first line of a commit's message. */
export function subjectText(sha: string, subjects: ReadonlyMap<string, string>, translate: Translate): string {
  return printable(subjects.get(sha) ?? '') || translate('(no message)', {});
}

/** Why a commit counts for nothing, or for less than another. */
export function noteText(note: CommitNote, translate: Translate): string {
  switch (note) {
    case 'ignored':
      return translate('a revision to ignore', {});
    case 'boundary':
      return translate('where the shallow clone ends', {});
    case 'renamed':
      return translate('only moved', {});
    case 'mode':
      return translate('only the mode', {});
    case 'merge':
      return translate('a merge, only its lines count', {});
    case 'elsewhere':
      return translate('written in another file', {});
    case 'nobody':
      return translate('by a bot or an agent alone', {});
    case 'imported':
      return translate('an import', {});
    case 'sweep':
      return translate('over 100 files at once', {});
    case 'reviewed':
      return translate('a review', {});
  }
}

/** `Left out: 3 commits (only moved: 2, an import: 1)`; null where none is. */
export function leftOutText({ leftOut, leftOutBecause }: CommitsBehind, translate: Translate): string | null {
  if (leftOut.total === 0) {
    return null;
  }
  const because = Object.entries(leftOutBecause)
    .map(([note, count]) => `${noteText(note as CommitNote, translate)}: ${wholeNumber(count, translate)}`)
    .join(', ');
  return leftOut.total === 1
    ? translate('Left out: one commit ({because})', { because })
    : translate('Left out: {count} commits ({because})', { count: wholeNumber(leftOut.total, translate), because });
}

/** The numbers of a block's lines: `12–40`, or `12`. */
export function blockLinesText({ line, lines }: Pick<LineBlock, 'line' | 'lines'>, translate: Translate): string {
  return lines === 1
    ? wholeNumber(line, translate)
    : `${wholeNumber(line, translate)}–${wholeNumber(line + lines - 1, translate)}`;
}

/** So many characters tell a commit apart for a reader. */
export function shortSha(sha: string): string {
  return sha.slice(0, 9);
}
