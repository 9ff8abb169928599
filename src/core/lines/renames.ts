import { type Pieces, renameScore, sameNameScore, similarity } from './similarity';

/** A file that a commit took away. */
export interface LostFile {
  /** Number of the path. */
  readonly path: number;
  /** Number of the blob; −1 for what was no file. */
  readonly blob: number;
}

/** What is asked: where does this new file come from? */
export interface RenameQuestion {
  readonly file: LostFile;
  /** All that the commit took away, in the order of the tree. */
  readonly lost: readonly LostFile[];
  readonly pathOf: (path: number) => string;
  /** The pieces of files, in the order asked; null for one whose content is not here. */
  readonly piecesOf: (files: readonly LostFile[]) => Promise<readonly (Pieces | null)[]>;
}

/** Contents that would decide are not here. */
export const undecided = -2;

/** git looks at so many files with the very content, and no further. */
const identicalLookedAt = 102;

/**
 * The lost file that git finds for one new file: what `git log --follow` and blame ask, so no other new file competes for
 * it (gitdiffcore(7)). First the same content, best with the same name; then, when exactly one lost file has the name,
 * that one if three quarters alike; then the most similar, if half alike.
 *
 * @returns its place in `lost`; −1 for none, {@link undecided}. Throws what `piecesOf` throws.
 */
export async function findSource(question: RenameQuestion): Promise<number> {
  const { lost, file: target } = question;
  if (lost.length === 0) return -1;
  const name = fileName(question.pathOf(target.path));
  const nameOf = (file: LostFile): string => fileName(question.pathOf(file.path));
  const identical = findIdentical(lost, target.blob, file => nameOf(file) === name);
  if (identical >= 0) return identical;

  const sameName = lost.flatMap((file, index) => (nameOf(file) === name ? [index] : []));
  const candidate = sameName.length === 1 ? sameName[0] : undefined;
  const [only] = candidate === undefined ? [] : lost.slice(candidate, candidate + 1);
  if (candidate !== undefined && only !== undefined && only.blob >= 0) {
    const [old, now] = await question.piecesOf([only, target]);
    if (!old || !now) return undecided;
    if (similarity(old, now, sameNameScore) >= sameNameScore) return candidate;
  }
  return findMostSimilar(question, index => sameName.includes(index));
}

function findIdentical(lost: readonly LostFile[], blob: number, sameName: (file: LostFile) => boolean): number {
  let first = -1;
  let seen = 0;
  for (let index = 0; index < lost.length && seen < identicalLookedAt; index++) {
    const file = lost[index] as LostFile;
    if (file.blob !== blob) continue;
    seen++;
    if (sameName(file)) return index;
    if (first < 0) first = index;
  }
  return first;
}

/** git keeps so many candidates for a file while it looks at all. */
const candidatesKept = 4;

interface Candidate {
  readonly index: number;
  readonly score: number;
  readonly sameName: boolean;
}

/** Positive where the first is the worse. */
function compare(one: Candidate, other: Candidate): number {
  return other.score - one.score || Number(other.sameName) - Number(one.sameName);
}

async function findMostSimilar(question: RenameQuestion, sameName: (index: number) => boolean): Promise<number> {
  const { lost, file: wanted, piecesOf } = question;
  const files = lost.filter(file => file.blob >= 0);
  if (files.length === 0) return -1;
  const [target, ...sources] = await piecesOf([wanted, ...files]);
  if (!target || sources.some(source => source === null)) return undecided;
  // Which of equals wins depends on the places that git keeps: a better one takes that of the first of the worst.
  const kept: Candidate[] = [];
  let file = 0;
  lost.forEach((source, index) => {
    const content = source.blob < 0 ? null : sources[file++];
    const score = content ? similarity(content, target, renameScore) : 0;
    const candidate = { index, score, sameName: sameName(index) };
    if (kept.length < candidatesKept) {
      kept.push(candidate);
      return;
    }
    const worst = kept.reduce((found, each, at) => (compare(each, kept[found] as Candidate) > 0 ? at : found), 0);
    if (compare(kept[worst] as Candidate, candidate) > 0) kept[worst] = candidate;
  });
  const [best] = kept.sort(compare);
  return best !== undefined && best.score >= renameScore ? best.index : -1;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
