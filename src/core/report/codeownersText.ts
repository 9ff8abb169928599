import type { Snapshot } from '../model';
import type { CodeownersDraft, NoLineWhy, OwnersSuggestion } from '../scaffold/codeowners/draftCodeowners';
import type { LineFlag } from '../scaffold/codeowners/lineFlags';
import { componentLabels, personName } from './names';
import { counted, wholeNumber } from './numbers';
import { printable } from './printable';
import { sentence } from './sentence';
import type { Translate } from './translate';

/** What was found in one sentence: `2 lines name who is gone or one person only; 3 components lack two owners.` */
export function codeownersSentence(
  { exists, path, flags, suggestions, nobodyToName }: CodeownersDraft,
  translate: Translate,
): string {
  const lines = new Set(flags.filter(({ code }) => code !== 'noFile').map(({ line }) => line)).size;
  const unnamed = counted(nobodyToName.length, translate, {
    one: () => translate('of 1 component no two people can be named', {}),
    many: values => translate('of {count} components no two people can be named', values),
  });
  if (!exists) {
    if (suggestions.length === 0) return translate('There is no CODEOWNERS, and nobody to suggest for one.', {});
    const place = translate('There is no CODEOWNERS; {path} would be the place for it', { path });
    return sentenceOf([place, unnamed], translate);
  }
  if (lines === 0 && suggestions.length === 0 && nobodyToName.length === 0) {
    return translate('{path} names a team or two people who are there for every component.', { path: printable(path) });
  }
  const flagged = counted(lines, translate, {
    one: () => translate('1 line names who is gone, or one person only', {}),
    many: values => translate('{count} lines name who is gone, or one person only', values),
  });
  const components = counted(suggestions.length, translate, {
    one: () => translate('the files of 1 component have neither a team nor two people there', {}),
    many: values => translate('the files of {count} components have neither a team nor two people there', values),
  });
  return `${printable(path)}: ${sentenceOf([flagged, components, unnamed], translate)}`;
}

function sentenceOf(parts: readonly string[], translate: Translate): string {
  return sentence(parts.filter(part => part !== '').join('; '), translate);
}

/** What is wrong with a line, without a full stop. */
export function flagText({ code, owner, state, pattern, files }: LineFlag, translate: Translate): string {
  const values = { owner: printable(owner ?? ''), pattern: printable(pattern), files: wholeNumber(files, translate) };
  switch (code) {
    case 'gone':
      return state === 'left'
        ? translate('{owner} left', values)
        : state === 'away'
          ? translate('{owner} is away', values)
          : translate('{owner} is not active any more', values);
    case 'onePerson':
      return files === 1
        ? translate('{owner} alone, for one file', values)
        : translate('{owner} alone, for {files} files', values);
    case 'noFile':
      return translate('{pattern} counts for no file: none matches, or later lines do', values);
  }
}

/**
 * Whom the file should name for a component, without a full stop: `payments: Ann Example, backed up by Ben Ito (no owner yet)`;
 * and why the suggested file has no line for it.
 */
export function ownersSuggestionText(
  { component, primary, backup, isPlanned, unnamed, why }: OwnersSuggestion,
  { components, people }: Pick<Snapshot, 'components' | 'people'>,
  translate: Translate,
): string {
  const name = (person: number, planned: boolean): string => {
    const notes = [
      ...(planned ? [translate('no owner yet', {})] : []),
      ...(unnamed.includes(person) ? [translate('login not known', {})] : []),
    ];
    const plain = personName(person, people, translate);
    return notes.length === 0 ? plain : `${plain} (${notes.join(', ')})`;
  };
  const text = translate('{component}: {primary}, backed up by {backup}', {
    component: componentLabels(components).get(component) ?? component,
    primary: name(primary, isPlanned.primary),
    backup: name(backup, isPlanned.backup),
  });
  const reason = why === null || why === 'noLogin' ? null : noLineText(why, translate);
  return reason === null ? text : translate('{text}; not written: {why}', { text, why: reason });
}

/** Why the suggested file has no line for a component. */
export function noLineText(why: NoLineWhy, translate: Translate): string {
  switch (why) {
    case 'noLogin':
      return translate('a login is not known', {});
    case 'noPattern':
      return translate('no pattern means just its files', {});
    case 'hidden':
      return translate('other lines would get in the way', {});
  }
}

/** How many components are not written because a login is not known; null for none. */
export function noLoginText({ suggestions }: CodeownersDraft, translate: Translate): string | null {
  const count = suggestions.filter(({ why }) => why === 'noLogin').length;
  if (count === 0) return null;
  return count === 1
    ? translate('1 component is not written, because no address tells the login of somebody.', {})
    : translate('{count} components are not written, because no address tells the login of somebody.', {
        count: wholeNumber(count, translate),
      });
}
