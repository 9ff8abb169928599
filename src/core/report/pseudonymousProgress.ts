import type { Person } from '../model';
import type { Progress } from '../progress';
import { pseudonymous } from './pseudonymise';

/** The progress without the names of those people: a step's words are what somebody wrote, and a page may be called after one. */
export function pseudonymousProgress(progress: Progress, people: readonly Person[]): Progress {
  const { inText, inPath } = pseudonymous(people);
  return {
    ...progress,
    checklists: progress.checklists.map(list => ({
      ...list,
      path: inPath(list.path),
      label: inText(list.label),
      component: list.component && inPath(list.component),
      steps: list.steps.map(step => ({ ...step, title: inText(step.title), who: inText(step.who) })),
    })),
  };
}
