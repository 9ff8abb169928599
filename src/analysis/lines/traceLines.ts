import { childrenFirst } from '../../core/lines/childrenFirst';
import { fileFamilies } from '../../core/lines/families';
import { idBytes } from '../../core/lines/objectIds';
import { Walk } from '../../core/lines/walk';
import { presentObjects } from '../../git/blobs';
import { attributeFamilies } from './attributeFamilies';
import type { TextFile } from './headContents';
import type { LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';
import { OwnedFiles } from './ownedFiles';
import { readChanges } from './readChanges';
import { GitWalkQuestions } from './walkQuestions';

/**
 * Owns every line from the whole history: reads the changes that are not known yet, walks back from the head, and
 * compares what was not compared before. What it learns goes into `history`.
 */
export async function traceLines(
  request: LineRequest,
  files: readonly TextFile[],
  history: LineHistory,
): Promise<OwnedFiles> {
  const { git, description, head, signal, onProgress } = request;
  const { log, hunks, sources } = history;
  if (!history.tips.includes(head)) {
    await readChanges(log, [head, ...history.tips.map(tip => `^${tip}`)], request);
    history.addTip(head);
  }
  const counted = files.map(file => ({
    ...file,
    path: log.path(file.rawPath),
    blob: log.blobs.add(idBytes(file.blob)),
  }));
  const missing = await missingBlobs(request, history);
  const isMissing = (blob: number): boolean => missing.has(blob);
  const questions = new GitWalkQuestions(git, description.root, log, sources, isMissing, signal);
  const walk = new Walk(log, questions);
  const headCommit = log.commits.add(idBytes(head));
  const nodes = walk.start(headCommit, counted);
  try {
    await walk.run(childrenFirst(log, [headCommit]));
  } finally {
    await questions.close();
  }
  const families = fileFamilies(
    walk.graph,
    counted.map(({ lines }, index) => ({ index, node: nodes[index] as number, lines: lines ?? 0 })),
  );
  const owned = new OwnedFiles(files, log);
  const boundary = new Set(history.boundary.map(sha => log.commits.indexOf(idBytes(sha))));
  let done = 0;
  await attributeFamilies(
    families,
    {
      graph: walk.graph,
      hunks,
      ignored: new Set([...request.ignored].map(sha => log.commits.indexOf(idBytes(sha)))),
      ownersOf: () => null,
      onUnfinished: () => {},
    },
    { idOf: blob => log.blobs.hex(blob), isMissing },
    request,
    (index, owners) => {
      owned.put(index, owners, boundary);
      onProgress?.(++done, files.length);
    },
  );
  return owned;
}

/** Blobs of a partial clone that are not here. Nothing is fetched to find out. */
async function missingBlobs({ git, description, signal }: LineRequest, { log }: LineHistory): Promise<Set<number>> {
  const missing = new Set<number>();
  if (!description.partial) return missing;
  const ids = Array.from({ length: log.blobs.size }, (_, blob) => log.blobs.hex(blob));
  const present = new Set(await presentObjects(git, description.root, ids, signal));
  ids.forEach((id, blob) => {
    if (!present.has(id)) missing.add(blob);
  });
  return missing;
}
