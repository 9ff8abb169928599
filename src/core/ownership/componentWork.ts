import { type FileEvidence, neededShare } from './fileOwnership';

/** Who worked on fewer files (a share of them, at most so many), or did less than so many fresh touches, knows too little. */
const leastFileShare = 0.05;
const enoughFiles = 10;
const leastRecency = 3;

/** Whoever did so many (and one on every twentieth file) knows a component, however much others did. */
const enoughRecency = 10;

/** The work on one file. */
export interface Worked extends Pick<FileEvidence, 'state' | 'activity'> {
  /** What the recency of the work is to be multiplied with; 1 where it is as of the day. */
  readonly faded?: number;
}

/** The time-decayed touches of some files together. */
export interface Work {
  /** By person: these touches, and on how many of the files. */
  readonly people: ReadonlyMap<number, { readonly recency: number; readonly files: number }>;
  readonly total: number;
  readonly files: number;
}

/** Adds up the work on files of which something is known. */
export function workOn(files: readonly Worked[]): Work {
  const people = new Map<number, { recency: number; files: number }>();
  let total = 0;
  for (const { activity, faded = 1 } of files) {
    for (const { person, recency: fresh } of activity) {
      const recency = fresh * faded;
      const known = people.get(person);
      if (known === undefined) {
        people.set(person, { recency, files: 1 });
      } else {
        known.recency += recency;
        known.files++;
      }
      total += recency;
    }
  }
  return { people, total, files: files.length };
}

/** Active people who did enough of the work, on enough of the files; see `componentOwnership`. */
export function workersOf({ people, total, files }: Work, active: readonly boolean[], threshold: number): number[] {
  let highest = 0;
  for (const { recency } of people.values()) {
    highest = Math.max(highest, recency);
  }
  const byShare = Math.max(neededShare(threshold, highest / total) * total, Math.min(leastRecency, files));
  const needed = Math.min(byShare, Math.max(enoughRecency, leastFileShare * files));
  const fewest = fewestFiles(files);
  return [...people]
    .filter(([person, own]) => active[person] === true && own.recency >= needed && own.files >= fewest)
    .map(([person]) => person);
}

/** On so many of its files must have worked who is to know a component. */
export function fewestFiles(files: number): number {
  return Math.min(Math.max(2, leastFileShare * files), files, enoughFiles);
}

/** Files of which something is known; none where that is less than half, for what is known of a few says nothing of the others. */
export function toldFiles<T extends Pick<FileEvidence, 'state'>>(files: readonly T[]): readonly T[] {
  const told = files.filter(file => file.state !== 'unknown');
  return told.length * 2 < files.length ? [] : told;
}
