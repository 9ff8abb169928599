import type { RepairCommit } from './fact';
import { code, prose, sources } from './markdown';
import { ask, type Lines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { type Passage, passage } from './stubSections';

/** What once went wrong: pages about it, and commits that undid or repaired something. */
export function incidents({ facts, repairs }: Pick<StubMaterial, 'facts' | 'repairs'>): Passage {
  const pages = facts.filter(fact => fact.kind === 'postmortem');
  return passage(
    [
      ...pages.slice(0, 6).map(fact => `- Postmortem: ${prose(fact.value)} ${sources([fact])}`),
      ...repairLines(repairs),
    ],
    pages.length + repairs.length === 0 && ask('Engineer on call', 'what broke last, and what brought it back?'),
  );
}

function repairLines(commits: readonly RepairCommit[]): Lines {
  return commits.slice(0, 8).map(commit => {
    const day =
      Number.isFinite(commit.date) && Math.abs(commit.date) < 8e12
        ? new Date(commit.date * 1000).toISOString().slice(0, 10)
        : '';
    return `- ${day} ${prose(commit.subject)} (${code(commit.sha.slice(0, 10))})`;
  });
}
