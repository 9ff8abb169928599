import type { FoundComponent } from '../components/componentList';
import type { StatedOwners } from '../components/statedRule';
import type { Familiarity, Grounds } from '../grounds';
import { groupBy } from '../groupBy';
import type { AcceptedRisk, Component, Person, Runbook } from '../model';
import { teamsOfFiles } from '../people/teams';
import type { AnalysisSettings } from '../settings';
import { type Surroundings, surroundingsOf } from '../spread/surroundings';
import type { TruckFactor } from '../truckFactor';
import { type AssessmentTime, assess, assessmentTime } from './assess';
import { type ComponentOwnership, componentOwnership } from './componentOwnership';
import type { FileEvidence, OwnershipInput } from './fileOwnership';
import type { OwnershipPast } from './ownershipPast';
import { type ToilInput, toilOf } from './toil';

/** A file of HEAD with its component and what is known of it. */
export interface PlacedFile {
  readonly path: string;
  /** As in `Touches`; −1 when no commit touched it. */
  readonly file: number;
  readonly component: string | null;
  readonly evidence: FileEvidence;
}

export interface ComponentsInput {
  readonly files: readonly PlacedFile[];
  readonly found: readonly FoundComponent[];
  readonly people: readonly Person[];
  readonly ownership: OwnershipInput;
  readonly settings: AnalysisSettings;
  readonly runbooks: readonly Runbook[];
  /** null where the repository has none. */
  readonly statedOwners: StatedOwners | null;
  /** null before lines are known: then no toil is told. */
  readonly standing: ToilInput['standing'] | null;
  /** `YYYY-MM-DD`; accepted risks end the day after theirs. */
  readonly today: string;
  /** See {@link authorshipTruckFactor}. */
  readonly doaOf: (paths: readonly string[]) => TruckFactor;
  /** Whether history is cut off. */
  readonly cut: boolean;
  readonly past: OwnershipPast;
}

interface Draft {
  readonly found: FoundComponent;
  readonly files: readonly PlacedFile[];
  readonly ownership: ComponentOwnership;
  readonly grounds: Grounds;
  readonly runbooks: readonly Runbook[];
}

/** Components with their owners, risk and backup, riskiest first. */
export function describeComponents(input: ComponentsInput): Component[] {
  const filesOf = groupBy(input.files, file => file.component);
  const runbooksOf = groupBy(input.runbooks, runbook => runbook.component);
  const drafts = input.found
    .map((found): Draft => {
      const files = filesOf.get(found.id) ?? [];
      const { active } = input.ownership;
      const ownership = componentOwnership(
        files.map(({ evidence }) => evidence),
        active,
        input.settings,
        { doa: input.doaOf(files.map(({ path }) => path)).value, cut: input.cut },
      );
      const grounds: Grounds = {
        recent: ownership.recent,
        writers: ownership.writers,
        familiar: familiarWith(files, input.ownership).filter(({ person }) => active[person] === true),
        recentCommits: recentCommits(files, input.ownership, input.settings.activeDays),
        linesByPeople: ownership.linesByPeople,
        quietLines: ownership.quietLines,
        writtenBy: ownership.writtenBy,
        otherShares: ownership.otherShares,
      };
      return { found, files, ownership, grounds, runbooks: operational(runbooksOf.get(found.id) ?? []) };
    })
    .filter(({ files }) => files.length > 0);
  const surroundings = surroundingsOf(
    drafts.map(({ found, files, ownership, grounds }) => ({
      ...{ ...found, ...ownership, files: files.length, grounds },
    })),
  );
  const time = assessmentTime(input.people, input.ownership.asOf, input.settings.activeDays);
  return byRisk(drafts.map(draft => describe(draft, surroundings, input, time)));
}

/** Riskiest first, then the larger one. */
export function byRisk(components: readonly Component[]): Component[] {
  return components.toSorted((a, b) => b.risk.score - a.risk.score || b.files - a.files || (a.id < b.id ? -1 : 1));
}

/** Those that say what to do. */
export function operational(runbooks: readonly Runbook[]): readonly Runbook[] {
  return runbooks.filter(({ type }) => type !== 'hub' && type !== 'record');
}

