import { changeStatus, type History } from '../core/history/history';
import { canonicalOrder } from '../core/history/order';
import { isMarkdownPath } from '../core/runbooks/markdownPath';
import { type FoundReview, reviewOfEdit } from '../core/runbooks/reviews/review';
import { mayHaveReviewDate } from '../core/runbooks/reviews/reviewLines';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import { readObjects } from '../git/readObjects';

/** What edits turned out to be, by commit and path; a commit never changes, so that each is asked about once. */
export type KnownReviews = Map<string, ReturnType<typeof reviewOfEdit>>;

export interface ReviewsQuestion {
  readonly git: Git;
  readonly cwd: string;
  readonly history: History;
  /** Objects may be left at a remote: then nothing is asked. */
  readonly partial: boolean;
  /** Pages by path; those with a review date are asked about. */
  readonly texts: ReadonlyMap<string, string>;
  readonly known: KnownReviews;
  readonly signal: AbortSignal;
}

/** The newest edits of a page, and of all pages together; two versions are read for each. */
const mostEdits = 12;
const mostEditsInAll = 6000;
const mostKnown = 20_000;

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
 * The reviews among the newest edits of each page with a review date, newest first: edits that changed the date. At most one
 * question for all; edits without an answer are left out.
 */
export async function pageReviews(question: ReviewsQuestion): Promise<ReadonlyMap<string, readonly FoundReview[]>> {
  const { history, partial, texts, known } = question;
  const pages = [...texts]
    .filter(([path, text]) => isMarkdownPath(path) && mayHaveReviewDate(text))
    .map(([path]) => path);
  const edits = partial || pages.length === 0 ? [] : newestEdits(history, pages);
  if (known.size > mostKnown) known.clear();
  await compare(
    question,
    edits.filter(({ after }) => !known.has(after)),
  );
  const reviews = new Map<string, FoundReview[]>();
  for (const { page, commit, after } of edits) {
    const review = known.get(after) ?? null;
    if (review !== null) reviews.set(page, [...(reviews.get(page) ?? []), { commit, ...review }]);
  }
  return reviews;
}

/** Reads both versions of each edit, and notes what it was. */
async function compare({ git, cwd, known, signal }: ReviewsQuestion, edits: readonly Edit[]): Promise<void> {
  if (edits.length === 0) return;
  const ids = edits.flatMap(edit => [edit.before, edit.after]);
  let at = 0;
  let before: string | null = null;
  try {
    await readObjects({ git, cwd, ids, maxBytes, signal, bulk: false }, ({ type, content }) => {
      const after = edits[at >> 1]?.after ?? '';
      const text = type === 'blob' ? (content?.toString('utf8') ?? null) : null;
      if (at++ % 2 === 0) before = text;
      else known.set(after, before === null || text === null ? null : reviewOfEdit(before, text));
    });
  } catch (error) {
    // Where objects are missing the log said so already, and nothing is known of these reviews.
    if (!(error instanceof GitError) || (error.reason !== 'missingObject' && error.reason !== 'partial')) throw error;
  }
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
      const parent = history.firstParentOf(commit);
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
