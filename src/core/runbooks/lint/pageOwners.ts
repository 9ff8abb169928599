import type { Place } from '../place';
import type { KnownPerson } from './peopleLookup';
import type { RepositoryView } from './repositoryView';
import type { LintPage } from './rule';
import { type OwnerStatement, ownersOnPage, type ResolvedOwners, resolveOwners } from './statedOwners';

/** Who owns a page. */
export interface PageOwners extends ResolvedOwners {
  /** Where it is said; the title where only the repository says it. */
  readonly place: Place;
  /** `page`: the page itself; `repository`: CODEOWNERS, OWNERS or a catalog; `nobody`. */
  readonly saidBy: 'page' | 'repository' | 'nobody';
}

/** The owners of a page as itself says, else as the repository does: what a reader of the page sees goes first. */
export function ownersOf(page: LintPage, repository: RepositoryView): PageOwners {
  const onPage = resolveOwners(ownersOnPage(page), repository.people);
  const place = page.document.titlePlace;
  if (onPage.people.length > 0 || onPage.others) {
    return { ...onPage, place: ownersOnPage(page)[0]?.place ?? place, saidBy: 'page' };
  }
  const stated = repository.ownersOf(page.path).map((text): OwnerStatement => ({ text, place }));
  const resolved = resolveOwners(stated, repository.people);
  const saidBy = resolved.people.length > 0 || resolved.others ? 'repository' : 'nobody';
  return { ...resolved, placeholders: onPage.placeholders, place, saidBy };
}

/** Whether owners are known people only, and none of them is active or comes back. */
export function areGone({ people, others }: Pick<PageOwners, 'people' | 'others'>): boolean {
  return !others && people.length > 0 && people.every(isGone);
}

function isGone(person: KnownPerson | string): boolean {
  // A first name alone may be somebody else's.
  return (
    typeof person !== 'string' && person.by !== 'namePart' && (person.state === 'left' || person.state === 'quiet')
  );
}
