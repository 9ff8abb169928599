import type { State } from '../../model';
import type { Rectangle } from './mapLayout';

/** Between two lines, in units of the map. */
const spacing = 8;

/**
 * The lines that tell a state where colours do not: slanted for what one person knows, crossed for what nobody active does,
 * level for what is unknown, none for what is shared. As the `d` of an SVG path; `''` where there are none. Drawn line by line,
 * since browsers print patterns as pictures: a page of megabytes.
 */
export function hatching(state: State, { x, y, width, height }: Rectangle): string {
  const [right, bottom] = [x + width, y + height];
  const rising = linesBetween(x + y, right + bottom).map(sum =>
    line(Math.max(x, sum - bottom), Math.min(bottom, sum - x), Math.min(right, sum - y), Math.max(y, sum - right)),
  );
  switch (state) {
    case 'sole':
      return rising.join('');
    case 'orphaned': {
      const falling = linesBetween(x - bottom, right - y).map(gap =>
        line(Math.max(x, gap + y), Math.max(y, x - gap), Math.min(right, gap + bottom), Math.min(bottom, right - gap)),
      );
      return [...rising, ...falling].join('');
    }
    case 'unknown':
      return linesBetween(y, bottom)
        .map(level => line(x, level, right, level))
        .join('');
    case 'shared':
      return '';
  }
}

/** The same lines for neighbours, so that a hatching goes on from one to the next. */
function linesBetween(from: number, to: number): readonly number[] {
  const first = Math.floor(from / spacing) + 1;
  return Array.from({ length: Math.max(0, Math.ceil(to / spacing) - first) }, (_, index) => (first + index) * spacing);
}

function line(fromX: number, fromY: number, toX: number, toY: number): string {
  return `M${short(fromX)} ${short(fromY)} ${short(toX)} ${short(toY)}`;
}

/** A tenth of a unit is finer than a screen shows. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
