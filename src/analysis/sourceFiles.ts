import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import fastGlob from 'fast-glob';
import picomatch from 'picomatch';
import { leavesRepository } from '../core/components/repositoryPath';
import { readBlobs } from '../git/blobs';
import { GitError } from '../git/errors';
import type { Git } from '../git/git';
import type { TreeEntry } from '../git/tree';

/** A larger text tells nothing we read it for. */
const maxTextBytes = 1024 * 1024;

/** All texts of one request together; the rest is left out. */
const maxTotalBytes = 128 * 1024 * 1024;

const readAtOnce = 32;

/** What git does not track is only looked for where people write, and not for long: a build folder may be endless. */
const foreignFolders = [
  '.git',
  'node_modules',
  'target',
  'dist',
  'build',
  'out',
  'vendor',
  '.venv',
  'venv',
  '.cache',
].map(folder => `**/${folder}/**`);
const deepestFolder = 8;
const searchMilliseconds = 2_000;

/** Where the texts of an analysis come from: the work tree as it is on disk, or the tree of a commit. */
export interface SourceFiles {
  /** Paths that match, ignoring case, dot files included; in a work tree also of files that are not committed yet. */
  find(globs: readonly string[]): Promise<string[]>;
  /** Texts by path. What is missing, too large, binary or a link is left out. */
  read(paths: readonly string[], signal: AbortSignal): Promise<Map<string, string>>;
}

/** The files on disk: what the person sees in the editor. Links are not followed, so nothing outside is read. */
export class WorkTreeFiles implements SourceFiles {
  private readonly realFolders = new Map<string, Promise<string>>();

  constructor(private readonly root: string) {}

  async find(globs: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    const started = performance.now();
    const inside = globs.filter(glob => !leavesRepository(glob));
    const stream = fastGlob.stream(inside, {
      cwd: this.root,
      dot: true,
      caseSensitiveMatch: false,
      followSymbolicLinks: false,
      onlyFiles: true,
      suppressErrors: true,
      deep: deepestFolder,
      ignore: [...foreignFolders],
    });
    for await (const file of stream) {
      if (!leavesRepository(String(file))) {
        found.push(String(file));
      }
      if (performance.now() - started > searchMilliseconds) {
        break;
      }
    }
    return found;
  }

  async read(paths: readonly string[], signal: AbortSignal): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    let total = 0;
    for (let at = 0; at < paths.length && total < maxTotalBytes; at += readAtOnce) {
      if (signal.aborted) {
        throw new GitError('cancelled', 'The analysis was cancelled.');
      }
      const slice = paths.slice(at, at + readAtOnce);
      const found = await Promise.all(slice.map(file => this.readOne(file)));
      slice.forEach((file, index) => {
        const text = found[index];
        if (text !== null && text !== undefined) {
          texts.set(file, text);
          total += text.length;
        }
      });
    }
    return texts;
  }

  /** A folder of the work tree may have become a link to somewhere else. */
  private async isInside(folder: string): Promise<boolean> {
    const real = (place: string): Promise<string> => {
      let known = this.realFolders.get(place);
      if (!known) {
        known = realpath(place);
        this.realFolders.set(place, known);
      }
      return known;
    };
    const relative = path.relative(await real(this.root), await real(folder));
    return relative === '' || !leavesRepository(relative);
  }

  private async readOne(file: string): Promise<string | null> {
    const absolute = path.join(this.root, file);
    try {
      const status = await lstat(absolute);
      if (!(await this.isInside(path.dirname(absolute)))) {
        return null;
      }
      return status.isFile() && status.size <= maxTextBytes ? asText(await readFile(absolute)) : null;
    } catch {
      // Deleted but not committed, or not ours to read: then it says nothing.
      return null;
    }
  }
}

/** The tree of a commit: bare repositories, and revisions other than the one checked out. */
export class RevisionFiles implements SourceFiles {
  private readonly shas: ReadonlyMap<string, string>;

  constructor(
    private readonly git: Git,
    private readonly root: string,
    tree: readonly TreeEntry[],
  ) {
    this.shas = new Map(tree.filter(({ mode }) => mode.startsWith('100')).map(({ path: file, sha }) => [file, sha]));
  }

  async find(globs: readonly string[]): Promise<string[]> {
    const matches = picomatch([...globs], { dot: true, nocase: true });
    return [...this.shas.keys()].filter(file => matches(file));
  }

  async read(paths: readonly string[], signal: AbortSignal): Promise<Map<string, string>> {
    const wanted = paths.flatMap(file => {
      const sha = this.shas.get(file);
      return sha === undefined ? [] : [{ file, sha }];
    });
    const ids = wanted.map(({ sha }) => sha);
    const { contents } = await readBlobs(this.git, this.root, ids, { maxBytes: maxTextBytes, signal });
    const texts = new Map<string, string>();
    for (const { file, sha } of wanted) {
      const bytes = contents.get(sha);
      const text = bytes === undefined ? null : asText(bytes);
      if (text !== null) {
        texts.set(file, text);
      }
    }
    return texts;
  }
}

/** Null for what is no text: git's own rule, a NUL among the first 8,000 bytes. */
function asText(bytes: Buffer): string | null {
  return bytes.subarray(0, 8000).includes(0) ? null : bytes.toString('utf8').replace(/^\uFEFF/, '');
}
