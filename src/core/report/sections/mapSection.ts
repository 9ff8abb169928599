import type { Snapshot } from '../../model';
import { fileOwners } from '../../ownership/fileOwners';
import { inOneGo } from '../../steps';
import type { Block, RichText, Section, Table } from '../document/block';
import { escapeHtml } from '../escapeHtml';
import { itemName, itemSize, itemState } from '../map/itemText';
import { mapColumnsInSteps, mapOwnershipInSteps } from '../map/mapColumns';
import type { MapItem } from '../map/mapItem';
import { layOutMap } from '../map/mapLayout';
import { levelAt, type MapView, putTogether, shadesIn } from '../map/mapLevel';
import { MapModel, wholeMap } from '../map/mapModel';
import { legendText } from '../map/mapModes';
import { mapSvg, shadeSwatch } from '../map/mapSvg';
import { componentLabels, peopleNames } from '../names';
import { wholeNumber } from '../numbers';
import { reasonText } from '../reasons';
import { isAccepted, singlePointComponents } from '../singlePoints';
import { kindText, riskText, stateWithNotes } from '../states';
import type { Translate } from '../translate';

const size = { width: 1080, height: 660 };
/** Names on one mark. */
const mostNamed = 3;

/** A map with what it is of. */
interface DrawnMap {
  readonly snapshot: Snapshot;
  readonly view: MapView;
  readonly items: readonly MapItem[];
}

/** The map, and the same as tables for who cannot see it. */
export function mapSection(snapshot: Snapshot, translate: Translate): Section {
  const model = new MapModel(inOneGo(mapColumnsInSteps(snapshot)));
  const ownership = inOneGo(mapOwnershipInSteps(snapshot, snapshot.components));
  const view: MapView = { model, ownership, mode: 'state', translate };
  const map: DrawnMap = { snapshot, view, items: levelAt(view, wholeMap) };
  const blocks: Block[] = map.items.length === 0 ? [] : [{ kind: 'drawing', html: figureHtml(map, translate) }];
  return {
    id: 'map',
    title: translate('Map: who knows what', {}),
    blocks: [...blocks, componentTable(snapshot, translate), ...fileTable(map, translate)],
  };
}

function readingText({ items, view }: DrawnMap, translate: Translate): string {
  const { components, files } = putTogether(items);
  const area =
    view.model.columns.unit === 'lines'
      ? translate(
          'Each box is a component, and in it its files. Areas are lines; a file without any counts as one.',
          {},
        )
      : translate('Each box is a component, and in it its files. Each file has the same area.', {});
  const small = [
    ...(files === 0 ? [] : [translate('{count} files', { count: wholeNumber(files, translate) })]),
    ...(components === 0
      ? []
      : [translate('{count} components as a whole', { count: wholeNumber(components, translate) })]),
  ];
  return [
    area,
    translate('The frame of a box has the state of the component, which looks at recent work as well as at files.', {}),
    small.length === 0
      ? ''
      : translate('What is too small to be seen is put together by state: {small}.', { small: small.join(', ') }),
  ]
    .filter(part => part !== '')
    .join(' ');
}

function figureHtml(map: DrawnMap, translate: Translate): string {
  const { snapshot, view, items } = map;
  const points = singlePointComponents(snapshot).length;
  const title = translate(
    'Treemap of {components} components, {points} of them single points; the tables below say the same.',
    {
      components: wholeNumber(snapshot.components.length, translate),
      points: wholeNumber(points, translate),
    },
  );
  const hint = translate('Hold the pointer over a box to read its name and why.', {});
  const entries = shadesIn(view).map(
    shade => `<li>${shadeSwatch(shade)} ${escapeHtml(legendText(shade, translate))}</li>`,
  );
  const drawing = mapSvg(layOutMap(items, size), {
    size,
    attributes: `role="img" aria-label="${escapeHtml(title)}"`,
    box: item => ({ attributes: '', title: itemTitle(item, map, translate) }),
    translate,
  });
  return `<figure>
<ul class="legend">${entries.join('')}</ul>
${drawing}<figcaption>${escapeHtml(readingText(map, translate))} <span class="onScreen">${escapeHtml(hint)}</span></figcaption>
</figure>
`;
}

function itemTitle(item: MapItem, map: DrawnMap, translate: Translate): string {
  const { view } = map;
  const text = [
    `${itemName(item, view)}: ${itemState(item, view)}`,
    itemSize(item, view.model.columns.unit, translate),
  ];
  return [...text, ...itemReasons(item, map, translate)].join('. ');
}

/** Of a file its owners. */
function itemReasons({ kind, index }: MapItem, { snapshot }: DrawnMap, translate: Translate): readonly string[] {
  const { people, files, components } = snapshot;
  if (kind === 'component') {
    return (components[index]?.risk.reasons ?? []).map(reason => reasonText(reason, people, translate));
  }
  const file = kind === 'file' ? files[index] : undefined;
  const owners = file === undefined ? '' : peopleNames(fileOwners(file), people, mostNamed, translate);
  return owners === '' ? [] : [owners];
}

function componentTable(snapshot: Snapshot, translate: Translate): Table {
  const labels = componentLabels(snapshot.components);
  return {
    kind: 'table',
    isFolded: true,
    caption: translate('Components and who knows them', {}),
    columns: [
      { head: translate('Component', {}) },
      { head: translate('Kind', {}) },
      { head: translate('State', {}) },
      { head: translate('Risk', {}) },
      { head: translate('Files', {}), isNumber: true },
      { head: translate('of one person', {}), isNumber: true },
      { head: translate('of nobody', {}), isNumber: true },
      { head: translate('Lines', {}), isNumber: true },
    ],
    rows: snapshot.components.map(component => [
      labels.get(component.id) ?? component.id,
      kindText(component.kind, translate),
      stateWithNotes({ ...component, accepted: isAccepted(component, snapshot.scannedAt) }, translate),
      riskText(component.risk.level, translate),
      wholeNumber(component.files, translate),
      wholeNumber(component.soleFiles, translate),
      wholeNumber(component.orphanedFiles, translate),
      component.lines === null ? '–' : wholeNumber(component.lines, translate),
    ]),
  };
}

function fileTable(map: DrawnMap, translate: Translate): readonly Table[] {
  const { unit } = map.view.model.columns;
  const rows = map.items.flatMap(group =>
    group.children.map((item): RichText[] => [
      item.kind === 'file' ? [{ code: itemName(item, map.view) }] : item.label,
      group.label,
      itemState(item, map.view),
      itemReasons(item, map, translate).join('. '),
      wholeNumber(item.size, translate),
    ]),
  );
  return rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          isFolded: true,
          isOfDrawing: true,
          caption: translate('Files and who knows them, as on the map', {}),
          columns: [
            { head: translate('File', {}) },
            { head: translate('Component', {}) },
            { head: translate('State', {}) },
            { head: translate('Owners', {}) },
            { head: unit === 'lines' ? translate('Lines', {}) : translate('Files', {}), isNumber: true },
          ],
          rows,
        },
      ];
}
