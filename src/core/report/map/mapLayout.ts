import { type HierarchyRectangularNode, hierarchy, treemap } from 'd3-hierarchy';
import type { KnowledgeMap, MapItem } from './mapItem';

/** Where an item lies, from the upper left corner of the map, in its units. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedItem {
  readonly item: MapItem;
  readonly rectangle: Rectangle;
  /** Height of the strip above the children that is free for the label; 0 where there is none. */
  readonly header: number;
  readonly children: readonly PlacedItem[];
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

const headerHeight = 20;
/** A group that is smaller has no strip for a label: its children need the room. */
const leastForHeader = { width: 46, height: 44 };
const gap = 1;
const border = 2;

/**
 * The places of a map's items as a squarified treemap (Bruls, Huizing and van Wijk 2000): areas in proportion to sizes,
 * children inside their group. The same map gives the same places.
 */
export function layOutMap({ items }: KnowledgeMap, { width, height }: MapSize): readonly PlacedItem[] {
  const root = hierarchy<Node>({ item: null, children: items.map(nodeOf) })
    // Of a group the children have it all.
    .sum(({ item, children }) => (item === null || children.length > 0 ? 0 : item.size));
  const placed = treemap<Node>()
    .size([width, height])
    .paddingInner(({ depth }) => (depth === 0 ? border : gap))
    .paddingOuter(({ depth }) => (depth === 0 ? 0 : border))
    .paddingTop(node => (node.depth === 0 ? 0 : headerOf(node) || border))(root);
  return (placed.children ?? []).flatMap(placedOf);
}

interface Node {
  /** Null: the map as a whole. */
  readonly item: MapItem | null;
  readonly children: readonly Node[];
}

function nodeOf(item: MapItem): Node {
  return { item, children: item.children.map(nodeOf) };
}

function placedOf(node: HierarchyRectangularNode<Node>): PlacedItem[] {
  const { item } = node.data;
  if (item === null) return [];
  const rectangle = { x: node.x0, y: node.y0, width: node.x1 - node.x0, height: node.y1 - node.y0 };
  return [{ item, rectangle, header: headerOf(node), children: (node.children ?? []).flatMap(placedOf) }];
}

function headerOf(node: HierarchyRectangularNode<Node>): number {
  const isRoomy = node.x1 - node.x0 >= leastForHeader.width && node.y1 - node.y0 >= leastForHeader.height;
  return node.children !== undefined && isRoomy ? headerHeight : 0;
}
