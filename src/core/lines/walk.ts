import { type ChangeLog, noBlob, pathChange } from './changeLog';
import { LineGraph, noCommit } from './lineGraph';
import type { LostFile } from './renames';

/** A text file at the head. */
export interface HeadFile {
  readonly path: number;
  readonly blob: number;
}

/** Changes of a commit against one parent, as far as a path or a rename asks for them. */
export interface ParentChanges {
  /** Blob in the parent by path; `noBlob` for one that is not there, or no file there. Others are as in the commit. */
  readonly blobs: ReadonlyMap<number, number>;
  readonly lost: readonly LostFile[];
}

/** Questions that the two logs do not answer; asked of git when first needed. */
export interface WalkQuestions {
  /** The file of a parent that a new one comes from, of those that the parent alone has; null for none, `undecided` when that cannot be told here. */
  sourceOf(question: SourceQuestion): Promise<LostFile | null | 'undecided'>;
  /** What a merge changed against a parent other than the first. */
  changesAgainst(commit: number, parent: number): Promise<ParentChanges>;
}

/** Where does a path come from that a parent lacks? */
export interface SourceQuestion {
  readonly commit: number;
  /** Which parent, from 0. */
  readonly parent: number;
  readonly path: number;
  readonly blob: number;
  /** What the parent alone has, in the order of the tree. */
  readonly lost: () => Promise<readonly LostFile[]>;
}

/** In place of a path: all that no commit of the log changed. Where its walk leads, theirs would. */
export const restOfTree = -1;

/** The paths whose lines are sought at a commit, each with the node of its version. */
type Sought = Map<number, number>;

/**
 * Walks from the head back to the roots with the paths whose lines are sought, and notes every version that could own
 * some of them. Rules as `git blame` has them: an unchanged path follows the first parent in which it is the same; a
 * rename is looked for only where a path is not in a parent; a file that took the place of a link begins there.
 *
 * The paths are moved, not copied, to the first parent, so the cost is that of the changes, not of the tree.
 */
export class Walk {
  readonly graph = new LineGraph();
  private readonly sought = new Map<number, Sought>();

  /** Nodes whose lines are known: nothing is sought behind them. */
  private readonly known = new Set<number>();

  constructor(
    private readonly log: ChangeLog,
    private readonly questions: WalkQuestions,
  ) {}

  /**
   * Seeks the lines of files at a commit; call it before {@link run}.
   * @param known whether their lines are known already: then they answer for whoever comes to the same version
   * @returns the node of each file
   */
  start(commit: number, files: readonly HeadFile[], known = false): Int32Array {
    const nodes = Int32Array.from(files, ({ path, blob }) => this.graph.node(path, blob));
    if (known) for (const node of nodes) this.known.add(node);
    this.arrive(commit, new Map(files.map(({ path }, index) => [path, nodes[index] as number])));
    return nodes;
  }

  /** @param order commits, children first, from the starts on; where the log ends, the walk does */
  async run(order: Int32Array): Promise<void> {
    for (const commit of order) {
      const here = this.sought.get(commit);
      if (here === undefined || !this.log.isKnown(commit)) continue;
      this.sought.delete(commit);
      const parents = this.log.parentsOf(commit);
      if (parents === 0) this.closeAll(here, commit);
      else if (parents === 1) await this.passOn(commit, here);
      else await this.passMerge(commit, here, parents);
    }
  }

  /** Commits beyond the log at which versions are sought that nobody knows. */
  openCommits(): number[] {
    const open: number[] = [];
    for (const [commit, sought] of this.sought) {
      if ([...sought.values()].some(node => !this.known.has(node))) open.push(commit);
    }
    return open;
  }

  private closeAll(here: Sought, commit: number): void {
    for (const node of here.values()) this.graph.close(node, commit, []);
  }

  private async passOn(commit: number, here: Sought): Promise<void> {
    const { log, graph } = this;
    let added: number[] | null = null;
    const changes = log.changesOf(commit);
    const end = changes.endOf(commit);
    for (let at = changes.startOf(commit); at < end; at++) {
      const path = changes.paths.at(at);
      const node = here.get(path);
      if (node === undefined) continue;
      const kind = changes.kinds.at(at);
      if (kind === pathChange.modified) {
        const blob = changes.oldBlobs.at(at);
        // A changed mode leaves the lines alone.
        if (blob === graph.nodeBlobs.at(node)) continue;
        if (this.known.has(node)) {
          here.delete(path);
          continue;
        }
        const before = graph.node(path, blob);
        graph.close(node, commit, [before]);
        here.set(path, before);
      } else if (kind === pathChange.added) {
        added ??= [];
        added.push(path);
      } else if (kind === pathChange.typeChanged) {
        graph.close(node, commit, []);
        here.delete(path);
      }
    }
    for (const path of added ?? []) {
      const node = here.get(path) as number;
      here.delete(path);
      if (this.known.has(node)) continue;
      const source = await this.source(commit, 0, path, graph.nodeBlobs.at(node));
      // What cannot be told stays open: nobody owns its lines.
      if (source !== 'undecided') graph.close(node, commit, source === null ? [] : [this.place(here, source)]);
    }
    this.arrive(log.parent(commit, 0), here);
  }

