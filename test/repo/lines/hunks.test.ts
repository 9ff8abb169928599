import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonEnds, type EqualBytes } from '../../../src/core/lines/commonEnds';
import { LineDiff } from '../../../src/core/lines/lineDiff';
import { LineTable } from '../../../src/core/lines/lineTable';
import { Pool } from '../../../src/core/lines/pool';
import { VersionReader } from '../../../src/core/lines/textVersion';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { ann, at } from '../analysis/analyse';
import { Contents, closed, type Lines } from './contents';
import { contentArbitrary, editArbitrary } from './lineHistory';

type Pair = readonly [before: string, after: string];

/** A content and what some edits make of it. One character a byte. */
const pairs = fc
  .tuple(contentArbitrary(4), fc.array(editArbitrary, { minLength: 1, maxLength: 6 }))
  .map(([content, edits]): Pair => {
    const contents = new Contents();
    const before = contents.make(content);
    const after = edits.reduce<Lines>((lines, edit) => closed(contents.edit(lines, edit)), before);
    return [before.join(''), after.join('')];
  });

const equalBytes: EqualBytes = (one, at, other, otherAt, length) =>
  (one as Buffer).compare(other, otherAt, otherAt + length, at, at + length) === 0;

/** As the attribution compares: with memory of what came before, the old content derived from the new. */
function ourHunks(pairsOfOne: readonly Pair[]): number[][] {
  const table = new LineTable();
  const versions = new VersionReader(table, new Pool(length => new Int32Array(length)), equalBytes);
  const diff = new LineDiff();
  return pairsOfOne.map(([before, after]) => {
    const [old, now] = [Buffer.from(before, 'latin1'), Buffer.from(after, 'latin1')];
    const newVersion = versions.read(now, now.length);
    const ends = commonEnds(newVersion, old, old.length, equalBytes);
    const oldVersion = versions.derive(old, old.length, newVersion, ends);
    const hunks = diff.hunks(oldVersion, newVersion, ends, table.size);
    versions.free(oldVersion);
    versions.free(newVersion);
    return hunks;
  });
}

/** The hunks that git finds, by name of the file, in one process: all pairs stand in two trees. */
async function gitHunks(all: readonly Pair[]): Promise<number[][]> {
  const builder = new RepositoryBuilder();
  for (const side of [0, 1] as const) {
    const files = all.map((pair, index) => [`${index}`, Buffer.from(pair[side], 'latin1')] as const);
    builder.commit({ author: ann, date: at(side), files });
  }
  const repository = await builder.build();
  try {
    const options = ['-p', '-U0', '-w', '--text', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color'];
    const printed = await repository.git('diff-tree', ...options, 'HEAD~1', 'HEAD');
    return hunksIn(printed, all.length);
  } finally {
    await repository.dispose();
  }
}

function hunksIn(printed: string, count: number): number[][] {
  const found: number[][] = Array.from({ length: count }, () => []);
  let file: number[] = [];
  /** Lines of the hunk still to come: what they hold may look like anything. */
  let left = 0;
  for (const line of printed.split('\n')) {
    if (left > 0) {
      if (!line.startsWith('\\')) left--;
      continue;
    }
    const [, name] = /^diff --git a\/(\d+) b\/\d+$/.exec(line) ?? [];
    if (name !== undefined) file = found[Number(name)] ?? [];
    const [, oldStart, removed = '1', newStart, added = '1'] =
      /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (oldStart === undefined) continue;
    left = Number(removed) + Number(added);
    // Where there are no lines git names the line before them.
    const start = (from: string | undefined, lines: string): number => Number(from) - (lines === '0' ? 0 : 1);
    file.push(start(oldStart, removed), Number(removed), start(newStart, added), Number(added));
  }
  return found;
}

async function assertAsGit(all: readonly Pair[]): Promise<void> {
  const [ours, theirs] = [ourHunks(all), await gitHunks(all)];
  assert.ok(theirs.filter(hunks => hunks.length > 0).length > all.length / 2, 'most pairs differ');
  for (const [index, pair] of all.entries()) {
    assert.deepEqual(ours[index], theirs[index], `Pair ${index}: ${JSON.stringify(pair).slice(0, 5000)}`);
  }
}

describe('the hunks between two versions', () => {
  it('are those of git, for random contents and edits', async () => {
    await assertAsGit(fc.sample(pairs, { numRuns: 1200 }));
  });

  it('are those of git where thousands of lines repeat and change all over', async () => {
    const large = fc
      .tuple(
        fc.record({
          length: fc.integer({ min: 1500, max: 9000 }),
          seed: fc.nat(1_000_000),
          unlike: fc.nat(6),
          letters: fc.integer({ min: 2, max: 27 }),
        }),
        fc.array(
          fc.tuple(editArbitrary, fc.constantFrom('scatter', 'deal', 'scatterSpaces', 'swap', 'move', 'replace')),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([many, edits]): Pair => {
        const contents = new Contents();
        const before = contents.make({ lines: [], many, finalNewline: true });
        const after = edits.reduce<Lines>(
          (lines, [edit, kind]) => contents.edit(lines, { ...edit, kind: kind as 'scatter', length: edit.length * 7 }),
          before,
        );
        return [before.join(''), after.join('')];
      });
    await assertAsGit(fc.sample(large, { numRuns: 60 }));
  });

  it('are those of git where the ends have thousands of bytes in common', async () => {
    const block = (lines: number, of: string): string => Array(lines).fill(of).join('');
    const tails = fc
      .record({
        line: fc.constantFrom('}\n', '  return;\n', 'x'.repeat(63).concat('\n'), 'x'.repeat(1500).concat('\n')),
        before: fc.nat(80),
        shared: fc.nat(900),
        added: fc.integer({ min: 1, max: 60 }),
        other: fc.constantFrom('', 'a\n', '\n'),
        end: fc.constantFrom('', 'last', 'last\n', '}'),
      })
      .map(({ line, before, shared, added, other, end }): Pair => {
        const tail = block(shared, line) + end;
        return [block(before, line) + other + tail, block(before, line) + other + block(added, line) + tail];
      });
    await assertAsGit(
      fc.sample(tails, { numRuns: 150 }).flatMap(([one, other]): Pair[] => [
        [one, other],
        [other, one],
      ]),
    );
  });

  it('are those of git for contents of a single byte or none', async () => {
    const all = ['', '\n', 'a', 'a\n', '\r', '\r\n', ' ', ' \n', '\n\n', 'a\nb', '\0', '\v\n'];
    await assertAsGit(all.flatMap(one => all.map((other): Pair => [one, other])));
  });
});
