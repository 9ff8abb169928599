import type { Component, Snapshot } from '../../model';
import { lacksRunbook } from '../../runbooks/alerts/coverage';
import type { Block, Item, Section } from '../document/block';
import { componentLabels } from '../names';
import { wholeNumber } from '../numbers';
import { sentence } from '../sentence';
import { singlePointComponents } from '../singlePoints';
import type { Translate } from '../translate';

/** Components named in one sentence. */
const mostNamed = 8;

/**
 * What can honestly be promised of components while they are single points, by what they are and who knows them. What is run,
 * alerted on or critical may be needed at any hour; operations files when something is shipped; code that others build on,
 * within days; prose, never at once.
 */
export function serviceLevelSection(snapshot: Snapshot, translate: Translate): Section {
  const points = singlePointComponents(snapshot);
  const classes = serviceClasses(snapshot, points, translate);
  return {
    id: 'service-level',
    title: translate('What can honestly be promised until then', {}),
    blocks: [
      {
        kind: 'paragraph',
        text: translate(
          'A promise of a service level is a promise that somebody will be there. A week has 168 hours; one person works some 40 of them, less holidays and illness. What follows says, by what components are, which promise their present state bears. Whether a component needs more than that, those who rely on it know: agree it with them, and say openly what holds until a second person is there.',
          {},
        ),
      },
      { kind: 'list', items: [...classes, ...otherItems(snapshot, translate)] },
      ...wordsToSend(points, snapshot, translate),
    ],
  };
}

type ServiceClass = 'needed' | 'operated' | 'built' | 'read';

const usualClasses: Readonly<Record<Component['kind'], ServiceClass>> = {
  service: 'needed',
  operations: 'operated',
  package: 'built',
  module: 'built',
  folder: 'built',
  documentation: 'read',
};

/** What has alerts, or is marked as critical, is needed at any hour, whatever it is. */
function classifier({ alerts }: Snapshot): (component: Component) => ServiceClass {
  const alerted = new Set(alerts.map(({ component }) => component));
  return ({ id, kind, criticality }) => (criticality === 'high' || alerted.has(id) ? 'needed' : usualClasses[kind]);
}

function serviceClasses(snapshot: Snapshot, points: readonly Component[], translate: Translate): readonly Item[] {
  const classOf = classifier(snapshot);
  const of = (wanted: ServiceClass, state: Component['state']): readonly Component[] =>
    points.filter(component => classOf(component) === wanted && component.state === state);
  const item = (title: string, members: readonly Component[], ...details: readonly string[]): Item[] =>
    members.length === 0
      ? []
      : [
          {
            text: [{ strong: title }, `: ${sentence(namesOf(members, snapshot, translate), translate)}`],
            details: details.filter(text => text !== ''),
          },
        ];
  return [
    ...item(
      translate('Services, and what has alerts or is marked as critical, known by one person', {}),
      of('needed', 'sole'),
      translate('Not to be promised: an answer around the clock, or a time within which the service is restored.', {}),
      translate(
        'Honest: best effort in the hours in which that person works. At other hours whoever is on call does what a tested runbook lets them do (restart, roll back, switch off), and no more is promised.',
        {},
      ),
      runbooklessText(of('needed', 'sole'), translate),
    ),
    ...item(
      translate('Services, and what has alerts or is marked as critical, known by nobody active', {}),
      of('needed', 'orphaned'),
      translate('Not to be promised: any time to answer or to restore. Who answers has to learn it first.', {}),
      translate(
        'Honest: say that it has no owner and may be down for days; change it as little as possible until somebody has taken it over, or take it out of service.',
        {},
      ),
    ),
    ...item(
      translate('Operations files, with which the rest is built, shipped and run, known by one person', {}),
      of('operated', 'sole'),
      translate('Not to be promised: a release, or a repair of what ships it, at any hour.', {}),
      translate(
        'Honest: they are changed while that person is there; otherwise the last state that worked is put back, as far as its runbook says how.',
        {},
      ),
      runbooklessText(of('operated', 'sole'), translate),
    ),
    ...item(
      translate('Operations files, with which the rest is built, shipped and run, known by nobody active', {}),
      of('operated', 'orphaned'),
      translate(
        'Honest: they run as long as nothing around them changes. A repair begins with somebody learning them; count in days.',
        {},
      ),
    ),
    ...item(
      translate('Packages, modules and folders, known by one person', {}),
      of('built', 'sole'),
      translate('Not to be promised: a day by which a fault is mended or a security fix is out.', {}),
      translate(
        'Honest: changes are made and reviewed while that person is there; otherwise the last version that worked is put back. If such code runs as a service, what is said of services holds.',
        {},
      ),
    ),
    ...item(
      translate('Packages, modules and folders, known by nobody active', {}),
      of('built', 'orphaned'),
      translate('Honest: a change begins with somebody learning it. Count in weeks, and do not build on it anew.', {}),
    ),
    ...item(
      translate('Documentation, known by one person or by nobody active', {}),
      [...of('read', 'sole'), ...of('read', 'orphaned')],
      translate('Honest: it may be out of date, and a question about it may wait.', {}),
    ),
  ];
}

