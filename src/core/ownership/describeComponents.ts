import type { FoundComponent } from '../components/componentList';
import type { AcceptedRisk, Component, Person, Runbook } from '../model';
import type { AnalysisSettings } from '../settings';
import { chooseBackup, type Familiarity } from '../spread/backup';
import { type ComponentOwnership, componentOwnership } from './componentOwnership';
import type { FileEvidence, OwnershipInput } from './fileOwnership';
import { riskOf } from './risk';
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
  /** null before lines are known: then no toil is told. */
  readonly standing: ToilInput['standing'] | null;
  /** `YYYY-MM-DD`; accepted risks end the day after theirs. */
  readonly today: string;
}

interface Draft {
  readonly found: FoundComponent;
  readonly files: readonly PlacedFile[];
  readonly ownership: ComponentOwnership;
  readonly familiar: readonly Familiarity[];
  readonly runbooks: readonly Runbook[];
}

/** People considered as a backup from the components beside one. */
const nearbyPeople = 40;

/** Components with their owners, risk and backup, riskiest first. */
export function describeComponents(input: ComponentsInput): Component[] {
  const filesOf = groupBy(input.files, file => file.component);
  const runbooksOf = groupBy(input.runbooks, runbook => runbook.component);
  const drafts = input.found.map((found): Draft => {
    const files = filesOf.get(found.id) ?? [];
    return {
      found,
      files,
      ownership: componentOwnership(
        files.map(({ evidence }) => evidence),
        input.ownership.active,
        input.settings,
      ),
      familiar: familiarWith(files, input.ownership),
      runbooks: (runbooksOf.get(found.id) ?? []).filter(({ type }) => type !== 'hub' && type !== 'record'),
    };
  });
  const load = soleLoad(drafts);
  const neighbours = neighbourhoods(drafts, input.ownership.active);
  const components = drafts
    .filter(({ files }) => files.length > 0)
    .map(draft => describe(draft, neighbours, load, input));
  components.sort((a, b) => b.risk.score - a.risk.score || b.files - a.files || (a.id < b.id ? -1 : 1));
  return components;
}

function describe(
  draft: Draft,
  neighbours: ReadonlyMap<string, readonly Nearby[]>,
  load: ReadonlyMap<number, number>,
  { people, ownership, settings, standing, today }: ComponentsInput,
): Component {
  const { found, files } = draft;
  const own = draft.ownership;
  const single = own.state === 'sole' || own.state === 'orphaned';
  const [foremost] = own.knowledge;
  const toil =
    standing === null ? [] : toilOf(files, found.kind, { ...ownership, days: settings.activeDays, standing });
  const person = foremost ? people[foremost.person] : undefined;
  return {
    id: found.id,
    name: found.name,
    kind: found.kind,
    paths: found.paths,
    source: found.source,
    criticality: found.criticality,
    files: files.length,
    lines: own.lines,
    linesBy: own.linesBy,
    state: own.state,
    certain: own.certain,
    owners: own.owners,
    knowledge: own.knowledge,
    truckFactor: own.truckFactor,
    soleFiles: own.soleFiles,
    orphanedFiles: own.orphanedFiles,
    lastTouched: own.lastTouched,
    backup: single
      ? chooseBackup({
          owners: own.owners,
          familiar: draft.familiar,
          nearby: nearbyOf(found.id, neighbours),
          active: ownership.active,
          commits: people.map(({ commits }) => commits),
          asOf: ownership.asOf,
          load,
        })
      : null,
    runbooks: draft.runbooks.map(({ path }) => path),
    toil,
    risk: riskOf({
      toil,
      kind: found.kind,
      criticality: found.criticality,
      ownership: own,
      files: files.length,
      recentCommits: recentCommits(files, ownership, settings.activeDays),
      activeDays: settings.activeDays,
      foremost: foremost && person ? { ...foremost, ...pick(person) } : null,
      runbooks: draft.runbooks.map(({ path, authors }) => ({
        path,
        soleAuthor: authors.length === 1 ? (authors[0]?.person ?? null) : null,
      })),
    }),
    accepted: acceptedUntil(settings.accepted.get(found.id) ?? settings.accepted.get(found.name), today),
  };
}

function pick({ active, left, lastCommit }: Person): Pick<Person, 'active' | 'left' | 'lastCommit'> {
  return { active, left, lastCommit };
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

type Nearby = Familiarity & { readonly component: string; readonly id: string };

/** Which active people work in the components beside each other, under one folder; and in all of them, under the empty name. */
function neighbourhoods(drafts: readonly Draft[], active: readonly boolean[]): ReadonlyMap<string, readonly Nearby[]> {
  const byFolder = new Map<string, Nearby[]>([['', []]]);
  for (const { found, familiar } of drafts) {
    const people = familiar
      .filter(({ person }) => active[person] === true)
      .slice(0, nearbyPeople)
      .map((entry): Nearby => ({ ...entry, component: found.name, id: found.id }));
    const folder = parentOf(found.id);
    const beside = byFolder.get(folder) ?? [];
    beside.push(...people);
    byFolder.set(folder, beside);
    if (folder !== '') {
      byFolder.get('')?.push(...people);
    }
  }
  for (const people of byFolder.values()) {
    people.sort((a, b) => b.touches - a.touches || a.person - b.person);
  }
  return byFolder;
}

/** The best of them for one component: those of its folder; when there are none, of all. */
function nearbyOf(id: string, neighbours: ReadonlyMap<string, readonly Nearby[]>): Nearby[] {
  const firstOthers = (people: readonly Nearby[]): Nearby[] => {
    const others: Nearby[] = [];
    for (const entry of people) {
      if (entry.id !== id && others.push(entry) === nearbyPeople) {
        break;
      }
    }
    return others;
  };
  const beside = firstOthers(neighbours.get(parentOf(id)) ?? []);
  return beside.length > 0 ? beside : firstOthers(neighbours.get('') ?? []);
}

function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

/** How many components each person is the only owner of. */
function soleLoad(drafts: readonly Draft[]): Map<number, number> {
  const load = new Map<number, number>();
  for (const { ownership } of drafts) {
    const owner = ownership.state === 'sole' ? ownership.owners[0] : undefined;
    if (owner) {
      load.set(owner.person, (load.get(owner.person) ?? 0) + 1);
    }
  }
  return load;
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

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) {
      const group = groups.get(key);
      if (group) {
        group.push(item);
      } else {
        groups.set(key, [item]);
      }
    }
  }
  return groups;
}
