import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AnalysisCallbacks } from '../../../src/analysis/client';
import type { AnalyseRequest, Progress } from '../../../src/analysis/protocol';
import { WorkerAnalysis } from '../../../src/analysis/workerAnalysis';
import type { FileOwnership, Snapshot } from '../../../src/core/model';
import { usualChoice } from '../../../src/core/spread/planChoice';
import { GitError } from '../../../src/git/errors';

/** Does what the path of a request says; `cancel` is answered as the real worker does. */
const fakeWorker = `
const { parentPort } = require('node:worker_threads');
const send = message => parentPort.postMessage(message);
const file = path => ({ path });
const answers = {
  slices: id => {
    send({ kind: 'snapshot', id, snapshot: { version: 1, head: 'old', files: [] }, final: false });
    send({ kind: 'slice', id, slice: { files: [file('stale')] } });
    send({ kind: 'complete', id });
    send({ kind: 'progress', id, progress: { phase: 'history', done: 5, total: null } });
    send({ kind: 'snapshot', id, snapshot: { version: 1, head: 'new', files: [] }, final: true });
    send({ kind: 'slice', id, slice: { files: [file('a'), file('b')] } });
    send({ kind: 'slice', id, slice: { files: [file('c')] } });
    send({ kind: 'complete', id });
    send({ kind: 'done', id });
  },
  failed: id => send({ kind: 'failed', id, reason: 'notARepository', sentence: 'No repository {where}.', values: { where: 'here' }, detail: 'git said so' }),
  crash: () => { throw new Error('out of luck'); },
  exit: () => process.exit(3),
  unfinished: id => {
    send({ kind: 'snapshot', id, snapshot: { version: 1, files: [] }, final: true });
    send({ kind: 'slice', id, slice: { files: [file('a')] } });
    process.exit(0);
  },
  wait: id => send({ kind: 'progress', id, progress: { phase: 'history', done: 1, total: null } }),
  log: id => { send({ kind: 'log', id: 0, line: 'hello' }); send({ kind: 'done', id }); },
};
const answerTo = ({ kind, request }) => {
  if (kind === 'stub') return { path: request.component + '.md', markdown: '# Stub' };
  if (kind === 'report') return '# ' + request.format;
  return { asked: request, subjects: new Map([['a', 'Begin']]) };
};
parentPort.on('message', ({ kind, id, request, question }) => {
  if (kind === 'cancel') send({ kind: 'failed', id, reason: 'cancelled', sentence: 'The analysis was cancelled.', values: {}, detail: '' });
  else if (kind === 'question' && question.kind === 'ownership') {
    send({ kind: 'quarters', id, done: 1, total: 2 });
    send({ kind: 'answer', id, answer: { date: question.request.date } });
  } else if (kind === 'question') send({ kind: 'answer', id, answer: answerTo(question) });
  else answers[request.path](id);
});
`;

interface Heard {
  readonly progress: Progress[];
  readonly snapshots: { readonly snapshot: Snapshot; readonly final: boolean }[];
}

