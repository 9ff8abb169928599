import type { PersonId, Share } from '../model';

/** A change of that many files at once is a move or a reformat, not writing. */
export const mechanicalBreadth = 100;

/** One edit of a runbook's content, found through its renames; a move alone is none. */
export interface RunbookEdit {
  readonly person: PersonId;
  readonly date: number;
  /** A bot or an AI agent made it. */
  readonly automated: boolean;
  /** It brought the page into being. */
  readonly created: boolean;
  /** Part of a change to very many files, or of whitespace and dates only. */
  readonly mechanical: boolean;
}

export interface RunbookAuthors {
  /** Share of the human edits of its content; highest first, then by person. */
  readonly authors: readonly Share[];
  /** The newest human edit of its content; of any edit when there is none; 0 without edits. */
  readonly lastTouched: number;
  readonly edits: number;
  /** The edit that created it is among them. */
  readonly created: boolean;
}

/** Who wrote a runbook: bots, agents and mechanical changes write nothing. Edits may come in any order. */
export function runbookAuthors(edits: readonly RunbookEdit[]): RunbookAuthors {
  const content = edits.filter(edit => !edit.automated && !edit.mechanical);
  const counts = new Map<PersonId, number>();
  for (const edit of content) counts.set(edit.person, (counts.get(edit.person) ?? 0) + 1);
  const dated = content.length > 0 ? content : edits;
  return {
    authors: [...counts]
      .map(([person, count]) => ({ person, share: count / content.length }))
      .sort((a, b) => b.share - a.share || a.person - b.person),
    lastTouched: dated.reduce((newest, edit) => Math.max(newest, edit.date), 0),
    edits: content.length,
    created: content.some(edit => edit.created),
  };
}
