import type { ChecklistKind } from '../checklist';
import { prose } from '../scaffold/markdown';
import { markedLines, type Section } from '../scaffold/section';
import type { Lines } from '../scaffold/stubLines';
import { checklistMark } from './checklistMarks';
import type { StepDraft } from './stepDraft';

/** What a checklist is written from. */
export interface ChecklistDraft {
  readonly kind: ChecklistKind;
  /** Id of the component; null unless the kind is `spread`. */
  readonly component: string | null;
  /** Stands for who leaves: see {@link leaverMark}. */
  readonly leaver?: string;
  readonly title: string;
  /** Why there is this page, from the repository. Markdown. */
  readonly situation: Lines;
  /** At most nine. */
  readonly steps: readonly StepDraft[];
  /** The day that dates are counted from, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What of a checklist may be written again: why there is the page, and what the repository says about each step. */
export function checklistSections({ situation, steps }: ChecklistDraft): readonly Section[] {
  return [
    { id: 'situation', title: 'Situation', said: situation, asked: [] },
    ...steps.map(({ id, title, body }) => ({ id, title, said: body, asked: [] })),
  ];
}

/** A new page. Boxes, dates, evidence and titles are people's from then on; only what stands between markers is ours. */
export function newChecklist(draft: ChecklistDraft): string {
  const lines = [
    checklistMark(draft.kind, draft.component ?? draft.leaver ?? null),
    '',
    `# ${prose(draft.title)}`,
    '',
    ...markedLines('situation', draft.situation),
    '',
    'Tick a step when it is done, and write behind "Evidence" where that can be seen: a commit, or a link to a page of this repository. What stands between the comments is written again from the repository; all else is yours.',
    '',
    ...draft.steps.flatMap(step => [
      `- [ ] ${step.title}`,
      '',
      ...markedLines(step.id, step.body).map(line => (line === '' ? line : `  ${line}`)),
      '',
      `  - Who: ${step.who}`,
      `  - Due: ${dayAfter(draft.today, step.days)}`,
      ...(step.asksBackups === undefined ? [] : ['  - Backup:']),
      ...(step.asksBackups === 2 ? ['  - Second backup:'] : []),
      '  - Evidence:',
      '',
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
