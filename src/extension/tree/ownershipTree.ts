import type { Component } from '../../core/model';
import { personName } from '../../core/report/names';
import { plainTranslate } from '../../core/report/translate';
import type { RepositoryState } from '../repositoryState';
import type { SnapshotIndex } from '../snapshotIndex';
import { groupsOf, rowsOf } from './componentRows';
import { type Matches, matchesText } from './filter';
import { folderRows } from './folderRows';
import {
  type ComponentNode,
  type Grouping,
  type GroupNode,
  isOnFirstLevel,
  type OwnershipNode,
  type PersonNode,
  type RepositoryNode,
  type RunbookNode,
} from './node';
import { authorRows, findingRows, runbookNode } from './runbookRows';

/** Where rows of the first level hang: nowhere, or below their repository. */
interface Place {
  readonly repository: RepositoryState;
  readonly index: SnapshotIndex;
  readonly parent: RepositoryNode | null;
}

/** A list shows so many rows, then one that shows as many more. */
const page = 200;

/** The rows of the Ownership view over the Snapshots as they are at one moment. */
export class OwnershipTree {
  readonly #shown = new Map<string, number>();
  grouping: Grouping = 'component';
  /** By repository; null without a filter. */
  matches: ReadonlyMap<string, Matches> | null = null;

  roots(states: readonly RepositoryState[]): readonly OwnershipNode[] {
    if (states.length === 1 && states[0] !== undefined) return this.#firstLevel(states[0], null);
    // While nothing at all can be shown, the welcome text says why.
    if (states.every(({ index }) => index === null)) return [];
    return states.map(repository => ({ kind: 'repository', id: repository.folder.key, parent: null, repository }));
  }

  children(node: OwnershipNode): readonly OwnershipNode[] {
    switch (node.kind) {
      case 'repository':
        return this.#firstLevel(node.repository, node);
      case 'component':
        return groupsOf(node, this.#matchesIn(node.repository));
      case 'group':
        return this.#paged(node.id, node, this.#rowsOfGroup(node));
      case 'folder':
        return this.#paged(node.id, node, folderRows(node.folder.path, node, node, this.#matchesIn(node.repository)));
      case 'person':
        return node.role === 'plain' ? this.#componentsOf(node) : [];
      case 'runbook':
        return this.#paged(node.id, node, this.#below(node));
      default:
        return [];
    }
  }

  /** Shows the next page of a long list. */
  showMore(list: string): void {
    this.#shown.set(list, (this.#shown.get(list) ?? page) + page);
  }

  /** The row of a component, for revealing it; the list of components is shown as far as that. */
  componentNode(repository: RepositoryState, id: string, isOnly: boolean): ComponentNode | undefined {
    const { index, folder } = repository;
    const component = index?.component(id);
    if (index === null || component === undefined) return undefined;
    const parent: RepositoryNode | null = isOnly
      ? null
      : { kind: 'repository', id: folder.key, parent: null, repository };
    const place: Place = { repository, index, parent };
    this.#showAsFarAs(folder.key, this.#shownOf(place, index.snapshot.components).indexOf(component));
    return this.#component(place, parent, folder.key, component);
  }

  /** The row of a file below its component, whose list is shown as far as that. */
  fileNode(repository: RepositoryState, path: string, isOnly: boolean): OwnershipNode | undefined {
    const file = repository.index?.file(path);
    if (file === undefined || file.component === null) return undefined;
    const component = this.componentNode(repository, file.component, isOnly);
    const group = component && groupsOf(component, null).find(candidate => candidate.group === 'files');
    if (component === undefined || group === undefined) return component;
    const rows = rowsOf(group, component.component, null);
    const position = rows.findIndex(row => row.kind === 'file' && row.file === file);
    this.#showAsFarAs(group.id, position);
    return rows[position];
  }

  #showAsFarAs(list: string, position: number): void {
    while ((this.#shown.get(list) ?? page) <= position) this.showMore(list);
  }

  #firstLevel(repository: RepositoryState, parent: RepositoryNode | null): readonly OwnershipNode[] {
    const { index, folder } = repository;
    if (index === null) return [];
    const place: Place = { repository, index, parent };
    return [...this.#paged(folder.key, parent, this.#rows(place)), ...this.#aliases(place)];
  }

  /** Behind everything, and not while only a part or what would be is shown. */
  #aliases({ repository, index, parent }: Place): readonly OwnershipNode[] {
    const count = index.snapshot.aliasSuggestions.length;
    const isQuiet = this.grouping !== 'component' && this.grouping !== 'person';
    if (count === 0 || isQuiet || index.before !== null || this.#matchesIn(repository) !== null) return [];
    return [{ kind: 'aliases', id: `${repository.folder.key}|aliases`, parent, repository, index, count }];
  }

  #rows(place: Place): readonly OwnershipNode[] {
    switch (this.grouping) {
      case 'component':
        return this.#components(place, place.parent, place.repository.folder.key, place.index.snapshot.components);
      case 'folder':
        return folderRows('', place.parent, place, this.#matchesIn(place.repository));
      case 'person':
        return this.#people(place);
      case 'runbook':
        return this.#runbooks(place);
    }
  }

  #components(
    place: Place,
    parent: OwnershipNode | null,
    idOfParent: string,
    components: readonly Component[],
  ): readonly ComponentNode[] {
    return this.#shownOf(place, components).map(component => this.#component(place, parent, idOfParent, component));
  }

  #shownOf({ repository }: Place, components: readonly Component[]): readonly Component[] {
    const matches = this.#matchesIn(repository);
    return matches === null
      ? components
      : components.filter(({ id }) => matches.components.has(id) || matches.componentsOfFiles.has(id));
  }

