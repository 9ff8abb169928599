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
  const fileItems = (files: readonly FileOwnership[]): readonly MapItem[] =>
    files.map(file => fileItem(file, sizeOf(file), snapshot, translate));

  const labels = componentLabels(snapshot.components);
  const byId = new Map(snapshot.components.map(component => [component.id, component]));
  const filesById = groupBy(snapshot.files, ({ component }) => component);
  const components = [...byId].flatMap(([id, component]): MapItem[] => {
    const files = filesById.get(id);
    if (files === undefined) return [];
    return [
      {
        ...groupOf(fileItems(files), id, least, translate),
        ...{ kind: 'component', label: labels.get(id) ?? id, state: component.state, certain: component.certain },
        accepted: isAccepted(component, snapshot.scannedAt),
        reasons: component.risk.reasons.map(reason => reasonText(reason, snapshot.people, translate)),
      },
    ];
  });
  const loose = fileItems(snapshot.files.filter(({ component }) => component === null || !byId.has(component)));
  return {
    unit,
    items: [
      ...withoutSmall(components, '', least, translate),
      ...(loose.length === 0 ? [] : [groupOf(loose, '', least, translate)]),
    ],
  };
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
function groupOf(files: readonly MapItem[], id: string, least: number, translate: Translate): MapItem {
  return {
    ...{ kind: 'loose', id, label: translate('files of no component', {}), state: 'unknown', certain: false },
    ...{ accepted: false, size: sizeOf(files), files: files.length, together: 1, reasons: [] },
    children: withoutSmall(files, id, least, translate),
  };
}

/** Items with the small ones put together by state, largest first. */
function withoutSmall(
  items: readonly MapItem[],
  inside: string,
  least: number,
  translate: Translate,
): readonly MapItem[] {
  const isSmall = ({ size }: MapItem): boolean => size < least;
  const rests = [...groupBy(items.filter(isSmall), ({ state }) => state).values()].map((group): MapItem => {
    const [first] = group as [MapItem];
    if (group.length === 1) return { ...first, children: [] };
    const count = wholeNumber(group.length);
    return {
      ...{ kind: 'rest', id: inside, state: first.state, certain: group.every(({ certain }) => certain) },
      label:
        first.kind === 'file'
          ? translate('{count} small files', { count })
          : translate('{count} small components', { count }),
      ...{ accepted: false, size: sizeOf(group), files: filesOf(group), together: group.length },
      ...{ reasons: [], children: [] },
    };
  });
  return [...items.filter(item => !isSmall(item)), ...rests].sort(
    (one, other) => other.size - one.size || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

function sizeOf(items: readonly MapItem[]): number {
  return items.reduce((sum, { size }) => sum + size, 0);
}

function filesOf(items: readonly MapItem[]): number {
  return items.reduce((sum, { files }) => sum + files, 0);
}

/** What of a map is not drawn alone. */
export function putTogether({ items }: KnowledgeMap): { readonly components: number; readonly files: number } {
  const rests = (list: readonly MapItem[]): number =>
    list.reduce((sum, { kind, together }) => sum + (kind === 'rest' ? together : 0), 0);
  return { components: rests(items), files: items.reduce((sum, { children }) => sum + rests(children), 0) };
}
