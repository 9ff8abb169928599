import type { Snapshot } from '../../model';
import type { Section } from '../document/block';
import type { Translate } from '../translate';

/** What the report tells of people, and what it must not be used for. */
export function privacySection({ policy }: Snapshot, isPseudonymous: boolean, translate: Translate): Section {
  const names = isPseudonymous
    ? policy.people
      ? translate('People stand under pseudonyms, as was asked for when the report was made.', {})
      : translate('People stand under pseudonyms: the settings of the repository keep names off pages.', {})
    : translate(
        'People are named only where they know a component or could learn it, from a history that everybody with access to the repository can read. The report can be made with pseudonyms.',
        {},
      );
  return {
    id: 'privacy',
    title: translate('Privacy', {}),
    blocks: [
      {
        kind: 'paragraph',
        text: [
          names,
          ' ',
          translate(
            'It holds no e-mail address, no ranking and no total of any person, and no time of day. It was made on one machine, sent nothing anywhere, and loads nothing when it is opened. It is no measure of performance and must not be used as one: numbers of commits and lines say nothing about the worth of work.',
            {},
          ),
        ],
      },
    ],
  };
}
