import type { Component, Reason, Snapshot } from '../../model';
import { nextChoicesText } from '../choiceText';
import type { Block, RichText, Section } from '../document/block';
import { componentLabels, personName } from '../names';
import { wholeNumber } from '../numbers';
import { reasonText } from '../reasons';
import { sentence } from '../sentence';
import { isAccepted, noBackupText, singlePointComponents } from '../singlePoints';
import { riskText, stateWithNotes } from '../states';
import type { Translate } from '../translate';
import { moreText, mostRows } from './moreText';

/** Told with all their reasons. */
const mostTold = 10;

/** The single points, riskiest first, each with why and who could become its second owner; then what was accepted. */
export function riskSection(snapshot: Snapshot, translate: Translate): Section {
  const points = singlePointComponents(snapshot);
  const labels = componentLabels(snapshot.components);
  const told = points.slice(0, mostTold);
  return {
    id: 'risks',
    title: translate('Top risks', {}),
    blocks: [
      {
        kind: 'paragraph',
        text:
          points.length === 0
            ? translate('No component is known by one person or by nobody active, besides what is accepted.', {})
            : translate(
                'Components that one person knows, or nobody who is active, by risk: how much rests on it, how often it changes, whether it is needed when something breaks.',
                {},
              ),
      },
      ...told.flatMap(component => componentBlocks(component, snapshot, labels, translate)),
      ...moreBlocks(points.slice(mostTold), snapshot, labels, translate),
      ...acceptedBlocks(snapshot, labels, translate),
    ],
  };
}

function componentBlocks(
  component: Component,
  { people }: Snapshot,
  labels: ReadonlyMap<string, string>,
  translate: Translate,
): readonly Block[] {
  const { backup, alternatives, risk, runbooks } = component;
  const why = (reasons: readonly Reason[]): readonly string[] =>
    reasons.map(reason => sentence(reasonText(reason, people, translate), translate));
  const next = nextChoicesText(alternatives, people, translate);
  const proposed: RichText =
    backup === null
      ? [{ strong: translate('Backup', {}) }, `: ${sentence(noBackupText(component, translate), translate)}`]
      : [
          { strong: translate('Backup proposed: {name}', { name: personName(backup.person, people, translate) }) },
          `. ${why(backup.reasons).join(' ')}`,
        ];
  return [
    {
      kind: 'heading',
      text: translate('{component}: {state}, {level} risk', {
        component: labels.get(component.id) ?? component.id,
        state: stateWithNotes({ ...component, accepted: false }, translate),
        level: riskText(risk.level, translate),
      }),
    },
    {
      kind: 'list',
      items: [
        ...why(risk.reasons).map(text => ({ text })),
        { text: proposed, details: next === null ? [] : [sentence(next, translate)] },
        ...(runbooks.length === 0 ? [] : [{ text: [translate('Runbooks: ', {}), ...codes(runbooks)] }]),
      ],
    },
  ];
}

function moreBlocks(
  points: readonly Component[],
  { people }: Snapshot,
  labels: ReadonlyMap<string, string>,
  translate: Translate,
): readonly Block[] {
  const shown = points.slice(0, mostRows);
  return points.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: translate('The next {count} single points', { count: wholeNumber(shown.length, translate) }),
          columns: [
            { head: translate('Component', {}) },
            { head: translate('State', {}) },
            { head: translate('Risk', {}) },
            { head: translate('Backup proposed', {}) },
          ],
          rows: shown.map(component => [
            labels.get(component.id) ?? component.id,
            stateWithNotes({ ...component, accepted: false }, translate),
            riskText(component.risk.level, translate),
            component.backup === null ? '–' : personName(component.backup.person, people, translate),
          ]),
        },
        ...moreText(points.length, translate),
      ];
}

function acceptedBlocks(
  { components, scannedAt }: Snapshot,
  labels: ReadonlyMap<string, string>,
  translate: Translate,
): readonly Block[] {
  const accepted = components.filter(component => isAccepted(component, scannedAt));
  return accepted.length === 0
    ? []
    : [
        { kind: 'heading', text: translate('Accepted risks', {}) },
        {
          kind: 'table',
          caption: translate(
            'Risks that the settings of the repository accept until a day; after it they count again',
            {},
          ),
          columns: [
            { head: translate('Component', {}) },
            { head: translate('State', {}) },
            { head: translate('Until', {}) },
            { head: translate('Why', {}) },
          ],
          rows: accepted.map(component => [
            labels.get(component.id) ?? component.id,
            stateWithNotes({ ...component, accepted: false }, translate),
            component.accepted?.until ?? '',
            component.accepted?.why ?? '',
          ]),
        },
      ];
}

function codes(paths: readonly string[]): RichText & readonly unknown[] {
  return paths.flatMap((path, index) => [...(index === 0 ? [] : [', ']), { code: path }]);
}
