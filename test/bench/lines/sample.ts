import { Random } from '../../../src/sample/random';
import type { TextFile } from '../../support/blame';

/** Figures of some files, and what they say about all. */
export interface Estimate {
  readonly total: number;
  /** Standard error of `total`; 0 where every file was measured. */
  readonly error: number;
}

/**
 * Files to blame, in random order: all files with lines are sorted by their number of lines and cut into `size` parts of
 * the same length, and one file is drawn from each. Neither the many small files nor the few large ones are missed.
 */
export function drawn(files: readonly TextFile[], size: number, seed: string): TextFile[] {
  const random = new Random(seed);
  const sorted = files.filter(({ lines }) => lines > 0).sort((a, b) => a.lines - b.lines || (a.path < b.path ? -1 : 1));
  if (size >= sorted.length) return random.shuffled(sorted);
  const step = sorted.length / size;
  const parts = Array.from({ length: size }, (_, part) =>
    sorted.slice(Math.round(part * step), Math.round((part + 1) * step)),
  );
  return random.shuffled(parts.flatMap(part => random.among(part) ?? []));
}

/**
 * What `files` files cost, when these were measured: scaled by files, since one file was drawn from each part of the
 * same length. The error is that of collapsed strata (Cochran, Sampling Techniques, 5A.12): the differences between
 * neighbours in size, which is rather too large than too small.
 */
export function estimated(measured: readonly { lines: number; figure: number }[], files: number): Estimate {
  const figures = [...measured].sort((a, b) => a.lines - b.lines).map(({ figure }) => figure);
  const scale = files / figures.length;
  const total = figures.reduce((sum, figure) => sum + figure, 0) * scale;
  if (figures.length >= files) return { total, error: 0 };
  let squares = 0;
  for (let at = 1; at < figures.length; at += 2) squares += ((figures[at] ?? 0) - (figures[at - 1] ?? 0)) ** 2;
  return { total, error: Math.sqrt(squares) * scale };
}
