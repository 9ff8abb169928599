import type { Component, FileOwnership, Share } from '../../core/model';
import type { Matches } from './filter';
import type { ComponentNode, FileNode, GroupNode, OwnershipNode, PersonNode, PersonRole, ReasonNode } from './node';
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
    ...group('runbooks', component.runbooks.length),
    ...group('files', matchingFiles(node, component, matches).length),
  ];
}

/** The rows of one of those groups. */
export function rowsOf(group: GroupNode, component: Component, matches: Matches | null): readonly OwnershipNode[] {
  switch (group.group) {
    case 'why':
      return component.risk.reasons.map((_, position) => reasonNode(group, component, position));
    case 'people':
      return peopleOf(component).map(({ share, role }) => personNode(group, component, share, role));
    case 'runbooks':
      return component.runbooks.flatMap(path => {
        const runbook = group.index.runbook(path);
        return runbook === undefined ? [] : [runbookNode(runbook, group, group.id, group)];
      });
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

function reasonNode(parent: GroupNode, component: Component, position: number): ReasonNode {
  const { repository, index } = parent;
  const reason = component.risk.reasons[position] ?? { code: 'operations', values: {} };
  return { kind: 'reason', id: `${parent.id}|${position}`, parent, repository, index, reason };
}

function personNode(parent: GroupNode, component: Component, share: Share, role: PersonRole): PersonNode {
  const { repository, index } = parent;
  return {
    kind: 'person',
    id: `${parent.id}|${role}|${index.snapshot.people[share.person]?.email ?? share.person}`,
    parent,
    repository,
    index,
    person: share.person,
    role,
    share: role === 'backup' ? null : share.share,
    shares: component.shares.find(({ person }) => person === share.person) ?? null,
    reasons: role === 'backup' ? (component.backup?.reasons ?? []) : [],
  };
}

/** Owners, then who could become one, then who else knows a part. */
function peopleOf({ owners, backup, knowledge }: Component): readonly { share: Share; role: PersonRole }[] {
  const named = new Set(owners.map(({ person }) => person));
  if (backup !== null) named.add(backup.person);
  return [
    ...owners.map(share => ({ share, role: 'owner' as const })),
    ...(backup === null ? [] : [{ share: { person: backup.person, share: 0 }, role: 'backup' as const }]),
    ...knowledge.filter(({ person }) => !named.has(person)).map(share => ({ share, role: 'familiar' as const })),
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