describe('the analysis in a worker', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'single-points-worker-'));
  const workerPath = path.join(folder, 'worker.cjs');
  const lines: string[] = [];
  let analysis: WorkerAnalysis;

  const request = (what: string): AnalyseRequest => ({
    ...{ path: what, gitPath: null, settings: { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null } },
  });
  const analyse = async (what: string, signal = new AbortController().signal, heard?: Partial<AnalysisCallbacks>) => {
    const result: Heard = { progress: [], snapshots: [] };
    await analysis.analyse(request(what), {
      signal,
      onProgress: progress => result.progress.push(progress),
      onSnapshot: (snapshot, final) => result.snapshots.push({ snapshot, final }),
      ...heard,
    });
    return result;
  };
  const failure = async (promise: Promise<unknown>): Promise<GitError> => {
    const error = await promise.then(
      () => assert.fail('It did not fail.'),
      (cause: unknown) => cause,
    );
    assert.ok(error instanceof GitError);
    return error;
  };

  before(() => writeFileSync(workerPath, fakeWorker));
  beforeEach(() => {
    lines.length = 0;
    analysis = new WorkerAnalysis({ workerPath, storeDirectory: folder, words: null, log: line => lines.push(line) });
  });
  afterEach(() => analysis.dispose());
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  it('puts the slices of each Snapshot together, the stored one before the fresh one', async () => {
    const { progress, snapshots } = await analyse('slices');
    const paths = (files: readonly FileOwnership[]): string[] => files.map(file => file.path);
    assert.deepEqual(
      snapshots.map(({ snapshot, final }) => [paths(snapshot.files), final]),
      [
        [['stale'], false],
        [['a', 'b', 'c'], true],
      ],
    );
    assert.deepEqual(progress, [{ phase: 'history', done: 5, total: null }]);
  });

  it('fails with the reason and the sentence the worker gives, and logs the detail', async () => {
    const error = await failure(analyse('failed'));
    assert.deepEqual([error.reason, error.message], ['notARepository', 'No repository here.']);
    assert.deepEqual(lines, ['git said so']);
    assert.equal((await analyse('slices')).snapshots.length, 2, 'the worker still works');
  });

  it('fails with a sentence when the worker crashes, and starts another for the next request', async () => {
    const error = await failure(analyse('crash'));
    assert.equal(error.reason, 'failed');
    assert.match(error.message, /stopped unexpectedly.*Refresh/);
    assert.ok(lines.some(line => line.includes('out of luck')));
    assert.equal((await analyse('slices')).snapshots.length, 2);
  });

  it('fails when the worker exits by itself, whatever its code, and hands over no half Snapshot', async () => {
    assert.match((await failure(analyse('exit'))).message, /exit code 3/);
    const snapshots: Snapshot[] = [];
    await failure(analyse('unfinished', undefined, { onSnapshot: snapshot => snapshots.push(snapshot) }));
    assert.deepEqual(snapshots, []);
  });

  it('fails everything that was under way when the worker dies', async () => {
    const waiting = failure(analyse('wait'));
    const crashed = failure(analyse('crash'));
    assert.deepEqual([(await waiting).reason, (await crashed).reason], ['failed', 'failed']);
  });

  it('fails when there is no worker to start', async () => {
    analysis = new WorkerAnalysis({
      workerPath: `${workerPath}.none`,
      storeDirectory: folder,
      words: null,
      log: line => lines.push(line),
    });
    assert.equal((await failure(analyse('slices'))).reason, 'failed');
  });

  it('is cancelled by its signal, and only the one request', async () => {
    const controller = new AbortController();
    const cancelled = failure(analyse('wait', controller.signal, { onProgress: () => controller.abort() }));
    const other = analyse('slices');
    assert.equal((await cancelled).reason, 'cancelled');
    assert.equal((await other).snapshots.length, 2);
  });

  it('does not start when it was cancelled before', async () => {
    assert.equal((await failure(analyse('crash', AbortSignal.abort()))).reason, 'cancelled');
    assert.deepEqual(lines, []);
  });

  it('hands over a report as it was written', async () => {
    const request = { path: 'x', format: 'markdown', pseudonymise: false, plan: usualChoice } as const;
    assert.equal(await analysis.report(request, new AbortController().signal), '# markdown');
  });

  it('drafts a stub', async () => {
    const draft = await analysis.stub(
      { path: 'x', component: 'pay', type: 'service', page: null },
      new AbortController().signal,
    );
    assert.deepEqual(draft, { path: 'pay.md', markdown: '# Stub' });
  });

  it('asks for the commits behind a number', async () => {
    const asked = { path: 'x', of: { file: 'a' }, person: null, most: 5 };
    const answer = await analysis.commits(asked, new AbortController().signal);
    assert.deepEqual(answer, { asked, subjects: new Map([['a', 'Begin']]) });
  });

  it('tells how far a look into the past is before it answers', async () => {
    const heard: number[][] = [];
    const onProgress = (...counts: number[]): void => void heard.push(counts);
    const answer = await analysis.ownership(
      { path: 'x', date: 7, components: [], digest: 0 },
      new AbortController().signal,
      onProgress,
    );
    assert.deepEqual([heard, answer], [[[1, 2]], { date: 7 }]);
  });

  it('logs what the worker logs', async () => {
    await analyse('log');
    assert.deepEqual(lines, ['hello']);
  });

  it('disposed, cancels what it was doing and takes nothing more', async () => {
    const waiting = failure(analyse('wait', undefined, { onProgress: () => analysis.dispose() }));
    assert.equal((await waiting).reason, 'cancelled');
    assert.equal((await failure(analyse('slices'))).reason, 'cancelled');
  });
});
