import fc from 'fast-check';
import type { LineOwnership } from '../../../src/core/lines/lineOwnership';
import type { Snapshot } from '../../../src/core/model';
import type { CommitEvidence } from '../../../src/core/ownership/commitsBehind';
import { type AnalysisSettings, defaultSettings } from '../../../src/core/settings';
import { type PreparedSnapshot, prepareSnapshot } from '../../../src/core/snapshot';
import { at, shaAt, type WrittenCommit, writeHistory } from '../history/writtenHistory';

export interface Written {
  readonly commits: readonly WrittenCommit[];
  /** Files at the head. */
  readonly tree: readonly string[];
  /** Texts of some of them, by path. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Runs of lines by path: how many, and the place of their commit; without them tier 1. */
  readonly lines?: Readonly<Record<string, readonly (readonly [length: number, place: number])[]>>;
  readonly settings?: Partial<AnalysisSettings>;
  /** Places of commits where a shallow clone ends. */
  readonly boundary?: readonly number[];
  /** Places of commits to ignore. */
  readonly ignored?: readonly number[];
  readonly past?: boolean;
}

/** The Snapshot of a history that was written down, all of the core together. */
export function snapshotOf(written: Written): Snapshot {
  return analysisOf(written).snapshot;
}

/** The same with what questions about it are answered from. */
export function analysisOf(written: Written): {
  readonly snapshot: Snapshot;
  readonly evidence: CommitEvidence;
  readonly ownershipAt: PreparedSnapshot['ownershipAt'];
  readonly ownership: LineOwnership | null;
} {
  const { commits, tree, texts = {}, lines, settings = {}, boundary = [], ignored = [], past = false } = written;
  const history = writeHistory(commits);
  history.sortSignatures();
  const head = hex(commits.length - 1);
  const { make, evidence, ownershipAt } = prepareSnapshot({
    repository: { root: '/code/shop', branch: 'main', head },
    scannedAt: at(Math.max(...commits.map(({ on }, place) => on ?? place))) + 3600,
    settings: { ...defaultSettings, ...settings },
    limits: boundary.length > 0 ? [{ code: 'shallow', values: { commits: commits.length } }] : [],
    history,
    additions: new Map(),
    mailmap: '',
    ignored: new Set(ignored.map(hex)),
    boundary: new Set(boundary.map(hex)),
    tree: tree.map(path => ({ path, mode: '100644' })),
    attributes: new Map(),
    remotes: [],
    texts: new Map(Object.entries(texts)),
    reviews: new Map(),
  });
  const ownership = lines ? ownershipOf(commits.length, head, lines) : null;
  return { snapshot: make(ownership, { past }), evidence, ownershipAt, ownership };
}

function ownershipOf(commits: number, head: string, lines: NonNullable<Written['lines']>): LineOwnership {
  return {
    head,
    shaLength: 20,
    commits: Buffer.concat(Array.from({ length: commits }, (_, place) => shaAt(place))),
    files: Object.entries(lines).map(([path, runs]) => ({
      path,
      lines: runs.reduce((sum, [length]) => sum + length, 0),
      runs: Int32Array.from(runs.flat()),
    })),
  };
}

function hex(place: number): string {
  return Buffer.from(shaAt(place)).toString('hex');
}

const folders = ['api', 'api/core', 'web', 'docs/runbooks', 'jobs'];
const paths = folders.flatMap(folder => ['a', 'b', 'c', 'd'].map(name => `${folder}/${name}.md`));

export interface WrittenRepository extends Written {
  readonly lines: NonNullable<Written['lines']>;
  /** Files after each commit. */
  readonly trees: readonly (readonly string[])[];
}

/** Histories of twelve people, some of whom pass by and some of whom go quiet, in five components. */
export const writtenRepositories: fc.Arbitrary<WrittenRepository> = fc
  .record({
    steps: fc.array(
      fc.record({
        author: fc.nat(11),
        coAuthor: fc.option(fc.nat(11), { freq: 3 }),
        reviewer: fc.option(fc.nat(11), { freq: 3 }),
        files: fc.uniqueArray(fc.nat(paths.length - 1), { minLength: 1, maxLength: 4 }),
        ending: fc.option(fc.constantFrom('delete', 'move'), { freq: 6 }),
        days: fc.nat(12),
      }),
      { minLength: 20, maxLength: 120 },
    ),
    runs: fc.array(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(119)), { maxLength: 5 }), {
      minLength: paths.length,
      maxLength: paths.length,
    }),
  })
  .map(({ steps, runs }) => {
    const seen = new Set<number>();
    const trees: string[][] = [];
    let on = 0;
    const begin = { author: 0, coAuthor: null, reviewer: null, files: [3, 7, 11, 15, 19], ending: null, days: 0 };
    const commits = [begin, ...steps].map((step): WrittenCommit => {
      on += step.days;
      const changes = step.files.map(file => `${seen.has(file) ? 'M' : 'A'} ${paths[file]}`);
      for (const file of step.files) seen.add(file);
      // One file of each folder stays, so that there are the same components always.
      const ends = [...seen].find(file => !step.files.includes(file) && file % 4 !== 3);
      const free = paths.findIndex((_, file) => !seen.has(file) && folderAt(file) === folderAt(ends ?? -1));
      if (ends !== undefined && step.ending !== null && (step.ending === 'delete' || free >= 0)) {
        seen.delete(ends);
        changes.push(step.ending === 'delete' ? `D ${paths[ends]}` : `R100 ${paths[ends]} ${paths[free]}`);
        if (step.ending === 'move') seen.add(free);
      }
      trees.push(paths.filter((_, file) => seen.has(file)));
      return {
        author: personAt(step.author),
        on,
        changes,
        trailers: [
          ...(step.coAuthor === null ? [] : [['coAuthor', personAt(step.coAuthor)] as const]),
          ...(step.reviewer === null ? [] : [['reviewer', personAt(step.reviewer)] as const]),
        ],
      };
    });
    const tree = paths.filter((_, file) => seen.has(file));
    const lines = Object.fromEntries(
      tree.map((path, file) => [
        path,
        (runs[file] ?? []).map(([length, place]) => [length, place % (commits.length + 1) || -1] as const),
      ]),
    );
    const texts = Object.fromEntries(
      tree
        .filter(path => path.startsWith('docs/runbooks'))
        .map(path => [path, '# Restart it\n\n1. Stop.\n2. Start.\n']),
    );
    return { commits, tree, trees, texts, lines, settings: { components: folders.map(declared) } };
  });

function folderAt(file: number): string | undefined {
  return folders[Math.floor(file / 4)];
}

/** One of the twelve, by number. */
export function personAt(number: number): readonly [string, string] {
  const letter = String.fromCharCode(65 + number);
  return [`${letter}na Example${letter}`, `${letter.toLowerCase()}@example.com`];
}

function declared(folder: string, line: number): AnalysisSettings['components'][number] {
  return { name: folder, paths: [`${folder}/*.md`], criticality: line === 0 ? 'high' : 'normal', line: line + 1 };
}
