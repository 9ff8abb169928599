import { parentPort, workerData } from 'node:worker_threads';
import type { Snapshot } from '../core/model';
import { plainTranslate, translateWith, type Words } from '../core/report/translate';
import { GitError } from '../git/errors';
import { LocalAnalysis } from './localAnalysis';
import {
  type AnalyseRequest,
  type FromWorker,
  type Question,
  type Questions,
  slicedLists,
  type ToWorker,
} from './protocol';
import { Turns } from './turns';

/** So many travel in one message, so that the host takes a millisecond or two for it: a component holds whom it rests on. */
const itemsAtOnce: Readonly<Record<(typeof slicedLists)[number], number>> = {
  people: 250,
  aliasSuggestions: 250,
  components: 20,
  files: 250,
  runbooks: 250,
  alerts: 500,
  findings: 250,
};

/** What the host hands over when it starts the worker. */
export interface WorkerOptions {
  /** Null: nothing is kept. */
  readonly storeDirectory: string | null;
  /** Of the editor's language; null: English. */
  readonly words: Words | null;
  /** As in `LocalAnalysisOptions`. */
  readonly requests?: readonly AnalyseRequest[] | undefined;
}

interface Asked {
  readonly id: number;
  readonly signal: AbortSignal;
  /** As in `AnalysisCallbacks`. */
  readonly beforeLines: (signal: AbortSignal) => Promise<void>;
}

type Answers = {
  readonly [Kind in keyof Questions]: (
    request: Questions[Kind]['request'],
    asked: Asked,
  ) => Promise<Questions[Kind]['answer']>;
};

/**
 * The worker's side of the protocol. Analyses are served in {@link Turns}, so that no two first trees compete for memory
 * and none waits for lines; a cancelled one frees its place. A question about what is analysed already waits for nothing.
 */
function serve(port: NonNullable<typeof parentPort>, { storeDirectory, words, requests }: WorkerOptions): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const controllers = new Map<number, AbortController>();
  const translate = words === null ? plainTranslate : translateWith(words);
  const log = (line: string): void => send({ kind: 'log', id: 0, line });
  const analysis = new LocalAnalysis({ storeDirectory, log, translate, requests });
  const turns = new Turns();

  let taken = (): void => {};
  /** One slice at a time: a port hands over everything that has arrived in a single turn of the host's loop. */
  const sendSlice = (message: FromWorker): Promise<void> =>
    new Promise(resolve => {
      taken = resolve;
      send(message);
    });
  const sendSnapshot = async (id: number, snapshot: Snapshot, final: boolean): Promise<void> => {
    const empty = {
      people: [],
      aliasSuggestions: [],
      components: [],
      files: [],
      runbooks: [],
      alerts: [],
      findings: [],
    };
    await sendSlice({ kind: 'snapshot', id, snapshot: { ...snapshot, ...empty }, final });
    for (const list of slicedLists) {
      const count = itemsAtOnce[list];
      for (let at = 0; at < snapshot[list].length; at += count) {
        await sendSlice({ kind: 'slice', id, slice: { [list]: snapshot[list].slice(at, at + count) } });
      }
    }
    send({ kind: 'complete', id });
  };

  /** Of two Snapshots one goes first: both would wait for the same answers. */
  let sending: Promise<void> = Promise.resolve();

  const answers: Answers = {
    stub: (request, { signal }) => analysis.stub(request, signal),
    checklist: (request, { signal }) => analysis.checklist(request, signal),
    progress: (request, { signal }) => analysis.progress(request, signal),
    report: (request, { signal, beforeLines }) => analysis.report(request, signal, beforeLines),
    codeowners: (request, { signal }) => analysis.codeowners(request, signal),
    commits: (request, { signal }) => analysis.commits(request, signal),
    assist: (request, { id, signal, beforeLines }) =>
      analysis.assist(request, {
        signal,
        beforeLines,
        onProgress: progress => send({ kind: 'progress', id, progress }),
      }),
    ownership: (request, { id, signal }) =>
      analysis.ownership(request, signal, (done, total) => send({ kind: 'quarters', id, done, total })),
    checkRunbook: request => analysis.checkRunbook(request),
    tick: request => analysis.tick(request),
    checkSettings: request => analysis.checkSettings(request),
  };
  const answer = async <Kind extends keyof Questions>(question: Question<Kind>, asked: Asked): Promise<void> =>
    send({ kind: 'answer', id: asked.id, answer: await answers[question.kind](question.request, asked) });

  const analyse = async (request: AnalyseRequest, { id, signal, beforeLines }: Asked): Promise<void> => {
    let sent: Promise<void> = Promise.resolve();
    try {
      await analysis.analyse(request, {
        signal,
        onProgress: progress => send({ kind: 'progress', id, progress }),
        onSnapshot: (snapshot, final) => {
          sent = sending.then(() => sendSnapshot(id, snapshot, final));
          sending = sent;
          return sent;
        },
        beforeLines,
      });
    } finally {
      // What was shown already stays usable: the rest of it goes first.
      await sent;
    }
    send({ kind: 'done', id });
  };

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'taken') {
      taken();
      return;
    }
    const { id } = message;
    if (message.kind === 'cancel') {
      controllers.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    controllers.set(id, controller);
    const { signal } = controller;
    const serveNow = (beforeLines: Asked['beforeLines']): Promise<void> => {
      const asked = { id, signal, beforeLines };
      const served = message.kind === 'analyse' ? analyse(message.request, asked) : answer(message.question, asked);
      return served.catch(error => send({ kind: 'failed', id, ...describe(error) }));
    };
    const isReady = message.kind === 'question' && isAnswered(message.question, analysis);
    const served = isReady ? serveNow(async () => {}) : turns.take(serveNow);
    void served.finally(() => controllers.delete(id));
  });
}

/** Whether a question waits for no analysis: what is on a page needs none, and what an assistant asks may need another. */
function isAnswered({ kind, request }: Question, analysis: LocalAnalysis): boolean {
  switch (kind) {
    case 'checkRunbook':
    case 'tick':
    case 'checkSettings':
      return true;
    case 'assist':
      return false;
    default:
      return analysis.hasAnalysed(request.path, kind === 'report' ? 2 : 1);
  }
}

function describe(error: unknown): Pick<GitError, 'reason' | 'sentence' | 'values' | 'detail'> {
  const failure =
    error instanceof GitError
      ? error
      : new GitError('failed', 'The analysis failed. The log says where.', {
          detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
  const { reason, sentence, values, detail } = failure;
  return { reason, sentence, values, detail };
}

if (parentPort) {
  serve(parentPort, workerData as WorkerOptions);
}
