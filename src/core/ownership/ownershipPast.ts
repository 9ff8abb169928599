import { quarterlyMoments } from '../history/points';
import type { PastMoment } from '../pastMoment';
import { componentStanding } from './componentOwnership';
import { toldFiles, workersOf, workOn } from './componentWork';
import { type OwnedFile, type PastInput, PastPass } from './pastPass';
import { truckFactorOf } from './truckFactor';

/** How it came to what it is. */
export interface OwnershipPast {
  readonly moments: readonly PastMoment[];
  /** By id of the component: its truck factor at each moment. */
  readonly truckFactors: ReadonlyMap<string, readonly (number | null)[]>;
}

/**
 * Truck factor and states at the end of each quarter, from one pass over the touches: each quarter only adds what was
 * done in it, and only files that were touched in it are looked at again, because the shares of a file do not change
 * while nobody touches it.
 *
 * Each moment is what an analysis of its head would say by authorship and activity (tier 1), with these differences: who
 * is who, what is excluded and what belongs together are as they are today, so that a file that moved counts where it is
 * now; people listed as left or present count by what they did then; and what merges alone removed or kept may be told
 * a little early or late. Which lines stood then only a blame of that day would tell, so that `combined` is given without
 * them; today's own, with them, may have more owners.
 */
export function ownershipPast(input: PastInput): OwnershipPast {
  const { history } = input.ownership;
  const all = quarterlyMoments(history, input.head);
  const { moments } = all;
  const pass = new PastPass(input, all);
  const truckFactors = new Map<string, (number | null)[]>();
  const found = moments.map((moment, index): PastMoment => {
    pass.advance(index);
    const last = index === moments.length - 1;
    const { files, byComponent } = pass.look(last);
    const states = [...byComponent].map(([id, own]) => {
      const recent = workersOf(workOn(toldFiles(own)), pass.active(last), input.ownership.settings.activityThreshold);
      const { state } = componentStanding(own, recent, null);
      const factors = truckFactors.get(id) ?? new Array<number | null>(moments.length).fill(null);
      factors[index] = truckFactorBy('activity', toldFiles(own));
      truckFactors.set(id, factors);
      return state;
    });
    const told = files.filter(({ state }) => state !== 'unknown');
    return {
      date: moment.date,
      files: files.length,
      truckFactor: truckFactorBy('activity', told),
      truckFactorWithoutLines: truckFactorBy('combined', told),
      components: states.length,
      sole: states.filter(state => state === 'sole').length,
      orphaned: states.filter(state => state === 'orphaned').length,
    };
  });
  return { moments: found, truckFactors };
}

function truckFactorBy(definition: 'activity' | 'combined', files: readonly OwnedFile[]): number | null {
  return truckFactorOf(
    definition,
    files.map(({ recent, owners }) => (definition === 'activity' ? recent : owners)),
  ).value;
}
