/** `spread`: a second person for a component; `leaving`: somebody leaves or is away for long; `handOver`: a shift on call ends. */
export type ChecklistKind = 'spread' | 'leaving' | 'handOver';

/** A page of steps that end a single point, as it is in the repository. */
export interface Checklist {
  readonly path: string;
  readonly kind: ChecklistKind;
  /** Id of the component, as the page names it; null unless the kind is `spread`. */
  readonly component: string | null;
  /** Stands for who leaves; null for other kinds, and on pages that do not say it. */
  readonly leaver: string | null;
  readonly steps: readonly ChecklistStep[];
  /** It is too long to be read whole, or no plain text: nothing is known of its steps. */
  readonly unread: boolean;
  /** A marker of ours lacks its partner or is there twice, so that a step may be missing here. */
  readonly damaged: boolean;
}

/** A step of a checklist: an item of a task list. What people write of it stays theirs. */
export interface ChecklistStep {
  /** Stays when the words of the step change. */
  readonly id: string;
  readonly title: string;
  /** Of its box, from 1. */
  readonly line: number;
  readonly ticked: boolean;
  /** Where the character between the brackets stands, an offset of the text in UTF-16 units. */
  readonly box: number;
  /** A role. */
  readonly who: string;
  /** `YYYY-MM-DD`; null for what is no day. */
  readonly due: string | null;
  /** Who are named as backups, as written, the first one first; none where nobody is. */
  readonly backups: readonly string[];
  readonly evidence: NamedEvidence;
}

/** What a person names as evidence of a step. */
export interface NamedEvidence {
  /** Abbreviated or whole ids of commits, lower case. */
  readonly commits: readonly string[];
  /** Targets of links, as written. */
  readonly links: readonly string[];
}
