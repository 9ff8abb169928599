import type { Snapshot } from '../../model';
import { type Block, withCode } from '../document/block';
import { limitText } from '../limits';
import { dayText, wholeNumber } from '../numbers';
import type { Translate } from '../translate';

/** What the report is, of which day and commit, and what stands between its numbers and the truth. */
export function openingBlocks(snapshot: Snapshot, folder: string, translate: Translate): readonly Block[] {
  return [
    {
      kind: 'paragraph',
      text: translate(
        'This report shows where {repository} depends on one person, or on nobody who is still active, and what ends that. It is made from the git history and the files of the repository and from nothing else. It is about components, not about people: that only one person knows something says how work was shared, not how well anybody works.',
        { repository: folder },
      ),
    },
    { kind: 'paragraph', text: factsOf(snapshot, translate) },
    ...(snapshot.limits.length === 0
      ? []
      : [
          {
            kind: 'warning' as const,
            title: translate('Read first: what these numbers cannot know', {}),
            items: snapshot.limits.map(limit => withCode(limitText(limit, translate))),
          },
        ]),
  ];
}

function factsOf(snapshot: Snapshot, translate: Translate): readonly ({ readonly code: string } | string)[] {
  const { repository, files, components, asOf, scannedAt } = snapshot;
  const { branch, head, commits } = repository;
  const [newest, made] = [dayText(asOf, translate), dayText(scannedAt, translate)];
  const facts = [
    translate('{commits} commits', { commits: wholeNumber(commits, translate) }),
    translate('{files} files in {components} components', {
      files: wholeNumber(files.length, translate),
      components: wholeNumber(components.length, translate),
    }),
    ...(newest === null ? [] : [translate('as of {date}, the day of the newest commit', { date: newest })]),
    ...(made === null ? [] : [translate('made on {date}', { date: made })]),
  ];
  return [
    ...(branch === null ? [] : [translate('Branch ', {}), { code: branch }, ' · ']),
    ...(head === null ? [] : [translate('commit ', {}), { code: head.slice(0, 10) }, ' · ']),
    facts.join(' · '),
  ];
}