function describe(draft: Draft, surroundings: Surroundings, input: ComponentsInput, time: AssessmentTime): Component {
  const { found, files, grounds, runbooks } = draft;
  const { state, certain, owners, truckFactors, soleFiles, orphanedFiles, knowledge, shares, ...own } = draft.ownership;
  const teams =
    input.statedOwners === null
      ? []
      : teamsOfFiles(
          files.map(({ path }) => path),
          input.statedOwners,
        );
  const changes = changesOf(files, input.ownership);
  const { standing } = input;
  const days = input.settings.activeDays;
  const toil = standing === null ? [] : toilOf(files, found.kind, { ...input.ownership, days, standing });
  return {
    id: found.id,
    name: found.name,
    kind: found.kind,
    paths: found.paths,
    source: found.source,
    ...{ system: found.system, domain: found.domain },
    criticality: found.criticality,
    files: files.length,
    lines: own.lines,
    linesBy: own.linesBy,
    teams,
    ...{ state, certain, owners, knowledge, shares, truckFactors, soleFiles, orphanedFiles },
    pastTruckFactors: input.past.truckFactors.get(found.id) ?? [],
    ...changes,
    lastTouched: own.lastTouched,
    runbooks: runbooks.map(({ path }) => path),
    toil,
    ...assess(
      { ...found, ...changes, teams, files: files.length, ownership: draft.ownership, grounds, runbooks, toil },
      surroundings,
      time,
    ),
    accepted: acceptedUntil(
      input.settings.accepted.get(found.id) ?? input.settings.accepted.get(found.name),
      input.today,
    ),
    grounds,
  };
}

/** A risk that is accepted today; null for none, or one whose day has passed. */
export function acceptedUntil(risk: AcceptedRisk | undefined, today: string): AcceptedRisk | null {
  return risk && risk.until >= today ? risk : null;
}

/** What everyone did in a component: commits that touched any of its files, however many at once. */
function familiarWith(files: readonly PlacedFile[], { touches, history, credits }: OwnershipInput): Familiarity[] {
  const byPerson = new Map<number, { commits: Set<number>; lastTouched: number; share: number }>();
  for (const { file, evidence } of files) {
    const start = touches.starts[file] ?? 0;
    for (let at = start; file >= 0 && at < (touches.starts[file + 1] ?? 0); at++) {
      const commit = touches.commits[at] ?? 0;
      for (let credit = credits.starts[commit] ?? 0; credit < (credits.starts[commit + 1] ?? 0); credit++) {
        if (credits.weights[credit] !== 1) {
          continue;
        }
        const person = credits.people[credit] ?? 0;
        const known = byPerson.get(person) ?? { commits: new Set(), lastTouched: 0, share: 0 };
        known.commits.add(commit);
        known.lastTouched = Math.max(known.lastTouched, history.authorTimes.at(commit));
        byPerson.set(person, known);
      }
    }
    for (const { person, share } of evidence.knowledge) {
      const known = byPerson.get(person);
      if (known) {
        known.share += share / files.length;
      }
    }
  }
  return [...byPerson]
    .map(
      ([person, { commits, lastTouched, share }]): Familiarity => ({
        person,
        touches: commits.size,
        lastTouched,
        share,
      }),
    )
    .sort((a, b) => b.touches - a.touches || a.person - b.person);
}

/** Commits that touched any of the files: those of people, and those of them that an agent helped with. */
function changesOf(
  files: readonly PlacedFile[],
  { touches, credits }: OwnershipInput,
): Pick<Component, 'changes' | 'assistedChanges'> {
  const commits = new Set<number>();
  for (const { file } of files) {
    for (let at = touches.starts[file] ?? 0; file >= 0 && at < (touches.starts[file + 1] ?? 0); at++) {
      commits.add(touches.commits[at] ?? 0);
    }
  }
  let changes = 0;
  let assistedChanges = 0;
  for (const commit of commits) {
    if ((credits.starts[commit + 1] ?? 0) > (credits.starts[commit] ?? 0)) {
      changes++;
      assistedChanges += credits.assisted[commit] ?? 0;
    }
  }
  return { changes, assistedChanges };
}

/** Commits of people, not of bots, that touched any of the files in the last days. */
function recentCommits(
  files: readonly PlacedFile[],
  { touches, history, credits, asOf }: OwnershipInput,
  days: number,
): number {
  const since = asOf - days * 86_400;
  const commits = new Set<number>();
  for (const { file } of files) {
    const start = touches.starts[file] ?? 0;
    for (let at = start; file >= 0 && at < (touches.starts[file + 1] ?? 0); at++) {
      const commit = touches.commits[at] ?? 0;
      const credited = (credits.starts[commit + 1] ?? 0) > (credits.starts[commit] ?? 0);
      if (credited && history.authorTimes.at(commit) >= since) {
        commits.add(commit);
      }
    }
  }
  return commits.size;
}
