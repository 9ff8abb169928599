import type { Git } from '../git/git';
import { Questions } from '../git/questionStream';
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
