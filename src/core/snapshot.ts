import { findComponents } from './components/components';
import { excludedReason, type PathAttributes } from './components/excluded';
import { compileGlobs } from './components/glob';
import { foldTouches, type MergeAdditions, type Touches } from './history/fold';
import type { History } from './history/history';
import { canonicalOrder } from './history/order';
import type { ExcludedReason, FileOwnership, Limit, Person, Repository, Snapshot, TruckFactor } from './model';
import { creditCommits } from './ownership/credit';
import { acceptedUntil, describeComponents, type PlacedFile } from './ownership/describeComponents';
import { fileEvidence, notWhole, type OwnershipInput } from './ownership/fileOwnership';
import { referenceTruckFactor } from './ownership/referenceDoa';
import { truckFactorOf } from './ownership/truckFactor';
import { type Identities, joinIdentities } from './people/identities';
import { Mailmap } from './people/mailmap';
import { describePeople } from './people/people';
import { readRunbooks } from './runbooks/readRunbooks';
import type { AnalysisSettings } from './settings';

/** One entry of the tree at HEAD. */
export interface TreeFile {
  readonly path: string;
  /** As git prints it, six octal digits. */
  readonly mode: string;
}

/** Everything a Snapshot is made of. */
export interface SnapshotInput {
  readonly repository: Omit<Repository, 'commits'>;
  /** Seconds. */
  readonly scannedAt: number;
  readonly settings: AnalysisSettings;
  /** What is known to stand between the numbers and the truth already. */
  readonly limits: readonly Limit[];
  readonly history: History;
  /** What merges added themselves. */
  readonly additions: MergeAdditions;
  /** Text of `.mailmap`; empty for none. */
  readonly mailmap: string;
  /** Object ids of revisions that own nothing. */
  readonly ignored: ReadonlySet<string>;
  /** Object ids of the commits where a shallow clone ends; what they seem to add is older. */
  readonly boundary: ReadonlySet<string>;
  readonly tree: readonly TreeFile[];
  readonly attributes: PathAttributes;
  /** Texts that components and runbooks are read from, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Fewer commits than this tell little about who knows what. */
const youngBelow = 20;

/** Folds a history and the files of HEAD into the Snapshot. Pure, and the same for the same input on every machine. */
export function buildSnapshot(input: SnapshotInput): Snapshot {
  const { history, settings } = input;
  const mailmap = new Mailmap(input.mailmap);
  const order = canonicalOrder(history);
  const identities = joinIdentities(history.signatures, usesOf(history), mailmap, settings.people);
  const credits = creditCommits(history, identities);
  const touches = foldTouches(history, order, commitCounts(input), input.additions);
  const asOf = Math.min(newestCommit(history), input.scannedAt);
  const people = describePeople(history, identities, credits, asOf, settings);
  const ownership: OwnershipInput = {
    history,
    touches,
    credits,
    active: people.map(person => person.active),
    asOf,
    settings,
  };
  const { files, excluded } = placeFiles(input, ownership);
  const limits = [...input.limits, ...historyLimits(input, people, asOf), ...abandonedLimit(files.placed)];
  const runbooks = readRunbooks({
    texts: input.texts,
    components: files.found,
    settings,
    history,
    touches,
    identities,
    credits,
  });
  const today = new Date(input.scannedAt * 1000).toISOString().slice(0, 10);
  const components = describeComponents({
    files: files.placed,
    found: files.found,
    people,
    ownership,
    settings,
    runbooks,
    today,
  });
  return {
    version: 1,
    repository: { ...input.repository, commits: history.commitCount },
    scannedAt: input.scannedAt,
    asOf,
    activeDays: settings.activeDays,
    tier: 1,
    limits,
    people,
    truckFactor: truckFactors(input, order, identities, mailmap, files.placed),
    // Where history is cut off nothing is certain.
    components: input.boundary.size === 0 ? components : components.map(each => ({ ...each, certain: false })),
    files: files.placed.map(({ path, component, evidence }): FileOwnership => {
      const accepted = acceptedUntil(settings.accepted.get(path), today);
      const { state, certain, knowledge, touches: count, people: known, lastTouched } = evidence;
      return {
        path,
        component,
        state,
        certain,
        knowledge,
        touches: count,
        people: known,
        lastTouched,
        lines: null,
        accepted,
      };
    }),
    excluded,
    runbooks,
    findings: runbooks.flatMap(runbook => runbook.findings),
  };
}

function placeFiles(input: SnapshotInput, ownership: OwnershipInput) {
  const { settings, tree } = input;
  const excludes = settings.exclude.length > 0 ? compileGlobs(settings.exclude) : null;
  const excluded: Record<ExcludedReason, number> = {
    binary: 0,
    vendored: 0,
    generated: 0,
    lock: 0,
    minified: 0,
    submodule: 0,
    symlink: 0,
    settings: 0,
  };
  const paths: string[] = [];
  for (const { path, mode } of tree) {
    const reason = excludedReason(path, mode, input.attributes, excludes);
    if (reason) {
      excluded[reason]++;
    } else {
      paths.push(path);
    }
  }
  paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const { components: found, componentOf } = findComponents({ paths, texts: input.texts, settings });
  const cut = input.boundary.size > 0;
  const placed = paths.map((path): PlacedFile => {
    const index = input.history.indexOfPath(path);
    const file = index < 0 ? -1 : (ownership.touches.fileOfPath[index] ?? -1);
    const evidence = fileEvidence(file, ownership);
    // Where history is cut off, only a file that was created after the cut is known whole.
    const whole = !cut || beganHere(ownership.touches, file);
    return {
      path,
      file,
      component: componentOf(path),
      evidence: !cut ? evidence : whole ? { ...evidence, certain: false } : notWhole(evidence),
    };
  });
  return { files: { placed, found }, excluded };
}

/** Whether the first touch of a file created it. */
function beganHere(touches: Touches, file: number): boolean {
  const start = touches.starts[file] ?? 0;
  return file >= 0 && start < (touches.starts[file + 1] ?? 0) && touches.kinds[start] === 0;
}

function truckFactors(
  { history, tree, boundary }: SnapshotInput,
  order: Int32Array,
  identities: Identities,
  mailmap: Mailmap,
  placed: readonly PlacedFile[],
): Snapshot['truckFactor'] {
  const known = placed.filter(({ evidence }) => evidence.state !== 'unknown');
  const activity = truckFactorOf(
    'activity',
    known.map(({ evidence }) => evidence.recent),
  );
  if (boundary.size > 0) {
    const nothing: TruckFactor = {
      definition: 'doa',
      value: null,
      people: [],
      files: 0,
      abandonedShare: 0,
      exact: false,
    };
    return { doa: nothing, activity: { ...nothing, definition: 'activity' } };
  }
  const { developers, ...doa } = referenceTruckFactor(
    history,
    order,
    tree.map(({ path }) => path),
    mailmap,
    signature => identities.identities[identities.ofSignature[signature] ?? -1]?.kind === 'human',
  );
  const people = developers.map(({ signature, share }) => ({ person: identities.ofSignature[signature] ?? 0, share }));
  return { doa: { ...doa, people }, activity };
}

/** Which commits count: not the ignored ones, not those where a shallow clone was cut. */
function commitCounts({ history, ignored, boundary }: SnapshotInput): (commit: number) => boolean {
  if (ignored.size === 0 && boundary.size === 0) {
    return () => true;
  }
  return commit => {
    const sha = history.shaOf(commit);
    return !ignored.has(sha) && !boundary.has(sha);
  };
}

function historyLimits(
  { history, scannedAt, settings }: SnapshotInput,
  people: readonly Person[],
  asOf: number,
): Limit[] {
  const limits: Limit[] = [];
  if (history.commitCount === 0) {
    return limits;
  }
  if (history.commitCount < youngBelow) {
    limits.push({ code: 'young', values: { commits: history.commitCount } });
  }
  if (people.filter(person => !person.bot && !person.agent && person.commits > 0).length === 1) {
    limits.push({ code: 'singleAuthor', values: {} });
  }
  if (scannedAt - asOf > settings.activeDays * 86_400) {
    limits.push({ code: 'stale', values: { date: asOf } });
  }
  return limits;
}

/** Said from this share of the files on. */
const muchAbandoned = 0.25;

function abandonedLimit(placed: readonly PlacedFile[]): Limit[] {
  const known = placed.filter(({ evidence }) => evidence.state !== 'unknown');
  const abandoned = known.filter(({ evidence }) => evidence.recent.length === 0);
  const share = known.length === 0 ? 0 : abandoned.length / known.length;
  return share >= muchAbandoned ? [{ code: 'abandoned', values: { share } }] : [];
}

function usesOf(history: History): Int32Array {
  const uses = new Int32Array(history.signatures.length);
  for (const author of history.authors.values) {
    uses[author] = (uses[author] ?? 0) + 1;
  }
  return uses;
}

function newestCommit(history: History): number {
  let newest = 0;
  for (const time of history.commitTimes.values) {
    newest = Math.max(newest, time);
  }
  return newest;
}
