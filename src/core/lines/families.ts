import type { LineGraph } from './lineGraph';

/** A file at the head, as the attribution sees it. */
export interface AttributedFile {
  /** Its place in the list of files. */
  readonly index: number;
  /** Node of its version at the head. */
  readonly node: number;
  readonly lines: number;
}

/** Files that may share origins, and the versions behind them. */
export interface FileFamily {
  readonly files: readonly AttributedFile[];
  /** Their nodes, each after all that lead to it. */
  readonly nodes: Int32Array;
}

/** Puts files whose lines may come from the same version together; families in the order of their first files. */
export function fileFamilies(graph: LineGraph, files: readonly AttributedFile[]): FileFamily[] {
  const leader = Int32Array.from({ length: graph.nodePaths.length }, (_, node) => node);
  const find = (node: number): number => {
    let root = node;
    while (leader[root] !== root) root = leader[root] as number;
    for (let at = node; at !== root; ) {
      const up = leader[at] as number;
      leader[at] = root;
      at = up;
    }
    return root;
  };
  for (const node of graph.order.values) {
    for (let edge = graph.edgeStart(node); edge < graph.edgeEnd(node); edge++) {
      leader[find(graph.targets.at(edge))] = find(node);
    }
  }
  const families = new Map<number, { files: AttributedFile[]; nodes: number[] }>();
  for (const file of files) {
    const root = find(file.node);
    const family = families.get(root);
    if (family === undefined) families.set(root, { files: [file], nodes: [] });
    else family.files.push(file);
  }
  for (const node of graph.order.values) families.get(find(node))?.nodes.push(node);
  return [...families.values()].map(family => ({ files: family.files, nodes: Int32Array.from(family.nodes) }));
}
