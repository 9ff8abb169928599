import { commitFlag, type History } from '../history/history';
import type { Person, PersonState } from '../model';
import type { AnalysisSettings } from '../settings';
import type { Identities, Identity } from './identities';
import { teamsOf } from './teams';

const daySeconds = 86_400;

/**
 * The people of a history, by index of their identity. Active: wrote, co-wrote, merged or reviewed something in the
 * last `activeDays` before `asOf`, or is listed as present. Who is listed as left, or as away today, is not: today and
 * not `asOf`, since the commits of a small repository end when its one author goes away.
 *
 * @param credits people and weights of each commit, see `creditCommits`
 * @param today the day of the scan, `YYYY-MM-DD`
 */
export function describePeople(
  history: History,
  { identities, ofSignature }: Identities,
  credits: { readonly starts: Int32Array; readonly people: Int32Array; readonly weights: Float32Array },
  asOf: number,
  settings: Pick<AnalysisSettings, 'activeDays' | 'teams'>,
  today: string,
): Person[] {
  const commits = new Int32Array(identities.length);
  const lastCommit = new Float64Array(identities.length);
  const lastSeen = new Float64Array(identities.length);
  const later = (times: Float64Array, person: number, time: number): void => {
    times[person] = Math.max(times[person] ?? 0, time);
  };
  for (let commit = 0; commit < history.commitCount; commit++) {
    // A date in the future is a broken clock.
    const time = Math.min(history.authorTimes.at(commit), asOf);
    const merge = (history.flags.at(commit) & commitFlag.merge) !== 0;
    later(lastSeen, ofSignature[history.authors.at(commit)] ?? 0, time);
    for (let at = credits.starts[commit] ?? 0; at < (credits.starts[commit + 1] ?? 0); at++) {
      const person = credits.people[at] ?? 0;
      later(lastSeen, person, time);
      if (credits.weights[at] === 1 && !merge) {
        commits[person] = (commits[person] ?? 0) + 1;
        later(lastCommit, person, time);
      }
    }
  }
  const activeSince = asOf - settings.activeDays * daySeconds;
  const teams = teamsOf(identities, settings);
  return identities.map((identity, id): Person => {
    const seen = lastSeen[id] ?? 0;
    const isRecent = identity.present || (seen > 0 && seen >= activeSince);
    const away = identity.away.find(({ from, until }) => (from ?? '') <= today && today <= (until ?? '9'));
    const state = identity.kind === 'human' ? stateOf(identity, away !== undefined, isRecent) : null;
    return {
      id,
      name: identity.name,
      email: identity.email,
      aliases: identity.aliases,
      bot: identity.kind === 'bot',
      agent: identity.kind === 'agent',
      active: state === 'active',
      state,
      awayUntil: state === 'away' ? (away?.until ?? null) : null,
      teams: teams[id] ?? [],
      left: identity.left,
      commits: commits[id] ?? 0,
      lastCommit: lastCommit[id] ?? 0,
    };
  });
}

function stateOf({ left }: Identity, away: boolean, isRecent: boolean): PersonState {
  if (left) {
    return 'left';
  }
  return away ? 'away' : isRecent ? 'active' : 'quiet';
}
