import { type OwnershipRow, rowIn } from '../../ownership/ownershipColumns';
import { wholeNumber } from '../numbers';
import { printable } from '../printable';
import { stateWithNotes } from '../states';
import type { Translate } from '../translate';
import type { MapColumns } from './mapColumns';
import type { MapItem } from './mapItem';
import type { MapView } from './mapLevel';
import { type ShadeId, shadesOf, shadeText } from './mapModes';

/** What an item is called: of a file its whole path. One line, not escaped. */
export function itemName({ kind, index, label }: MapItem, { model }: MapView): string {
  return kind === 'file' ? printable(model.pathOf(index)) : label;
}

/** `12 files, 3,400 lines`: what the area of an item shows. */
export function itemSize(
  { size, files, kind }: Pick<MapItem, 'size' | 'files' | 'kind'>,
  unit: MapColumns['unit'],
  translate: Translate,
): string {
  const lines = translate('{count} lines', { count: wholeNumber(size, translate) });
  if (kind === 'file') return unit === 'lines' ? lines : translate('1 file', {});
  const counted = translate('{count} files', { count: wholeNumber(files, translate) });
  return unit === 'lines' ? `${counted}, ${lines}` : counted;
}

/** What the colour of an item says; of a file or component with what softens its state. Of a group, what is in it. */
export function itemState(item: MapItem, { ownership, mode, translate }: MapView): string {
  const { kind, index, shade } = item;
  if (mode === 'state' && (kind === 'file' || kind === 'component')) {
    return rowState(rowIn(kind === 'file' ? ownership.files : ownership.components, index), translate);
  }
  return shade === null ? filesByShade(item, mode, translate) : shadeText(shade.id, translate);
}

/** The state of a file or component, with what softens it; of one that is not there at that moment, that. */
export function rowState(row: OwnershipRow, translate: Translate): string {
  const { state } = row;
  return state === 'absent' ? shadeText(state, translate) : stateWithNotes({ ...row, state }, translate);
}

/** `known by one person: 3 files, shared: 12 files`. */
function filesByShade({ children }: MapItem, mode: MapView['mode'], translate: Translate): string {
  const files = new Map<ShadeId, number>();
  for (const child of children) {
    if (child.shade !== null) files.set(child.shade.id, (files.get(child.shade.id) ?? 0) + child.files);
  }
  return shadesOf(mode)
    .flatMap(({ id }) => {
      const count = files.get(id);
      if (count === undefined) return [];
      return [translate('{shade}: {count}', { shade: shadeText(id, translate), count: wholeNumber(count, translate) })];
    })
    .join(', ');
}
