import type { Component, Snapshot } from '../model';
import { aliasCountText, aliasTexts } from './aliasText';
import { nextChoicesText } from './choiceText';
import { limitLines } from './limitsMarkdown';
import { codeSpan, escapeMarkdown, tableRow } from './markdownText';
import { componentLabels, peopleNames, personName } from './names';
import { dayText, percent, wholeNumber } from './numbers';
import { reasonText } from './reasons';
import { sharesTexts } from './sharesText';
import { shellWord } from './shellWord';
import { isAccepted, noBackupText, singlePointComponents, situationText, soleRunbooks } from './singlePoints';
import {
  certaintyText,
  definitionMeaning,
  definitionText,
  kindText,
  knownDefinitions,
  riskText,
  stateText,
  truckFactorMeaning,
} from './states';
import type { Translate } from './translate';

/** At most so many suggestions of aliases are listed. */
const listedAliases = 20;

/**
 * The scan as a Markdown document, for a page, a pull request or an issue: limits first, then components by risk, then
 * what is known about each single point. It ranks no people and holds no addresses.
 */
export function scanMarkdown(snapshot: Snapshot, translate: Translate): string {
  return `${[
    ...heading(snapshot, translate),
    ...limitLines(snapshot.limits, translate),
    `**${escapeMarkdown(situationText(snapshot, translate))}**`,
    '',
    `## ${translate('Truck factor', {})}`,
    '',
    ...truckFactorLines(snapshot, knownDefinitions(snapshot), translate),
    ...componentTable(snapshot, translate),
    ...singlePointSections(snapshot, translate),
    ...toilTable(snapshot, translate),
    ...runbookTable(snapshot, translate),
    ...aliasList(snapshot, translate),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** One truck factor as a Markdown document. */
export function truckFactorMarkdown(
  snapshot: Snapshot,
  definition: keyof Snapshot['truckFactor'],
  translate: Translate,
): string {
  return `${[
    ...heading(snapshot, translate),
    ...limitLines(snapshot.limits, translate),
    ...truckFactorLines(snapshot, [definition], translate),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function heading({ repository, asOf, files, people }: Snapshot, translate: Translate): string[] {
  const folder = repository.root.split(/[\\/]/).findLast(part => part !== '') ?? '/';
  const parts = [
    repository.branch === null ? '' : codeSpan(repository.branch),
    repository.head === null ? '' : translate('at {head}', { head: codeSpan(repository.head.slice(0, 10)) }),
    translate('{commits} commits', { commits: wholeNumber(repository.commits, translate) }),
    translate('{files} files', { files: wholeNumber(files.length, translate) }),
    translate('{people} people', {
      people: wholeNumber(people.filter(({ bot, agent }) => !bot && !agent).length, translate),
    }),
    dayText(asOf, translate) === null ? '' : translate('as of {date}', { date: dayText(asOf, translate) ?? '' }),
  ];
  return [`# Single Points: ${escapeMarkdown(folder)}`, '', parts.filter(part => part !== '').join(' · '), ''];
}

function truckFactorLines(
  { truckFactor, people }: Snapshot,
  definitions: readonly (keyof Snapshot['truckFactor'])[],
  translate: Translate,
): string[] {
  return [
    `${translate('Truck factor: {meaning}.', { meaning: truckFactorMeaning(translate) })}`,
    '',
    tableRow([
      translate('Definition', {}),
      translate('Truck factor', {}),
      translate('People', {}),
      translate('Files counted', {}),
      translate('Without an owner then', {}),
    ]),
    '|---|--:|---|--:|--:|',
    ...definitions.map(definition => {
      const { value, people: removed, files, abandonedShare } = truckFactor[definition];
      return tableRow([
        definitionText(definition, translate),
        value === null ? translate('unknown', {}) : wholeNumber(value, translate),
        escapeMarkdown(removed.map(({ person }) => personName(person, people, translate)).join(', ')) || '–',
        wholeNumber(files, translate),
        value === null ? '–' : percent(abandonedShare, translate),
      ]);
    }),
    '',
    ...definitions.map(
      definition => `- *${definitionText(definition, translate)}*: ${definitionMeaning(definition, translate)}`,
    ),
    '',
  ];
}

function componentTable(snapshot: Snapshot, translate: Translate): string[] {
  const { components, people } = snapshot;
  if (components.length === 0) {
    return [];
  }
  const labels = componentLabels(components);
  return [
    `## ${translate('Components', {})}`,
    '',
    tableRow([
      translate('Risk', {}),
      translate('Component', {}),
      translate('Kind', {}),
      translate('Files', {}),
      translate('State', {}),
      translate('Who', {}),
      translate('Backup', {}),
      translate('Runbook', {}),
    ]),
    '|---|---|---|--:|---|---|---|---|',
    ...components.map(component =>
      tableRow([
        isAccepted(component, snapshot.scannedAt)
          ? translate('accepted', {})
          : riskText(component.risk.level, translate),
        escapeMarkdown(labels.get(component.id) ?? component.id),
        kindText(component.kind, translate),
        wholeNumber(component.files, translate),
        stateWithCertainty(component, translate),
        escapeMarkdown(peopleNames(component.owners, people, 2, translate)) || '–',
        component.backup ? escapeMarkdown(personName(component.backup.person, people, translate)) : '–',
        component.runbooks.length > 0 ? translate('yes', {}) : translate('no', {}),
      ]),
    ),
    '',
  ];
}

/** `known by one person (likely)`. */
function stateWithCertainty({ state, certain, owners }: Component, translate: Translate): string {
  const text = stateText(state, owners.length, translate);
  return certain || state === 'unknown' ? text : `${text} (${certaintyText(certain, translate)})`;
}

function singlePointSections(snapshot: Snapshot, translate: Translate): string[] {
  const points = singlePointComponents(snapshot);
  const labels = componentLabels(snapshot.components);
  return points.length === 0
    ? []
    : [
        `## ${translate('Single points', {})}`,
        '',
        ...points.flatMap(component => singlePointSection(component, snapshot, labels, translate)),
      ];
}

function singlePointSection(
  component: Component,
  { people }: Snapshot,
  labels: ReadonlyMap<string, string>,
  translate: Translate,
): string[] {
  const sentence = (reason: Parameters<typeof reasonText>[0]): string =>
    escapeMarkdown(reasonText(reason, people, translate));
  const nextChoices = nextChoicesText(component.alternatives, people, translate);
  return [
    `### ${escapeMarkdown(labels.get(component.id) ?? component.id)}: ${stateWithCertainty(component, translate)}`,
    '',
    ...component.risk.reasons.map(reason => `- ${sentence(reason)}.`),
    ...sharesTexts(component, people, translate).map(text => `- ${escapeMarkdown(text)}.`),
    component.backup
      ? `- **${translate('Backup', {})}: ${escapeMarkdown(personName(component.backup.person, people, translate))}.** ${component.backup.reasons
          .map(reason => `${sentence(reason)}.`)
          .join(' ')}`.trimEnd()
      : `- **${translate('Backup', {})}:** ${noBackupText(component, translate)}.`,
    ...(nextChoices === null ? [] : [`- ${escapeMarkdown(nextChoices)}.`]),
    ...(component.runbooks.length > 0
      ? [`- ${translate('Runbooks: {paths}', { paths: component.runbooks.map(codeSpan).join(', ') })}`]
      : [
          `- ${translate('Draft its runbook: {command}', {
            command: codeSpan(`single-points stub --component ${shellWord(component.id)}`),
          })}`,
        ]),
    '',
  ];
}

/** Names only; the lines for a mailmap hold addresses. */
function aliasList(snapshot: Snapshot, translate: Translate): string[] {
  const count = aliasCountText(snapshot, translate);
  return count === null
    ? []
    : [
        `## ${translate('Perhaps one person', {})}`,
        '',
        `${count} ${translate('{command} has the lines for {file}.', {
          command: codeSpan('single-points scan --format json'),
          file: codeSpan('.mailmap'),
        })}`,
        '',
        ...aliasTexts(snapshot, listedAliases, translate).map(text => `- ${escapeMarkdown(text)}`),
        '',
      ];
}

function toilTable({ components }: Snapshot, translate: Translate): string[] {
  const labels = componentLabels(components);
  const rows = components.flatMap(({ id, toil }) =>
    toil.map(({ path, edits, byOne, from, to }) =>
      tableRow([
        codeSpan(path),
        escapeMarkdown(labels.get(id) ?? id),
        wholeNumber(edits, translate),
        wholeNumber(byOne, translate),
        `${dayText(from, translate) ?? '–'} – ${dayText(to, translate) ?? '–'}`,
      ]),
    ),
  );
  return rows.length === 0
    ? []
    : [
        `## ${translate('Edited again and again by one person', {})}`,
        '',
        translate('Operations files whose edits are candidates to automate.', {}),
        '',
        tableRow([
          translate('File', {}),
          translate('Component', {}),
          translate('Edits', {}),
          translate('By one person', {}),
          translate('When', {}),
        ]),
        '|---|---|--:|--:|---|',
        ...rows,
        '',
      ];
}

function runbookTable(snapshot: Snapshot, translate: Translate): string[] {
  const sole = soleRunbooks(snapshot);
  const labels = componentLabels(snapshot.components);
  const runbooks = snapshot.runbooks.filter(({ path }) => sole.has(path));
  return runbooks.length === 0
    ? []
    : [
        `## ${translate('Runbooks written by one person', {})}`,
        '',
        tableRow([translate('Runbook', {}), translate('Component', {}), translate('Written by', {})]),
        '|---|---|---|',
        ...runbooks.map(({ path, component, authors }) =>
          tableRow([
            codeSpan(path),
            component === null ? '–' : escapeMarkdown(labels.get(component) ?? component),
            escapeMarkdown(peopleNames(authors, snapshot.people, 1, translate)) || '–',
          ]),
        ),
        '',
      ];
}
