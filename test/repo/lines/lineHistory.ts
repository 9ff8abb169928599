import fc from 'fast-check';
import { alphabet, type Content, type Edit, editKinds, type ManyLines } from './contents';
import type { Resolution } from './mergedContent';

/** What happens to paths; numbers pick among what is there. */
export interface Change {
  readonly kind: (typeof changeKinds)[number];
  readonly file: number;
  readonly other: number;
  readonly name: number;
  readonly edits: readonly Edit[];
  readonly content: Content;
}

/** Kinds that matter more are listed more often. */
const changeKinds = [
  'edit',
  'edit',
  'edit',
  'edit',
  'edit',
  'edit',
  'edit',
  'add',
  'add',
  'delete',
  'restore',
  'restore',
  'rename',
  'rename',
  'rename',
  'renameEdited',
  'renameEdited',
  'renameEdited',
  'swap',
  'fan',
  'gather',
  'copy',
  'copyEdited',
  'toFolder',
  'mode',
  'toLink',
  'toSubmodule',
  'toFile',
  'toDirectory',
  'churn',
  'churn',
  'churn',
] as const;

export interface Step {
  readonly kind: (typeof stepKinds)[number];
  readonly branch: number;
  readonly other: number;
  readonly resolution: Resolution | 'byPath';
  /** Of a merge, what it does besides. */
  readonly changes: readonly Change[];
  /** Hours that the clock is wrong by. */
  readonly skew: number;
}

const stepKinds = [
  ...(Array(12).fill('commit') as 'commit'[]),
  ...(Array(3).fill('fork') as 'fork'[]),
  ...(Array(4).fill('merge') as 'merge'[]),
  'root',
  'octopus',
  'oursOnly',
  'crissCross',
  'cherryPick',
  'cherryPick',
  'revert',
] as const;

export interface LineHistory {
  readonly first: readonly Content[];
  readonly steps: readonly Step[];
  /** How the head comes to be of the branches that are alive at the end. */
  readonly finish: 'oneBranch' | 'octopus' | 'oneByOne';
  /** Picks among the commits. */
  readonly ignored: readonly number[];
}

const pick = fc.nat(30);
const someLines = (most: number): fc.Arbitrary<number[]> => fc.array(fc.nat(alphabet.length * 2), { maxLength: most });

const manyLines = (min: number, max: number): fc.Arbitrary<ManyLines> =>
  fc.record({
    length: fc.integer({ min, max }),
    seed: fc.nat(1_000_000),
    unlike: fc.nat(8),
    letters: fc.integer({ min: 2, max: alphabet.length }),
  });

/** @param rarity one in so many is large */
export const contentArbitrary = (rarity: number): fc.Arbitrary<Content> =>
  fc.record({
    lines: fc.oneof(
      { weight: 4, arbitrary: someLines(20) },
      { weight: 2, arbitrary: fc.array(fc.nat(alphabet.length * 2), { minLength: 15, maxLength: 60, size: 'max' }) },
    ),
    many: fc.oneof(
      { weight: rarity * 4, arbitrary: fc.constant(null) },
      { weight: rarity, arbitrary: manyLines(60, 600) },
      { weight: 5, arbitrary: manyLines(2_000, 5_000) },
    ),
    finalNewline: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });

export const editArbitrary: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...editKinds.slice(0, 6), ...editKinds, 'scatter', 'scatter', 'deal'),
  at: fc.nat(5_000),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(40) }),
  to: fc.nat(5_000),
  lines: someLines(8),
});

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...changeKinds),
  file: pick,
  other: pick,
  name: pick,
  edits: fc.array(editArbitrary, { minLength: 1, maxLength: 4 }),
  content: contentArbitrary(100),
});

const skew = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -40, max: 40 }) },
);

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...stepKinds),
  branch: pick,
  other: pick,
  resolution: fc.constantFrom('ours', 'theirs', 'both', 'mixed', 'byPath'),
  changes: fc.array(change, { minLength: 0, maxLength: 4 }),
  skew,
});

/** Small histories that are hard to tell the lines' owners of; one in about ten has a large file. */
export const lineHistories: fc.Arbitrary<LineHistory> = fc.record({
  first: fc.array(contentArbitrary(25), { minLength: 1, maxLength: 4 }),
  steps: fc.oneof(
    { weight: 2, arbitrary: fc.array(step, { minLength: 1, maxLength: 8 }) },
    { weight: 3, arbitrary: fc.array(step, { minLength: 6, maxLength: 30, size: 'max' }) },
  ),
  finish: fc.constantFrom('oneBranch', 'octopus', 'oneByOne'),
  ignored: fc.array(fc.nat(60), { maxLength: 8 }),
});
