import type { FoundComponent } from './components/componentList';
import { findComponents } from './components/components';
import { excludedReason, type PathAttributes } from './components/excluded';
import { compileGlobs, type PathMatcher } from './components/glob';
import { componentOfGonePath, inUncountedFolder } from './components/gonePaths';
import type { StatedOwners } from './components/statedRule';
import { foldTouches, type MergeAdditions, type Touches } from './history/fold';
import type { History } from './history/history';
import { canonicalOrder } from './history/order';
import type { LineOwnership } from './lines/lineOwnership';
import type { ExcludedReason, FileOwnership, Limit, Repository, Snapshot } from './model';
import type { CommitEvidence } from './ownership/commitsBehind';
import { acceptedUntil, describeComponents, type PlacedFile } from './ownership/describeComponents';
import { type FileEvidence, fileEvidence, notWhole, type OwnershipInput } from './ownership/fileOwnership';
import { importsOf } from './ownership/imports';
import { type MomentsDone, type OwnershipAt, ownershipAtInSteps } from './ownership/ownershipAt';
import { type OwnershipPast, ownershipPast } from './ownership/ownershipPast';
import type { PastInput } from './ownership/pastPass';
import { standingCommits } from './ownership/standingCommits';
import { survivingLines } from './ownership/survivingLines';
import { authorshipTruckFactor, truckFactors } from './ownership/truckFactors';
import { suggestAliases } from './people/aliasSuggestions';
import { everyone } from './people/everyone';
import { Mailmap } from './people/mailmap';
import type { AlertTexts } from './runbooks/alerts/repositoryAlerts';
import { type RunbookChecks, readRunbooks } from './runbooks/readRunbooks';
import type { FoundReview } from './runbooks/reviews/review';
import type { AnalysisSettings } from './settings';
import { evidenceLimits, historyLimits } from './snapshotLimits';
import type { Steps } from './steps';

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
  /** Projects that the repository is, as `github.com/owner/name`, as far as git knows. */
  readonly remotes: readonly string[];
  /** Other repositories that runbooks of alerts may be in, by name. */
  readonly others?: ReadonlyMap<string, AlertTexts>;
  /** Texts that components and runbooks are read from, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Reviews of pages with a review date, by path, newest first. */
  readonly reviews: ReadonlyMap<string, readonly FoundReview[]>;
}

/** Makes the Snapshot of tier 1, without lines, or of tier 2. */
export type SnapshotMaker = (
  lines: LineOwnership | null,
  options?: {
    /** What stands in the way besides. */
    readonly limits?: readonly Limit[];
    /** Whether the past is looked at, too; it costs about a fifth of tier 1. */
    readonly past?: boolean;
  },
) => Snapshot;

/** What both tiers rest on. */
export interface PreparedSnapshot {
  readonly make: SnapshotMaker;
  /** Who owned the files of the Snapshot, and these components, at one of its past moments; see `ownershipAtInSteps`. */
  readonly ownershipAt: (date: number, components: readonly string[]) => Steps<OwnershipAt | null, MomentsDone>;
  /** For questions about the commits behind its numbers. */
  readonly evidence: CommitEvidence;
  readonly runbookChecks: RunbookChecks;
}

/**
 * Folds a history and the files of HEAD into what both tiers rest on, so that the second costs little more. Pure, and
 * the same for the same input on every machine.
 */
