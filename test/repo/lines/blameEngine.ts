import type { FileLines, LineOwnership } from '../../../src/core/lines/lineOwnership';
import { type BlamedRepository, type BlameOptions, type BlameRun, blameLines, textFiles } from '../../support/blame';
import type { LineEngine } from './lineEngine';

/** How {@link blameEngine} errs: other options for git, or other runs than git's. */
export interface Mistake {
  readonly options?: BlameOptions;
  readonly runs?: (runs: BlameRun[], path: string) => BlameRun[];
  readonly forgetsIgnored?: boolean;
}

/** An engine made of blame itself: without a mistake it is always right. What cannot find a mistake proves nothing. */
export function blameEngine(repository: BlamedRepository, mistake: Mistake = {}): LineEngine {
  return async ({ head, ignored }) => {
    const listed = await textFiles(repository, head);
    const blamedFiles = await Promise.all(
      listed.map(async ({ bytes, path }) => {
        const ignoreRevs = mistake.forgetsIgnored === true ? [] : ignored;
        const runs = await blameLines(repository, bytes, { ignoreRevs, ...mistake.options, revision: head });
        return { path, runs: mistake.runs?.(runs, path) ?? runs };
      }),
    );
    return asOwnership(head, blamedFiles);
  };
}

function asOwnership(head: string, files: readonly { path: string; runs: readonly BlameRun[] }[]): LineOwnership {
  const ids = [...new Set(files.flatMap(({ runs }) => runs.map(([, sha]) => sha)))].sort();
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  return {
    head,
    shaLength: head.length === 40 ? 20 : 32,
    commits: Buffer.from(ids.join(''), 'hex'),
    files: files.map(
      ({ path, runs }): FileLines => ({
        path,
        lines: runs.reduce((sum, [length]) => sum + length, 0),
        runs: Int32Array.from(runs.flatMap(([length, sha]) => [length, indexOf.get(sha) ?? -1])),
      }),
    ),
  };
}
