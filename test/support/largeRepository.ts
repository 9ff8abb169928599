import { Random } from '../../src/sample/random';
import type { BuiltRepository } from './builtRepository';
import { type FileChange, type Mark, RepositoryBuilder } from './repositoryBuilder';

export interface LargeOptions {
  readonly commits: number;
  /** Alive at the end, or a little fewer. */
  readonly files: number;
  readonly people: number;
  /** The same seed gives the same commits. */
  readonly seed?: number;
  /** Seconds since 1970 of the last commit. */
  readonly until?: number;
  readonly checkout?: boolean;
}

const commitsPerFlush = 500;
const secondsBetweenCommits = 3_600;
const words = ['parcel', 'depot', 'ferry', 'label', 'scan', 'route', 'ledger', 'notice', 'vehicle', 'customs', 'crate'];

/**
 * A repository for load tests: files in nested folders, people who keep to some of them, one merge in 20 commits, one
 * rename in 40, one deletion in 200. Streamed, so that neither commits nor contents are held in memory at once.
 */
export async function buildLargeRepository(options: LargeOptions): Promise<BuiltRepository> {
  const { commits, seed = 1, until = 1_735_689_600, checkout = false } = options;
  const builder = new RepositoryBuilder({ name: 'large' });
  const tree = new GrowingTree(options, new Random(seed));
  let written = 0;
  let flushed = 0;
  let main: Mark | undefined;
  const commit = (
    message: string,
    files: Record<string, FileChange>,
    parents: readonly (Mark | undefined)[],
    branch?: string,
  ) => {
    written += 1;
    return builder.commit({
      author: tree.author(),
      date: until - (commits - written) * secondsBetweenCommits,
      message,
      files,
      parents: parents.filter(mark => mark !== undefined),
      ...(branch === undefined ? {} : { branch }),
    });
  };
  while (written < commits) {
    const files = tree.change(written / commits);
    if (main !== undefined && written % 20 === 0 && commits - written >= 3) {
      // The main line touches nothing meanwhile: what a merge brings is then the tree of the branch.
      const side = commit('Work on a branch', files, [main], 'topic');
      main = commit('Work meanwhile', { 'notes.txt': `${written}\n` }, [main]);
      main = commit('Merge branch topic', {}, [main, side]);
    } else {
      main = commit(`Change ${written}`, files, [main]);
    }
    if (written - flushed >= commitsPerFlush) {
      await builder.flush();
      flushed = written;
    }
  }
  const repository = await builder.build({ checkout });
  await repository.git('update-ref', '-d', 'refs/heads/topic');
  return repository;
}

interface GrowingFile {
  path: string;
  readonly home: number;
  lines: string[];
}

class GrowingTree {
  private readonly files: GrowingFile[] = [];
  private created = 0;
  private steps = 0;
  private person = 0;

  constructor(
    private readonly options: LargeOptions,
    private readonly random: Random,
  ) {}

  author(): { name: string; email: string } {
    return { name: `Person ${this.person}`, email: `person${this.person}@example.com` };
  }

  /** The changes of one commit; `progress` from 0 to 1 says how many files should exist by now. */
  change(progress: number): Record<string, FileChange> {
    this.steps += 1;
    const changes: Record<string, FileChange> = {};
    // Most of the files are there after half of the history.
    const wanted = Math.min(this.options.files, Math.ceil(this.options.files * Math.min(1, progress * 2)) + 1);
    for (let count = 0; count < 4 && this.files.length < wanted; count += 1) this.create(changes);
    for (let count = this.random.below(3); count >= 0; count -= 1) this.edit(changes);
    if (this.steps % 40 === 0) this.rename(changes);
    if (this.steps % 200 === 0) this.remove(changes);
    return changes;
  }

  private create(changes: Record<string, FileChange>): void {
    const home = this.random.below(40);
    const folder = `src/${words[home % words.length]}${home}/${words[this.random.below(words.length)]}`;
    const path = `${folder}/${words[this.random.below(words.length)]}${this.created}.ts`;
    const lines = Array.from({ length: 8 + this.random.below(40) }, (_, line) => this.line(line));
    this.created += 1;
    this.files.push({ path, home, lines });
    changes[path] = content(lines);
  }

  private edit(changes: Record<string, FileChange>): void {
    const file = this.random.among(this.files);
    if (file === undefined || file.path in changes) return;
    // Whoever is at home in a folder makes most of its changes.
    const usual = this.random.next() < 0.7;
    this.person = usual ? (file.home * 7) % this.options.people : this.random.below(this.options.people);
    const at = this.random.below(file.lines.length);
    if (this.random.next() < 0.3) file.lines.splice(at, 0, this.line(this.steps));
    else file.lines[at] = this.line(this.steps);
    changes[file.path] = content(file.lines);
  }

  private rename(changes: Record<string, FileChange>): void {
    const file = this.random.among(this.files);
    if (file === undefined || file.path in changes) return;
    const old = file.path;
    file.path = old.replace(/[^/]+$/, `renamed${this.steps}.ts`);
    changes[file.path] = { rename: old };
  }

  private remove(changes: Record<string, FileChange>): void {
    const at = this.random.below(this.files.length);
    const file = this.files[at];
    if (file === undefined || file.path in changes) return;
    this.files.splice(at, 1);
    changes[file.path] = null;
  }

  private line(number: number): string {
    const word = words[this.random.below(words.length)];
    return `export const ${word}${number} = ${this.random.below(1_000_000)};`;
  }
}

function content(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
