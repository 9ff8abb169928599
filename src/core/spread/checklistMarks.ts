import type { ChecklistKind } from '../checklist';

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

/** The comment that says what a page is; no id can end it. */
export function checklistMark(kind: ChecklistKind, component: string | null): string {
  const subject = component === null ? '' : ` ${encodeURI(component.replace(/\p{Cs}/gu, '')).replace(/--/g, '%2D%2D')}`;
  return `<!-- single-points:checklist ${words[kind]}${subject} -->`;
}

/** What such a comment says; null for any other. */
export function readChecklistMark(comment: string): { kind: ChecklistKind; component: string | null } | null {
  const [, word, subject] = mark.exec(comment) ?? [];
  const kind = (Object.keys(words) as ChecklistKind[]).find(each => words[each] === word);
  if (kind === undefined) return null;
  try {
    return { kind, component: kind === 'spread' && subject !== undefined ? decodeURIComponent(subject) : null };
  } catch {
    // A stray percent sign: somebody wrote it by hand.
    return { kind, component: subject ?? null };
  }
}
