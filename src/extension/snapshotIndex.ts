import type { Backup, Component, FileOwnership, Finding, Runbook, Snapshot } from '../core/model';
import { findingsByFile } from '../core/report/findings';
import { componentLabels } from '../core/report/names';
import { allFindings, singlePointComponents } from '../core/report/singlePoints';
import { type AlertCoverage, alertCoverage } from '../core/runbooks/alerts/coverage';
import { fileBackups } from '../core/spread/fileBackups';
import { pathKey } from './pathKey';
import { inSlices } from './slices';

/** What a folder holds, at any depth. */
export interface FolderContents {
  readonly path: string;
  readonly folders: Set<string>;
  /** Directly in the folder. */
  readonly files: FileOwnership[];
  total: number;
  sole: number;
  orphaned: number;
}

/** A Snapshot with the look-ups that drawing needs, so that no surface ever searches or waits. */
export class SnapshotIndex {
  readonly #files = new Map<string, FileOwnership>();
  readonly #folders = new Map<string, FolderContents>();
  readonly #components: ReadonlyMap<string, Component>;
  readonly #filesOf = new Map<string, FileOwnership[]>();
  readonly #runbooks: ReadonlyMap<string, Runbook>;
  readonly #findings: ReadonlyMap<string, readonly Finding[]>;
  readonly #alertFiles: ReadonlySet<string>;
  readonly #coverage: ReadonlyMap<string | null, AlertCoverage>;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #singlePoints: ReadonlySet<Component>;
  #backupsOfFile: ReturnType<typeof fileBackups> | undefined;

  private constructor(
    readonly snapshot: Snapshot,
    /** Distinguishes this Snapshot from earlier ones of the repository. */
    readonly revision: number,
    /** What is, where this is what would be without someone; else null. */
    readonly before: SnapshotIndex | null,
  ) {
    this.#components = new Map(snapshot.components.map(component => [component.id, component]));
    this.#runbooks = new Map(snapshot.runbooks.map(runbook => [pathKey(runbook.path), runbook]));
    this.#findings = new Map(
      [...findingsByFile(allFindings(snapshot))].map(([path, findings]) => [pathKey(path), findings]),
    );
    this.#alertFiles = new Set(snapshot.alerts.map(({ path }) => pathKey(path)));
    this.#coverage = new Map(
      alertCoverage(snapshot.alerts, snapshot.runbooks).map(coverage => [coverage.component, coverage]),
    );
    this.#labels = componentLabels(snapshot.components);
    this.#singlePoints = new Set(singlePointComponents(snapshot));
  }

  /** Indexes in slices, so that a hundred thousand files do not hold the thread; null when the signal ended it. */
  static async of(
    snapshot: Snapshot,
    revision: number,
    signal: AbortSignal,
    before: SnapshotIndex | null = null,
  ): Promise<SnapshotIndex | null> {
    const index = new SnapshotIndex(snapshot, revision, before);
    index.#folder('');
    const complete = await inSlices(snapshot.files, file => index.#add(file), signal);
    return complete ? index : null;
  }

  /** Undefined for a path that is untracked, excluded or a folder. Relative to the root. */
  file(path: string): FileOwnership | undefined {
    return this.#files.get(pathKey(path));
  }

  component(id: string): Component | undefined {
    return this.#components.get(id);
  }

  componentOf(file: FileOwnership): Component | undefined {
    return file.component === null ? undefined : this.#components.get(file.component);
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
    return this.#labels.get(id) ?? name;
  }

  /** Whether a component counts in the badge; the reports count the same. */
  isSinglePoint(component: Component): boolean {
    return this.#singlePoints.has(component);
  }

  /** Whether alerts are defined in a file. */
  hasAlerts(path: string): boolean {
    return this.#alertFiles.has(pathKey(path));
  }

  /** How far runbooks cover the alerts of a component; undefined for one without alerts. */
  coverageOf(component: string): AlertCoverage | undefined {
    return this.#coverage.get(component);
  }

  /** What the rules found in a file, by place. */
  findings(path: string): readonly Finding[] {
    return this.#findings.get(pathKey(path)) ?? [];
  }

  /** Who could become the second owner of a file, the best first; empty for one that needs none. */
  backupsOf(file: FileOwnership): readonly Backup[] {
    this.#backupsOfFile ??= fileBackups(this.snapshot, folder => this.folder(folder)?.files ?? []);
    return this.#backupsOfFile(file);
  }

  runbook(path: string): Runbook | undefined {
    return this.#runbooks.get(pathKey(path));
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
    this.#files.set(pathKey(file.path), file);
    if (file.component !== null) {
      const files = this.#filesOf.get(file.component);
      if (files === undefined) this.#filesOf.set(file.component, [file]);
      else files.push(file);
    }
    let path = parentFolder(file.path);
    this.#folder(path).files.push(file);
    for (;;) {
      const folder = this.#folder(path);
      folder.total++;
      if (file.state === 'sole') folder.sole++;
      else if (file.state === 'orphaned') folder.orphaned++;
      if (path === '') return;
      path = parentFolder(path);
    }
  }

  #folder(path: string): FolderContents {
    const key = pathKey(path);
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const folder: FolderContents = { path, folders: new Set(), files: [], total: 0, sole: 0, orphaned: 0 };
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
