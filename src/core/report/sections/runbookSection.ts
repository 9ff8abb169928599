import type { AlertRunbookState, AlertState } from '../../alertState';
import type { Snapshot } from '../../model';
import { alertCoverage, lacksRunbook } from '../../runbooks/alerts/coverage';
import { coverageText } from '../coverageText';
import { type Block, type Section, withCode } from '../document/block';
import { runbooksSituation } from '../findings';
import { componentLabels, peopleNames } from '../names';
import { wholeNumber } from '../numbers';
import { allFindings, soleRunbooks } from '../singlePoints';
import type { Translate } from '../translate';
import { moreText, mostRows } from './moreText';

/** Alerts that nobody but an insider can act on, and runbooks that one person wrote. */
export function runbookSection(snapshot: Snapshot, translate: Translate): Section {
  return {
    id: 'runbooks',
    title: translate('Runbooks', {}),
    blocks: [
      { kind: 'paragraph', text: runbooksSituation(snapshot, translate) },
      ...(allFindings(snapshot).length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: withCode(
                translate(
                  'A finding is what keeps a runbook or an alert from working without its author: a step back that is missing, a dead link, a sentence that needs one named person. The command `single-points runbooks` lists them.',
                  {},
                ),
              ),
            },
          ]),
      ...coverageBlocks(snapshot, translate),
      ...alertBlocks(snapshot, translate),
      ...soleBlocks(snapshot, translate),
    ],
  };
}

function coverageBlocks({ alerts, runbooks, components }: Snapshot, translate: Translate): readonly Block[] {
  const labels = componentLabels(components);
  const coverage = alertCoverage(alerts, runbooks);
  return coverage.length === 0
    ? []
    : [
        {
          kind: 'list',
          items: coverage.slice(0, mostRows).map(each => ({
            text: [
              {
                strong:
                  each.component === null
                    ? translate('Alerts of no component', {})
                    : (labels.get(each.component) ?? each.component),
              },
              `: ${coverageText(each, translate)}`,
            ],
          })),
        },
        ...moreText(coverage.length, translate),
      ];
}

function alertBlocks({ alerts, components }: Snapshot, translate: Translate): readonly Block[] {
  const labels = componentLabels(components);
  const wanting = alerts.filter(lacksRunbook);
  return wanting.length === 0
    ? []
    : [
        { kind: 'heading', text: translate('Alerts without a usable runbook', {}) },
        {
          kind: 'table',
          caption: translate('{count} of {all} alerts: who is called has nothing to go by', {
            count: wholeNumber(wanting.length, translate),
            all: wholeNumber(alerts.length, translate),
          }),
          columns: [
            { head: translate('Alert', {}) },
            { head: translate('Severity', {}) },
            { head: translate('Component', {}) },
            { head: translate('What is wrong', {}) },
            { head: translate('Defined in', {}) },
          ],
          rows: criticalFirst(wanting)
            .slice(0, mostAlerts)
            .map(({ name, severity, component, state, path, line }) => [
              name,
              severity ?? '–',
              component === null ? '–' : (labels.get(component) ?? component),
              alertStateText(state, translate),
              [{ code: `${path}:${line}` }],
            ]),
        },
        ...moreText(wanting.length, translate, mostAlerts),
      ];
}

/** Alerts of one file often lack the same. */
const mostAlerts = 20;

function criticalFirst(alerts: readonly AlertState[]): readonly AlertState[] {
  const isCritical = ({ severity }: AlertState): boolean => severity === 'critical' || severity === 'page';
  return [...alerts.filter(isCritical), ...alerts.filter(each => !isCritical(each))];
}

function alertStateText(state: AlertRunbookState, translate: Translate): string {
  switch (state) {
    case 'working':
      return translate('has a working runbook', {});
    case 'elsewhere':
      return translate('its runbook is elsewhere and was not looked at', {});
    case 'unknown':
      return translate('its runbook is computed and cannot be told', {});
    case 'none':
      return translate('names no runbook', {});
    case 'placeholder':
      return translate('names a placeholder', {});
    case 'malformed':
      return translate('names a URL that leads nowhere', {});
    case 'missing':
      return translate('names a page that does not exist', {});
    case 'noAnchor':
      return translate('names a heading that its page does not have', {});
    case 'stub':
      return translate('its page is a stub', {});
  }
}

function soleBlocks(snapshot: Snapshot, translate: Translate): readonly Block[] {
  const labels = componentLabels(snapshot.components);
  const sole = soleRunbooks(snapshot);
  const runbooks = snapshot.runbooks.filter(({ path }) => sole.has(path));
  return runbooks.length === 0
    ? []
    : [
        { kind: 'heading', text: translate('Runbooks written by one person', {}) },
        {
          kind: 'table',
          caption: translate('What they hold, nobody else has checked by changing it', {}),
          columns: [
            { head: translate('Runbook', {}) },
            { head: translate('Component', {}) },
            { head: translate('Written by', {}) },
          ],
          rows: runbooks
            .slice(0, mostRows)
            .map(({ path, component, authors }) => [
              [{ code: path }],
              component === null ? '–' : (labels.get(component) ?? component),
              peopleNames(authors, snapshot.people, 1, translate) || '–',
            ]),
        },
        ...moreText(runbooks.length, translate),
      ];
}
