import { type HierarchyRectangularNode, treemapSquarify } from 'd3-hierarchy';
import type { MapItem } from './mapItem';

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
 * The places of items on a map as a squarified treemap (Bruls, Huizing and van Wijk 2000): areas in proportion to sizes,
 * children inside their group. The same items give the same places; what has no room there has none and is left out.
 */
export function layOutMap(items: readonly MapItem[], { width, height }: MapSize): readonly PlacedItem[] {
  return placedIn({ x: 0, y: 0, width, height }, items, border);
}

function placedIn(room: Rectangle, items: readonly MapItem[], between: number): readonly PlacedItem[] {
  const places = squarified(items, room, between);
  return items.flatMap((item, index) => {
    const rectangle = places[index];
    const hasArea = rectangle !== undefined && rectangle.width > 0 && rectangle.height > 0;
    return hasArea ? [placed(item, rectangle)] : [];
  });
}

function placed(item: MapItem, rectangle: Rectangle): PlacedItem {
  const { x, y, width, height } = rectangle;
  if (item.children.length === 0) return { item, rectangle, header: 0, children: [] };
  const isRoomy = width >= leastForHeader.width && height >= leastForHeader.height;
  const header = isRoomy ? headerHeight : 0;
  const top = header || border;
  const inside = { x: x + border, y: y + top, width: width - 2 * border, height: height - top - border };
  return { item, rectangle, header, children: placedIn(inside, item.children, gap) };
}

/** What d3 reads and writes of a node. */
interface Tile {
  readonly value: number;
  readonly children: readonly Tile[];
  readonly x0?: number;
  readonly y0?: number;
  readonly x1?: number;
  readonly y1?: number;
}

/** Places in a rectangle with room between two of them; none where the rectangle has no area. */
function squarified(
  items: readonly MapItem[],
  { x, y, width, height }: Rectangle,
  between: number,
): readonly Rectangle[] {
  if (width <= 0 || height <= 0) return [];
  const half = between / 2;
  const children = items.map(({ size }): Tile => ({ value: size, children: [] }));
  const value = items.reduce((sum, { size }) => sum + size, 0);
  const parent = { value, children };
  // It looks at values and children only, whatever tree they are in.
  treemapSquarify(
    parent as unknown as HierarchyRectangularNode<unknown>,
    ...([x - half, y - half, x + width + half, y + height + half] as const),
  );
  return children.map(({ x0 = 0, y0 = 0, x1 = 0, y1 = 0 }) => ({
    x: Math.min(x0 + half, (x0 + x1) / 2),
    y: Math.min(y0 + half, (y0 + y1) / 2),
    width: Math.max(0, x1 - x0 - between),
    height: Math.max(0, y1 - y0 - between),
  }));
}
