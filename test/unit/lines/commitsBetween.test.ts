import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CommitOrigin, visitBetween } from '../../../src/core/lines/commitsBetween';

/** Parents of each commit, which come before it; named by their places. */
type Parents = readonly (readonly number[])[];

const histories = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 2, maxLength: 14 })
  .map(
    (commits): Parents =>
      commits.map((parents, commit) =>
        [...new Set(parents.map(parent => parent % (commit || 1)))].filter(parent => parent < commit),
      ),
  );

/** What leads from a commit to where `ends` says so, without that. */
function leadingTo(parents: Parents, from: number, ends: (commit: number) => boolean): Set<number> {
  const found = new Set<number>();
  const open = [from];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (found.has(commit) || ends(commit)) continue;
    found.add(commit);
    open.push(...(parents[commit] ?? []));
  }
  return found;
}

function mainLine(parents: Parents, from: number): number[] {
  const line: number[] = [];
  for (let commit: number | undefined = from; commit !== undefined; commit = parents[commit]?.[0]) line.push(commit);
  return line;
}

interface Asked {
  readonly head: number;
  readonly earlier: number;
  readonly times?: (commit: number) => number;
  readonly most?: number;
  readonly missing?: number;
}

async function between(parents: Parents, { head, earlier, times = commit => commit, most = 100, missing }: Asked) {
  const visited: number[] = [];
  const read = (ids: readonly string[]): Promise<(CommitOrigin | null)[]> =>
    Promise.resolve(
      ids.map(id => {
        const commit = Number(id);
        if (commit === missing) return null;
        return { parents: (parents[commit] ?? []).map(String), time: times(commit) };
      }),
    );
  const whole = await visitBetween({ head: `${head}`, earlier: `${earlier}`, read, most }, (id, ids) => {
    assert.deepEqual(ids.map(Number), parents[Number(id)]);
    visited.push(Number(id));
  });
  return { whole, visited };
}

describe('the commits between two', () => {
  it('are only the new ones where the earlier one leads straight to the head', async () => {
    assert.deepEqual(await between([[], [0], [1], [2], [3]], { head: 4, earlier: 2 }), {
      whole: true,
      visited: [4, 3],
    });
  });

  it('are also those of the main line as far down as a branch began', async () => {
    const parents = [[], [0], [1], [2], [1], [3, 4]];
    const { visited } = await between(parents, { head: 5, earlier: 3 });
    assert.deepEqual(visited, [5, 4, 3, 2]);
  });

  it('are those down to the head where that is older', async () => {
    const { visited } = await between([[], [0], [1], [2]], { head: 1, earlier: 3 });
    assert.deepEqual(visited, [3, 2]);
  });

  it('are not told where there are too many, or one is not here', async () => {
    const parents = [[], [0], [1], [2], [3]];
    assert.equal((await between(parents, { head: 4, earlier: 0, most: 3 })).whole, false);
    assert.equal((await between(parents, { head: 4, earlier: 0, most: 4 })).whole, true);
    assert.equal((await between(parents, { head: 4, earlier: 0, missing: 2 })).whole, false);
  });

  /** Those that lead from the head to the main line of the other, with what of the line they come to. */
  function leadingToLine(
    parents: Parents,
    head: number,
    line: readonly number[],
  ): { leading: Set<number>; depth: number } {
    const leading = leadingTo(parents, head, commit => line.includes(commit));
    const met = [head, ...[...leading].flatMap(commit => parents[commit] ?? [])].map(commit => line.indexOf(commit));
    return { leading, depth: Math.max(...met, 0) };
  }

  it('are all that lead from the head to the main line of the other, and that line down to there', async () => {
    const clocks = fc.constantFrom(
      (commit: number) => commit,
      () => 0,
    );
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(), clocks, async (parents, one, other, times) => {
        const head = one % parents.length;
        const line = mainLine(parents, other % parents.length);
        const { whole, visited } = await between(parents, { head, earlier: other % parents.length, times });
        const { leading, depth } = leadingToLine(parents, head, line);
        assert.equal(whole, true);
        assert.equal(new Set(visited).size, visited.length);
        const needed = [...leading, ...line.slice(0, depth)];
        assert.deepEqual(
          needed.filter(commit => !visited.includes(commit)),
          [],
        );
      }),
    );
  });

  it('are no fewer of the head where clocks are wrong', async () => {
    const clocks = fc.func(fc.integer({ min: -5, max: 5 }));
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(), clocks, async (parents, one, other, clock) => {
        const head = one % parents.length;
        const earlier = other % parents.length;
        const { visited } = await between(parents, { head, earlier, times: clock });
        assert.equal(new Set(visited).size, visited.length);
        const { leading } = leadingToLine(parents, head, mainLine(parents, earlier));
        assert.deepEqual(
          [...leading].filter(commit => !visited.includes(commit)),
          [],
        );
      }),
    );
  });
});
