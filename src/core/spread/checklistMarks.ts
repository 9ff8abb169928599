import type { Checklist, ChecklistKind } from '../checklist';

/** Where checklists are. */
export const checklistFolder = 'docs/ownership';

/** Globs of the pages that may be one. */
export const checklistGlobs: readonly string[] = [`${checklistFolder}/**/*.md`];

const words: Readonly<Record<ChecklistKind, string>> = {
  spread: 'spread',
  leaving: 'leaving',
  handOver: 'hand-over',
};

const mark = /^<!-- single-points:checklist (spread|leaving|hand-over)(?: (\S+))? -->$/;

/** The comment that says what a page is, and of which component or for whom; nothing in it can end it. */
export function checklistMark(kind: ChecklistKind, of: string | null): string {
  const subject = of === null ? '' : ` ${encodeURI(of.replace(/\p{Cs}/gu, '')).replace(/--/g, '%2D%2D')}`;
  return `<!-- single-points:checklist ${words[kind]}${subject} -->`;
}

/** What such a comment says; null for any other. */
export function readChecklistMark(comment: string): Pick<Checklist, 'kind' | 'component' | 'leaver'> | null {
  const [, word, subject] = mark.exec(comment) ?? [];
  const kind = (Object.keys(words) as ChecklistKind[]).find(each => words[each] === word);
  if (kind === undefined) return null;
  const of = subject === undefined ? null : decoded(subject);
  return { kind, component: kind === 'spread' ? of : null, leaver: kind === 'leaving' ? of : null };
}

function decoded(subject: string): string {
  try {
    return decodeURIComponent(subject);
  } catch {
    // A stray percent sign: somebody wrote it by hand.
    return subject;
  }
}
