import * as vscode from 'vscode';
import type { Component, FileOwnership } from '../core/model';
import { below, pathKey } from './pathKey';
import type { RepositoryFolder } from './repositories';
import { type Activity, type Place, pathInside, type RepositoryState } from './repositoryState';
import type { SnapshotIndex } from './snapshotIndex';

/** A path inside an analysed repository. */
export interface Location {
  readonly state: RepositoryState;
  readonly index: SnapshotIndex;
  readonly path: string;
}

/**
 * What is known of each repository now. Every surface reads it synchronously: nothing here waits for git.
 */
export class Snapshots implements vscode.Disposable {
  readonly #states = new Map<string, RepositoryState>();
  readonly #changedActivity = new vscode.EventEmitter<RepositoryState>();
  readonly #changedSnapshot = new vscode.EventEmitter<RepositoryState>();

  /** What goes on in a repository: often, while an analysis tells how far it is. */
  readonly onDidChangeActivity = this.#changedActivity.event;
  /** Another Snapshot, or none any more. */
  readonly onDidChangeSnapshot = this.#changedSnapshot.event;

  get states(): readonly RepositoryState[] {
    return [...this.#states.values()];
  }

  get isAnalysing(): boolean {
    return this.states.some(({ activity }) => activity.kind === 'analysing');
  }

  state(key: string): RepositoryState | undefined {
    return this.#states.get(key);
  }

  /** Takes up new repositories and forgets those that are gone. */
  setFolders(folders: readonly RepositoryFolder[]): void {
    for (const state of this.states) {
      if (folders.some(({ key }) => key === state.folder.key)) continue;
      this.#states.delete(state.folder.key);
      this.#changedActivity.fire(state);
      this.#changedSnapshot.fire(state);
    }
    for (const folder of folders) {
      if (this.#states.has(folder.key)) continue;
      const places = [{ key: folder.key, inside: '' }];
      const state: RepositoryState = { folder, activity: { kind: 'waiting' }, index: null, places };
      this.#states.set(folder.key, state);
      this.#changedActivity.fire(state);
    }
  }

  setActivity(key: string, activity: Activity): void {
    const state = this.#replace(key, { activity });
    if (state !== undefined) this.#changedActivity.fire(state);
  }

  setSnapshot(key: string, index: SnapshotIndex, places: readonly Place[]): void {
    const state = this.#replace(key, { index, places });
    if (state !== undefined) this.#changedSnapshot.fire(state);
  }

  /** The innermost analysed repository around a file or folder on disk. */
  locate(uri: vscode.Uri): Location | undefined {
    if (uri.scheme !== 'file') return undefined;
    let innermost: RepositoryState | undefined;
    let depth = -1;
    const key = pathKey(uri.fsPath);
    for (const state of this.#states.values()) {
      for (const place of state.places) {
        if (place.key.length <= depth || below(place.key, key) === null) continue;
        innermost = state;
        depth = place.key.length;
      }
    }
    if (innermost?.index == null) return undefined;
    const path = pathInside(innermost, uri.fsPath);
    return path === null ? undefined : { state: innermost, index: innermost.index, path };
  }

  /** What is known of a file; undefined when it is untracked, excluded or in no analysed repository. */
  file(uri: vscode.Uri): { readonly location: Location; readonly file: FileOwnership } | undefined {
    const location = this.locate(uri);
    const file = location?.index.file(location.path);
    return location === undefined || file === undefined ? undefined : { location, file };
  }

  /** The component a file belongs to. */
  component(uri: vscode.Uri): { readonly location: Location; readonly component: Component } | undefined {
    const found = this.file(uri);
    const component = found?.location.index.componentOf(found.file);
    return found === undefined || component === undefined ? undefined : { location: found.location, component };
  }

  dispose(): void {
    this.#changedActivity.dispose();
    this.#changedSnapshot.dispose();
  }

  #replace(key: string, change: Partial<RepositoryState>): RepositoryState | undefined {
    const state = this.#states.get(key);
    if (state === undefined) return undefined;
    const replaced = { ...state, ...change };
    this.#states.set(key, replaced);
    return replaced;
  }
}

/** Where a path of the repository is on disk. */
export function uriOf({ folder, index }: RepositoryState, path: string): vscode.Uri {
  const root = index === null ? folder.uri : rootOf(folder, index);
  return path === '' ? root : vscode.Uri.joinPath(root, ...path.split('/'));
}

/** The folder as it was opened, unless the repository reaches further up. */
function rootOf(folder: RepositoryFolder, index: SnapshotIndex): vscode.Uri {
  const { root } = index.snapshot.repository;
  const isInside = (below(pathKey(root), folder.key) ?? '') !== '';
  return isInside ? vscode.Uri.file(root) : folder.uri;
}
