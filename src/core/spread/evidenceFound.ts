import type { NamedEvidence } from '../checklist';
import type { EvidenceState } from '../progress';
import { forgeLink } from '../runbooks/alerts/forgeLink';
import { resolveRelative } from '../runbooks/discover';

/** What there is that evidence may name. */
export interface EvidencePlaces {
  /** Whether an id, abbreviated or whole, names one commit of this history; null where that cannot be known. */
  readonly hasCommit: (id: string) => boolean | null;
  readonly hasPath: (path: string) => boolean;
  /** Projects that the repository is, as `github.com/owner/name`, lower case. */
  readonly remotes: readonly string[];
}

const commitLink = /^https?:\/\/(?:www\.)?([^/\s]+\/[^\s?#]+?)\/(?:-\/)?commits?\/([0-9a-f]{7,64})(?:[/?#]|$)/i;

/**
 * Whether what a step names as evidence exists. One that is missing outweighs all that is found, and one found outweighs
 * links elsewhere, which are not looked at.
 */
export function evidenceFound({ commits, links }: NamedEvidence, page: string, places: EvidencePlaces): EvidenceState {
  const states = [...commits.map(id => commitState(id, places)), ...links.map(link => linkState(link, page, places))];
  return (['missing', 'found', 'elsewhere'] as const).find(state => states.includes(state)) ?? 'none';
}

function commitState(id: string, { hasCommit }: EvidencePlaces): EvidenceState {
  const there = hasCommit(id);
  return there === null ? 'elsewhere' : there ? 'found' : 'missing';
}

function linkState(link: string, page: string, places: EvidencePlaces): EvidenceState {
  const { hasPath, remotes } = places;
  const [, project = '', sha] = commitLink.exec(link) ?? [];
  if (sha !== undefined) {
    if (!remotes.includes(project.toLowerCase())) return 'elsewhere';
    return commitState(sha.toLowerCase(), places);
  }
  const forge = forgeLink(link);
  if (forge !== null && remotes.includes(forge.project)) {
    // A branch name may hold slashes.
    const isThere = forge.parts.some((_, at) => at > 0 && hasPath(forge.parts.slice(at).join('/')));
    return isThere ? 'found' : 'missing';
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) return 'elsewhere';
  const target = resolveRelative(page, link);
  const fromRoot = resolveRelative('', link);
  return [target, fromRoot].some(path => path !== null && path !== page && hasPath(path)) ? 'found' : 'missing';
}
