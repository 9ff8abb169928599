import { IntColumn } from '../history/columns';

/** A node that hands all its lines on and owns none itself. */
export const noCommit = -1;

/** A node whose commit was not reached: the changes that made its version are not in the log. */
export const unfinished = -2;

/**
 * Where lines may come from: a node is a version of a file that a commit made, an edge leads to the version of a parent
 * it was made from, in the order in which blame asks the parents. Nodes are numbered as they are found; {@link order}
 * holds them children first.
 */
export class LineGraph {
  readonly nodePaths = new IntColumn();
  readonly nodeBlobs = new IntColumn();
  /** The commit that made the version; {@link noCommit} where two ways to the same version meet; {@link unfinished}. */
  readonly nodeCommits = new IntColumn();
  /** Edges of a node: its stretch in {@link targets}. */
  private readonly edgeStarts = new IntColumn();
  private readonly edgeCounts = new IntColumn();
  readonly targets = new IntColumn();
  /** Nodes, each after all that lead to it. */
  readonly order = new IntColumn();

  node(path: number, blob: number): number {
    const node = this.nodePaths.length;
    this.nodePaths.push(path);
    this.nodeBlobs.push(blob);
    this.nodeCommits.push(unfinished);
    this.edgeStarts.push(0);
    this.edgeCounts.push(0);
    return node;
  }

  /** Says who made a version, and from which others. */
  close(node: number, commit: number, targets: readonly number[]): void {
    this.nodeCommits.put(node, commit);
    this.edgeStarts.put(node, this.targets.length);
    this.edgeCounts.put(node, targets.length);
    for (const target of targets) this.targets.push(target);
    this.order.push(node);
  }

  edgeStart(node: number): number {
    return this.edgeStarts.at(node);
  }

  edgeEnd(node: number): number {
    return this.edgeStarts.at(node) + this.edgeCounts.at(node);
  }

  /** The node that a version stands for, where several ways led to it. */
  sameAs(node: number): number {
    let same = node;
    while (this.nodeCommits.at(same) === noCommit && this.edgeEnd(same) - this.edgeStart(same) === 1) {
      const target = this.targets.at(this.edgeStart(same));
      if (this.nodeBlobs.at(target) !== this.nodeBlobs.at(same)) break;
      same = target;
    }
    return same;
  }
}
