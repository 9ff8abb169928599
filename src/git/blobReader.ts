import type { Git } from './git';
import { ObjectSplitter, type StreamedObject } from './objectStream';
import { Questions } from './questionStream';
import { type StreamOptions, streamGit } from './streamGit';

/** Asks one running `git cat-file --batch` for blobs, question by question. Close it after use. */
export class BlobReader {
  private readonly questions = new Questions();
  private readonly answers: AsyncGenerator<StreamedObject, void>;

  constructor(git: Git, maxBytes: number, options: Omit<StreamOptions, 'input'>) {
    this.answers = readAnswers(
      streamGit(git, ['cat-file', '--batch'], { ...options, input: this.questions }),
      new ObjectSplitter(maxBytes),
    );
  }

  /** Contents in the order asked; null for one that is missing or too large. Throws GitError when git ended. */
  async read(ids: readonly string[]): Promise<(Buffer | null)[]> {
    if (ids.length > 0) this.questions.ask(`${ids.join('\n')}\n`);
    const contents: (Buffer | null)[] = [];
    for (let left = ids.length; left > 0; left--) {
      const { value } = await this.answers.next();
      contents.push(value?.content ?? null);
    }
    return contents;
  }

  /** Ends git. */
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
