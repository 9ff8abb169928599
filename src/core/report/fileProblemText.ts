import type { FileProblem } from '../components/fileProblem';
import { wholeNumber } from './numbers';
import { printable } from './printable';
import type { Translate } from './translate';

/** The sentence for what is wrong in a settings file, with what would be right; keys and values are as they are written. */
export function fileProblemText({ code, values }: Omit<FileProblem, 'line'>, translate: Translate): string {
  const text = (name: string): string => printable(String(values[name] ?? '')).replaceAll('`', "'");
  const key = text('key');
  switch (code) {
    case 'tooLarge':
      return translate('The file is larger than 512 KiB and is not read.', {});
    case 'tooDeep':
      return translate('The file is nested too deeply to be read.', {});
    case 'notYaml':
      return translate('This is no YAML: {said}', { said: text('said') });
    case 'secondDocument':
      return translate('Only the first document of the file is read.', {});
    case 'fileMapping':
      return translate('The file should be a mapping of keys and values.', {});
    case 'mapping':
      return translate('{key} should be a mapping of keys and values.', { key });
    case 'itemMapping':
      return translate('Each item of {key} should be a mapping of keys and values.', { key });
    case 'unknownKey':
      return translate('Unknown key "{key}"; known are {known}.', { key, known: text('known') });
    case 'keyTwice':
      return translate('The key "{key}" is here twice; the first counts.', { key });
    case 'list':
      return translate('{key} should be a list.', { key });
    case 'manyItems':
      return translate('Only the first {most} items are read.', {
        most: wholeNumber(Number(values['most']), translate),
      });
    case 'text':
      return translate('{key} should be text.', { key });
    case 'badGlob':
      return translate('The glob "{glob}" in {key} is empty, too long or has too many wildcards.', {
        ...{ key, glob: text('glob') },
      });
    case 'globOutside':
      return translate('The glob "{glob}" in {key} leads out of the repository.', { key, glob: text('glob') });
    case 'flag':
      return translate('{key} should be true or false.', { key });
    case 'number':
      // As it is to be written.
      return translate('{key} should be a number from {least} to {most}.', {
        ...{ key, least: text('least'), most: text('most') },
      });
    case 'oneOf':
      return translate('{key} should be one of {known}.', { key, known: text('known') });
    case 'date':
      return translate('{key} should be a day that exists, written YYYY-MM-DD.', { key });
    case 'componentName':
      return translate('A component needs a name.', {});
    case 'componentTwice':
      return translate('There are two components named "{name}"; the first counts.', { name: text('name') });
    case 'leftAndPresent':
      return translate('A person cannot be both left and present; left counts.', {});
    case 'personName':
      return translate('A person needs a name or e-mail addresses.', {});
    case 'awayDay':
      return translate('A time away needs a day: from, until, or both.', {});
    case 'awayBackwards':
      return translate('A time away ends before it begins.', {});
    case 'teamName':
      return translate('A team needs a name.', {});
    case 'runbookType':
      return translate('A type of runbooks needs paths and a type.', {});
    case 'noRule':
      return translate('"{key}" is no rule; rules are named like RB020.', { key });
    case 'noSection':
      return translate('"{key}" is no section; see the list in the README.', { key });
    case 'acceptedWhat':
      return translate('An accepted risk needs a path or a component.', {});
    case 'acceptedUntil':
      return translate('An accepted risk needs the day it ends on, until: YYYY-MM-DD.', {});
  }
}
