import { folderOf, nameOf } from '../../components/repositoryPath';
import { editDistance } from '../../editDistance';
import type { FileIndex } from './fileIndex';

/** What a dead link may have meant. */
export interface Repair {
  readonly target: string;
  /** Nothing else fits. */
  readonly unique: boolean;
}

const indexName = /^(?:readme|index|_index)\./i;
const nearest = 0.34;
const mostCompared = 200;

/** The file that a path without one may have meant: in another case, from the root, or moved and still called the same. */
export function meantFile(path: string, written: string, files: FileIndex): Repair | null {
  const sameCase = files.inOtherCase(path);
  if (sameCase !== null) return { target: sameCase, unique: true };
  const fromRoot = written.replace(/^(?:\.?\/)+/, '');
  if (files.has(fromRoot)) return { target: fromRoot, unique: true };
  const name = nameOf(path);
  if (indexName.test(name)) return null;
  const [moved, ...others] = files.named(name);
  return moved !== undefined && others.length === 0 ? { target: moved, unique: true } : null;
}

const letters = (anchor: string): string => anchor.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The anchor that a fragment may have meant: the same but for signs between words, else the nearest by letters. */
export function meantAnchor(fragment: string, anchors: ReadonlySet<string>): Repair | null {
  const same = [...anchors].filter(anchor => letters(anchor) === letters(fragment));
  if (same[0] !== undefined && letters(fragment) !== '') return { target: same[0], unique: same.length === 1 };
  const limit = Math.min(fragment.length, 100) * nearest;
  let best: { anchor: string; distance: number } | null = null;
  for (const anchor of [...anchors].slice(0, mostCompared)) {
    if (Math.abs(anchor.length - fragment.length) > limit || anchor.length > 200) continue;
    const distance = editDistance(anchor, fragment.toLowerCase().slice(0, 200));
    if (distance <= limit && (best === null || distance < best.distance)) best = { anchor, distance };
  }
  return best && { target: best.anchor, unique: false };
}

/** A path as a link of another page writes it, spaces and brackets encoded: `../ops/a.md`. */
export function linkTo(from: string, to: string): string {
  const here = folderOf(from) === '' ? [] : folderOf(from).split('/');
  const there = to.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  const up = here.slice(common).map(() => '..');
  return encodeURI([...up, ...there.slice(common)].join('/')).replace(/[()#?]/g, sign =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
}
