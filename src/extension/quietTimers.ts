import type * as vscode from 'vscode';

/** Does something about each key once nobody asked for it for a while. */
export class QuietTimers implements vscode.Disposable {
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  /** In so many milliseconds; asked for again before, it waits anew. */
  later(key: string, milliseconds: number, act: () => void): void {
    clearTimeout(this.#waiting.get(key));
    const timer = setTimeout(() => {
      this.#waiting.delete(key);
      act();
    }, milliseconds);
    this.#waiting.set(key, timer);
  }

  /** What is waited for. */
  keys(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  has(key: string): boolean {
    return this.#waiting.has(key);
  }

  cancel(key: string): void {
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
  }

  dispose(): void {
    for (const key of this.keys()) this.cancel(key);
  }
}
