import { GitError } from './errors';
import { gitGate } from './gate';
import type { Git } from './git';
import { ObjectSplitter, type StreamedObject } from './objectStream';
import { Questions } from './questionStream';
import { type StreamOptions, streamGit } from './streamGit';

export interface ObjectReaderOptions extends Omit<StreamOptions, 'input' | 'holdsPlace'> {
  /** Larger contents are skipped; bytes. */
  readonly maxBytes: number;
  /** Whether the caller holds a place of the gate; otherwise one is taken for each question, and none in between. */
  readonly holdsPlace: boolean;
}

/**
 * Asks one running `git cat-file --batch` for objects, question by question: where little is asked several times, which
 * is cheaper than a process for each. It starts with the first question. Close it after use.
 */
export class ObjectReader {
  private readonly questions = new Questions();
  private readonly answers: AsyncGenerator<StreamedObject, void>;

  constructor(
    git: Git,
    private readonly options: ObjectReaderOptions,
  ) {
    const { maxBytes, ...stream } = options;
    const output = streamGit(git, ['cat-file', '--batch'], { ...stream, input: this.questions, holdsPlace: true });
    this.answers = readAnswers(output, new ObjectSplitter(maxBytes));
  }

  /**
   * Contents in the order asked; null for one that is missing or too large. Throws GitError when git ended.
   * @param names object ids, or what git takes for one, without a line feed
   */
  async read(names: readonly string[]): Promise<(Buffer | null)[]> {
    const contents: (Buffer | null)[] = [];
    await this.visit(names, ({ content }) => contents.push(content));
    return contents;
  }

  /** Visits objects in the order asked. Throws GitError when git ended, and what `visit` throws. */
  async visit(names: Iterable<string>, visit: (object: StreamedObject) => void): Promise<void> {
    const { holdsPlace, signal } = this.options;
    const leave = holdsPlace ? null : await gitGate.enter(signal);
    try {
      const asked = [...names];
      if (asked.length > 0) this.questions.ask(`${asked.join('\n')}\n`);
      for (let left = asked.length; left > 0; left--) {
        const { value } = await this.answers.next();
        if (value === undefined) throw new GitError('failed', 'Git ended before it was told to. Refresh to try again.');
        visit(value);
      }
    } finally {
      leave?.();
    }
  }

  /** Ends git; resolves when it is gone. */
  async close(): Promise<void> {
    this.questions.end();
    await this.answers.return();
  }
}

async function* readAnswers(
  output: AsyncIterable<Buffer>,
  splitter: ObjectSplitter,
): AsyncGenerator<StreamedObject, void> {
  for await (const chunk of output) yield* splitter.push(chunk);
}
