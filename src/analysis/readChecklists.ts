import type { Checklist } from '../core/checklist';
import { checklistGlobs } from '../core/spread/checklistMarks';
import { readChecklist, unreadChecklist } from '../core/spread/readChecklist';
import type { Analysed } from './analysed';

/** The checklists of a repository as they are on disk but for unsaved texts by path, or at the revision that was analysed, by path. */
export async function readChecklists(
  { files }: Pick<Analysed, 'files'>,
  signal: AbortSignal,
  unsaved: ReadonlyMap<string, string> = new Map(),
): Promise<readonly Checklist[]> {
  const paths = (await files.find(checklistGlobs)).sort();
  const texts = await files.read(paths, signal);
  return paths.flatMap(path => {
    const text = unsaved.get(path) ?? texts.get(path);
    return text === undefined ? [unreadChecklist(path)] : (readChecklist(path, text) ?? []);
  });
}
