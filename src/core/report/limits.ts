import type { FileProblemCode } from '../components/fileProblem';
import type { Limit } from '../model';
import { fileProblemText } from './fileProblemText';
import { dayText, percent, wholeNumber } from './numbers';
import { printable } from './printable';
import type { Translate } from './translate';

/** The sentences for a limit: what is not there, what that means for the numbers, and what to do about it. */
export function limitText({ code, values }: Limit, translate: Translate): string {
  const count = (name: string): string => wholeNumber(Number(values[name] ?? Number.NaN), translate);
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? printable(value).replaceAll('`', "'") : '';
  };
  switch (code) {
    case 'shallow':
      return values['commits'] === 1
        ? translate(
            'The history is cut off after one commit (a shallow clone), so nobody can be told apart. Run `git fetch --unshallow` and scan again.',
            {},
          )
        : translate(
            'The history is cut off after {commits} commits (a shallow clone): what is older than that is marked unknown, and no truck factor is given. Run `git fetch --unshallow` and scan again.',
            { commits: count('commits') },
          );
    case 'partial':
      return translate(
        'Contents are fetched on demand (a partial clone): files that were renamed and changed at once lose the people from before. Run `git fetch --refetch --no-filter` and scan again.',
        {},
      );
    case 'missingObjects':
      return values['objects'] === 1
        ? translate(
            'One object is missing from the repository: a file that was renamed and changed at once may lose the people from before. Run `git fsck`, then fetch the object from another clone.',
            {},
          )
        : translate(
            '{objects} objects are missing from the repository: files that were renamed and changed at once may lose the people from before. Run `git fsck`, then fetch the objects from another clone.',
            { objects: count('objects') },
          );
    case 'abandoned':
      return translate(
        '{share} of the files have no active owner and do not count in the truck factor. Find them an owner, or exclude what nobody needs in `.single-points.yml`.',
        { share: percent(Number(values['share'] ?? Number.NaN), translate) },
      );
    case 'noLines':
      return translate(
        'Who wrote the lines that stand could not be found out: states rest on authorship and recent activity alone. The log says why; scan again.',
        {},
      );
    case 'unknownLines':
      return translate(
        '{share} of the lines are of commits that are missing here, and count for nobody. Fetch what is missing and scan again.',
        { share: percent(Number(values['share'] ?? Number.NaN), translate) },
      );
    case 'young':
      return values['commits'] === 1
        ? translate('There is one commit only: too little to tell who knows what. Scan again after more work.', {})
        : translate(
            'There are {commits} commits only: too few to tell who knows what. Take the states as hints and scan again after more work.',
            { commits: count('commits') },
          );
    case 'singleAuthor':
      return translate(
        'One person made every commit, so all of it is known by one person. If others worked here too, name them in `Co-authored-by` lines; else start with a runbook and a backup for what is listed first.',
        {},
      );
    case 'imported':
      return translate(
        '{share} of the files came in one commit on {date}, which looks like an import, and nobody changed them since: who knows them cannot be told. If the earlier history is elsewhere, join it with `git replace --graft`.',
        {
          share: percent(Number(values['share'] ?? Number.NaN), translate),
          date: dayText(Number(values['date'] ?? Number.NaN), translate) ?? '?',
        },
      );
    case 'stale':
      return translate(
        'The last commit is of {date}: people are judged as of that day. If this clone is behind, run `git pull` and scan again.',
        { date: dayText(Number(values['date'] ?? Number.NaN), translate) ?? '?' },
      );
    case 'settings': {
      // A stored limit may hold anything.
      const problem: string | undefined = fileProblemText(
        { code: text('problem') as FileProblemCode, values },
        translate,
      );
      return translate('{path} could not be read: {problem}. What it says is not applied; correct it and scan again.', {
        path: text('path') || '.single-points.yml',
        problem: problem?.replace(/[.。]$/, '') ?? '?',
      });
    }
  }
}