export function prepareSnapshot(input: SnapshotInput): PreparedSnapshot {
  const { history, settings, boundary } = input;
  const mailmap = new Mailmap(input.mailmap);
  const order = canonicalOrder(history);
  const { identities, credits, people, asOf } = everyone(history, mailmap, settings, input.scannedAt);
  const counts = commitCounts(input);
  const touches = foldTouches(history, order, counts, input.additions);
  const active = people.map(person => person.active);
  const excludes = settings.exclude.length > 0 ? compileGlobs(settings.exclude) : null;
  const imports = importsOf(history, order, path => excludedReason(path, null, input.attributes, excludes) === null);
  const ownership: OwnershipInput = { history, touches, credits, imports, active, asOf, settings };
  const { places, found, statedOwners, excluded, componentOf, countedComponentOf } = placeFiles(
    input,
    touches,
    excludes,
  );
  const cut = boundary.size > 0;
  const paths = input.tree.map(({ path }) => path);
  const doaOf = authorshipTruckFactor(history, order, paths, mailmap, identities, cut);
  const age = input.scannedAt - asOf;
  const ofHistory = historyLimits(history, people, asOf, age, settings.activeDays);
  const { runbooks, alerts, findings, ...runbookChecks } = readRunbooks({
    texts: input.texts,
    remotes: input.remotes,
    others: input.others ?? new Map(),
    paths: new Set(paths),
    now: input.scannedAt,
    components: found,
    componentOf,
    settings,
    history,
    touches,
    ...{ identities, people, credits, statedOwners },
    reviews: input.reviews,
    places,
  });
  const aliases = suggestAliases({ history, identities, people, mailmap });
  const pastInput = (): PastInput => ({
    ...{ ownership, identities, people, activeDays: settings.activeDays, head: input.repository.head, places },
    standing: paths.map(path => fileOf(path, history, touches)).filter(file => file >= 0),
    componentOf: countedComponentOf,
  });
  const today = new Date(input.scannedAt * 1000).toISOString().slice(0, 10);
  const { additions } = input;
  const evidence = { history, touches, credits, imports, counts, additions, identities, boundary };

  const make: SnapshotMaker = (lines, options = {}) => {
    const past = options.past === true && !cut ? ownershipPast(pastInput()) : noPast;
    const linesOf = lines && survivingLines(lines, { ...evidence, active });
    const files = places.map((place): PlacedFile => {
      const known = fileEvidence(place.file, ownership, linesOf?.(place.path, place.file) ?? null);
      return { ...place, evidence: cut ? afterTheCut(known, beganHere(touches, place.file)) : known };
    });
    const standing = lines && standingCommits(lines, history);
    const evidences = files.map(({ evidence }) => evidence);
    const components = describeComponents({
      ...{ files, found, people, ownership, settings, runbooks, statedOwners, standing, today, doaOf, cut, past },
    });
    return {
      version: 1,
      repository: { ...input.repository, commits: history.commitCount },
      scannedAt: input.scannedAt,
      asOf,
      activeDays: settings.activeDays,
      policy: settings.policy,
      tier: lines === null ? 1 : 2,
      limits: [...input.limits, ...(options.limits ?? []), ...ofHistory, ...evidenceLimits(evidences)],
      people,
      aliasSuggestions: aliases,
      truckFactor: { doa: doaOf(paths), ...truckFactors(evidences, cut) },
      components: cut ? components.map(each => ({ ...each, certain: false })) : components,
      files: files.map(file => describeFile(file, settings, today)),
      excluded,
      runbooks,
      alerts,
      findings,
      past: past.moments,
    };
  };
  const ownershipAt: PreparedSnapshot['ownershipAt'] = (date, components) =>
    ownershipAtInSteps(pastInput(), date, components);
  return { make, ownershipAt, evidence, runbookChecks };
}

function describeFile(
  { path, component, evidence }: PlacedFile,
  settings: AnalysisSettings,
  today: string,
): FileOwnership {
  const {
    state,
    certain,
    knowledge,
    touches,
    assisted,
    imported,
    people,
    lastTouched,
    lines,
    writers,
    orphanedBlocks,
  } = evidence;
  const accepted = acceptedUntil(settings.accepted.get(path), today);
  return {
    ...{ path, component, state, certain, linesTell: writers !== null },
    ...{ knowledge, touches, assisted, imported, people, lastTouched, lines, orphanedBlocks },
    accepted,
  };
}

/** The files that count, each with its component. */
function placeFiles(
  input: SnapshotInput,
  touches: Touches,
  excludes: PathMatcher | null,
): {
  readonly places: readonly Omit<PlacedFile, 'evidence'>[];
  readonly found: readonly FoundComponent[];
  readonly statedOwners: StatedOwners | null;
  readonly excluded: Readonly<Record<ExcludedReason, number>>;
  readonly componentOf: (path: string) => string | null;
  /** Of any path; undefined for one whose file does not count. */
  readonly countedComponentOf: (path: string) => string | null | undefined;
} {
  const { settings, tree } = input;
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
  const { components: found, componentOf, statedOwners } = findComponents({ paths, texts: input.texts, settings });
  const places = paths.map(path => {
    return { path, file: fileOf(path, input.history, touches), component: componentOf(path) };
  });
  const componentOfGone = componentOfGonePath(settings, found, componentOf);
  const isUncounted = inUncountedFolder(
    tree.map(({ path }) => path),
    paths,
  );
  const countedComponentOf = (path: string): string | null | undefined =>
    !isUncounted(path) && excludedReason(path, ordinaryFile, input.attributes, excludes) === null
      ? componentOfGone(path)
      : undefined;
  return { places, found, statedOwners, excluded, componentOf, countedComponentOf };
}

/** The mode of a file that is not there any more is not known. */
const ordinaryFile = '100644';

/** As in `Touches`; −1 when no commit touched it. */
function fileOf(path: string, history: History, touches: Touches): number {
  const index = history.indexOfPath(path);
  return index < 0 ? -1 : (touches.fileOfPath[index] ?? -1);
}

const noPast: OwnershipPast = { moments: [], truckFactors: new Map() };

/** Where history is cut off nothing is certain, and only a file that was created after the cut is known whole. */
function afterTheCut(evidence: FileEvidence, whole: boolean): FileEvidence {
  return whole ? { ...evidence, certain: false } : notWhole(evidence);
}

/** Whether the first touch of a file created it. */
function beganHere(touches: Touches, file: number): boolean {
  const start = touches.starts[file] ?? 0;
  return file >= 0 && start < (touches.starts[file + 1] ?? 0) && touches.kinds[start] === 0;
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
