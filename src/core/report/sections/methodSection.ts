import type { ExcludedReason, Snapshot } from '../../model';
import type { Item, Section } from '../document/block';
import { wholeNumber } from '../numbers';
import { definitionMeaning, definitionText, knownDefinitions, truckFactorMeaning } from '../states';
import type { Translate } from '../translate';

/** How all of it was found, and what to doubt. */
export function methodSection(snapshot: Snapshot, translate: Translate): Section {
  const { activeDays, truckFactor } = snapshot;
  const definitions = knownDefinitions(snapshot).map(definition => {
    const { value } = truckFactor[definition];
    return translate('By {definition}: {value}. {meaning}', {
      definition: definitionText(definition, translate),
      value: value === null ? translate('unknown', {}) : wholeNumber(value, translate),
      meaning: definitionMeaning(definition, translate),
    });
  });
  const items: readonly Item[] = [
    {
      text: strong(
        translate('Who knows a file', {}),
        translate(
          'is told by three kinds of evidence: authorship (who created it and changed it, over its whole history), recent activity (changes count half after a year unless the settings say otherwise), and the lines that stand, by who wrote them. Who passes any of the three and changed something in the repository in the {days} days before the newest commit is an owner.',
          { days: wholeNumber(activeDays, translate) },
        ),
      ),
    },
    {
      text: strong(
        translate('A state', {}),
        translate(
          'is what the owners come to: known by one person, by nobody active (its owners left, are away or went quiet), shared, or unknown where the history does not reach back far enough. Where two kinds of evidence agree it is certain; otherwise it is marked as likely.',
          {},
        ),
      ),
    },
    {
      text: strong(
        translate('A component', {}),
        translate(
          'is found from the settings of the repository, catalogs, manifests, stated owners and folders. It is known by one person when its files and the recent work on it point to one; by nobody when more than half of its files have no owner and nobody active works on it enough.',
          {},
        ),
      ),
    },
    {
      text: strong(
        translate('The truck factor', {}),
        `${translate('is the {meaning}.', { meaning: truckFactorMeaning(translate) })}`,
      ),
      details: definitions,
    },
    {
      text: strong(
        translate('The risk', {}),
        translate(
          'orders components by what is lost if nobody is there. It means nothing alone, and nothing about anybody.',
          {},
        ),
      ),
    },
    {
      text: strong(
        translate('A backup and the plan', {}),
        translate(
          'come from who worked on a component or beside it, is active, and does not own much already. They are proposals.',
          {},
        ),
      ),
    },
    { text: strong(translate('Left out', {}), excludedText(snapshot, translate)) },
  ];
  return {
    id: 'method',
    title: translate('Method and doubts', {}),
    blocks: [
      { kind: 'list', items },
      { kind: 'heading', text: translate('What to doubt', {}) },
      { kind: 'list', items: doubts(snapshot, translate).map(text => ({ text })) },
    ],
  };
}

function doubts({ tier }: Snapshot, translate: Translate): readonly string[] {
  return [
    translate(
      'Git shows who changed something, not who understands it. Who reads, reviews without a trace, runs or answers for a component may know it well and does not show here; ask before you act on a number.',
      {},
    ),
    translate(
      'Somebody who commits under several names may count as several people until a mailmap joins them, and what a tool or a pair committed under one name counts for that one.',
      {},
    ),
    translate('Imports, mass changes and moves are recognised by rules, which can be wrong.', {}),
    translate('A runbook that exists and reads well may still not work. Only following it tells.', {}),
    ...(tier === 1
      ? [translate('The lines that stand were not looked at: states rest on authorship and recent activity alone.', {})]
      : []),
  ];
}

function excludedText({ excluded }: Snapshot, translate: Translate): string {
  const words: readonly (readonly [ExcludedReason, string])[] = [
    ['binary', translate('binary', {})],
    ['vendored', translate('vendored', {})],
    ['generated', translate('generated', {})],
    ['lock', translate('lock files', {})],
    ['minified', translate('minified', {})],
    ['submodule', translate('submodules', {})],
    ['symlink', translate('symbolic links', {})],
    ['settings', translate('by the settings', {})],
  ];
  const counts = words
    .filter(([reason]) => excluded[reason] > 0)
    .map(([reason, word]) => `${word} ${wholeNumber(excluded[reason], translate)}`);
  return counts.length === 0
    ? translate('are no files of this repository.', {})
    : translate('are files that tell nothing about knowledge: {counts}.', { counts: counts.join(', ') });
}

function strong(term: string, text: string): Item['text'] {
  return [{ strong: term }, ` ${text}`];
}
