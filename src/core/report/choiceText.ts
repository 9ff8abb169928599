import type { Backup, Person } from '../model';
import { personName } from './names';
import { reasonText } from './reasons';
import type { Translate } from './translate';

/** A choice of a backup with the first of its reasons, without a full stop: `Ben Ito: Changed it 14 times, …`. */
export function choiceText({ person, reasons }: Backup, people: readonly Person[], translate: Translate): string {
  const name = personName(person, people, translate);
  const [reason] = reasons;
  return reason === undefined
    ? name
    : translate('{name}: {text}', { name, text: reasonText(reason, people, translate) });
}

/** The choices after the first, each with its reason: `Next choices: Ben Ito: …; Cleo Third: …`; null for none. */
export function nextChoicesText(
  alternatives: readonly Backup[],
  people: readonly Person[],
  translate: Translate,
): string | null {
  return alternatives.length === 0
    ? null
    : translate('Next choices: {choices}', {
        choices: alternatives.map(each => choiceText(each, people, translate)).join('; '),
      });
}
