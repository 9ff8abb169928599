import { noBlob } from '../../core/lines/changeLog';
import { childrenFirst } from '../../core/lines/childrenFirst';
import { type AttributedFile, fileFamilies } from '../../core/lines/families';
import { restOfTree, Walk } from '../../core/lines/walk';
import type { ObjectReader } from '../../git/objectReader';
import { attributeFamilies } from './attributeFamilies';
import { type NumberedText, textsOf } from './headContents';
import { type EarlierLines, KnownLines } from './knownLines';
import type { LineHistory } from './lineHistory';
import type { LineRequest } from './lineRequest';
import { missingBlobs } from './missingBlobs';
import type { ReadContents } from './readContents';
import { GitWalkQuestions } from './walkQuestions';

/** Where the lines of some texts lead, among what is known of an earlier head. */
export interface WalkedBack {
  readonly walk: Walk;
  readonly texts: readonly NumberedText[];
  /** Node of each text. */
  readonly nodes: Int32Array;
  readonly lines: KnownLines;
  /** Whether all that no commit of the history changed comes from the earlier head as it is. */
  readonly restIsKnown: boolean;
}

/**
 * Walks from texts of the head back to those of an earlier head, as far as the history goes.
 * @param takesPart the texts of the earlier head that count, by path: behind the others it walks on
 * @param objects asked where a file was renamed with changes
 */
export async function walkBack(
  request: LineRequest,
  history: LineHistory,
  texts: readonly NumberedText[],
  earlier: EarlierLines,
  takesPart: (rawPath: string) => boolean,
  objects: ObjectReader,
): Promise<WalkedBack> {
  const { log, sources } = history;
  const questions = new GitWalkQuestions(request, log, sources, objects);
  const walk = new Walk(log, questions);
  const lines = new KnownLines(earlier, walk.graph, history);
  const rest = { path: restOfTree, blob: noBlob };
  const known = textsOf(earlier.files, log, takesPart);
  const from = log.commits.addHex(earlier.head);
  const head = log.commits.addHex(request.head);
  const knownNodes = walk.start(from, [...known, rest], true);
  known.forEach(({ index }, text) => {
    lines.add(knownNodes[text] as number, index);
  });
  const nodes = walk.start(head, [...texts, rest]);
  try {
    await walk.run(childrenFirst(log, [head, from]));
  } finally {
    await questions.close();
  }
  const restIsKnown = walk.graph.sameAs(nodes[texts.length] as number) === knownNodes[known.length];
  return { walk, texts, nodes, lines, restIsKnown };
}

/** What becomes of a text; `index` is its place in the list of files. */
export interface WalkedSink {
  /** It is as a file of the earlier head is. */
  known(index: number, file: number): void;
  /** The owner of each line in numbers of the history, and whether some lines come from where the history ends. */
  owned(index: number, owners: Int32Array, leadsBehind: boolean): void;
}

/** Owns the lines of texts that were walked back: finds what is known, and compares the rest. */
export async function ownWalked(
  request: LineRequest,
  { log, hunks }: LineHistory,
  { walk, texts, nodes, lines }: WalkedBack,
  read: ReadContents,
  sink: WalkedSink,
): Promise<void> {
  const open: AttributedFile[] = [];
  texts.forEach(({ index, lines: count }, text) => {
    const node = nodes[text] as number;
    const file = lines.fileAt(node);
    if (file === undefined) open.push({ index, node, lines: count });
    else sink.known(index, file);
  });
  const missing = await missingBlobs(request, log);
  await attributeFamilies(
    fileFamilies(walk.graph, open),
    {
      graph: walk.graph,
      hunks,
      ignored: new Set([...request.ignored].map(sha => log.commits.addHex(sha))),
      ownersOf: node => lines.ownersOf(node),
    },
    { idOf: blob => log.blobs.hex(blob), isMissing: blob => missing.has(blob), read },
    (index, owners, leadsBehind) => sink.owned(index, owners, leadsBehind),
  );
}
