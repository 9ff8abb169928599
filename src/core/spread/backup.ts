import type { Familiarity } from '../grounds';
import type { Backup, Reason, Share } from '../model';

export interface BackupInput {
  readonly owners: readonly Share[];
  /** Everyone who ever touched the component. */
  readonly familiar: readonly Familiarity[];
  /** The same for the components beside it, most touches first. */
  readonly nearby: readonly (Familiarity & { readonly component: string })[];
  readonly active: readonly boolean[];
  /** Commits in the whole repository, by person. */
  readonly commits: readonly number[];
  /** The moment people are judged at, in seconds. */
  readonly asOf: number;
  /** Components each person is the only owner of. */
  readonly load: ReadonlyMap<number, number>;
}

const mostChoices = 3;

/** Who made that many commits in the repository counts half; who passed by comes last. */
const settledCommits = 8;
const passerByCommits = 3;

/** What was done here counts half after a year. */
const fadingSeconds = 365 * 86_400;

/**
 * The second person for a component: active, near the code already, and not the one who carries most. Knowledge of the
 * component counts most, then work beside it; every component a person carries alone takes from it (after Mirsaeedi and
 * Rigby, "Mitigating turnover with code review recommendation", ICSE 2020). At most three, the best first; none when nobody
 * qualifies.
 */
export function chooseBackups({ owners, familiar, nearby, active, commits, asOf, load }: BackupInput): Backup[] {
  const owning = new Set(owners.map(({ person }) => person));
  const heaviest = heaviestLoad(load);
  const scores = new Map<number, { score: number; reasons: Reason[] }>();
  const consider = (person: number, score: number, reason: Reason): void => {
    if (active[person] !== true || owning.has(person) || score <= 0) {
      return;
    }
    const entry = scores.get(person) ?? { score: 0, reasons: [] };
    entry.score += score;
    entry.reasons.push(reason);
    scores.set(person, entry);
  };
  for (const { person, touches, lastTouched, share } of familiar) {
    const reason: Reason = { code: 'touchedHere', values: { person, touches, date: lastTouched } };
    const faded = 2 ** (-Math.max(0, asOf - lastTouched) / fadingSeconds);
    consider(person, 1 + Math.log2(1 + touches) * faded + 10 * share, reason);
  }
  const beside = new Set<number>();
  for (const { person, touches, component } of nearby) {
    // The component they know best says enough: many neighbours must not outweigh work done here.
    if (beside.has(person)) {
      continue;
    }
    beside.add(person);
    consider(person, Math.log2(1 + touches) / 8, { code: 'touchedNearby', values: { person, path: component } });
  }
  const weigh = (person: number, score: number): number => {
    const carried = load.get(person) ?? 0;
    const made = commits[person] ?? 0;
    const settled = (made / (made + settledCommits)) * (made < passerByCommits ? 0.1 : 1);
    return ((score * settled) / (1 + carried / 2)) * (person === heaviest ? 0.25 : 1);
  };
  return [...scores]
    .map(([person, { score, reasons }]) => ({ person, score: weigh(person, score), reasons }))
    .sort((a, b) => b.score - a.score || a.person - b.person)
    .slice(0, mostChoices)
    .map(({ person, reasons }) => ({ person, reasons: [...reasons.slice(0, 2), ...loadReason(person, load)] }));
}

function loadReason(person: number, load: ReadonlyMap<number, number>): Reason[] {
  const components = load.get(person) ?? 0;
  return components === 0 ? [] : [{ code: 'ownsElsewhere', values: { person, components } }];
}

/** Who carries most alone; −1 when nobody carries two. */
function heaviestLoad(load: ReadonlyMap<number, number>): number {
  let heaviest = -1;
  let most = 1;
  for (const [person, count] of load) {
    if (count > most || (count === most && count > 1 && person < heaviest)) {
      heaviest = person;
      most = count;
    }
  }
  return heaviest;
}
