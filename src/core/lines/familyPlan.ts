import type { FileFamily } from './families';
import type { HunkStore } from './hunkStore';
import type { LineGraph } from './lineGraph';

/** What a family's attribution needs of git, settled before it runs. */
export class FamilyPlan {
  /** Blobs whose contents are needed, in the order in which they are. */
  readonly contents: readonly number[];
  /** By edge, node after node: 1 where both contents are needed. */
  private readonly needed: Uint8Array;

  constructor(
    readonly family: FileFamily,
    private readonly graph: LineGraph,
    hunks: HunkStore,
    ignored: ReadonlySet<number>,
  ) {
    const needed: number[] = [];
    const contents = new Set<number>();
    for (const node of family.nodes) {
      const blob = graph.nodeBlobs.at(node);
      // A guess of origins reads the lines themselves.
      const guesses = ignored.has(graph.nodeCommits.at(node));
      for (let edge = graph.edgeStart(node); edge < graph.edgeEnd(node); edge++) {
        const before = graph.nodeBlobs.at(graph.targets.at(edge));
        const needs = before !== blob && (guesses || !hunks.has(before, blob));
        needed.push(needs ? 1 : 0);
        if (needs) contents.add(blob).add(before);
      }
    }
    this.needed = Uint8Array.from(needed);
    this.contents = [...contents];
  }

  /** Visits the blobs whose contents a node needs. `firstEdge` counts the edges of the nodes before it. */
  eachNeed(node: number, firstEdge: number, visit: (blob: number) => void): void {
    const { graph } = this;
    const start = graph.edgeStart(node);
    for (let edge = start; edge < graph.edgeEnd(node); edge++) {
      if (this.needed[firstEdge + edge - start] === 0) continue;
      visit(graph.nodeBlobs.at(node));
      visit(graph.nodeBlobs.at(graph.targets.at(edge)));
    }
  }
}
