import type { Lines } from '../scaffold/stubLines';

/** The role that takes a step. */
export type Role = 'Team lead' | 'Service owner' | 'Backup' | 'Engineer on call' | 'Who leaves' | 'Who takes over';

/** A step of a checklist before it is on a page. */
export interface StepDraft {
  readonly id: string;
  readonly title: string;
  readonly who: Role;
  /** Due so many days after the page is drafted. */
  readonly days: number;
  /** A person writes there who the backup is, or the two are. */
  readonly asksBackups?: 1 | 2;
  /** What the repository says about it, Markdown; written again when the page is. */
  readonly body: Lines;
}

/** At most so many things are listed below a step. */
const mostListed = 12;

/** A list that says how much it leaves out, or what stands there instead of nothing. */
export function listed(lines: Lines, none: string): Lines {
  if (lines.length === 0) return [none];
  const more = lines.length - mostListed;
  return more > 0 ? [...lines.slice(0, mostListed), `- And ${more} more.`] : lines;
}
