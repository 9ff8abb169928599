import { groupBy } from '../../groupBy';
import type { FileOwnership, Snapshot } from '../../model';
import { fileOwners } from '../../ownership/fileOwners';
import { componentLabels, peopleNames } from '../names';
import { wholeNumber } from '../numbers';
import { printable } from '../printable';
import { reasonText } from '../reasons';
import { isAccepted } from '../singlePoints';
import type { Translate } from '../translate';
import type { KnowledgeMap, MapItem } from './mapItem';

/**
 * What is smaller than this part of the whole is put together with its like, so that a map has one or two thousand marks
 * however many files there are, and hardly one that is too small to be seen.
 */
const leastShare = 1 / 3000;

/** No file in a repository is larger. */
const mostLines = 1e9;

/** Names on one mark. */
const mostNamed = 3;

/**
 * The files of a repository in their components, by who knows them. A file without lines (an empty one) counts as one, so
 * that nothing is left out. Files of no component stand together, last.
 */
export function knowledgeMap(snapshot: Snapshot, translate: Translate): KnowledgeMap {
  const unit = snapshot.tier === 2 ? 'lines' : 'files';
  const sizeOf = ({ lines }: FileOwnership): number =>
    unit === 'files' || lines === null || !(lines >= 1) ? 1 : Math.min(mostLines, Math.floor(lines));
  const least = snapshot.files.reduce((sum, file) => sum + sizeOf(file), 0) * leastShare;
  const asFiles: Gathered<FileOwnership> = {
    ...{ least, sizeOf, filesOf: () => 1 },
    itemOf: file => fileItem(file, sizeOf(file), snapshot, translate),
    label: count => translate('{count} small files', { count: wholeNumber(count, translate) }),
  };
  const asComponents: Gathered<MapItem> = {
    ...{ least, sizeOf: ({ size }) => size, filesOf: ({ files }) => files, itemOf: item => item },
    label: count => translate('{count} small components', { count: wholeNumber(count, translate) }),
  };

  const labels = componentLabels(snapshot.components);
  const byId = new Map(snapshot.components.map(component => [component.id, component]));
  const filesById = groupBy(snapshot.files, ({ component }) => component);
  const components = [...byId].flatMap(([id, component]): MapItem[] => {
    const files = filesById.get(id);
    if (files === undefined) return [];
    return [
      {
        ...groupOf(files, id, asFiles),
        ...{ kind: 'component', label: labels.get(id) ?? id, state: component.state, certain: component.certain },
        accepted: isAccepted(component, snapshot.scannedAt),
        reasons: component.risk.reasons.map(reason => reasonText(reason, snapshot.people, translate)),
      },
    ];
  });
  const loose = snapshot.files.filter(({ component }) => component === null || !byId.has(component));
  const looseItem = { ...groupOf(loose, '', asFiles), label: translate('files of no component', {}) };
  return { unit, items: [...withoutSmall(components, '', asComponents), ...(loose.length === 0 ? [] : [looseItem])] };
}

/** What items are made of. One is only made of what is not small: a repository may have fifty thousand files. */
interface Gathered<T> {
  readonly least: number;
  readonly sizeOf: (each: T) => number;
  readonly filesOf: (each: T) => number;
  readonly itemOf: (each: T) => MapItem;
  /** Of so many small ones. */
  readonly label: (count: number) => string;
}

function fileItem(file: FileOwnership, size: number, { people }: Snapshot, translate: Translate): MapItem {
  const { path, state, certain, accepted } = file;
  const owners = peopleNames(fileOwners(file), people, mostNamed, translate);
  return {
    ...{ kind: 'file', id: path, label: printable(path.replace(/^.*\//s, '')) || '/', state, certain },
    ...{ accepted: accepted !== null, size, files: 1, together: 1 },
    ...{ reasons: owners === '' ? [] : [owners], children: [] },
  };
}

/** Files of no component, unless who calls says of which. */
function groupOf(files: readonly FileOwnership[], id: string, gathered: Gathered<FileOwnership>): MapItem {
  return {
    ...{ kind: 'loose', id, label: '', state: 'unknown', certain: false, accepted: false },
    ...{ size: sumOf(files, gathered.sizeOf), files: files.length, together: 1, reasons: [] },
    children: withoutSmall(files, id, gathered),
  };
}

/** Items, the small ones put together by state, largest first. */
function withoutSmall<T extends Pick<MapItem, 'state' | 'certain'>>(
  all: readonly T[],
  inside: string,
  { least, sizeOf, filesOf, itemOf, label }: Gathered<T>,
): readonly MapItem[] {
  const isSmall = (each: T): boolean => sizeOf(each) < least;
  const rests = [...groupBy(all.filter(isSmall), ({ state }) => state).values()].map((group): MapItem => {
    const [first] = group as [T];
    return group.length === 1
      ? { ...itemOf(first), children: [] }
      : {
          ...{ kind: 'rest', id: inside, label: label(group.length), state: first.state },
          ...{ certain: group.every(({ certain }) => certain), accepted: false, size: sumOf(group, sizeOf) },
          ...{ files: sumOf(group, filesOf), together: group.length, reasons: [], children: [] },
        };
  });
  return [...all.filter(each => !isSmall(each)).map(itemOf), ...rests].sort(
    (one, other) => other.size - one.size || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

function sumOf<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((sum, each) => sum + of(each), 0);
}

/** What of a map is not drawn alone. */
export function putTogether({ items }: KnowledgeMap): { readonly components: number; readonly files: number } {
  const rests = (list: readonly MapItem[]): number =>
    list.reduce((sum, { kind, together }) => sum + (kind === 'rest' ? together : 0), 0);
  return { components: rests(items), files: items.reduce((sum, { children }) => sum + rests(children), 0) };
}
