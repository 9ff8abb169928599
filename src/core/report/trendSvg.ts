import { escapeHtml } from './escapeHtml';
import { wholeNumber } from './numbers';
import type { Translate } from './translate';

export const trendStyle = `
.trend { display: block; width: 100%; max-width: 36rem; height: auto }
.trend text { font: 12px system-ui, sans-serif; fill: var(--text) }
.trend .title { font-weight: 600; font-size: 13px }
.trend .axis { stroke: var(--line); stroke-width: 1 }
.trend .line { fill: none; stroke: var(--link); stroke-width: 2 }
.trend .dot { fill: var(--link) }`;

/** A number at a day; null where it is not known. */
export interface TrendPoint {
  /** Seconds. */
  readonly at: number;
  /** As it is written below the first and the last. */
  readonly label: string;
  readonly value: number | null;
}

const size = { width: 540, height: 170 };
/** Numbers that are nearer would run into each other. */
const leastApart = 24;
const area = { left: 6, right: 530, top: 52, bottom: 140 };

/** One line over time, oldest first, that starts at 0, with every number written at its point. Wants {@link trendStyle}. */
export function trendSvg(title: string, points: readonly TrendPoint[], translate: Translate): string {
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0));
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const x = (index: number): number => {
    const part = ((points[index]?.at ?? 0) - first) / (last - first);
    return area.left + (Number.isFinite(part) ? part : 1) * (area.right - area.left);
  };
  const y = (value: number): number => area.bottom - (value * (area.bottom - area.top)) / most;
  const known = points.flatMap(({ value }, index) => (value === null ? [] : [{ index, value }]));
  const line = known.map(({ index, value }) => {
    const begins = points[index - 1]?.value == null;
    return `${begins ? 'M' : 'L'}${whole(x(index))} ${whole(y(value))}`;
  });
  const marks = known.map(({ index, value }, at) => {
    const [cx, cy] = [whole(x(index)), whole(y(value))];
    const dot = `<circle class="dot" cx="${cx}" cy="${cy}" r="3"/>`;
    const next = known[at + 1];
    // The last quarter may have ended yesterday.
    if (next !== undefined && x(next.index) - cx < leastApart) return dot;
    const anchor = anchorAt(index, points.length);
    return `${dot}<text x="${cx}" y="${cy - 8}" text-anchor="${anchor}">${wholeNumber(value, translate)}</text>`;
  });
  const labels = points.flatMap(({ label }, index) =>
    index === 0 || index === points.length - 1
      ? [
          `<text x="${whole(x(index))}" y="${area.bottom + 20}" text-anchor="${anchorAt(index, points.length)}">${escapeHtml(label)}</text>`,
        ]
      : [],
  );
  return `<svg class="trend" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(title)}">
<text class="title" x="${area.left}" y="18">${escapeHtml(title)}</text>
<path class="axis" d="M${area.left} ${area.bottom}H${area.right}"/>
<path class="line" d="${line.join('')}"/>${marks.join('')}${labels.join('')}
</svg>
`;
}

/** What stands at an end stays inside. */
function anchorAt(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === count - 1) return 'end';
  return index === 0 ? 'start' : 'middle';
}

const whole = Math.round;
