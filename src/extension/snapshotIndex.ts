import type { Backup, Component, FileOwnership, Finding, Runbook, Snapshot } from '../core/model';
import { findingsByFile } from '../core/report/findings';
import { componentLabels } from '../core/report/names';
import { allFindings, singlePointComponents } from '../core/report/singlePoints';
import { type AlertCoverage, alertCoverage } from '../core/runbooks/alerts/coverage';
import { fileBackups } from '../core/spread/fileBackups';
import type { Steps } from '../core/steps';
import { pathKey } from './pathKey';
import { inSlices, inSteps } from './slices';

/** What a folder holds, at any depth. */
export interface FolderContents {
  readonly path: string;
  readonly folders: ReadonlySet<string>;
  /** Directly in the folder. */
  readonly files: readonly FileOwnership[];
  readonly total: number;
  readonly sole: number;
  readonly orphaned: number;
}

interface FillingFolder extends FolderContents {
  readonly folders: Set<string>;
  readonly files: FileOwnership[];
  /** The same by the key of their name, which two may share where disks fold case. */
  readonly byName: Map<string, FileOwnership>;
  total: number;
  sole: number;
  orphaned: number;
}

/** What is looked up but files: there are few of these. */
interface LookUps {
  readonly components: ReadonlyMap<string, Component>;
  readonly runbooks: ReadonlyMap<string, Runbook>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly alertFiles: ReadonlySet<string>;
  readonly coverage: ReadonlyMap<string | null, AlertCoverage>;
  readonly labels: ReadonlyMap<string, string>;
  readonly singlePoints: ReadonlySet<Component>;
}

function* lookUpsInSteps(snapshot: Snapshot): Steps<LookUps> {
  const components = new Map(snapshot.components.map(component => [component.id, component]));
  const runbooks = new Map(snapshot.runbooks.map(runbook => [pathKey(runbook.path), runbook]));
  yield;
  const byFile = findingsByFile(allFindings(snapshot));
  const findings = new Map([...byFile].map(([path, found]) => [pathKey(path), found]));
  yield;
  const alertFiles = new Set(snapshot.alerts.map(({ path }) => pathKey(path)));
  const covered = alertCoverage(snapshot.alerts, snapshot.runbooks);
  const coverage = new Map(covered.map(each => [each.component, each]));
  yield;
  const labels = componentLabels(snapshot.components);
  yield;
  const singlePoints = new Set(singlePointComponents(snapshot));
  return { components, runbooks, findings, alertFiles, coverage, labels, singlePoints };
}

/** A Snapshot with the look-ups that drawing needs, so that no surface ever searches or waits. */
export class SnapshotIndex {
  /** Files are found in their folders: one table of all would, each time it grows, hold the thread for longer than is fair. */
  readonly #folders = new Map<string, FillingFolder>();
  readonly #filesOf = new Map<string, FileOwnership[]>();
  readonly #lookUps: LookUps;
  #backupsOfFile: ReturnType<typeof fileBackups> | undefined;

  private constructor(
    readonly snapshot: Snapshot,
    /** Distinguishes this Snapshot from earlier ones of the repository. */
    readonly revision: number,
    /** What is, where this is what would be without someone; else null. */
    readonly before: SnapshotIndex | null,
    lookUps: LookUps,
  ) {
    this.#lookUps = lookUps;
  }

  /** Indexes in slices, so that a hundred thousand files do not hold the thread; null when the signal ended it. */
  static async of(
    snapshot: Snapshot,
    revision: number,
    signal: AbortSignal,
    before: SnapshotIndex | null = null,
  ): Promise<SnapshotIndex | null> {
    const lookUps = await inSteps(lookUpsInSteps(snapshot), signal);
    if (lookUps === null) return null;
    const index = new SnapshotIndex(snapshot, revision, before, lookUps);
    index.#folder('');
    const complete = await inSlices(snapshot.files, file => index.#add(file), signal);
    return complete ? index : null;
  }

  /** Undefined for a path that is untracked, excluded or a folder. Relative to the root. */
  file(path: string): FileOwnership | undefined {
    const key = pathKey(path);
    return this.#folders.get(parentFolder(key))?.byName.get(baseName(key));
  }

  component(id: string): Component | undefined {
    return this.#lookUps.components.get(id);
  }

  componentOf(file: FileOwnership): Component | undefined {
    return file.component === null ? undefined : this.#lookUps.components.get(file.component);
  }

  /** The component as it is, where what would be without someone differs in its state. */
  changedComponent({ id, state }: Component): Component | undefined {
    const before = this.before?.component(id);
    return before?.state === state ? undefined : before;
  }

  /** The same for a file. */
  changedFile({ path, state }: FileOwnership): FileOwnership | undefined {
    const before = this.before?.file(path);
    return before?.state === state ? undefined : before;
  }

  /** What a component is called: its name, or its id where several have that name. */
  labelOf({ id, name }: Component): string {
    return this.#lookUps.labels.get(id) ?? name;
  }

  /** Whether a component counts in the badge; the reports count the same. */
  isSinglePoint(component: Component): boolean {
    return this.#lookUps.singlePoints.has(component);
  }

  /** Whether alerts are defined in a file. */
  hasAlerts(path: string): boolean {
    return this.#lookUps.alertFiles.has(pathKey(path));
  }

  /** How far runbooks cover the alerts of a component; undefined for one without alerts. */
  coverageOf(component: string): AlertCoverage | undefined {
    return this.#lookUps.coverage.get(component);
  }

  /** What the rules found in a file, by place. */
  findings(path: string): readonly Finding[] {
    return this.#lookUps.findings.get(pathKey(path)) ?? [];
  }

  /** Who could become the second owner of a file, the best first; empty for one that needs none. */
  backupsOf(file: FileOwnership): readonly Backup[] {
    this.#backupsOfFile ??= fileBackups(this.snapshot, folder => this.folder(folder)?.files ?? []);
    return this.#backupsOfFile(file);
  }

  runbook(path: string): Runbook | undefined {
    return this.#lookUps.runbooks.get(pathKey(path));
  }

  /** By path. */
  filesOf(component: string): readonly FileOwnership[] {
    return this.#filesOf.get(component) ?? [];
  }

  /** The empty path is the root. */
  folder(path: string): FolderContents | undefined {
    return this.#folders.get(pathKey(path));
  }

  #add(file: FileOwnership): void {
    if (file.component !== null) {
      const files = this.#filesOf.get(file.component);
      if (files === undefined) this.#filesOf.set(file.component, [file]);
      else files.push(file);
    }
    let path = parentFolder(file.path);
    const { files, byName } = this.#folder(path);
    files.push(file);
    byName.set(baseName(pathKey(file.path)), file);
    for (;;) {
      const folder = this.#folder(path);
      folder.total++;
      if (file.state === 'sole') folder.sole++;
      else if (file.state === 'orphaned') folder.orphaned++;
      if (path === '') return;
      path = parentFolder(path);
    }
  }

  #folder(path: string): FillingFolder {
    const key = pathKey(path);
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const counts = { total: 0, sole: 0, orphaned: 0 };
    const folder: FillingFolder = { path, folders: new Set(), files: [], byName: new Map(), ...counts };
    this.#folders.set(key, folder);
    if (path !== '') this.#folder(parentFolder(path)).folders.add(path);
    return folder;
  }
}

export function parentFolder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
