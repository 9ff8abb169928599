import * as vscode from 'vscode';
import type { Component, State } from '../core/model';
import { folderOf } from './componentFolder';
import type { Config } from './config';
import { isWarned } from './singlePoint';
import { inSlices } from './slices';
import { baseName, type SnapshotIndex } from './snapshotIndex';
import type { Snapshots } from './snapshots';
import { translate } from './text';
import { stateSentence } from './wording';

/** VS Code takes more in one event as "everything changed" and asks for the whole Explorer again. */
const mostInOneEvent = 250;

/** Marks files and folders of components that are single points in the Explorer. */
export class ExplorerBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #config: Config;
  readonly #changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly #subscriptions: vscode.Disposable;
  /** What VS Code was told of each place it asked for. */
  readonly #told = new Map<string, string>();
  #updating = new AbortController();
  readonly #folders = new WeakMap<SnapshotIndex, ReadonlyMap<string, Component>>();

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(snapshots: Snapshots, config: Config) {
    this.#snapshots = snapshots;
    this.#config = config;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.registerFileDecorationProvider(this),
      snapshots.onDidChangeSnapshot(() => void this.#update()),
      config.onDidChangeDisplay(() => void this.#update()),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== 'file') return undefined;
    const decoration = this.#decorationOf(uri);
    this.#told.set(uri.toString(), keyOf(decoration));
    return decoration;
  }

  dispose(): void {
    this.#updating.abort();
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    this.#updating.abort();
    this.#updating = new AbortController();
    const changed: vscode.Uri[] = [];
    const compare = ([text, told]: readonly [string, string]): void => {
      const uri = vscode.Uri.parse(text);
      if (keyOf(this.#decorationOf(uri)) !== told) changed.push(uri);
    };
    if (!(await inSlices([...this.#told], compare, this.#updating.signal))) return;
    for (let at = 0; at < changed.length; at += mostInOneEvent) {
      this.#changed.fire(changed.slice(at, at + mostInOneEvent));
    }
  }

  #decorationOf(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const location = this.#config.explorerBadges ? this.#snapshots.locate(uri) : undefined;
    if (location === undefined) return undefined;
    const { index, path } = location;
    const folder = this.#foldersOf(index).get(path);
    if (folder !== undefined && index.isSinglePoint(folder)) {
      const label = index.labelOf(folder);
      return folderDecoration(folder.state, stateSentence(label, folder.state, folder.owners.length, translate));
    }
    const file = index.file(path);
    const component = file && index.componentOf(file);
    if (file === undefined || component === undefined) return undefined;
    const isMarked = index.isSinglePoint(component) && isWarned(file, index);
    return isMarked
      ? fileDecoration(file.state, stateSentence(baseName(file.path), file.state, 1, translate))
      : undefined;
  }

  /** Components that are one folder, by its path. */
  #foldersOf(index: SnapshotIndex): ReadonlyMap<string, Component> {
    let folders = this.#folders.get(index);
    if (folders === undefined) {
      folders = new Map(
        index.snapshot.components.flatMap(component => {
          const folder = folderOf(component);
          return folder === null ? [] : [[folder, component] as const];
        }),
      );
      this.#folders.set(index, folders);
    }
    return folders;
  }
}

function folderDecoration(state: State, tooltip: string): vscode.FileDecoration {
  const color = new vscode.ThemeColor(state === 'orphaned' ? 'list.errorForeground' : 'list.warningForeground');
  return new vscode.FileDecoration(badgeOf(state), tooltip, color);
}

/** Without a colour: it would tint the names of whole folders, and git says with the same colours what changed. */
function fileDecoration(state: State, tooltip: string): vscode.FileDecoration {
  return new vscode.FileDecoration(badgeOf(state), tooltip);
}

function badgeOf(state: State): string {
  return state === 'orphaned' ? '∅' : '①';
}

function keyOf(decoration: vscode.FileDecoration | undefined): string {
  return decoration === undefined ? '' : `${decoration.badge} ${decoration.tooltip}`;
}
