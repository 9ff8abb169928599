import type * as vscode from 'vscode';

/** A map that is open. */
export interface OpenMap extends vscode.Disposable {
  /** Brings it to the front, and looks at a component where one is given. */
  show(component: string | null): void;
}

/** The maps that are open, one for each repository by its key. */
export class OpenMaps implements vscode.Disposable {
  readonly #maps = new Map<string, OpenMap>();

  get(repository: string): OpenMap | undefined {
    return this.#maps.get(repository);
  }

  add(repository: string, map: OpenMap): void {
    this.#maps.set(repository, map);
  }

  remove(repository: string): void {
    this.#maps.delete(repository);
  }

  dispose(): void {
    for (const map of [...this.#maps.values()]) map.dispose();
  }
}
