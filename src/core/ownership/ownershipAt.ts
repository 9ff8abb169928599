import { quarterlyMoments } from '../history/points';
import type { Steps } from '../steps';
import { componentStanding } from './componentOwnership';
import { toldFiles, workersOf, workOn } from './componentWork';
import { emptyColumns, type OwnershipColumns, type OwnershipRow, setRow } from './ownershipColumns';
import { type OwnedFile, type PastInput, PastPass } from './pastPass';

/** Who owned what at a moment of the past. */
export interface OwnershipAt {
  /** Of the files that count at the head, in their order; where each is today, under whatever path it was then. */
  readonly files: OwnershipColumns;
  /** Of the components asked for, in that order; over all their files of that day, also those that are gone. */
  readonly components: OwnershipColumns;
  /** Files that counted then and are not at the head any more. */
  readonly gone: number;
}

/** How far it is, in moments. */
export interface MomentsDone {
  readonly done: number;
  readonly total: number;
}

/**
 * Who owned the files and components of today at one of the moments of `Snapshot.past`, judged as of that day as
 * `ownershipPast` judges: by authorship and activity, since which lines stood then is not known. One step for each quarter
 * before it. Null for a date that is none of those moments.
 *
 * @param date seconds, as `PastMoment.date` has it
 * @param components ids
 */
export function* ownershipAtInSteps(
  input: PastInput,
  date: number,
  components: readonly string[],
): Steps<OwnershipAt | null, MomentsDone> {
  const { ownership, head, places } = input;
  const all = quarterlyMoments(ownership.history, head);
  const wanted = all.moments.findIndex(moment => moment.date === date);
  if (wanted < 0) {
    return null;
  }
  const pass = new PastPass(input, all);
  for (let moment = 0; moment <= wanted; moment++) {
    pass.advance(moment);
    yield { done: moment + 1, total: wanted + 1 };
  }
  const last = wanted === all.moments.length - 1;
  const active = pass.active(last);
  const files = emptyColumns(places.length);
  let standing = 0;
  places.forEach(({ file }, index) => {
    const known = pass.fileAt(file, active);
    standing += known === null ? 0 : 1;
    setRow(files, index, known ?? absent);
  });
  const look = pass.look(last);
  const columns = emptyColumns(components.length);
  for (const [index, id] of components.entries()) {
    const own = look.byComponent.get(id);
    setRow(columns, index, own === undefined ? absent : standingOf(own, active, ownership.settings.activityThreshold));
  }
  return { files, components: columns, gone: look.files.length - standing };
}

function standingOf(files: readonly OwnedFile[], active: readonly boolean[], threshold: number): OwnershipRow {
  const recent = workersOf(workOn(toldFiles(files)), active, threshold);
  const { state, owners } = componentStanding(files, recent, null);
  const lastTouched = files.reduce((latest, each) => Math.max(latest, each.lastTouched), 0);
  return { state, owners: owners.length, lastTouched, certain: true, accepted: false };
}

const absent = { state: 'absent', certain: true, accepted: false, owners: 0, lastTouched: 0 } as const;
