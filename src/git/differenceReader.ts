import { randomUUID } from 'node:crypto';
import { comparisonQuestions } from './changeLog';
import { GitError } from './errors';
import { gitGate } from './gate';
import type { Git } from './git';
import { Questions } from './questionStream';
import { type StreamOptions, streamGit } from './streamGit';

/**
 * Asks one running `git diff-tree` what commits changed, question by question. It starts with the first question, and takes
 * a place of the gate for each, none in between. Close it after use.
 */
export class DifferenceReader {
  private readonly questions = new Questions();
  private readonly output: AsyncGenerator<Buffer, void>;
  /** A line that is no object id is printed back as it is, and with it all that git kept to itself until then. */
  private readonly mark = Buffer.from(`end ${randomUUID()}\n`);

  constructor(
    git: Git,
    private readonly options: Omit<StreamOptions, 'input' | 'holdsPlace'>,
  ) {
    this.output = streamGit(git, comparisonQuestions, { ...options, input: this.questions, holdsPlace: true });
  }

  /** What one commit changed against another, for a `ChangeLogParser`. Throws GitError when git ended. */
  async read(parent: string, commit: string): Promise<Buffer> {
    const leave = await gitGate.enter(this.options.signal);
    try {
      return await this.ask(`${commit} ${parent}\n`);
    } finally {
      leave();
    }
  }

  private async ask(question: string): Promise<Buffer> {
    const { mark, output } = this;
    this.questions.ask(`${question}${mark}`);
    const chunks: Buffer[] = [];
    for (let end = Buffer.alloc(0); !end.equals(mark); ) {
      const { value } = await output.next();
      if (value === undefined) throw new GitError('failed', 'Git ended before it was told to. Refresh to try again.');
      chunks.push(value);
      end = Buffer.concat([end, value.subarray(-mark.length)]).subarray(-mark.length);
    }
    const printed = Buffer.concat(chunks);
    return printed.subarray(0, printed.length - mark.length);
  }

  /** Ends git. */
  async close(): Promise<void> {
    this.questions.end();
    await this.output.return();
  }
}
