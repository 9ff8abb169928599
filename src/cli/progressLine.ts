import type { Progress } from '../analysis/protocol';
import { percent, wholeNumber } from '../core/report/numbers';
import { plainTranslate } from '../core/report/translate';
import type { Surroundings } from './terminal';
import { truncateEnd } from './width';

/** Between two drawings: faster than this nobody reads. */
const leastMilliseconds = 80;

const phases: Readonly<Record<Progress['phase'], { readonly text: string; readonly unit: string }>> = {
  store: { text: 'Reading what was analysed before', unit: '' },
  history: { text: 'Reading the history', unit: 'commits' },
  files: { text: 'Looking at files', unit: 'files' },
  ownership: { text: 'Finding out who knows what', unit: 'files' },
  lines: { text: 'Following every line', unit: '%' },
  saving: { text: 'Saving', unit: '' },
};

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

/** `Reading the history: 12,345 commits`, `Looking at files: 120 of 400`. */
export function progressText({ phase, done, total }: Progress): string {
  const { text, unit } = phases[phase];
  if (done <= 0 || unit === '') {
    return `${text} …`;
  }
  if (unit === '%') {
    return total === null || total <= 0 ? `${text} …` : `${text}: ${percent(done / total, plainTranslate)}`;
  }
  return total === null || total <= 0
    ? `${text}: ${wholeNumber(done, plainTranslate)} ${unit}`
    : `${text}: ${wholeNumber(done, plainTranslate)} of ${wholeNumber(total, plainTranslate)} ${unit}`;
}
