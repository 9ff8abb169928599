import type { Person } from '../model';
import type { WhatIf } from '../ownership/whatIf';
import { personName } from './names';
import { counted, wholeNumber } from './numbers';
import { sentence } from './sentence';
import { definitionText } from './states';
import type { Translate } from './translate';

/** The names of people thought away, as a list: `Ann Lee, Ben Ode`. */
export function namesOf(people: readonly Person[], all: readonly Person[], translate: Translate): string {
  return people.map(({ id }) => personName(id, all, translate)).join(', ');
}

/** What it would mean in one sentence, to be read after "Without …:". */
export function whatIfSentence({ components, files, runbooks }: WhatIf, translate: Translate): string {
  const orphaned = components.filter(({ after }) => after.state === 'orphaned').length;
  const parts = [
    counted(components.length - orphaned, translate, {
      one: () => translate('1 component becomes known by one person', {}),
      many: values => translate('{count} components become known by one person', values),
    }),
    counted(orphaned, translate, {
      one: () => translate('1 component becomes known by nobody active', {}),
      many: values => translate('{count} components become known by nobody active', values),
    }),
    counted(files.length, translate, {
      one: () => translate('1 file becomes a single point', {}),
      many: values => translate('{count} files become single points', values),
    }),
    counted(runbooks.length, translate, {
      one: () => translate('1 runbook loses its last author', {}),
      many: values => translate('{count} runbooks lose their last author', values),
    }),
  ].filter(part => part !== '');
  return parts.length === 0
    ? translate('nothing becomes known by one person or by nobody active.', {})
    : sentence(parts.join('; '), translate);
}

/** `Truck factor by recent activity: 3 before, 2 then, over the 90 of 120 files that still have an owner`, one a definition. */
export function truckFactorChanges({ truckFactors }: WhatIf, translate: Translate): string[] {
  return truckFactors.map(({ before, after }) =>
    translate('Truck factor by {definition}: {before} now, {after} then; {left} of {files} files still have an owner', {
      definition: definitionText(before.definition, translate),
      before: before.value === null ? translate('unknown', {}) : wholeNumber(before.value, translate),
      after: after.value === null ? translate('none', {}) : wholeNumber(after.value, translate),
      left: wholeNumber(after.files, translate),
      files: wholeNumber(before.files, translate),
    }),
  );
}
