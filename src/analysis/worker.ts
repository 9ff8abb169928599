import { parentPort, workerData } from 'node:worker_threads';
import type { Snapshot } from '../core/model';
import { plainTranslate, translateWith, type Words } from '../core/report/translate';
import { GitError } from '../git/errors';
import { LocalAnalysis } from './localAnalysis';
import { type FromWorker, type Progress, type Question, slicedLists, type ToWorker } from './protocol';
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
}

/**
 * The worker's side of the protocol. Analyses are served in {@link Turns}, so that no two first trees compete for memory
 * and none waits for lines; a cancelled one frees its place. A question about what is analysed already waits for nothing.
 */
function serve(port: NonNullable<typeof parentPort>, { storeDirectory, words }: WorkerOptions): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const controllers = new Map<number, AbortController>();
  const translate = words === null ? plainTranslate : translateWith(words);
  const log = (line: string): void => send({ kind: 'log', id: 0, line });
  const analysis = new LocalAnalysis({ storeDirectory, log, translate });
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

  const handle = async (
    message: Question & { readonly id: number },
    signal: AbortSignal,
    beforeLines: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> => {
    const { id } = message;
    let sent: Promise<void> = Promise.resolve();
    try {
      if (message.kind === 'stub') {
        send({ kind: 'stub', id, draft: await analysis.stub(message.request, signal) });
        return;
      }
      if (message.kind === 'checklist') {
        send({ kind: 'checklist', id, draft: await analysis.checklist(message.request, signal) });
        return;
      }
      if (message.kind === 'spread') {
        send({ kind: 'spread', id, answer: await analysis.progress(message.request, signal) });
        return;
      }
      if (message.kind === 'report') {
        send({ kind: 'report', id, text: await analysis.report(message.request, signal, beforeLines) });
        return;
      }
      if (message.kind === 'codeowners') {
        send({ kind: 'codeowners', id, draft: await analysis.codeowners(message.request, signal) });
        return;
      }
      if (message.kind === 'commits') {
        send({ kind: 'commits', id, answer: await analysis.commits(message.request, signal) });
        return;
      }
      if (message.kind === 'assist') {
        const onProgress = (progress: Progress): void => send({ kind: 'progress', id, progress });
        const answer = await analysis.assist(message.request, { signal, onProgress, beforeLines });
        send({ kind: 'assist', id, answer });
        return;
      }
      if (message.kind === 'ownership') {
        const onProgress = (done: number, total: number): void => send({ kind: 'quarters', id, done, total });
        send({ kind: 'ownership', id, answer: await analysis.ownership(message.request, signal, onProgress) });
        return;
      }
      if (message.kind === 'runbook') {
        send({ kind: 'runbook', id, answer: await analysis.checkRunbook(message.request) });
        return;
      }
      if (message.kind === 'tick') {
        send({ kind: 'tick', id, answer: await analysis.tick(message.request) });
        return;
      }
      if (message.kind === 'settings') {
        send({ kind: 'settings', id, problems: await analysis.checkSettings(message.request) });
        return;
      }
      await analysis.analyse(message.request, {
        signal,
        onProgress: progress => send({ kind: 'progress', id, progress }),
        onSnapshot: (snapshot, final) => {
          sent = sending.then(() => sendSnapshot(id, snapshot, final));
          sending = sent;
          return sent;
        },
        beforeLines,
      });
      await sent;
      send({ kind: 'done', id });
    } catch (error) {
      // What was shown already stays usable: the rest of it goes first.
      await sent;
      send({ kind: 'failed', id, ...describe(error) });
    }
  };

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'taken') {
      taken();
      return;
    }
    if (message.kind === 'cancel') {
      controllers.get(message.id)?.abort();
      return;
    }
    const controller = new AbortController();
    controllers.set(message.id, controller);
    // What is on a page needs no analysis; what an assistant asks may need another.
    const ready =
      message.kind === 'runbook' ||
      message.kind === 'tick' ||
      message.kind === 'settings' ||
      (message.kind !== 'analyse' &&
        message.kind !== 'assist' &&
        analysis.hasAnalysed(message.request.path, message.kind === 'report' ? 2 : 1));
    const { signal } = controller;
    const served = ready
      ? handle(message, signal, async () => {})
      : turns.take(beforeLines => handle(message, signal, beforeLines));
    void served.finally(() => controllers.delete(message.id));
  });
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
