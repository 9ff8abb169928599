import { changeStatus, type History } from '../core/history/history';
import { canonicalOrder } from '../core/history/order';
import { isMarkdownPath } from '../core/runbooks/discover';
import { type FoundReview, reviewOfEdit } from '../core/runbooks/reviews/review';
import { mayHaveReviewDate } from '../core/runbooks/reviews/reviewLines';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { readObjects } from '../git/readObjects';

export interface ReviewsQuestion {
  readonly git: Git;
  readonly cwd: string;
  readonly history: History;
  /** Objects may be left at a remote: then nothing is asked. */
  readonly partial: boolean;
  /** Pages by path; those with a review date are asked about. */
  readonly texts: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
}

/** The newest edits of a page, and of all pages together; two versions are read for each. */
const mostEdits = 12;
const mostEditsInAll = 6000;

/** A larger version of a page is not compared. */
const maxBytes = 256 * 1024;

interface Edit {
  readonly page: string;
  readonly commit: number;
  /** What `cat-file` takes: `<commit>:<path>`. */
  readonly before: string;
  readonly after: string;
}

/**
 * The reviews among the newest edits of each page with a review date, newest first: edits that changed the date. One
 * question for all; pages without an answer are left out.
 */
export async function pageReviews(question: ReviewsQuestion): Promise<ReadonlyMap<string, readonly FoundReview[]>> {
  const { git, cwd, history, partial, texts, signal } = question;
  const reviews = new Map<string, FoundReview[]>();
  const pages = [...texts]
    .filter(([path, text]) => isMarkdownPath(path) && mayHaveReviewDate(text))
    .map(([path]) => path);
  const edits = partial || pages.length === 0 ? [] : newestEdits(history, pages);
  if (edits.length === 0) return reviews;
  let at = 0;
  let before: string | null = null;
  const ids = edits.flatMap(edit => [edit.before, edit.after]);
  try {
    await readObjects({ git, cwd, ids, maxBytes, signal, bulk: false }, ({ type, content }) => {
      const edit = edits[at >> 1];
      const text = type === 'blob' ? (content?.toString('utf8') ?? null) : null;
      if (at++ % 2 === 0) {
        before = text;
        return;
      }
      const review = before === null || text === null ? null : reviewOfEdit(before, text);
      if (edit === undefined || review === null) return;
      reviews.set(edit.page, [...(reviews.get(edit.page) ?? []), { commit: edit.commit, ...review }]);
    });
  } catch (error) {
    // Where objects are missing the log said so already, and nothing is known of these reviews.
    if (!(error instanceof GitError) || (error.reason !== 'missingObject' && error.reason !== 'partial')) throw error;
    return new Map();
  }
  return reviews;
}

/** Follows pages back through their renames. Creations, merges and moves without a change of content are no edits. */
function newestEdits(history: History, pages: readonly string[]): Edit[] {
  /** The page that stands at a path, by index of the path, as the walk goes back. */
  const pageAt = new Map<number, string>();
  const counts = new Map<string, number>();
  for (const page of pages) pageAt.set(history.indexOfPath(page), page);
  pageAt.delete(-1);
  const edits: Edit[] = [];
  const order = canonicalOrder(history);
  for (let index = order.length - 1; index >= 0 && pageAt.size > 0 && edits.length < mostEditsInAll; index--) {
    const commit = order[index] ?? 0;
    for (let at = history.changeEnds.startOf(commit); at < history.changeEnds.at(commit); at++) {
      const path = history.changePaths.at(at);
      const page = pageAt.get(path);
      if (page === undefined) continue;
      const status = history.changeStatuses.at(at);
      const oldPath = status === changeStatus.renamed ? history.changeOldPaths.at(at) : path;
      const count = counts.get(page) ?? 0;
      if (status === changeStatus.added || count >= mostEdits) {
        pageAt.delete(path);
        continue;
      }
      if (oldPath !== path) {
        pageAt.delete(path);
        pageAt.set(oldPath, page);
      }
      const parent = firstParent(history, commit);
      const names = [history.paths[oldPath] ?? '', history.paths[path] ?? ''];
      if (history.changePure.at(at) === 1 || parent === null || names.some(name => name.includes('\n'))) continue;
      counts.set(page, count + 1);
      edits.push({
        ...{ page, commit },
        before: `${parent}:${names[0] ?? ''}`,
        after: `${history.shaOf(commit)}:${names[1] ?? ''}`,
      });
    }
  }
  return edits;
}

function firstParent(history: History, commit: number): string | null {
  const start = history.parentEnds.startOf(commit);
  if (start === history.parentEnds.at(commit)) return null;
  const at = start * history.shaLength;
  return Buffer.from(history.parentShas.values.subarray(at, at + history.shaLength)).toString('hex');
}
