import type { Progress } from '../analysis/protocol';
import { progressText } from './progressText';
import type { Surroundings } from './terminal';
import { truncateEnd } from './width';

/** Between two drawings: faster than this nobody reads. */
const leastMilliseconds = 80;

/** One line on stderr that is rewritten while an analysis runs; nothing where stderr is no terminal. */
export class ProgressLine {
  private drawnAt = Number.NEGATIVE_INFINITY;
  private drawnPhase: Progress['phase'] | null = null;

  constructor(
    private readonly surroundings: Pick<Surroundings, 'stderr' | 'environment'>,
    private readonly now: () => number,
  ) {}

  show(progress: Progress): void {
    const { stderr, environment } = this.surroundings;
    const now = this.now();
    const early = now - this.drawnAt < leastMilliseconds && this.drawnPhase === progress.phase;
    if (!stderr.isTerminal || environment['TERM'] === 'dumb' || early) {
      return;
    }
    this.drawnAt = now;
    this.drawnPhase = progress.phase;
    void stderr.write(`\r\u001b[2K${truncateEnd(progressText(progress), (stderr.columns ?? 80) - 1)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.drawnPhase !== null) {
      this.drawnPhase = null;
      void this.surroundings.stderr.write('\r\u001b[2K');
    }
  }
}
