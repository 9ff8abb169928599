import type { Snapshot } from '../../model';
import type { Figure, Section } from '../document/block';
import { percent, wholeNumber } from '../numbers';
import { isAccepted, singlePointComponents } from '../singlePoints';
import { truckFactorMeaning } from '../states';
import type { Translate } from '../translate';

/** The state of a repository in three numbers, each with what it means. */
export function stateSection(snapshot: Snapshot, translate: Translate): Section {
  return {
    id: 'state',
    title: translate('The state in three numbers', {}),
    blocks: [
      {
        kind: 'figures',
        figures: [
          singlePointFigure(snapshot, translate),
          truckFactorFigure(snapshot, translate),
          runbookFigure(snapshot, translate),
        ],
      },
    ],
  };
}

function singlePointFigure(snapshot: Snapshot, translate: Translate): Figure {
  const { components, scannedAt } = snapshot;
  const points = singlePointComponents(snapshot);
  const sole = points.filter(({ state }) => state === 'sole').length;
  const unknown = components.filter(({ state }) => state === 'unknown').length;
  const accepted = components.filter(component => isAccepted(component, scannedAt)).length;
  return {
    value: translate('{points} of {components}', {
      points: wholeNumber(points.length, translate),
      components: wholeNumber(components.length, translate),
    }),
    label: translate('Components that are single points', {}),
    meaning: sentences(
      translate('{sole} known by one person, {orphaned} by nobody active.', {
        sole: wholeNumber(sole, translate),
        orphaned: wholeNumber(points.length - sole, translate),
      }),
      unknown > 0 ? translate('Of {count} the history does not tell.', { count: wholeNumber(unknown, translate) }) : '',
      accepted > 0
        ? translate('Not counted: {count} whose risk is accepted.', { count: wholeNumber(accepted, translate) })
        : '',
      translate('A component is what is run or changed together: a service, a package, a set of operations files.', {}),
    ),
  };
}

function truckFactorFigure({ truckFactor }: Snapshot, translate: Translate): Figure {
  const { value, exact, atLeast, people, abandonedShare } = truckFactor.combined;
  return {
    value: value === null ? translate('unknown', {}) : wholeNumber(value, translate),
    label: translate('Truck factor', {}),
    meaning: sentences(
      translate('The {meaning}. Also called bus factor.', { meaning: truckFactorMeaning(translate) }),
      value !== null && people.length === 0
        ? translate('{share} of the files have no owner already.', { share: percent(abandonedShare, translate) })
        : '',
      value !== null && people.length > 0 && exact ? translate('That fewer do not suffice is proven.', {}) : '',
      value !== null && !exact && atLeast !== null
        ? translate('It is {least} at least; whether fewer than {value} suffice was not settled.', {
            least: wholeNumber(atLeast, translate),
            value: wholeNumber(value, translate),
          })
        : '',
      translate(
        'An owner of a file is somebody active who wrote much of it, worked on it lately, or wrote many of the lines that stand.',
        {},
      ),
    ),
  };
}

function runbookFigure({ alerts, runbooks }: Snapshot, translate: Translate): Figure {
  const operational = runbooks.filter(({ type }) => type !== 'hub' && type !== 'record');
  const shared = operational.filter(({ authors }) => authors.length > 1).length;
  const counted = { some: wholeNumber(shared, translate), all: wholeNumber(operational.length, translate) };
  if (alerts.length > 0) {
    const working = alerts.filter(({ state }) => state === 'working').length;
    const elsewhere = alerts.filter(({ state }) => state === 'elsewhere').length;
    const computed = alerts.filter(({ state }) => state === 'unknown').length;
    return {
      value: translate('{some} of {all}', {
        some: wholeNumber(working, translate),
        all: wholeNumber(alerts.length, translate),
      }),
      label: translate('Alerts with a working runbook', {}),
      meaning: sentences(
        translate(
          'Working: the page and the heading that the alert names are in this repository, and it is no stub.',
          {},
        ),
        elsewhere > 0
          ? translate('{count} lead to another place and were not looked at.', {
              count: wholeNumber(elsewhere, translate),
            })
          : '',
        computed > 0
          ? translate('Of {count} it is computed and cannot be told.', { count: wholeNumber(computed, translate) })
          : '',
        operational.length > 0
          ? translate('{some} of {all} runbooks were written by two people or more.', counted)
          : translate('No runbook was found.', {}),
      ),
    };
  }
  if (operational.length === 0) {
    return {
      value: '0',
      label: translate('Runbooks', {}),
      meaning: translate(
        'No runbook was found in the usual places, and no alert. A runbook is a page that tells somebody else what to do when a component needs a hand.',
        {},
      ),
    };
  }
  return {
    value: translate('{some} of {all}', counted),
    label: translate('Runbooks written by two people or more', {}),
    meaning: translate(
      'A runbook that one person wrote holds what that person knew to be worth writing; whether it works for others shows when they follow it. No alert rules were found here.',
      {},
    ),
  };
}

function sentences(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' ');
}
