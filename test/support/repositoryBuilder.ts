import { mkdir, mkdtemp, readFile, realpath } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CommitStream, type Mark } from '../../src/sample/commitStream';
import { FastImport } from '../../src/sample/fastImport';
import { BuiltRepository } from './builtRepository';
import { isolatedEnvironment, runGit } from './isolatedGit';

export type { CommitDescription, FileChanges, Mark } from '../../src/sample/commitStream';
export type { Bytes, FileChange, Identity, Moment } from '../../src/sample/fastImport';

export interface RepositoryOptions {
  /** Where to build; a new temporary folder without one. */
  readonly folder?: string;
  /** Last part of the path of a temporary repository. */
  readonly name?: string;
  readonly initialBranch?: string;
  readonly objectFormat?: 'sha1' | 'sha256';
}

export interface BuildOptions {
  /** Fill the work tree; without it only the git directory is written and the index is empty. */
  readonly checkout?: boolean;
  /** A commit to detach HEAD at, or the name of the branch HEAD is to name, born or not. */
  readonly head?: Mark | string;
}

/**
 * Builds a real repository through one `git fast-import`: fixed dates, fixed identities, nothing of the machine's own
 * configuration. {@link RepositoryBuilder.build} may be called again after more commits and then adds those.
 */
export class RepositoryBuilder extends CommitStream {
  private repository: BuiltRepository | undefined;
  private process: FastImport | undefined;

  constructor(private readonly options: RepositoryOptions = {}) {
    super(options.initialBranch);
  }

  /** Sends what was described so far, so that a long history need not fit in memory. */
  async flush(): Promise<void> {
    const repository = await this.prepare();
    const git = { path: 'git', environment: isolatedEnvironment(repository.home) };
    this.process ??= new FastImport(git, repository.gitFolder, repository.marksFile);
    await this.send(this.process);
  }

  async build(options: BuildOptions = {}): Promise<BuiltRepository> {
    const repository = await this.prepare();
    try {
      await this.flush();
      await this.process?.end();
    } catch (error) {
      // Nobody gets this repository, so nobody would remove it.
      await repository.dispose();
      throw error;
    } finally {
      this.process = undefined;
    }
    repository.learnMarks(await readFile(repository.marksFile, 'utf8').catch(() => ''));
    const { head } = options;
    if (typeof head === 'number') await repository.git('update-ref', '--no-deref', 'HEAD', repository.sha(head));
    else if (head !== undefined) await repository.git('symbolic-ref', 'HEAD', `refs/heads/${head}`);
    const born = typeof head === 'number' || this.hasBranch(head ?? this.initialBranch);
    if (options.checkout === true && born) await repository.git('reset', '--hard', '--quiet');
    return repository;
  }

  private async prepare(): Promise<BuiltRepository> {
    if (this.repository !== undefined) return this.repository;
    const { folder, name = 'repository', objectFormat = 'sha1' } = this.options;
    const temporary = await realpath(await mkdtemp(path.join(os.tmpdir(), 'single-points-')));
    const root = folder === undefined ? path.join(temporary, name) : path.resolve(folder);
    await mkdir(root, { recursive: true });
    // No template: no hooks, no samples.
    const init = ['init', '--quiet', '--template=', `--initial-branch=${this.initialBranch}`];
    await runGit(root, temporary, [...init, `--object-format=${objectFormat}`]);
    this.repository = new BuiltRepository(root, temporary);
    return this.repository;
  }
}
