import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { BuiltRepository } from '../support/builtRepository';
import { buildLargeRepository } from '../support/largeRepository';
import { snapshotWhere } from './opened';

const limit = 16;

/** A repository somewhere else on the disk, opened through the Git extension, as opening a file of it does. */
interface OpeningGit {
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

describe('the thread of the extension host', () => {
  const emit = Worker.prototype.emit;
  const turns: number[] = [];
  let large: BuiltRepository;

  before(async function () {
    this.timeout(120_000);
    await snapshotWhere(() => true);
    large = await buildLargeRepository({ commits: 8_000, files: 25_000, people: 300 });
    Worker.prototype.emit = function (this: Worker, event: string | symbol, ...values: unknown[]): boolean {
      const started = performance.now();
      const heard = Reflect.apply(emit, this, [event, ...values]);
      turns.push(performance.now() - started);
      return heard;
    };
  });
  after(async () => {
    Worker.prototype.emit = emit;
    await rm(large.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it(`is never held for more than ${limit} ms while a large repository is analysed`, async function () {
    this.timeout(120_000);
    const git = vscode.extensions.getExtension<OpeningGit>('vscode.git')?.exports;
    assert.ok(git);
    const uri = vscode.Uri.file(large.path);
    await git.getAPI(1).openRepository(uri);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const started = performance.now();
    const { files } = await snapshotWhere(snapshot => snapshot.files.length > 0, uri);
    delay.disable();
    const longest = Math.max(...turns);
    const milliseconds = (nanoseconds: number): string => `${(nanoseconds / 1e6).toFixed(1)} ms`;
    console.log(
      [
        `      ${files.length} files known after ${Math.round(performance.now() - started)} ms`,
        `      ${turns.length} messages taken, the longest in ${longest.toFixed(1)} ms`,
        `      delay of the loop, all extensions: p99 ${milliseconds(delay.percentile(99))}, max ${milliseconds(delay.max)}`,
      ].join('\n'),
    );
    assert.ok(files.length > 10_000);
    assert.ok(longest < limit, `a message took ${longest} ms`);
  });
});
