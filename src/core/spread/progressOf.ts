import type { Checklist, ChecklistStep } from '../checklist';
import type { Component, Person, Snapshot } from '../model';
import { findPerson } from '../people/findPerson';
import type {
  BeforeAfter,
  ChecklistProgress,
  Drift,
  EvidenceState,
  Proof,
  StepProgress,
  StepState,
  Unproven,
} from '../progress';

/** Steps in which the backup works alone: their evidence is the note of a drill. */
const drills: ReadonlySet<string> = new Set(['silent-run', 'change']);

/** Whom a checklist names as a backup. */
export type NamedBackup = Person | 'unknown';

/** None: the page names nobody; `unknown`: nobody, or more than one, of this history. */
export function namedBackups({ steps }: Checklist, people: readonly Person[]): readonly NamedBackup[] {
  const written = steps.find(({ id }) => id === 'backup')?.backups ?? [];
  return written.map(name => {
    const found = findPerson(people, name.replace(/^@/, ''));
    return found.kind === 'one' ? found.person : 'unknown';
  });
}

/** The component that a checklist is of. */
export function componentOf({ component: wanted }: Checklist, { components }: Snapshot): Component | null {
  return components.find(({ id }) => id === wanted) ?? null;
}

/** Whether a step in which the backup works alone is ticked and has evidence that exists. */
export function isDrilled({ steps }: Checklist, evidenceOf: (step: ChecklistStep) => EvidenceState): boolean {
  return steps.some(step => drills.has(step.id) && step.ticked && evidenceOf(step) === 'found');
}

export interface ProgressMaterial {
  readonly snapshot: Snapshot;
  /** What components are called, by id: see `componentLabels`. */
  readonly labels: ReadonlyMap<string, string>;
  readonly evidenceOf: (step: ChecklistStep) => EvidenceState;
  readonly backups: readonly NamedBackup[];
  /** Null where it is not known who the backups are. */
  readonly proof: Proof | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** How far a checklist is, and what it says that the repository does not bear out. */
export function progressOf(checklist: Checklist, material: ProgressMaterial): ChecklistProgress {
  const { path, kind, steps } = checklist;
  const component = componentOf(checklist, material.snapshot);
  return {
    ...{ path, kind, component: component?.id ?? null, proof: material.proof },
    unproven: checklist.unread ? null : unprovenOf(material),
    label:
      component === null
        ? (checklist.component ?? path.replace(/^.*\/|\.\w+$/g, ''))
        : (material.labels.get(component.id) ?? component.name),
    steps: steps.map(step => stepProgress(step, component, material)),
    drift: [
      ...(checklist.unread ? (['unread'] as const) : []),
      ...(checklist.damaged ? (['damagedMarkers'] as const) : []),
      ...(kind === 'spread' && !checklist.unread ? driftOfPage(steps, component) : []),
    ],
  };
}

function unprovenOf({ backups, proof }: ProgressMaterial): Unproven | null {
  if (proof !== null) return null;
  if (backups.length === 0) return 'noBackup';
  return backups.includes('unknown') ? 'unknownBackup' : 'noVersions';
}

function driftOfPage(steps: readonly ChecklistStep[], component: Component | null): readonly Drift[] {
  if (component === null) return ['noComponent'];
  const isDone = steps.length > 0 && steps.every(({ ticked }) => ticked);
  return isDone && isSinglePoint(component) ? ['stillSinglePoint'] : [];
}

/** Known by one person or by nobody, or one person away leaves more than half of its files without an owner. */
function isSinglePoint({ state, truckFactors }: Component): boolean {
  const { combined } = truckFactors;
  return state === 'sole' || state === 'orphaned' || (combined !== null && combined <= 1);
}

function stepProgress(step: ChecklistStep, component: Component | null, material: ProgressMaterial): StepProgress {
  const { id, title, line, ticked, who, due } = step;
  const evidence = material.evidenceOf(step);
  const state = isProven(id, material.proof) ? 'proven' : stateOf(ticked, evidence);
  const overdue = !ticked && state !== 'proven' && due !== null && due < material.today;
  const drift = driftOf(step, evidence, component, material);
  return { id, title, line, ticked, state, who, due, overdue, evidence, drift };
}

function stateOf(ticked: boolean, evidence: EvidenceState): StepState {
  if (!ticked) return 'open';
  return evidence === 'found' ? 'evidenced' : 'claimed';
}

/** What git can show of a step; of the others it knows nothing. */
function isProven(id: string, proof: Proof | null): boolean {
  switch (id) {
    case 'backup':
    case 'change':
      return proof?.holds === true;
    case 'mend-runbook':
      return (proof?.runbookEdits.length ?? 0) > 0;
    default:
      return false;
  }
}

function driftOf(
  { id, ticked }: ChecklistStep,
  evidence: EvidenceState,
  component: Component | null,
  { backups, proof }: ProgressMaterial,
): readonly Drift[] {
  const drift: Drift[] = evidence === 'missing' ? ['evidenceMissing'] : [];
  if (id === 'backup') drift.push(...new Set(backups.flatMap(backup => driftOfBackup(backup, component))));
  if (id === 'backup' && ticked && component?.state === 'orphaned' && backups.length === 1) drift.push('oneBackup');
  if (!ticked || component === null) return drift;
  if (id === 'change' && proof !== null && proof.changes.length === 0) drift.push('noChange');
  if (id === 'mend-runbook' && proof !== null && proof.runbookEdits.length === 0) drift.push('noEdit');
  if (id === 'silent-run' && component.runbooks.length === 0) drift.push('noRunbook');
  return drift;
}

function driftOfBackup(backup: NamedBackup, component: Component | null): readonly Drift[] {
  if (backup === 'unknown') return ['backupUnknown'];
  const { id, active } = backup;
  if (!active) return ['backupGone'];
  const [owner, ...others] = component?.owners ?? [];
  return owner?.person === id && others.length === 0 ? ['backupIsOwner'] : [];
}

/**
 * Single points among the components before the first checklist was committed and now, from the past of the Snapshot,
 * in which both are judged alike. Null where there is no such moment before that commit.
 *
 * @param first seconds; null without a committed checklist
 */
export function beforeAfter({ past }: Snapshot, first: number | null): BeforeAfter | null {
  const now = past.at(-1);
  const before = past.slice(0, -1).findLast(({ date }) => first !== null && date <= first);
  return now === undefined || before === undefined
    ? null
    : { since: before.date, before: before.sole + before.orphaned, now: now.sole + now.orphaned };
}
