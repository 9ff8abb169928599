import path from 'node:path';
import { isSiteFile } from '../core/runbooks/alerts/ownPlaces';
import type { AlertTexts } from '../core/runbooks/alerts/repositoryAlerts';
import { isRunbookPath } from '../core/runbooks/discover';
import { defaultSettings } from '../core/settings';
import type { Git } from '../git/git';
import { describeRepository } from '../git/repository';
import { listTree } from '../git/tree';
import { RevisionFiles } from './sourceFiles';

/**
 * What alerts need of other repositories, by the name of their folder: what is committed there, never files beside it.
 * One without commits has no files. Rejects with a GitError for a folder that is no repository.
 */
export async function readOthers(
  git: Git,
  folders: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, AlertTexts>> {
  const others = new Map<string, AlertTexts>();
  for (const folder of folders) {
    const { root, head, remotes } = await describeRepository(git, folder, signal);
    const tree = head === null ? [] : await listTree(git, root, head, { signal });
    const paths = tree.map(file => file.path);
    const wanted = paths.filter(each => each === 'go.mod' || isSiteFile(each) || isRunbookPath(each, defaultSettings));
    const texts = await new RevisionFiles(git, root, tree).read(wanted, signal);
    others.set(path.basename(folder), { texts, paths: new Set(paths), remotes });
  }
  return others;
}
