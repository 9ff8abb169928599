import { runbookAuthors } from '../../authors';
import { operationalTypes, type RepositoryRule } from '../rule';

/**
 * RB060: the content was written by one person, through renames, by human edits only. Said when that person created the
 * page or edited it twice; one edit of a page whose beginning is not known proves nothing.
 */
export const singleAuthor: RepositoryRule = {
  id: 'RB060',
  name: 'single-author',
  severity: 'information',
  types: operationalTypes,
  needs: 'repository',
  check: ({ path, document: { titlePlace } }, repository) => {
    const written = runbookAuthors(repository.editsOf(path));
    const [author, ...others] = written.authors;
    if (author === undefined || others.length > 0 || (!written.created && written.edits < 2)) return [];
    return [{ place: titlePlace, data: { person: author.person } }];
  },
  text: (_data, translate) => translate('This runbook was written by one person.', {}),
};
