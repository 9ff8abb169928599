import { cancelled, throwIfCancelled } from './errors';

/** Lets at most `limit` holders in at a time; the others wait in the order they came. */
export class Gate {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.free = limit;
  }

  /**
   * Waits for a place and returns the function that gives it back; a second call of it does nothing.
   * Throws GitError `cancelled` when the signal fires first.
   */
  async enter(signal?: AbortSignal): Promise<() => void> {
    throwIfCancelled(signal);
    if (this.free > 0) this.free--;
    else await this.turn(signal);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = this.waiting.shift();
      // The place is handed over, so nobody can slip in between.
      if (next === undefined) this.free++;
      else next();
    };
  }

  private turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(cancelled());
      };
      this.waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}

/**
 * The two places all git processes of this thread share. A caller that holds two streams open must not wait for a
 * third answer.
 */
export const gitGate = new Gate(2);
