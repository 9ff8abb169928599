import type { ComponentShares } from '../../core/componentShares';
import type { Component, FileOwnership, Finding, PersonId, Reason, Runbook } from '../../core/model';
import type { AlertCoverage } from '../../core/runbooks/alerts/coverage';
import type { RepositoryState } from '../repositoryState';
import type { FolderContents, SnapshotIndex } from '../snapshotIndex';

/** By what the view is sorted on its first level. */
export type Grouping = 'component' | 'folder' | 'person' | 'runbook';

export type OwnershipNode =
  | RepositoryNode
  | ComponentNode
  | GroupNode
  | ReasonNode
  | PersonNode
  | RunbookNode
  | FindingNode
  | CoverageNode
  | FolderNode
  | FileNode
  | AliasesNode
  | MoreNode;

interface Node {
  /** The same for the same thing at the same place after every analysis, so that the view stays open where it was. */
  readonly id: string;
  readonly parent: OwnershipNode | null;
}

/** Below a repository everything has its Snapshot. */
interface KnownNode extends Node {
  readonly repository: RepositoryState;
  readonly index: SnapshotIndex;
}

export interface RepositoryNode extends Node {
  readonly kind: 'repository';
  readonly repository: RepositoryState;
}

export interface ComponentNode extends KnownNode {
  readonly kind: 'component';
  readonly component: Component;
  /** Its name, or its id where several have that name. */
  readonly label: string;
}

export type Group = 'why' | 'people' | 'runbooks' | 'files' | 'withoutRunbook';

export interface GroupNode extends KnownNode {
  readonly kind: 'group';
  readonly group: Group;
  /** Null for {@link Group} `withoutRunbook`. */
  readonly component: Component | null;
  readonly count: number;
}

export interface ReasonNode extends KnownNode {
  readonly kind: 'reason';
  readonly reason: Reason;
}

/** `backup`: should become an owner; `alternative`: could, too. `author`: of a runbook. `plain`: on the first level. */
export type PersonRole = 'owner' | 'familiar' | 'backup' | 'alternative' | 'author' | 'plain';

export interface PersonNode extends KnownNode {
  readonly kind: 'person';
  readonly person: PersonId;
  readonly role: PersonRole;
  /** Null for `backup`, `alternative` and `plain`. */
  readonly share: number | null;
  /** By each kind of evidence, of who knows a component. */
  readonly shares: ComponentShares | null;
  /** Why somebody is suggested as a backup. */
  readonly reasons: readonly Reason[];
}

export interface RunbookNode extends KnownNode {
  readonly kind: 'runbook';
  readonly runbook: Runbook;
}

export interface FindingNode extends KnownNode {
  readonly kind: 'finding';
  readonly finding: Finding;
}

/** How far runbooks cover the alerts of a component. */
export interface CoverageNode extends KnownNode {
  readonly kind: 'coverage';
  readonly coverage: AlertCoverage;
}

export interface FolderNode extends KnownNode {
  readonly kind: 'folder';
  readonly folder: FolderContents;
  /** Its path below the row above; several segments where nothing else is on the way. */
  readonly label: string;
}

export interface FileNode extends KnownNode {
  readonly kind: 'file';
  readonly file: FileOwnership;
}

/** Leads to the names that may be of one person. */
export interface AliasesNode extends KnownNode {
  readonly kind: 'aliases';
  readonly count: number;
}

/** Stands for the rows that a long list does not show yet. */
export interface MoreNode extends Node {
  readonly kind: 'more';
  readonly hidden: number;
  /** Id of the row whose list it ends. */
  readonly list: string;
}

/** Below a component a runbook is only named; on the first level its rows say who wrote it and what it is for. */
export function isOnFirstLevel({ parent }: OwnershipNode): boolean {
  return parent === null || parent.kind === 'repository';
}
