import type { Component } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import type { Change, WhatIf } from '../ownership/whatIf';
import { limitLines } from './limitsMarkdown';
import { codeSpan, escapeMarkdown, tableRow } from './markdownText';
import { componentLabels, peopleNames, personName } from './names';
import { wholeNumber } from './numbers';
import { reasonText } from './reasons';
import { noBackupText } from './singlePoints';
import { stateText } from './states';
import type { Translate } from './translate';
import { namesOf, truckFactorChanges, whatIfSentence } from './whatIfText';

/** What would be without some people as a Markdown document. It holds no addresses. */
export function whatIfMarkdown(result: WhatIf, translate: Translate): string {
  const { before, people } = result;
  const folder = before.repository.root.split(/[\\/]/).findLast(part => part !== '') ?? '/';
  const without = namesOf(people, before.people, translate);
  return `${[
    `# Single Points: ${escapeMarkdown(folder)}`,
    '',
    ...limitLines(
      result.before.limits.filter(({ code }) => code !== 'abandoned'),
      translate,
    ),
    `**${escapeMarkdown(translate('Without {people}: {sentence}', { people: without, sentence: whatIfSentence(result, translate) }))}**`,
    '',
    ...truckFactorChanges(result, translate).map(text => `- ${escapeMarkdown(text)}.`),
    '',
    ...componentTable(result, translate),
    ...fileTable(result, translate),
    ...runbookList(result, translate),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function componentTable({ components, after }: WhatIf, translate: Translate): string[] {
  if (components.length === 0) {
    return [];
  }
  const labels = componentLabels(after.components);
  const row = (change: Change<Component>): string => {
    const { backup } = change.after;
    return tableRow([
      escapeMarkdown(labels.get(change.after.id) ?? change.after.id),
      wholeNumber(change.after.files, translate),
      stateText(change.before.state, change.before.owners.length, translate),
      stateText(change.after.state, change.after.owners.length, translate),
      escapeMarkdown(peopleNames(change.after.owners, after.people, 2, translate)) || '–',
      backup
        ? `${escapeMarkdown(personName(backup.person, after.people, translate))}: ${escapeMarkdown(
            backup.reasons.map(reason => reasonText(reason, after.people, translate)).join('; '),
          )}`
        : escapeMarkdown(noBackupText(change.after, translate)),
    ]);
  };
  return [
    `## ${translate('Components', {})}`,
    '',
    tableRow([
      translate('Component', {}),
      translate('Files', {}),
      translate('Now', {}),
      translate('Then', {}),
      translate('Who', {}),
      translate('Backup', {}),
    ]),
    '|---|--:|---|---|---|---|',
    ...components.map(row),
    '',
  ];
}

function fileTable({ files, after }: WhatIf, translate: Translate): string[] {
  return files.length === 0
    ? []
    : [
        `## ${translate('Files', {})}`,
        '',
        tableRow([translate('File', {}), translate('Now', {}), translate('Then', {}), translate('Who', {})]),
        '|---|---|---|---|',
        ...files.map(change => {
          const owners = fileOwners(change.after);
          return tableRow([
            codeSpan(change.after.path),
            stateText(change.before.state, fileOwners(change.before).length, translate),
            stateText(change.after.state, owners.length, translate),
            escapeMarkdown(peopleNames(owners, after.people, 2, translate)) || '–',
          ]);
        }),
        '',
      ];
}

function runbookList({ runbooks }: WhatIf, translate: Translate): string[] {
  return runbooks.length === 0
    ? []
    : [
        `## ${translate('Runbooks that lose their last author', {})}`,
        '',
        ...runbooks.map(({ path }) => `- ${codeSpan(path)}`),
        '',
      ];
}