  #component(place: Place, parent: OwnershipNode | null, idOfParent: string, component: Component): ComponentNode {
    const { repository, index } = place;
    const label = index.labelOf(component);
    return { kind: 'component', id: `${idOfParent}|${component.id}`, parent, repository, index, component, label };
  }

  /** By name, never by how much: this is where to ask, not a ranking. */
  #people({ repository, index, parent }: Place): readonly PersonNode[] {
    const { snapshot } = index;
    if (!snapshot.policy.people) return [];
    const matches = this.#matchesIn(repository);
    const persons = new Set(snapshot.components.flatMap(component => knownBy(component)));
    const named = [...persons].map(person => ({ person, name: personName(person, snapshot.people, plainTranslate) }));
    return named
      .filter(({ name }) => matches === null || matchesText(matches.text, name))
      .sort((left, right) => left.name.localeCompare(right.name) || left.person - right.person)
      .map(({ person }) => ({
        kind: 'person',
        id: `${repository.folder.key}|person|${snapshot.people[person]?.email ?? person}`,
        parent,
        repository,
        index,
        person,
        role: 'plain',
        ...{ share: null, shares: null },
        reasons: [],
      }));
  }

  #componentsOf(node: PersonNode): readonly ComponentNode[] {
    const known = node.index.snapshot.components.filter(component => knownBy(component).includes(node.person));
    const place: Place = { repository: node.repository, index: node.index, parent: null };
    return known.map(component => this.#component(place, node, node.id, component));
  }

  #runbooks(place: Place): readonly OwnershipNode[] {
    const { repository, index, parent } = place;
    const matches = this.#matchesIn(repository);
    const key = repository.folder.key;
    const isShown = (texts: readonly string[]): boolean =>
      matches === null || texts.some(text => matchesText(matches.text, text));
    const runbooks = index.snapshot.runbooks
      .filter(({ path, title, component }) => isShown([path, title, component ?? '']))
      .map(runbook => runbookNode(runbook, parent, key, place))
      .sort((left, right) => left.runbook.title.localeCompare(right.runbook.title));
    const count = this.#shownOf(place, componentsWithoutRunbook(index)).length;
    if (count === 0) return runbooks;
    const id = `${key}|withoutRunbook`;
    return [
      { kind: 'group', id, parent, repository, index, group: 'withoutRunbook', component: null, count },
      ...runbooks,
    ];
  }

  /** What a runbook is for, who wrote it, and what was found on it; below a component the last alone. */
  #below(node: RunbookNode): readonly OwnershipNode[] {
    if (!isOnFirstLevel(node)) return findingRows(node);
    const { repository, index, runbook } = node;
    const component = runbook.component === null ? undefined : index.component(runbook.component);
    const place: Place = { repository, index, parent: null };
    return [
      ...(component === undefined ? [] : [this.#component(place, node, node.id, component)]),
      ...authorRows(node),
      ...findingRows(node),
    ];
  }

  #rowsOfGroup(group: GroupNode): readonly OwnershipNode[] {
    if (group.component !== null) return rowsOf(group, group.component, this.#matchesIn(group.repository));
    const place: Place = { repository: group.repository, index: group.index, parent: null };
    return this.#components(place, group, group.id, componentsWithoutRunbook(group.index));
  }

  #paged(list: string, parent: OwnershipNode | null, rows: readonly OwnershipNode[]): readonly OwnershipNode[] {
    const shown = this.#shown.get(list) ?? page;
    if (rows.length <= shown) return rows;
    const more: OwnershipNode = { kind: 'more', id: `${list}|more`, parent, list, hidden: rows.length - shown };
    return [...rows.slice(0, shown), more];
  }

  #matchesIn({ folder }: RepositoryState): Matches | null {
    return this.matches?.get(folder.key) ?? null;
  }
}

/** Its owners; of an orphaned component, who knew it best. */
function knownBy({ state, owners, knowledge }: Component): readonly number[] {
  const shares = state === 'orphaned' ? knowledge.slice(0, 1) : owners;
  return shares.map(({ person }) => person);
}

function componentsWithoutRunbook({ snapshot }: SnapshotIndex): readonly Component[] {
  return snapshot.components.filter(({ kind, runbooks }) => runbooks.length === 0 && kind !== 'documentation');
}
