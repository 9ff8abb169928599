import type { FoundComponent } from '../components/componentList';
import type { AcceptedRisk, Component, Person, Runbook } from '../model';
import type { AnalysisSettings } from '../settings';
import { chooseBackup, type Familiarity } from '../spread/backup';
import { type ComponentOwnership, componentOwnership } from './componentOwnership';
import type { FileEvidence, OwnershipInput } from './fileOwnership';
import { riskOf } from './risk';

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
        input.settings.activityThreshold,
      ),
      familiar: familiarWith(files),
      runbooks: (runbooksOf.get(found.id) ?? []).filter(({ type }) => type !== 'hub' && type !== 'record'),
    };
  });
  const load = soleLoad(drafts);
  const components = drafts.filter(({ files }) => files.length > 0).map(draft => describe(draft, drafts, load, input));
  components.sort((a, b) => b.risk.score - a.risk.score || b.files - a.files || (a.id < b.id ? -1 : 1));
  return components;
}

function describe(
  draft: Draft,
  drafts: readonly Draft[],
  load: ReadonlyMap<number, number>,
  { people, ownership, settings, today }: ComponentsInput,
): Component {
  const { found, files } = draft;
  const own = draft.ownership;
  const single = own.state === 'sole' || own.state === 'orphaned';
  const [foremost] = own.knowledge;
  const person = foremost ? people[foremost.person] : undefined;
  return {
    id: found.id,
    name: found.name,
    kind: found.kind,
    paths: found.paths,
    source: found.source,
    criticality: found.criticality,
    files: files.length,
    lines: null,
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
          nearby: familiarNearby(draft, drafts),
          active: ownership.active,
          commits: people.map(({ commits }) => commits),
          asOf: ownership.asOf,
          load,
        })
      : null,
    runbooks: draft.runbooks.map(({ path }) => path),
    risk: riskOf({
      kind: found.kind,
      criticality: found.criticality,
      ownership: own,
      files: files.length,
      recentTouches: recentTouches(files, ownership, settings.activeDays),
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

function acceptedUntil(risk: AcceptedRisk | undefined, today: string): AcceptedRisk | null {
  return risk && risk.until >= today ? risk : null;
}

function familiarWith(files: readonly PlacedFile[]): Familiarity[] {
  const byPerson = new Map<number, { touches: number; lastTouched: number; share: number }>();
  for (const { evidence } of files) {
    for (const { person, touches, lastTouched, share } of evidence.knowledge) {
      const known = byPerson.get(person) ?? { touches: 0, lastTouched: 0, share: 0 };
      known.touches += touches;
      known.lastTouched = Math.max(known.lastTouched, lastTouched);
      known.share += share / files.length;
      byPerson.set(person, known);
    }
  }
  return [...byPerson]
    .map(([person, known]): Familiarity => ({ person, ...known }))
    .sort((a, b) => b.touches - a.touches || a.person - b.person);
}

/** Who works in the components under the same folder; when there are none, in any. */
function familiarNearby(draft: Draft, drafts: readonly Draft[]): (Familiarity & { component: string })[] {
  const folder = parentOf(draft.found.id);
  const others = drafts.filter(other => other !== draft);
  const beside = others.filter(other => folder !== '' && parentOf(other.found.id) === folder);
  return (beside.length > 0 ? beside : others)
    .flatMap(other => other.familiar.slice(0, nearbyPeople).map(entry => ({ ...entry, component: other.found.name })))
    .sort((a, b) => b.touches - a.touches || a.person - b.person)
    .slice(0, nearbyPeople);
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

function recentTouches(files: readonly PlacedFile[], { touches, history, asOf }: OwnershipInput, days: number): number {
  const since = asOf - days * 86_400;
  let count = 0;
  for (const { file } of files) {
    const start = touches.starts[file] ?? 0;
    for (let at = start; file >= 0 && at < (touches.starts[file + 1] ?? 0); at++) {
      count += history.authorTimes.at(touches.commits[at] ?? 0) >= since ? 1 : 0;
    }
  }
  return count;
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
