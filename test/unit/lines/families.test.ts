import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileFamilies } from '../../../src/core/lines/families';
import { FamilyPlan } from '../../../src/core/lines/familyPlan';
import { HunkStore } from '../../../src/core/lines/hunkStore';
import { LineGraph } from '../../../src/core/lines/lineGraph';

/** Edges of the nodes of a graph, each to nodes with larger numbers. */
const graphs = fc
  .array(fc.array(fc.nat(30), { maxLength: 3 }), { minLength: 1, maxLength: 20 })
  .map(all => all.map((edges, node) => edges.map(edge => node + 1 + edge).filter(target => target < all.length)));

function graphOf(edges: readonly (readonly number[])[]): LineGraph {
  const graph = new LineGraph();
  for (const node of edges.keys()) graph.node(0, node);
  edges.forEach((targets, node) => {
    graph.close(node, 0, targets);
  });
  return graph;
}

function reached(edges: readonly (readonly number[])[], from: number): Set<number> {
  const found = new Set([from]);
  for (const node of found) for (const target of edges[node] ?? []) found.add(target);
  return found;
}

describe('families of files', () => {
  it('hold all files that may share an origin, and every version behind them, children first', () => {
    fc.assert(
      fc.property(graphs, fc.uniqueArray(fc.nat(19), { maxLength: 8 }), (edges, picks) => {
        const nodes = picks.filter(node => node < edges.length);
        const families = fileFamilies(
          graphOf(edges),
          nodes.map((node, index) => ({ index, node, lines: 1 })),
        );
        assert.deepEqual(
          families.flatMap(({ files }) => files.map(({ index }) => index)).sort((a, b) => a - b),
          [...nodes.keys()],
        );
        const firsts = families.map(({ files }) => files[0]?.index ?? -1);
        assert.deepEqual(
          firsts,
          [...firsts].sort((a, b) => a - b),
        );
        const seen = new Set<number>();
        for (const { files, nodes: all } of families) {
          for (const { node } of files) for (const behind of reached(edges, node)) assert.ok(all.includes(behind));
          all.forEach((node, place) => {
            assert.ok(!seen.has(node), 'no version is in two families');
            seen.add(node);
            for (const target of edges[node] ?? []) assert.ok(all.indexOf(target) > place);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep files apart that have nothing in common', () => {
    const families = fileFamilies(
      graphOf([[2], [3], [], []]),
      [0, 1].map(node => ({ index: node, node, lines: 1 })),
    );
    assert.deepEqual(
      families.map(({ nodes }) => [...nodes]),
      [
        [0, 2],
        [1, 3],
      ],
    );
  });

  it('need the contents that are not compared yet, and those of ignored commits', () => {
    const graph = graphOf([[1], [2], []]);
    const [family] = fileFamilies(graph, [{ index: 0, node: 0, lines: 1 }]);
    assert.ok(family);
    const hunks = new HunkStore();
    const needs = (ignored: readonly number[] = []): readonly number[] =>
      new FamilyPlan(family, graph, hunks, new Set(ignored)).contents;
    assert.deepEqual(needs(), [0, 1, 2]);
    hunks.put(1, 0, []);
    assert.deepEqual(needs(), [1, 2]);
    hunks.put(2, 1, []);
    assert.deepEqual(needs(), []);
    assert.deepEqual(needs([0]), [0, 1, 2]);
  });
});
