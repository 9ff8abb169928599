import type { Component, FileOwnership, Share } from '../../core/model';
import type { Matches } from './filter';
import type {
  ComponentNode,
  CoverageNode,
  FileNode,
  GroupNode,
  OwnershipNode,
  PersonNode,
  PersonRole,
  ReasonNode,
} from './node';
import { runbookNode } from './runbookRows';

/** The groups below a component; those that would be empty are left out. */
export function groupsOf(node: ComponentNode, matches: Matches | null): readonly GroupNode[] {
  const { component, index, repository } = node;
  const group = (name: GroupNode['group'], count: number): GroupNode[] =>
    count === 0
      ? []
      : [{ kind: 'group', id: `${node.id}|${name}`, parent: node, repository, index, group: name, component, count }];
  return [
    ...group('why', component.risk.reasons.length),
    ...group('people', peopleOf(component).length),
    ...group('runbooks', component.runbooks.length + coverageRows(node, component).length),
    ...group('files', matchingFiles(node, component, matches).length),
  ];
}

/** The rows of one of those groups. */
export function rowsOf(group: GroupNode, component: Component, matches: Matches | null): readonly OwnershipNode[] {
  switch (group.group) {
    case 'why':
      return component.risk.reasons.map((_, position) => reasonNode(group, component, position));
    case 'people':
      return peopleOf(component).map(row => personNode(group, component, row));
    case 'runbooks':
      return [
        ...coverageRows(group, component),
        ...component.runbooks.flatMap(path => {
          const runbook = group.index.runbook(path);
          return runbook === undefined ? [] : [runbookNode(runbook, group, group.id, group)];
        }),
      ];
    case 'files':
      return matchingFiles(group, component, matches).map(file => fileNode(file, group, group.id, group));
    case 'withoutRunbook':
      return [];
  }
}

/** `idOfList` is the id of the row above, or of the repository on the first level. */
export function fileNode(
  file: FileOwnership,
  parent: OwnershipNode | null,
  idOfList: string,
  { repository, index }: Pick<FileNode, 'repository' | 'index'>,
): FileNode {
  return { kind: 'file', id: `${idOfList}|${file.path}`, parent, repository, index, file };
}

function coverageRows(parent: ComponentNode | GroupNode, { id }: Component): readonly CoverageNode[] {
  const { repository, index } = parent;
  const coverage = index.coverageOf(id);
  return coverage === undefined
    ? []
    : [{ kind: 'coverage', id: `${parent.id}|alerts`, parent, repository, index, coverage }];
}

function reasonNode(parent: GroupNode, component: Component, position: number): ReasonNode {
  const { repository, index } = parent;
  const reason = component.risk.reasons[position] ?? { code: 'operations', values: {} };
  return { kind: 'reason', id: `${parent.id}|${position}`, parent, repository, index, reason };
}

function personNode(parent: GroupNode, component: Component, { person, share, role, reasons }: PersonRow): PersonNode {
  const { repository, index } = parent;
  return {
    kind: 'person',
    id: `${parent.id}|${role}|${index.snapshot.people[person]?.email ?? person}`,
    parent,
    repository,
    index,
    ...{ person, role, share },
    shares: component.shares.find(shares => shares.person === person) ?? null,
    reasons,
  };
}

type PersonRow = Pick<PersonNode, 'person' | 'share' | 'role' | 'reasons'>;

/** Owners, then who could become one, then who else knows a part. */
function peopleOf({ owners, backup, alternatives, knowledge }: Component): readonly PersonRow[] {
  const choices = [...(backup === null ? [] : [backup]), ...alternatives];
  const named = new Set([...owners, ...choices].map(({ person }) => person));
  const known = (shares: readonly Share[], role: PersonRole): PersonRow[] =>
    shares.map(({ person, share }) => ({ person, share, role, reasons: [] }));
  return [
    ...known(owners, 'owner'),
    ...choices.map(({ person, reasons }, place): PersonRow => {
      return { person, share: null, role: place === 0 ? 'backup' : 'alternative', reasons };
    }),
    ...known(
      knowledge.filter(({ person }) => !named.has(person)),
      'familiar',
    ),
  ];
}

/** Single points first, each part by path. With a filter, only what it found, unless it found the component itself. */
function matchingFiles(
  { index }: Pick<FileNode, 'index'>,
  component: Component,
  matches: Matches | null,
): readonly FileOwnership[] {
  const files = index.filesOf(component.id);
  const isWhole = matches === null || matches.components.has(component.id);
  const shown = isWhole ? files : files.filter(file => matches.files.has(file));
  const isAlone = ({ state }: FileOwnership): boolean => state === 'sole' || state === 'orphaned';
  return [...shown.filter(isAlone), ...shown.filter(file => !isAlone(file))];
}
