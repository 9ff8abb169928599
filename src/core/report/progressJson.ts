import type { Snapshot } from '../model';
import type { BeforeAfter, ChecklistProgress, Drift, Progress, StepProgress } from '../progress';
import { type CodeJson, limitJson } from './codeJson';
import { day } from './numbers';
import { checklistSummary, driftText, proofText } from './progressText';
import { plainTranslate } from './translate';

/** What a page says and the repository does not bear out: its code and its English sentence. */
interface DriftJson {
  readonly code: Drift;
  readonly text: string;
}

/** What `progress --format json` prints. Fields may be added; these stay. */
export interface ProgressJson {
  readonly version: 1;
  readonly repository: { readonly root: string; readonly head: string | null; readonly limits: readonly CodeJson[] };
  readonly beforeAfter: (Omit<BeforeAfter, 'since'> & { readonly since: string | null }) | null;
  readonly checklists: readonly (Omit<ChecklistProgress, 'steps' | 'drift'> & {
    readonly summary: string;
    readonly proven: string | null;
    readonly drift: readonly DriftJson[];
    readonly steps: readonly (Omit<StepProgress, 'drift'> & { readonly drift: readonly DriftJson[] })[];
  })[];
}

/** How far the checklists of a repository are, in the form scripts depend on. It names nobody. */
export function progressJson({ checklists, beforeAfter }: Progress, { repository, limits }: Snapshot): ProgressJson {
  return {
    version: 1,
    repository: { root: repository.root, head: repository.head, limits: limits.map(limitJson) },
    beforeAfter: beforeAfter && { ...beforeAfter, since: day(beforeAfter.since) },
    checklists: checklists.map(list => ({
      ...list,
      summary: checklistSummary(list, plainTranslate),
      proven: proofText(list, plainTranslate),
      drift: list.drift.map(driftJson),
      steps: list.steps.map(step => ({ ...step, drift: step.drift.map(driftJson) })),
    })),
  };
}

function driftJson(code: Drift): DriftJson {
  return { code, text: driftText(code, plainTranslate) };
}
