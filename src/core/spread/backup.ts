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
  /** What each person owns, weighed by size; see `Surroundings`. */
  readonly burden: ReadonlyMap<number, number>;
}

const mostChoices = 3;

/** Who made that many commits in the repository counts half; who passed by comes last. */
const settledCommits = 8;
const passerByCommits = 3;

/** What was done here counts half after a year. */
const fadingSeconds = 365 * 86_400;

/** Somebody who could become an owner, with how well they are placed: above 0; compares people of one component only. */
export interface Candidate extends Backup {
  readonly score: number;
  /** Made so few commits in the whole repository that nobody can count on them. */
  readonly isPasserBy: boolean;
}

/**
 * The second person for a component: the first of its {@link candidates}, at most three; none when nobody qualifies. Who
 * passed by somewhere else does not.
 */
export function chooseBackups(input: BackupInput): Backup[] {
  return candidates(input)
    .filter(
      ({ isPasserBy, reasons }) =>
        !isPasserBy || reasons.some(({ code }) => code === 'touchedHere' || code === 'reviewedHere'),
    )
    .slice(0, mostChoices)
    .map(({ person, reasons }) => ({ person, reasons }));
}

/**
 * Everyone who could become an owner of a component, the best placed first: active, near the code already, and never the
 * one who owns most. Knowledge of the component counts most, then work beside it; what a person owns beyond the usual takes
 * from it (after Mirsaeedi and Rigby, "Mitigating turnover with code review recommendation", ICSE 2020).
 */
export function candidates({
  owners,
  familiar,
  nearby,
  active,
  commits,
  asOf,
  load,
  burden,
}: BackupInput): Candidate[] {
  const owning = new Set(owners.map(({ person }) => person));
  const heaviest = mostBurdened(burden);
  const usual = usualBurden(burden);
  const scores = new Map<number, { score: number; reasons: Reason[] }>();
  const consider = (person: number, score: number, reason: Reason): void => {
    if (active[person] !== true || owning.has(person) || person === heaviest || score <= 0) {
      return;
    }
    const entry = scores.get(person) ?? { score: 0, reasons: [] };
    entry.score += score;
    entry.reasons.push(reason);
    scores.set(person, entry);
  };
  for (const { person, touches, lastTouched, share } of familiar) {
    if (touches === 0) {
      const reviewed: Reason = { code: 'reviewedHere', values: { person } };
      consider(person, 0.5 + 10 * share, reviewed);
      continue;
    }
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
    // What everyone carries is no reason against anyone.
    const over = usual === 0 ? 0 : Math.max(0, (burden.get(person) ?? 0) / usual - 1);
    const made = commits[person] ?? 0;
    const settled = (made / (made + settledCommits)) * (made < passerByCommits ? 0.1 : 1);
    return (score * settled) / (1 + over / 2);
  };
  return [...scores]
    .map(([person, { score, reasons }]) => ({ person, score: weigh(person, score), reasons }))
    .sort((a, b) => b.score - a.score || a.person - b.person)
    .map(({ person, score, reasons }) => {
      const isPasserBy = (commits[person] ?? 0) < passerByCommits;
      return { person, score, isPasserBy, reasons: [...reasons.slice(0, 2), ...loadReason(person, load)] };
    });
}

function loadReason(person: number, load: ReadonlyMap<number, number>): Reason[] {
  const components = load.get(person) ?? 0;
  return components === 0 ? [] : [{ code: 'ownsElsewhere', values: { person, components } }];
}

/** Who owns most, and more than anybody else; −1 where nobody does. */
export function mostBurdened(burden: ReadonlyMap<number, number>): number {
  let most = 0;
  let heaviest = -1;
  for (const [person, own] of burden) {
    if (own === most) heaviest = -1;
    else if (own > most) [most, heaviest] = [own, person];
  }
  return heaviest;
}

/** The mean over those who own anything. */
export function usualBurden(burden: ReadonlyMap<number, number>): number {
  const all = [...burden.values()];
  return all.length === 0 ? 0 : all.reduce((sum, each) => sum + each, 0) / all.length;
}
