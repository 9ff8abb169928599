import { GitError } from './errors';
import { gitGate } from './gate';
import { type Git, isAtLeast } from './git';
import { ObjectSplitter, type StreamedObject } from './objectStream';
import { Questions } from './questionStream';
import { type StreamOptions, streamGit } from './streamGit';

export interface ObjectReaderOptions extends Omit<StreamOptions, 'input' | 'holdsPlace'> {
  /** Larger contents are skipped; bytes. */
  readonly maxBytes: number;
}

/** Since then git can be told when to print, and prints what it was asked until then in few large writes instead of three an object. */
const takesCommands = [2, 36, 0] as const;

/**
 * Asks one running `git cat-file --batch` for objects, question by question: where little is asked several times, which
 * is cheaper than a process for each. It starts with the first question, and takes a place of the gate for each, none in
 * between. Close it after use.
 */
export class ObjectReader {
  private readonly questions = new Questions();
  private readonly answers: AsyncGenerator<StreamedObject, void>;
  private readonly commands: boolean;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    git: Git,
    private readonly options: ObjectReaderOptions,
  ) {
    const { maxBytes, ...stream } = options;
    this.commands = isAtLeast(git.version, takesCommands);
    const args = ['cat-file', ...(this.commands ? ['--batch-command', '--buffer'] : ['--batch'])];
    const output = streamGit(git, args, { ...stream, input: this.questions, holdsPlace: true });
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

  /** Visits objects in the order asked, after those asked before. Throws GitError when git ended, and what `visit` throws. */
  visit(names: Iterable<string>, visit: (object: StreamedObject) => void): Promise<void> {
    const visited = this.turn.then(() => this.ask(names, visit));
    this.turn = visited.catch(() => {});
    return visited;
  }

  /** Ends git; resolves when it is gone. */
  async close(): Promise<void> {
    this.questions.end();
    await this.answers.return();
  }

  private async ask(names: Iterable<string>, visit: (object: StreamedObject) => void): Promise<void> {
    const leave = await gitGate.enter(this.options.signal);
    try {
      const asked = [...names];
      if (asked.length > 0) this.questions.ask(this.question(asked));
      for (let left = asked.length; left > 0; left--) {
        const { value } = await this.answers.next();
        if (value === undefined) throw new GitError('failed', 'Git ended before it was told to. Refresh to try again.');
        visit(value);
      }
    } finally {
      leave();
    }
  }

  private question(names: readonly string[]): string {
    return this.commands ? `contents ${names.join('\ncontents ')}\nflush\n` : `${names.join('\n')}\n`;
  }
}

async function* readAnswers(
  output: AsyncIterable<Buffer>,
  splitter: ObjectSplitter,
): AsyncGenerator<StreamedObject, void> {
  for await (const chunk of output) yield* splitter.push(chunk);
}
