import type { Rectangle } from './mapLayout';

/** The lines that tell a shade where colours do not: `sparse` is level with more room, `framed` a second edge inside. */
export type Pattern = 'none' | 'sparse' | 'level' | 'upright' | 'slanted' | 'crossed' | 'framed';

/** Between two lines, in units of the map. */
const spacing = 8;
const wide = 16;
const inset = 3;

/**
 * A pattern over a box, as the `d` of an SVG path; `''` where there is nothing to draw. Drawn line by line, since browsers
 * print patterns of SVG as pictures: a page of megabytes.
 */
export function hatching(pattern: Pattern, { x, y, width, height }: Rectangle): string {
  const [right, bottom] = [x + width, y + height];
  const level = (step: number): string =>
    linesBetween(y, bottom, step)
      .map(at => line(x, at, right, at))
      .join('');
  const rising = (): string =>
    linesBetween(x + y, right + bottom, spacing)
      .map(sum =>
        line(Math.max(x, sum - bottom), Math.min(bottom, sum - x), Math.min(right, sum - y), Math.max(y, sum - right)),
      )
      .join('');
  switch (pattern) {
    case 'none':
      return '';
    case 'sparse':
      return level(wide);
    case 'level':
      return level(spacing);
    case 'upright':
      return linesBetween(x, right, spacing)
        .map(at => line(at, y, at, bottom))
        .join('');
    case 'slanted':
      return rising();
    case 'crossed':
      return (
        rising() +
        linesBetween(x - bottom, right - y, spacing)
          .map(gap =>
            line(
              Math.max(x, gap + y),
              Math.max(y, x - gap),
              Math.min(right, gap + bottom),
              Math.min(bottom, right - gap),
            ),
          )
          .join('')
      );
    case 'framed': {
      if (width <= 2 * inset || height <= 2 * inset) return '';
      const [left, top] = [x + inset, y + inset];
      return `M${short(left)} ${short(top)}H${short(right - inset)}V${short(bottom - inset)}H${short(left)}Z`;
    }
  }
}

/** The same lines for neighbours, so that a hatching goes on from one to the next. */
function linesBetween(from: number, to: number, step: number): readonly number[] {
  const first = Math.floor(from / step) + 1;
  return Array.from({ length: Math.max(0, Math.ceil(to / step) - first) }, (_, index) => (first + index) * step);
}

function line(fromX: number, fromY: number, toX: number, toY: number): string {
  return `M${short(fromX)} ${short(fromY)} ${short(toX)} ${short(toY)}`;
}

/** A tenth of a unit is finer than a screen shows. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
