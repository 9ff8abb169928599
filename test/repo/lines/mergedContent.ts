import type { Lines } from './contents';

/** What happens where both sides changed the same lines, or a path in ways that do not go together. */
export type Resolution = 'ours' | 'theirs' | 'both' | 'mixed';

/** Three-way merge of texts where each side changed one stretch of lines. */
export function mergedLines(base: Lines, ours: Lines, theirs: Lines, resolution: Resolution): Lines {
  const our = stretch(base, ours);
  const their = stretch(base, theirs);
  const [first, second] = our.from <= their.from ? [our, their] : [their, our];
  if (first.until <= second.from && first !== second && (first.until < second.from || first.from < second.from)) {
    return [
      ...base.slice(0, first.from),
      ...first.lines,
      ...base.slice(first.until, second.from),
      ...second.lines,
      ...base.slice(second.until),
    ];
  }
  if (resolution === 'ours') return ours;
  if (resolution === 'theirs') return theirs;
  if (resolution === 'mixed') return [...ours.slice(0, ours.length / 2), ...theirs.slice(theirs.length / 2)];
  const from = Math.min(our.from, their.from);
  const until = Math.max(our.until, their.until);
  return [...base.slice(0, from), ...our.lines, ...their.lines, ...base.slice(until)];
}

/** The lines of `base` that `changed` has others for. */
function stretch(base: Lines, changed: Lines): { from: number; until: number; lines: Lines } {
  const limit = Math.min(base.length, changed.length);
  let from = 0;
  while (from < limit && base[from] === changed[from]) from++;
  let tail = 0;
  while (tail < limit - from && base[base.length - 1 - tail] === changed[changed.length - 1 - tail]) tail++;
  return { from, until: base.length - tail, lines: changed.slice(from, changed.length - tail) };
}
