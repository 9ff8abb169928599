import type { OwnershipRequest } from '../../analysis/protocol';
import type { OwnershipAt } from '../../core/ownership/ownershipAt';
import type { MapColumns } from '../../core/report/map/mapColumns';
import type { ToMap } from '../../core/report/map/mapMessages';
import type { Session } from '../commands/command';
import { failureText } from '../text';

type PastMessage = Extract<ToMap, { kind: 'moment' | 'momentFailed' | 'momentProgress' }>;

/** Looks back for one map: one moment at a time, each asked for once while the map is of the same Snapshot. */
export class PastMaps {
  readonly #answers = new Map<number, OwnershipAt>();
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
      const { digest } = columns;
      const ids = columns.components.map(({ id }) => id);
      const asked = { path, date, components: ids, digest };
      const answer = this.#answers.get(date) ?? (await this.#ask(asked, running.signal));
      if (running.signal.aborted) return;
      this.#answers.set(date, answer);
      const { files, components, gone } = answer;
      this.send({ kind: 'moment', date, ownership: { files, components, asOf: date }, gone });
    } catch (error) {
      if (running.signal.aborted) return;
      this.send({ kind: 'momentFailed', date, text: failureText(error) });
    }
  }

  #ask(request: OwnershipRequest, signal: AbortSignal): Promise<OwnershipAt> {
    return this.analysis().ownership(request, signal, (done, total) => {
      if (!signal.aborted) this.send({ kind: 'momentProgress', date: request.date, done, total });
    });
  }
}
