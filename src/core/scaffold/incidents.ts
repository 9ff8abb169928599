import type { RepairCommit } from './fact';
import { code, prose, sources } from './markdown';
import { ask, type Lines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { type Passage, passage } from './stubSections';

/** What once went wrong: pages about it, and commits that undid or repaired something. */
export function incidents({ facts, repairs, today }: Pick<StubMaterial, 'facts' | 'repairs' | 'today'>): Passage {
  const pages = facts.filter(fact => fact.kind === 'postmortem');
  return passage(
    [
      ...pages.slice(0, 6).map(fact => `- Postmortem: ${prose(fact.value)} ${sources([fact])}`),
      ...repairLines(lasting(repairs, today)),
    ],
    pages.length === 0 && ask('Engineer on call', 'what broke last, and what brought it back?'),
  );
}

const longestDays = 730;
const mostCommits = 5;

/** Those of the last two years whose change was not brought back later. Newest first. */
function lasting(commits: readonly RepairCommit[], today: string): readonly RepairCommit[] {
  const oldest = Date.parse(today) / 1000 - longestDays * 86_400;
  const seen = new Set<string>();
  return commits.filter(({ subject, date }) => {
    const [change, times] = undone(subject);
    const isNewest = change === '' || !seen.has(change);
    seen.add(change);
    // What is taken back twice is there again.
    return isNewest && (change === '' || times % 2 === 1) && !(date < oldest);
  });
}

/** `Revert "Reapply "a""` → `a`, undone three times over; '' for what is said otherwise. */
function undone(subject: string): readonly [change: string, times: number] {
  let rest = subject.trim();
  let times = 0;
  for (let said = first.exec(rest); said !== null; said = first.exec(rest)) {
    times += said[1]?.toLowerCase() === 'revert' ? 1 : 2;
    rest = rest.slice(said[0].length);
  }
  return times === 0
    ? ['', 0]
    : [
        rest
          .replace(/"+(?!.*")[^"]*$/, '')
          .replace(/"+$/, '')
          .trim(),
        times,
      ];
}

const first = /^(revert|re-?apply):?\s+"/i;

function repairLines(commits: readonly RepairCommit[]): Lines {
  return commits.slice(0, mostCommits).map(commit => {
    const day =
      Number.isFinite(commit.date) && Math.abs(commit.date) < 8e12
        ? new Date(commit.date * 1000).toISOString().slice(0, 10)
        : '';
    return `- ${day} ${prose(commit.subject)} (${code(commit.sha.slice(0, 10))})`;
  });
}
