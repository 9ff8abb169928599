import type { Person, Reason } from '../model';
import { personName } from './names';
import { dayText, percent, wholeNumber } from './numbers';
import { printable } from './printable';
import { criticalityText } from './states';
import type { Translate } from './translate';

/**
 * The sentence for a reason, without a full stop. It speaks of the component or the file; a person is named only as the
 * one who knows it: who could come to know it is named by what the reason stands below or behind. Values that are missing
 * or make no sense are left vague, never printed as they are.
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
      return value.text('until') === '?'
        ? translate('Known best by {person}, who is away', { person: value.person() })
        : translate('Known best by {person}, who is away until {date}', {
            person: value.person(),
            date: value.text('until'),
          });
    case 'agentAssisted':
      return translate('{touches} of {total} changes were written with an AI agent', {
        touches: value.count('touches'),
        total: value.count('total'),
      });
    case 'reviewed':
      return reason.values['reviews'] === 1
        ? translate('{person} reviewed one change', { person: value.person() })
        : translate('{person} reviewed {reviews} changes', { person: value.person(), reviews: value.count('reviews') });
    case 'oneTeam':
      return translate('All who know it are in the team {team}', { team: value.text('team') });
    case 'soleInTeam':
      return translate('Of the team {team} only {person} knows it', {
        team: value.text('team'),
        person: value.person(),
      });
    case 'sameLogin':
      return translate('Both sign as {login}', { login: value.text('login') });
    case 'sameNameSpelled':
      return translate('The name or the address spells out {person}', { person: value.person() });
    case 'shortOfName':
      return translate('{short} is short for {person}, and for nobody else here', {
        short: value.text('short'),
        person: value.person(),
      });
    case 'machineAddress':
      return translate('The address was made up by a machine, and nobody else here is called {name}', {
        name: value.text('name'),
      });
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
      return translate('Marked as of {criticality} criticality', {
        criticality: criticalityText(value.text('criticality'), translate),
      });
    case 'sharedKnowledge':
      return sharedKnowledge(reason.values['people'], translate);
    case 'touchedHere':
      return translate('Changed it {touches}, last on {date}', { touches: value.times(), date: value.date() });
    case 'reviewedHere':
      return translate('Reviewed it', {});
    case 'ownsElsewhere':
      return reason.values['components'] === 1
        ? translate('One other component already depends on this person alone', {})
        : translate('{components} other components already depend on this person alone', {
            components: value.count('components'),
          });
    case 'touchedNearby':
      return translate('Changed its neighbour {path}', { path: value.text('path') });
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
      return translate('{share} of the lines are by people who left, went quiet or are away', { share: value.share() });
    case 'toil':
      return toil(value, reason.values['byOne'] === reason.values['edits'], translate);
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
    : translate('Shared by {people} people', { people: wholeNumber(people, translate) });
}

function toil(value: Values, always: boolean, translate: Translate): string {
  const values = { path: value.text('path'), edits: value.count('edits'), days: value.count('days') };
  return always
    ? translate('{path} was edited {edits} times in {days} days, always by one person: a candidate to automate', values)
    : translate(
        '{path} was edited {edits} times in {days} days, {byOne} of them by one person: a candidate to automate',
        { ...values, byOne: value.count('byOne') },
      );
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
    share: () => percent(number('share'), translate),
    date: () => dayText(number('date'), translate) ?? translate('an unknown day', {}),
    times: () =>
      number('touches') === 1
        ? translate('once', {})
        : translate('{touches} times', { touches: wholeNumber(number('touches'), translate) }),
    count: name => wholeNumber(number(name), translate),
    sum: (name, other, more) => wholeNumber(number(name) + number(other) + more, translate),
    text: name => {
      const value = values[name];
      return (typeof value === 'string' && printable(value)) || '?';
    },
  };
}
