import { type LineOwnership, unknownCommit } from '../../../src/core/lines/lineOwnership';
import { type BlameRun, parseIncremental, type TextFile } from '../../support/blame';
import { benchEnvironment, git } from '../gitCost';
import { costOf } from '../processCost';

/** What `git blame -w` of one file took, and what it said; null where it failed. */
export interface Blamed {
  readonly file: TextFile;
  readonly plain: { readonly cpu: number; readonly runs: readonly BlameRun[] } | null;
  /** The same with a commit-graph that has changed paths. */
  readonly graph: { readonly cpu: number } | null;
}

/** Blames files with and without a commit-graph in turn, since the second finds the objects in memory. */
export class Blaming {
  readonly blamed: Blamed[] = [];
  private cpu = 0;

  /**
   * @param graphClone the same repository with a commit-graph that has changed paths
   * @param most after so many CPU seconds of blame without it, no further file is begun
   */
  constructor(
    private readonly repository: string,
    private readonly graphClone: string,
    private readonly most: number,
  ) {}

  async take(files: readonly TextFile[]): Promise<void> {
    for (const file of files) {
      if (this.cpu >= this.most) return;
      const graphFirst = this.blamed.length % 2 === 1;
      const before = graphFirst ? await this.blame(this.graphClone, file) : null;
      const plain = await this.blame(this.repository, file);
      const graph = graphFirst ? before : await this.blame(this.graphClone, file);
      this.cpu += plain?.cpu ?? 0;
      this.blamed.push({ file, plain, graph });
    }
  }

  private async blame(repository: string, { path }: TextFile): Promise<Blamed['plain']> {
    // Nobody's list of ignored revisions, and no program of a configuration.
    const options = ['-w', '--incremental', '--no-ignore-revs-file', '--no-textconv'];
    const chunks: Buffer[] = [];
    const onOutput = (chunk: Buffer): void => void chunks.push(chunk);
    const command = git(repository, 'blame', ...options, 'HEAD', '--', path);
    const { cpu, exitCode } = await costOf(command, { env: benchEnvironment, onOutput });
    return exitCode === 0 ? { cpu, runs: parseIncremental(Buffer.concat(chunks)) } : null;
  }
}

export interface Agreement {
  readonly lines: number;
  /** Lines for which the engine names another commit than blame, or none. */
  readonly differing: number;
}

/** Compares the engine's answer with that of blame, line by line. */
export function agreementOf(ownership: LineOwnership, blamed: readonly Blamed[]): Agreement {
  const { commits, shaLength } = ownership;
  const ids = Buffer.from(commits.buffer, commits.byteOffset, commits.byteLength);
  const runsOf = new Map(ownership.files.map(({ path, runs }) => [path, runs]));
  let lines = 0;
  let differing = 0;
  for (const { file, plain } of blamed) {
    if (plain === null) continue;
    const ours: string[] = [];
    const runs = runsOf.get(file.path) ?? new Int32Array(0);
    for (let at = 0; at < runs.length; at += 2) {
      const commit = runs[at + 1] ?? unknownCommit;
      const sha = commit === unknownCommit ? '' : ids.toString('hex', commit * shaLength, (commit + 1) * shaLength);
      for (let left = runs[at] ?? 0; left > 0; left--) ours.push(sha);
    }
    let line = 0;
    for (const [length, sha] of plain.runs) {
      for (const end = line + length; line < end; line++) if (ours[line] !== sha) differing++;
    }
    lines += line;
  }
  return { lines, differing };
}
