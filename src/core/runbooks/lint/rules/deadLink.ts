import { hasAnchor } from '../../anchors';
import { decoded, linkTarget } from '../../links/linkTarget';
import { type PageLink, pageLinks } from '../../links/pageLinks';
import { linkTo, meantAnchor, meantFile, type Repair } from '../../links/repairs';
import { type Site, siteOf } from '../../links/site';
import type { Place } from '../../place';
import type { Fix, Problem } from '../problem';
import type { RepositoryView } from '../repositoryView';
import { type LintPage, operationalTypes, type RepositoryRule } from '../rule';

/**
 * RB040: a relative link, picture or anchor that leads nowhere. What a site generator or a host makes of an address,
 * templates, ignored files and submodules are not judged.
 */
export const deadLink: RepositoryRule = {
  id: 'RB040',
  name: 'dead-link',
  severity: 'warning',
  types: [...operationalTypes, 'hub'],
  needs: 'repository',
  check: deadLinks,
  text: ({ kind, target, meant }, translate) => {
    const values = { target: target ?? '', meant: meant ?? '' };
    if (kind === 'case')
      return translate('There is no file {target} here; {meant} differs in upper and lower case.', values);
    if (kind === 'file') return translate('There is no file {target} here.', values);
    return kind === 'own'
      ? translate('There is no heading with the anchor #{target} on this page.', values)
      : translate('There is no heading with the anchor #{target} on {meant}.', values);
  },
  fixText: ({ data: { target } }, translate) => translate('Link to {target}', { target: target ?? '' }),
};

/** So many are looked into; a page with more has one cause for them. */
const mostProblems = 200;

/** A page, and what is found out once for all its links. */
interface LinkingPage extends LintPage {
  readonly lines: readonly string[];
  readonly site: Site | null;
}

function deadLinks(page: LintPage, repository: RepositoryView): Problem[] {
  const linking = { ...page, lines: page.text.split('\n'), site: siteOf(page.path, repository.files) };
  const problems: Problem[] = [];
  for (const link of pageLinks(page.document)) {
    const problem = problemOf(link, linking, repository);
    if (problem !== null) problems.push(problem);
    if (problems.length >= mostProblems) break;
  }
  return problems;
}

function problemOf(link: PageLink, page: LinkingPage, repository: RepositoryView): Problem | null {
  const target = linkTarget(page.path, link.url, repository.files, page.site);
  if (target.kind === 'missing') {
    const repair = meantFile(target.path, link.url, repository.files);
    const isCase = repair !== null && repair.target.toLowerCase() === target.path.toLowerCase();
    const fragment = target.fragment === '' ? '' : `#${target.fragment}`;
    const url = repair && linkTo(page.path, repair.target) + fragment;
    return {
      place: link.place,
      data: { kind: isCase ? 'case' : 'file', target: target.path, meant: repair?.target ?? '' },
      fixes: fixes(page, link, repair, url),
    };
  }
  if (target.kind !== 'file' || link.image || target.fragment === '') return null;
  const anchors = repository.anchorsOf(target.path);
  if (anchors === null || hasAnchor(anchors, target.fragment)) return null;
  const repair = meantAnchor(decoded(target.fragment), anchors);
  // Generators have rules of their own for the signs between words.
  if (repair?.unique === true && page.site !== null) return null;
  const isOwn = target.path === page.path;
  const url = repair && link.url.slice(0, link.url.indexOf('#') + 1) + repair.target;
  return {
    place: link.place,
    data: { kind: isOwn ? 'own' : 'anchor', target: target.fragment, meant: target.path },
    fixes: fixes(page, link, repair, url),
  };
}

function fixes(page: LinkingPage, link: PageLink, repair: Repair | null, url: string | null): readonly Fix[] {
  const place = repair && placeOfUrl(page.lines, link);
  if (repair === null || place === null || url === null) return [];
  return [{ code: 'retarget', data: { target: url }, edits: [{ place, text: url }], safe: repair.unique }];
}

/** Where the address of a link stands within it; null when it is not written as it is read, or more than once. */
function placeOfUrl(lines: readonly string[], { url, place }: PageLink): Place | null {
  if (place.line !== place.endLine) return null;
  const line = lines[place.line - 1] ?? '';
  const written = line.slice(place.column - 1, place.endColumn - 1);
  const at = written.lastIndexOf(url);
  // The text of a link may be its address, too; the address is behind it.
  if (at < 0 || !/[(<:"'\s]/.test(written[at - 1] ?? '')) return null;
  const column = place.column + at;
  return { ...place, column, endColumn: column + url.length };
}
