import type { OwnershipAnswer, OwnershipRequest } from '../../analysis/protocol';
import type { MapColumns } from '../../core/report/map/mapColumns';
import type { ToMap } from '../../core/report/map/mapMessages';
import type { Session } from '../commands/command';
import { failureText, translate } from '../text';

type PastMessage = Extract<ToMap, { kind: 'moment' | 'momentFailed' | 'momentProgress' }>;

/** Looks back for one map: one moment at a time, each asked for once while the map is of the same Snapshot. */
export class PastMaps {
  readonly #answers = new Map<number, OwnershipAnswer>();
  #running = new AbortController();

  constructor(
    private readonly analysis: Session['analysis'],
    private readonly send: (message: PastMessage) => void,
  ) {}

  /** The map is of another Snapshot now. */
  forget(): void {
    this.cancel();
    this.#answers.clear();
  }

  cancel(): void {
    this.#running.abort();
  }

  async lookAt(path: string, date: number, columns: MapColumns): Promise<void> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    try {
      const components = columns.components.map(({ id }) => id);
      const answer = this.#answers.get(date) ?? (await this.#ask({ path, date, components }, running.signal));
      if (running.signal.aborted) return;
      if (answer.digest !== columns.digest)
        throw new Error(translate('The files have changed since. Refresh, and choose the moment again.', {}));
      this.#answers.set(date, answer);
      const { files, gone } = answer;
      this.send({ kind: 'moment', date, ownership: { files, components: answer.components, asOf: date }, gone });
    } catch (error) {
      if (running.signal.aborted) return;
      this.send({ kind: 'momentFailed', date, text: failureText(error) });
    }
  }

  #ask(request: OwnershipRequest, signal: AbortSignal): Promise<OwnershipAnswer> {
    return this.analysis().ownership(request, signal, (done, total) => {
      if (!signal.aborted) this.send({ kind: 'momentProgress', date: request.date, done, total });
    });
  }
}
