import type { Sink } from '../../../src/cli/terminal';

/** A sink that keeps what is written. */
export class MemorySink implements Sink {
  text = '';
  isClosed = false;

  constructor(
    readonly isTerminal = false,
    readonly columns: number | null = isTerminal ? 100 : null,
  ) {}

  async write(text: string): Promise<void> {
    this.text += text;
  }
}