function runbooklessText(members: readonly Component[], translate: Translate): string {
  const without = members.filter(({ runbooks }) => runbooks.length === 0).length;
  return without === 0
    ? ''
    : translate('Without a runbook, so that not even that can be promised: {count} of {all}.', {
        count: wholeNumber(without, translate),
        all: wholeNumber(members.length, translate),
      });
}

function otherItems(snapshot: Snapshot, translate: Translate): readonly Item[] {
  const { alerts, components } = snapshot;
  const wanting = alerts.filter(lacksRunbook).length;
  const classOf = classifier(snapshot);
  const shared = components.filter(component => classOf(component) === 'needed' && component.state === 'shared').length;
  return [
    ...(wanting === 0
      ? []
      : [
          {
            text: [
              { strong: translate('Alerts without a usable runbook', {}) },
              `: ${sentence(wholeNumber(wanting, translate), translate)}`,
            ],
            details: [
              translate(
                'Honest: such an alert tells that something is wrong. It is no promise that who is called can do something about it.',
                {},
              ),
            ],
          },
        ]),
    ...(shared === 0
      ? []
      : [
          {
            text: [
              { strong: translate('Services, and what has alerts or is marked as critical, shared', {}) },
              `: ${sentence(wholeNumber(shared, translate), translate)}`,
            ],
            details: [
              translate(
                'With two people each can take a holiday, and working hours can be promised. On call around the clock takes more: between two, each has half of all nights and weekends, which nobody keeps up for long.',
                {},
              ),
            ],
          },
        ]),
  ];
}

/** A text to send to those who rely on what is needed at any hour and known by one person. */
function wordsToSend(points: readonly Component[], snapshot: Snapshot, translate: Translate): readonly Block[] {
  const classOf = classifier(snapshot);
  const sole = points.filter(component => classOf(component) === 'needed' && component.state === 'sole');
  return sole.length === 0
    ? []
    : [
        { kind: 'heading', text: translate('Words to send to those who rely on it', {}) },
        {
          kind: 'quote',
          text: translate(
            'Today one person knows how to repair each of these: {components}. Until a second person does, we answer in working hours, when that person is there. At other times we do what the runbook says, where there is one, and promise nothing beyond it. We want to end this: a second person is to learn it by real changes and an exercise. We will tell you when we can promise more.',
            { components: namesOf(sole, snapshot, translate) },
          ),
        },
      ];
}

function namesOf(members: readonly Component[], { components }: Snapshot, translate: Translate): string {
  const labels = componentLabels(components);
  const names = members.slice(0, mostNamed).map(({ id }) => labels.get(id) ?? id);
  const more = members.length - names.length;
  return more === 0
    ? names.join(', ')
    : translate('{names} and {more} more', { names: names.join(', '), more: wholeNumber(more, translate) });
}
