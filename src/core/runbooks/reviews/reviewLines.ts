// `last_reviewed_on: …`, `"last-reviewed" = …`, `- **Last reviewed:** …`, `| Review date | … |`, `## Last reviewed`.
const label =
  /^[^\p{L}\p{N}\n]{0,12}(last[ _-]?review(?:ed)?(?:[ _-]?(?:on|at|date))?|review(?:ed)?[ _-]?(?:on|date))[\s"*_`]*(?:[:=|]|$)[\s"'*_`|:]*(.{0,60})/iu;
const interval = /^[^\p{L}\p{N}\n]{0,12}(?:review[ _-]?(?:in|cycle|every|by)|next[ _-]?review(?:[ _-]?date)?)\b/iu;

const likely = /review/i;

/** The value behind a label of a review date in a line of text, `''` when the value is on another line; null for no such line. */
export function reviewedIn(line: string): string | null {
  if (!likely.test(line.slice(0, 60))) return null;
  const found = label.exec(line.slice(0, 200));
  return found === null ? null : (found[2] ?? '').replace(/["'*_`|]+\s*$/, '').trim();
}

/** Whether a page may say when it was reviewed: worth asking git for its earlier versions. */
export function mayHaveReviewDate(text: string): boolean {
  return text
    .slice(0, longest)
    .split('\n')
    .some(line => reviewedIn(line) !== null);
}

/** A version of a page: the review date as written, null without one, and everything else, to be compared. */
export interface PageVersion {
  readonly reviewed: string | null;
  readonly rest: string;
}

const longest = 256 * 1024;

/** Takes the review date, its interval, and spaces out of a version of a page. */
export function pageVersion(text: string): PageVersion {
  let reviewed: string | null = null;
  let waits = false;
  const rest: string[] = [];
  for (const line of text.slice(0, longest).split('\n')) {
    const found = reviewedIn(line);
    if (found !== null) {
      reviewed ??= found === '' ? null : found;
      waits = found === '' && reviewed === null;
    } else if (waits && line.trim() !== '') {
      // A heading, and the date below it.
      reviewed = line.trim();
      waits = false;
    } else if (!interval.test(line.slice(0, 200))) {
      rest.push(line);
    }
  }
  return { reviewed, rest: rest.join(' ').replace(/\s+/g, ' ').trim() };
}
