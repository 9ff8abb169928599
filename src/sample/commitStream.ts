import {
  type Bytes,
  type FastImport,
  type FileChange,
  type Identity,
  identityLine,
  type Moment,
  quotedPath,
} from './fastImport';

/** A commit before it has a sha. Later commits have larger marks. */
export type Mark = number & { readonly mark: unique symbol };

/** Pairs where the path is not text. */
export type FileChanges =
  | Readonly<Record<string, FileChange>>
  | readonly (readonly [string | Uint8Array, FileChange])[];

export interface CommitDescription {
  readonly author: Identity;
  /** Without one, the author. */
  readonly committer?: Identity;
  readonly date: Moment;
  /** Without one, `date`. */
  readonly authorDate?: Moment;
  /** `+0000` without one. */
  readonly zone?: string;
  readonly message?: Bytes;
  /** Written in the order given. */
  readonly trailers?: readonly (readonly [key: string, value: string])[];
  /** The `encoding` header, for a message that is not UTF-8. */
  readonly encoding?: string;
  /** Applied in the order given. */
  readonly files?: FileChanges;
  /**
   * Without them, the tip of the branch; none: a root. With several it is a merge: the tree of the first parent, then
   * everything that happened on the others since (theirs win), then `files`, so that a merge may add something itself.
   */
  readonly parents?: readonly Mark[];
  /** False: a merge is the tree of the first parent and `files`, whatever happened on the others. */
  readonly takesOthers?: boolean;
  /** Without one, the initial branch. */
  readonly branch?: string;
}
interface RecordedCommit {
  readonly parents: readonly Mark[];
  /** fast-import's commands for the changes of this commit alone. */
  readonly commands: string;
}

/** Describes commits to `git fast-import`: fixed dates and identities, in the order in which they are told. */
export class CommitStream {
  private readonly commits = new Map<Mark, RecordedCommit>();
  private readonly tips = new Map<string, Mark>();
  private lastMark = 0;
  private pending: ((process: FastImport) => void)[] = [];

  constructor(protected readonly initialBranch = 'main') {}

  commit(description: CommitDescription): Mark {
    const { author, committer = author, date, zone = '+0000', branch = this.initialBranch } = description;
    const tip = this.tips.get(branch);
    const parents = description.parents ?? (tip === undefined ? [] : [tip]);
    const commands = this.changeCommands(description.files ?? {});
    const mark = this.nextMark();
    const merged = parents.length > 1 && description.takesOthers !== false ? this.broughtIn(parents) : '';
    const header = [
      // Without the reset, a root on a branch that exists would continue that branch.
      parents.length === 0 && tip !== undefined ? `reset refs/heads/${branch}\n` : '',
      `commit refs/heads/${branch}\nmark :${mark}\n`,
      identityLine('author', author, description.authorDate ?? date, zone),
      identityLine('committer', committer, date, zone),
      description.encoding === undefined ? '' : `encoding ${description.encoding}\n`,
    ].join('');
    const links = parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${parent}\n`).join('');
    const message = withTrailers(description.message ?? 'change', description.trailers ?? []);
    this.pending.push(process => {
      process.write(header);
      process.writeContent(message);
      process.write(`${links}${merged}${commands}\n`);
    });
    this.commits.set(mark, { parents, commands });
    this.tips.set(branch, mark);
    return mark;
  }

  /** Points a branch at a commit. */
  branch(name: string, at: Mark): this {
    this.tips.set(name, at);
    return this.reference(`refs/heads/${name}`, at);
  }

  /** A lightweight tag. */
  tag(name: string, at: Mark): this {
    return this.reference(`refs/tags/${name}`, at);
  }

  /** Whether a branch has a commit. */
  hasBranch(name: string): boolean {
    return this.tips.has(name);
  }

  /** Sends what was described since the last time. */
  async send(process: FastImport): Promise<void> {
    for (const write of this.pending) write(process);
    this.pending = [];
    await process.flush();
  }

  private reference(name: string, at: Mark): this {
    this.pending.push(process => process.write(`reset ${name}\nfrom :${at}\n\n`));
    return this;
  }

  private nextMark(): Mark {
    this.lastMark += 1;
    return this.lastMark as Mark;
  }

  private blob(content: Bytes): Mark {
    const mark = this.nextMark();
    this.pending.push(process => {
      process.write(`blob\nmark :${mark}\n`);
      process.writeContent(content);
    });
    return mark;
  }

  private changeCommands(files: FileChanges): string {
    const pairs = Array.isArray(files) ? files : Object.entries(files);
    return pairs.map(([path, change]) => this.changeCommand(quotedPath(path), change)).join('');
  }

  private changeCommand(path: string, change: FileChange): string {
    if (change === null) return `D ${path}\n`;
    if (typeof change === 'string' || change instanceof Uint8Array) return `M 100644 :${this.blob(change)} ${path}\n`;
    if ('symlink' in change) return `M 120000 :${this.blob(change.symlink)} ${path}\n`;
    if ('submodule' in change) return `M 160000 ${change.submodule} ${path}\n`;
    if ('executable' in change)
      return `M ${change.executable ? 100755 : 100644} :${this.blob(change.content)} ${path}\n`;
    const move = `R ${quotedPath(change.rename)} ${path}\n`;
    return change.content === undefined ? move : `${move}M 100644 :${this.blob(change.content)} ${path}\n`;
  }

  /** The changes of every commit that the other parents reach and the first does not, oldest first. */
  private broughtIn(parents: readonly Mark[]): string {
    const [first, ...others] = parents;
    const reachedByFirst = new Set(first === undefined ? [] : [first]);
    const reachedByOthers = new Set(others);
    const commands: string[] = [];
    const newest = Math.max(...parents);
    // Parents have smaller marks than children, so one walk downwards meets every commit after all of its children.
    for (let mark = newest as Mark; mark > 0 && reachedByOthers.size > 0; mark = (mark - 1) as Mark) {
      const commit = this.commits.get(mark);
      if (commit === undefined) continue;
      const side = reachedByFirst.has(mark) ? reachedByFirst : reachedByOthers;
      if (side.has(mark)) for (const parent of commit.parents) side.add(parent);
      if (side === reachedByOthers && side.has(mark)) commands.push(commit.commands);
      reachedByOthers.delete(mark);
    }
    return commands.reverse().join('');
  }
}

function withTrailers(message: Bytes, trailers: readonly (readonly [key: string, value: string])[]): Bytes {
  if (trailers.length === 0) return message;
  const lines = trailers.map(([key, value]) => `${key}: ${value}`).join('\n');
  return Buffer.concat([Buffer.from(message as string), Buffer.from(`\n\n${lines}\n`)]);
}
