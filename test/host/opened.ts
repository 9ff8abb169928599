// The sample repository that runHost opened, and waiting for what the extension finds in it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Snapshot } from '../../src/core/model';
import type { SinglePointsApi } from '../../src/extension/api';

const execute = promisify(execFile);
const limit = 60_000;

export interface Reference {
  readonly repository: string;
  readonly component: string | null;
  readonly path: string | null;
}

export function extension(): vscode.Extension<SinglePointsApi> {
  const found = vscode.extensions.getExtension<SinglePointsApi>('single-points.single-points');
  assert.ok(found, 'the extension is not installed');
  return found;
}

export function sampleFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

export function sampleFile(path: string): vscode.Uri {
  return vscode.Uri.joinPath(sampleFolder(), path);
}

/** How the extension's own links name a thing in the sample. */
export function reference(component: string | null, path: string | null = null): Reference {
  return { repository: sampleFolder().fsPath, component, path };
}

/** The Snapshot of the repository around `uri` as soon as it is one that is looked for. */
export async function snapshotWhere(
  isWanted: (snapshot: Snapshot) => boolean,
  uri: vscode.Uri = sampleFolder(),
): Promise<Snapshot> {
  const api = await extension().activate();
  return eventually('the Snapshot that was expected', () => {
    const snapshot = api.snapshotOf(uri);
    return snapshot !== undefined && isWanted(snapshot) ? snapshot : undefined;
  });
}

/** Asks until there is an answer; what the workbench does has no other way to be waited for. */
export async function eventually<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come within ${limit} ms`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Git in the sample, as a person at a terminal would run it. */
export async function git(...args: string[]): Promise<string> {
  const identity = ['-c', 'user.name=Noor Eriksen', '-c', 'user.email=noor.eriksen@example.com'];
  const { stdout } = await execute('git', [...identity, '-c', 'commit.gpgSign=false', ...args], {
    cwd: sampleFolder().fsPath,
  });
  return stdout.trim();
}

export function headOfSample(): Promise<string> {
  return git('rev-parse', 'HEAD');
}

/** Sets a setting of ours for the test; undefined clears it. */
export async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('singlePoints').update(name, value, vscode.ConfigurationTarget.Global);
}

export async function show(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleFile(path));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function closeEverything(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
