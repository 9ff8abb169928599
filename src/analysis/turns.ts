import { Gate } from '../git/gate';

/**
 * The order of analyses: first trees one after the other, then lines one after the other. Lines do not begin while a first
 * tree is waited for; what is asked for while they are under way runs beside them.
 */
export class Turns {
  private first: Promise<void> = Promise.resolve();
  private readonly lines = new Gate(1);

  /**
   * Runs `work` when all that was asked for before is done, or has come to its lines.
   * @param work calls what it is given when it comes to its lines; that waits for their turn, and throws GitError
   *   `cancelled` when the signal fires first
   */
  async take<T>(work: (beforeLines: (signal: AbortSignal) => Promise<void>) => Promise<T>): Promise<T> {
    const before = this.first;
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    this.first = before.then(() => held);
    let leave = (): void => {};
    await before;
    try {
      return await work(async signal => {
        release();
        leave = await this.lines.enter(signal);
        for (let last: Promise<void> | null = null; last !== this.first; await last) last = this.first;
      });
    } finally {
      release();
      leave();
    }
  }
}
