import { childrenFirst } from '../../core/lines/childrenFirst';
import { fileFamilies } from '../../core/lines/families';
import type { LineOwnership } from '../../core/lines/lineOwnership';
import { tidyOwnership } from '../../core/lines/tidyOwnership';
import { Walk } from '../../core/lines/walk';
import type { ObjectReader } from '../../git/objectReader';
import { attributeFamilies } from './attributeFamilies';
import { type DescribedFiles, textsOf } from './headContents';
import type { LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';
import { missingBlobs } from './missingBlobs';
import { OwnedFiles } from './ownedFiles';
import { readNewChanges } from './readChanges';
import { streamedContents } from './readContents';
import { GitWalkQuestions } from './walkQuestions';

/** Progress is told this many times at most. */
const progressSteps = 200;

/**
 * Owns every line from the whole history: reads the changes that are not known yet, walks back from the head, and
 * compares what was not compared before. What it learns goes into `history`.
 */
export async function traceLines(
  request: LineRequest,
  { files, largestText }: DescribedFiles,
  history: LineHistory,
  objects: ObjectReader,
): Promise<LineOwnership> {
  const { head, onProgress } = request;
  const { log, hunks, sources } = history;
  await readNewChanges(request, history);
  const texts = textsOf(files, log);
  const questions = new GitWalkQuestions(request, log, sources, objects);
  const walk = new Walk(log, questions);
  const headCommit = log.commits.addHex(head);
  const nodes = walk.start(headCommit, texts);
  try {
    await walk.run(childrenFirst(log, [headCommit]));
  } finally {
    await questions.close();
  }
  const families = fileFamilies(
    walk.graph,
    texts.map(({ index, lines }, text) => ({ index, lines, node: nodes[text] as number })),
  );
  const missing = await missingBlobs(request, log);
  const owned = new OwnedFiles(files, log);
  const cutOff = history.cutOff();
  let done = 0;
  await attributeFamilies(
    families,
    {
      graph: walk.graph,
      hunks,
      ignored: new Set([...request.ignored].map(sha => log.commits.addHex(sha))),
      ownersOf: () => null,
    },
    {
      idOf: blob => log.blobs.hex(blob),
      isMissing: blob => missing.has(blob),
      read: streamedContents(request, largestText),
    },
    (index, owners) => {
      owned.put(index, owners, cutOff);
      done++;
      if (done % Math.ceil(texts.length / progressSteps) === 0) onProgress?.(done, texts.length);
    },
  );
  return tidyOwnership(owned.finish(head, null));
}
