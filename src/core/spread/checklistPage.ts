import type { ChecklistKind } from '../checklist';
import { prose } from '../scaffold/markdown';
import { regionLines, withRegions } from '../scaffold/markedRegions';
import type { Lines } from '../scaffold/stubLines';
import { checklistMark } from './checklistMarks';
import type { StepDraft } from './stepDraft';

/** What a checklist is written from. */
export interface ChecklistDraft {
  readonly kind: ChecklistKind;
  /** Id of the component; null unless the kind is `spread`. */
  readonly component: string | null;
  readonly title: string;
  /** Why there is this page, from the repository. Markdown. */
  readonly situation: Lines;
  /** At most nine. */
  readonly steps: readonly StepDraft[];
  /** The day that dates are counted from, `YYYY-MM-DD`. */
  readonly today: string;
}

const situationId = 'situation';

/** A new page. Boxes, dates, evidence and titles are people's from then on; only what stands between comments is ours. */
export function newChecklist(draft: ChecklistDraft): string {
  const lines = [
    checklistMark(draft.kind, draft.component),
    '',
    `# ${prose(draft.title)}`,
    '',
    ...regionLines(situationId, draft.situation),
    '',
    'Tick a step when it is done, and write behind "Evidence" where that can be seen: a commit, or a link to a page of this repository. What stands between comments is written again from the repository; all else is yours.',
    '',
    ...draft.steps.flatMap(step => [
      `- [ ] ${step.title}`,
      ...regionLines(step.id, step.body).map(line => (line === '' ? line : `  ${line}`)),
      `  - Who: ${step.who}`,
      `  - Due: ${dayAfter(draft.today, step.days)}`,
      ...(step.asksBackup === true ? ['  - Backup:'] : []),
      '  - Evidence:',
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The page as it is with what the repository says now; what people wrote stays to the byte. */
export function refreshedChecklist(page: string, { situation, steps }: ChecklistDraft): string {
  return withRegions(page, new Map([[situationId, situation], ...steps.map(({ id, body }) => [id, body] as const)]));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
