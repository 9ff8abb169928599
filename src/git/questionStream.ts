/**
 * A stream that gives each question when it is asked. Written out as an iterator, since one made by a generator could
 * not be told to end while it waits for a question, as it is when git is gone.
 */
export class Questions implements AsyncIterableIterator<string> {
  private readonly waiting: string[] = [];
  private ended = false;
  private wake: () => void = () => {};

  ask(question: string): void {
    this.waiting.push(question);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  async next(): Promise<IteratorResult<string, undefined>> {
    while (this.waiting.length === 0 && !this.ended) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
    const question = this.waiting.shift();
    return question === undefined ? { done: true, value: undefined } : { done: false, value: question };
  }

  async return(): Promise<IteratorResult<string, undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
