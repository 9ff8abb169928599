import { folderOf } from '../components/repositoryPath';
import { plainName } from '../scaffold/subject';
import { checklistFolder } from './checklistMarks';

/**
 * Where the checklist of a component belongs. Two components of one name have theirs at different places, since what is
 * `taken` (paths of the repository that hold another page) is passed over.
 */
export function spreadPath(
  component: { readonly id: string; readonly name: string },
  taken: (path: string) => boolean,
): string {
  return free(plainName(component.name) || plainName(folderOf(component.id)) || 'component', taken);
}

/** Where that of a person who leaves does; without a name by the day it was begun, `YYYY-MM-DD`. */
export function leavingPath(name: string | null, today: string, taken: (path: string) => boolean): string {
  return free(`leaving-${(name && plainName(name)) || today}`, taken);
}

/** Where that of a hand-over on call does: one for each day. */
export function handOverPath(today: string, taken: (path: string) => boolean): string {
  return free(`on-call-hand-over-${today}`, taken);
}

function free(name: string, taken: (path: string) => boolean): string {
  for (let number = 1; ; number++) {
    const path = `${checklistFolder}/${name}${number === 1 ? '' : `-${number}`}.md`;
    if (!taken(path)) return path;
  }
}
