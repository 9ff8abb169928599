import type { Git } from '../git/git';
import { RecordSplitter } from '../git/recordSplitter';
import { streamGit } from '../git/streamGit';

/** Asks one running `git cat-file --batch-check`, question by question, whether a commit has a path. Close it after use. */
export class PathLookup {
  private readonly questions = new Questions();
  private readonly answers: AsyncGenerator<boolean, void>;

  constructor(git: Git, cwd: string, signal: AbortSignal) {
    this.answers = readAnswers(streamGit(git, ['cat-file', '--batch-check'], { cwd, signal, input: this.questions }));
  }

  /**
   * Whether a path is in the tree of a commit. Names with a line feed cannot be asked about: they are not there. Throws
   * GitError when git ended, as it does in a partial clone that lacks the tree.
   */
  async has(sha: string, path: string): Promise<boolean> {
    if (path.includes('\n')) {
      return false;
    }
    this.questions.ask(`${sha}:${path}\n`);
    const { value } = await this.answers.next();
    return value === true;
  }

  /** Ends git. What it complained about was thrown by the question that it could not answer. */
  async close(): Promise<void> {
    this.questions.end();
    await this.answers.return();
  }
}

/** `<id> <type> <size>` for what is there, `<question> missing` for what is not. */
async function* readAnswers(output: AsyncGenerator<Buffer, void>): AsyncGenerator<boolean, void> {
  const splitter = new RecordSplitter(lineFeed);
  for await (const chunk of output) {
    for (const line of splitter.push(chunk)) {
      yield /^[0-9a-f]{40,64} \w+ \d+$/.test(line.toString('latin1'));
    }
  }
}

const lineFeed = 10;

/**
 * A stream that gives each question when it is asked. Written out as an iterator, since one made by a generator could
 * not be told to end while it waits for a question, as it is when git is gone.
 */
class Questions implements AsyncIterableIterator<string> {
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
