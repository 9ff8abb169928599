import type { Git } from '../git/git';
import { locateGit } from '../git/locate';

/** The git to use, found once for each configured path; a failure is not remembered, so that installing git is enough. */
export class KnownGits {
  private readonly gits = new Map<string, Promise<Git>>();

  /** @param gitPath as configured; null: the one that is there. Rejects with a GitError. */
  get(gitPath: string | null): Promise<Git> {
    const key = gitPath ?? '';
    const known = this.gits.get(key);
    if (known) {
      return known;
    }
    const found = locateGit({
      candidates: gitPath === null ? [] : [gitPath],
      platform: process.platform,
      env: process.env,
    });
    this.gits.set(key, found);
    found.catch(() => this.gits.delete(key));
    return found;
  }
}