  private async passMerge(commit: number, here: Sought, parents: number): Promise<void> {
    const { log, graph } = this;
    const combined = this.combinedOf(commit, here, parents);
    const changes = log.changesOf(commit);
    const end = changes.endOf(commit);
    for (let at = changes.startOf(commit); at < end; at++) {
      const path = changes.paths.at(at);
      const node = here.get(path);
      const kind = changes.kinds.at(at);
      if (node === undefined || kind === pathChange.deleted || kind === pathChange.deletedOther) continue;
      const blob = graph.nodeBlobs.at(node);
      if (kind === pathChange.modified && changes.oldBlobs.at(at) === blob) continue;
      here.delete(path);
      const sides = combined.get(path);
      if (sides === undefined) {
        const same = await this.sameIn(commit, parents, path, blob);
        this.join(this.soughtAt(log.parent(commit, same)), path, node);
        continue;
      }
      if (this.known.has(node)) continue;
      const origins = await this.originsOf(commit, parents, path, blob, sides);
      if (origins === 'undecided') continue;
      const targets = origins.map(({ parent, file }) =>
        this.place(parent === 0 ? here : this.soughtAt(log.parent(commit, parent)), file),
      );
      const whole = origins.length === 1 && origins[0]?.file.blob === blob;
      graph.close(node, whole ? noCommit : commit, targets);
    }
    this.arrive(log.parent(commit, 0), here);
  }

  /** Where in the combined list the sought paths stand. */
  private combinedOf(commit: number, here: Sought, parents: number): ReadonlyMap<number, number> {
    const { log } = this;
    const places = new Map<number, number>();
    let at = log.combinedStartOf(commit);
    for (let left = log.combinedCountOf(commit); left > 0; left--, at += 1 + parents * 2) {
      const path = log.combined.at(at);
      if (here.has(path)) places.set(path, at + 1);
    }
    return places;
  }

  /** The parent in which a path is as in the merge, when it is so in any but the first. */
  private async sameIn(commit: number, parents: number, path: number, blob: number): Promise<number> {
    // The last needs no question: it is the only one left.
    for (let parent = 1; parent < parents - 1; parent++) {
      const { blobs } = await this.questions.changesAgainst(commit, this.log.parent(commit, parent));
      if ((blobs.get(path) ?? blob) === blob) return parent;
    }
    return parents - 1;
  }

  /** The versions that blame passes the lines of a path to, one parent after the other; only one where it is the same. */
  private async originsOf(
    commit: number,
    parents: number,
    path: number,
    blob: number,
    sides: number,
  ): Promise<Origin[] | 'undecided'> {
    const { log } = this;
    const files: (LostFile | null)[] = Array.from({ length: parents }, () => null);
    const take = (parent: number, file: LostFile): boolean => {
      if (file.blob === blob) return true;
      // What an earlier parent has as well can give nothing more.
      if (!files.slice(0, parent).some(earlier => earlier?.blob === file.blob)) files[parent] = file;
      return false;
    };
    for (let parent = 0; parent < parents; parent++) {
      const file = { path, blob: log.combined.at(sides + parent * 2 + 1) };
      const modified = log.combined.at(sides + parent * 2) === pathChange.modified;
      if (modified && take(parent, file)) return [{ parent, file }];
    }
    for (let parent = 0; parent < parents; parent++) {
      if (log.combined.at(sides + parent * 2) !== pathChange.added) continue;
      const file = await this.source(commit, parent, path, blob);
      if (file === 'undecided') return file;
      if (file !== null && take(parent, file)) return [{ parent, file }];
    }
    return files.flatMap((file, parent) => (file === null ? [] : [{ parent, file }]));
  }

  private source(commit: number, parent: number, path: number, blob: number): Promise<LostFile | null | 'undecided'> {
    const lost = async (): Promise<readonly LostFile[]> =>
      parent === 0
        ? this.lostIn(commit)
        : (await this.questions.changesAgainst(commit, this.log.parent(commit, parent))).lost;
    return this.questions.sourceOf({ commit, parent, path, blob, lost });
  }

  /** What a commit took away against its first parent. */
  private lostIn(commit: number): LostFile[] {
    const { log } = this;
    const lost: LostFile[] = [];
    const changes = log.changesOf(commit);
    const end = changes.endOf(commit);
    for (let at = changes.startOf(commit); at < end; at++) {
      const kind = changes.kinds.at(at);
      if (kind === pathChange.deleted) lost.push({ path: changes.paths.at(at), blob: changes.oldBlobs.at(at) });
      else if (kind === pathChange.deletedOther) lost.push({ path: changes.paths.at(at), blob: noBlob });
    }
    return lost;
  }

  private place(where: Sought, { path, blob }: LostFile): number {
    let node = where.get(path);
    if (node === undefined) {
      node = this.graph.node(path, blob);
      where.set(path, node);
    }
    return node;
  }

  private soughtAt(commit: number): Sought {
    let sought = this.sought.get(commit);
    if (sought === undefined) {
      sought = new Map();
      this.sought.set(commit, sought);
    }
    return sought;
  }

  /** Hands the sought paths to a parent. Where another child sought one of them already, two nodes are the same version. */
  private arrive(commit: number, sought: Sought): void {
    const there = this.sought.get(commit);
    if (there === undefined) {
      this.sought.set(commit, sought);
      return;
    }
    const [larger, smaller] = there.size > sought.size ? [there, sought] : [sought, there];
    for (const [path, node] of smaller) this.join(larger, path, node);
    this.sought.set(commit, larger);
  }

  private join(there: Sought, path: number, node: number): void {
    const same = there.get(path);
    if (same === undefined) {
      there.set(path, node);
    } else if (this.known.has(node) && !this.known.has(same)) {
      there.set(path, node);
      this.graph.close(same, noCommit, [node]);
    } else {
      this.graph.close(node, noCommit, [same]);
    }
  }
}

interface Origin {
  readonly parent: number;
  readonly file: LostFile;
}
