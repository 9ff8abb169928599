import type { Person, Reason } from '../model';
import { personName } from './names';
import { day, percent, wholeNumber } from './numbers';
import { printable } from './printable';
import type { Translate } from './translate';

/**
 * The sentence for a reason, without a full stop. It speaks of the component or the file; a person is named only as the
 * one who knows or could know it. Values that are missing or make no sense are left vague, never printed as they are.
 */
export function reasonText(reason: Reason, people: readonly Person[], translate: Translate): string {
  const value = valuesOf(reason, people, translate);
  switch (reason.code) {
    case 'soleKnowledge':
      return translate('Known by one person: {person} owns {share} of the files', {
        person: value.person(),
        share: value.share(),
      });
    case 'soleActivity':
      return translate('Known by one person: only {person} worked on it enough lately', { person: value.person() });
    case 'orphanedFiles':
      return translate('{share} of the files have no active owner', { share: value.share() });
    case 'soleFiles':
      return translate('{share} of the files are known by one person each', { share: value.share() });
    case 'ownerQuiet':
      return translate('Known best by {person}, last seen on {date}', { person: value.person(), date: value.date() });
    case 'ownerLeft':
      return translate('Known best by {person}, who left', { person: value.person() });
    case 'ownerAway':
      return translate('Known best by {person}, who is away', { person: value.person() });
    case 'changesOften':
      return translate('Changed {touches} in {days} days', { touches: value.times(), days: value.count('days') });
    case 'noRunbook':
      return translate('Has no runbook', {});
    case 'soleRunbook':
      return translate('Its runbook {path} was written by one person: {person}', {
        path: value.text('path'),
        person: value.person(),
      });
    case 'operations':
      return translate('Needed when something breaks: these are operations files', {});
    case 'critical':
      return translate('Marked as of {criticality} criticality', { criticality: value.text('criticality') });
    case 'sharedKnowledge':
      return sharedKnowledge(reason.values['people'], translate);
    case 'touchedHere':
      return translate('Changed {touches} by {person}, last on {date}', {
        touches: value.times(),
        person: value.person(),
        date: value.date(),
      });
    case 'reviewedHere':
      return translate('Reviewed by {person}', { person: value.person() });
    case 'ownsElsewhere':
      return reason.values['components'] === 1
        ? translate('One other component already depends on {person} alone', { person: value.person() })
        : translate('{components} other components already depend on {person} alone', {
            components: value.count('components'),
            person: value.person(),
          });
    case 'touchedNearby':
      return translate('Its neighbour {path} was changed by {person}', {
        path: value.text('path'),
        person: value.person(),
      });
    case 'touchedBy':
      return translate('{touches} of {total} changes are by {person}, the last on {date}', {
        touches: value.count('touches'),
        total: value.count('total'),
        person: value.person(),
        date: value.date(),
      });
    case 'touchedAndWrote':
      return translate(
        '{touches} of {total} changes and {lines} of {ofLines} lines are by {person}, the last change on {date}',
        {
          touches: value.count('touches'),
          total: value.count('total'),
          lines: value.count('lines'),
          ofLines: value.count('ofLines'),
          person: value.person(),
          date: value.date(),
        },
      );
    case 'linesBy':
      return translate('{lines} of {total} lines are by {person}', {
        lines: value.count('lines'),
        total: value.count('total'),
        person: value.person(),
      });
    case 'linesOfPeopleWhoLeft':
      return translate('{share} of the lines are by people who left or went quiet', { share: value.share() });
    case 'orphanedBlock':
      return translate('Lines {from} to {to} are known by nobody active: all by {person}, last changed on {date}', {
        from: value.count('line'),
        to: value.sum('line', 'lines', -1),
        person: value.person(),
        date: value.date(),
      });
  }
}

/** How a component shared by that many owners is put; owners know a fifth of it at least, so there may be none. */
function sharedKnowledge(people: string | number | undefined, translate: Translate): string {
  if (typeof people !== 'number' || !(people >= 1)) {
    return translate('Shared by several people who know a small part each', {});
  }
  return people === 1
    ? translate('Known best by one person, and by others in parts', {})
    : translate('Shared by {people} people', { people: wholeNumber(people) });
}

interface Values {
  person(): string;
  share(): string;
  date(): string;
  times(): string;
  count(name: string): string;
  /** Of two values and a number. */
  sum(name: string, other: string, more: number): string;
  text(name: string): string;
}

function valuesOf({ values }: Reason, people: readonly Person[], translate: Translate): Values {
  const number = (name: string): number => {
    const value = values[name];
    return typeof value === 'number' ? value : Number.NaN;
  };
  return {
    person: () => personName(number('person'), people, translate),
    share: () => percent(number('share')),
    date: () => day(number('date')) ?? translate('an unknown day', {}),
    times: () =>
      number('touches') === 1
        ? translate('once', {})
        : translate('{touches} times', { touches: wholeNumber(number('touches')) }),
    count: name => wholeNumber(number(name)),
    sum: (name, other, more) => wholeNumber(number(name) + number(other) + more),
    text: name => {
      const value = values[name];
      return (typeof value === 'string' && printable(value)) || '?';
    },
  };
}
