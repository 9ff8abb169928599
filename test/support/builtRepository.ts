import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { chown, lstat, mkdir, mkdtemp, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { isolatedEnvironment, runGit } from './isolatedGit';
import type { Mark } from './repositoryBuilder';

/** Not the uid of anyone who runs tests. */
const nobody = 65534;

/** A repository on disk, and the ways to make others of it. Its clones and work trees go when it goes. */
export class BuiltRepository {
  private shaByMark = new Map<number, string>();

  constructor(
    /** The work tree; of a bare repository, the git directory. */
    readonly path: string,
    /** A temporary folder that holds its home, its clones, and itself unless it was built elsewhere. */
    readonly home: string,
    readonly gitFolder: string = join(path, '.git'),
  ) {}

  get marksFile(): string {
    return join(this.home, 'marks');
  }

  /** Reads what `fast-import --export-marks` wrote. */
  learnMarks(marks: string): void {
    this.shaByMark = new Map(
      Array.from(marks.matchAll(/^:(\d+) ([0-9a-f]+)$/gm), ([, mark, sha]) => [Number(mark), sha ?? '']),
    );
  }

  sha(mark: Mark): string {
    const sha = this.shaByMark.get(mark);
    if (sha === undefined) throw new Error(`No commit with mark ${mark}; was it built?`);
    return sha;
  }

  /** Runs git here and resolves with its output without the last line break. */
  git(...args: string[]): Promise<string> {
    return runGit(this.path, this.home, args);
  }

  /** Writes into the work tree without committing. */
  async write(file: string, content: string | Uint8Array): Promise<void> {
    const target = join(this.path, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }

  async bareClone(): Promise<BuiltRepository> {
    const folder = await this.newFolder('bare');
    return this.clone(folder, ['--bare'], folder);
  }

  async shallowClone(depth: number): Promise<BuiltRepository> {
    return this.clone(await this.newFolder('shallow'), [`--depth=${depth}`, '--no-single-branch']);
  }

  /** A clone without blobs; `checkout` fetches those of HEAD. */
  async partialClone(options: { readonly checkout?: boolean } = {}): Promise<BuiltRepository> {
    await this.git('config', 'uploadpack.allowFilter', 'true');
    await this.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const checkout = options.checkout === true ? [] : ['--no-checkout'];
    return this.clone(await this.newFolder('partial'), ['--filter=blob:none', ...checkout]);
  }

  /** A further work tree on a new branch, or detached. */
  async worktree(branch?: string): Promise<BuiltRepository> {
    const folder = await this.newFolder('worktree');
    await this.git('worktree', 'add', '--quiet', ...(branch === undefined ? ['--detach'] : ['-b', branch]), folder);
    const gitFolder = await runGit(folder, this.home, ['rev-parse', '--absolute-git-dir']);
    return new BuiltRepository(folder, this.home, gitFolder);
  }

  /** Adds another repository as submodule and commits that; resolves with the submodule's own work tree. */
  async withSubmodule(other: BuiltRepository, at: string): Promise<BuiltRepository> {
    const url = pathToFileURL(other.path).href;
    await this.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', url, at);
    await this.git('commit', '--quiet', '-m', `Add ${at}`);
    const folder = join(this.path, at);
    const gitFolder = await runGit(folder, this.home, ['rev-parse', '--absolute-git-dir']);
    return new BuiltRepository(folder, this.home, gitFolder);
  }

  /** Makes an object missing, whether it was packed or loose. */
  async removeObject(sha: string): Promise<void> {
    await this.unpack();
    await unlink(this.objectFile(sha));
  }

  /** Damages HEAD, the index or an object so that git gives up on it. */
  async corrupt(what: 'head' | 'index' | { readonly object: string }): Promise<void> {
    const garbage = 'this is not what git wrote\n';
    if (what === 'head') return writeFile(join(this.gitFolder, 'HEAD'), garbage);
    if (what === 'index') return writeFile(join(this.gitFolder, 'index'), garbage);
    await this.unpack();
    const file = this.objectFile(what.object);
    // Git writes objects read-only.
    await unlink(file);
    await writeFile(file, garbage);
  }

  /**
   * Gives everything to another user, so that git refuses with "dubious ownership".
   * Only root can: resolves with false, and changes nothing, for anyone else.
   */
  async makeUnsafe(): Promise<boolean> {
    if (process.getuid?.() !== 0) return false;
    for (const folder of new Set([this.path, this.gitFolder])) {
      for (const entry of ['', ...(await readdir(folder, { recursive: true }))]) {
        const file = join(folder, entry);
        if (!(await lstat(file)).isSymbolicLink()) await chown(file, nobody, nobody);
      }
    }
    return true;
  }

  /** Removes the repository and everything that was made from it. */
  async dispose(): Promise<void> {
    for (const folder of [this.path, this.home]) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  private newFolder(kind: string): Promise<string> {
    return mkdtemp(join(this.home, `${kind}-`));
  }

  private async clone(folder: string, options: readonly string[], gitFolder?: string): Promise<BuiltRepository> {
    // A plain path would be copied with hard links, whatever the depth or filter.
    await this.git('clone', '--quiet', '--template=', ...options, pathToFileURL(this.path).href, folder);
    const clone = new BuiltRepository(folder, this.home, gitFolder);
    clone.shaByMark = this.shaByMark;
    return clone;
  }

  private objectFile(sha: string): string {
    return join(this.gitFolder, 'objects', sha.slice(0, 2), sha.slice(2));
  }

  private async unpack(): Promise<void> {
    const packs = join(this.gitFolder, 'objects', 'pack');
    const names = await readdir(packs).catch(() => []);
    if (names.length === 0) return;
    // Git unpacks only what it does not have, so the packs must be out of its sight first.
    const aside = join(this.gitFolder, 'packs-aside');
    await rename(packs, aside);
    for (const name of names.filter(name => name.endsWith('.pack'))) {
      const child = spawn('git', ['unpack-objects', '-q'], {
        env: { ...isolatedEnvironment(this.home), GIT_DIR: this.gitFolder },
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      const closed = once(child, 'close');
      await pipeline(createReadStream(join(aside, name)), child.stdin);
      const [code] = await closed;
      if (code !== 0) throw new Error(`git unpack-objects ended with ${code}.`);
    }
    await rm(aside, { recursive: true });
    await mkdir(packs);
  }
}
