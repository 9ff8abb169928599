import type { Snapshot, State } from '../../model';
import type { Block, RichText, Section, Table } from '../document/block';
import { escapeHtml } from '../escapeHtml';
import { knowledgeMap, putTogether } from '../map/knowledgeMap';
import type { KnowledgeMap } from '../map/mapItem';
import { mapSvg, stateMarks, stateSwatch } from '../map/mapSvg';
import { componentLabels } from '../names';
import { wholeNumber } from '../numbers';
import { isAccepted, singlePointComponents } from '../singlePoints';
import { kindText, riskText, stateText, stateWithNotes } from '../states';
import type { Translate } from '../translate';

const size = { width: 1080, height: 660 };
const legend: readonly State[] = ['sole', 'orphaned', 'shared', 'unknown'];

/** The map, and the same as tables for who cannot see it. */
export function mapSection(snapshot: Snapshot, translate: Translate): Section {
  const map = knowledgeMap(snapshot, translate);
  const blocks: Block[] =
    map.items.length === 0 ? [] : [{ kind: 'drawing', html: figureHtml(map, snapshot, translate) }];
  return {
    id: 'map',
    title: translate('Map: who knows what', {}),
    blocks: [...blocks, componentTable(snapshot, translate), ...fileTable(map, translate)],
  };
}

function readingText(map: KnowledgeMap, translate: Translate): string {
  const { components, files } = putTogether(map);
  const area =
    map.unit === 'lines'
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

function figureHtml(map: KnowledgeMap, snapshot: Snapshot, translate: Translate): string {
  const points = singlePointComponents(snapshot).length;
  const title = translate(
    'Treemap of {components} components, {points} of them single points; the tables below say the same.',
    {
      components: wholeNumber(snapshot.components.length, translate),
      points: wholeNumber(points, translate),
    },
  );
  const hint = translate('Hold the pointer over a box to read its name and why.', {});
  const entries = legend.map(
    state =>
      `<li>${stateSwatch(state)} ${escapeHtml(`${stateMarks[state]} ${stateText(state, 0, translate)}`.trim())}</li>`,
  );
  return `<figure>
<ul class="legend">${entries.join('')}</ul>
${mapSvg(map, size, title, translate)}<figcaption>${escapeHtml(readingText(map, translate))} <span class="onScreen">${escapeHtml(hint)}</span></figcaption>
</figure>
`;
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

function fileTable({ items, unit }: KnowledgeMap, translate: Translate): readonly Table[] {
  const rows = items.flatMap(group =>
    group.children.map((item): RichText[] => [
      item.kind === 'file' ? [{ code: item.id }] : item.label,
      group.label,
      stateWithNotes(item, translate),
      item.reasons.join('. '),
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
