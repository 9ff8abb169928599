import type { Rectangle } from './mapLayout';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The box that an arrow key leads to: of those that begin where the other ends, or behind it, the nearest; first those
 * that lie beside it, then others. Undefined at the edge.
 */
export function neighbourOf(boxes: readonly Rectangle[], from: Rectangle, direction: Direction): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of boxes.entries()) {
    const { along, across, overlap } = distances(from, box, direction);
    if (along < -tolerance) continue;
    // Beside is nearer than any distance that a box which is only obliquely there can have.
    const cost = along + (overlap > tolerance ? across / 1000 : 10_000 + across * 2);
    if (cost < least) {
      least = cost;
      best = index;
    }
  }
  return best;
}

const tolerance = 0.5;

/** How far a box begins from the edge of another one, how far its middle is to the side, and how much they are side by side. */
function distances(
  from: Rectangle,
  to: Rectangle,
  direction: Direction,
): { readonly along: number; readonly across: number; readonly overlap: number } {
  const isLevel = direction === 'left' || direction === 'right';
  const [a, b] = isLevel
    ? [span(from.y, from.height), span(to.y, to.height)]
    : [span(from.x, from.width), span(to.x, to.width)];
  const along = {
    right: to.x - (from.x + from.width),
    left: from.x - (to.x + to.width),
    down: to.y - (from.y + from.height),
    up: from.y - (to.y + to.height),
  }[direction];
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return { along, across: Math.abs((a.start + a.end) / 2 - (b.start + b.end) / 2), overlap };
}

function span(start: number, length: number): { readonly start: number; readonly end: number } {
  return { start, end: start + length };
}
