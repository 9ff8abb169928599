import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSource, type LostFile } from '../../../src/core/lines/renames';
import { looksLikeText, pieces } from '../../../src/core/lines/similarity';
import { isAtLeast } from '../../../src/git/git';
import type { FileChange, Mark } from '../../support/repositoryBuilder';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { ann, at } from '../analysis/analyse';
import { Contents, closed, type Lines } from './contents';
import { plainGit } from './lineEngine';
import { contentArbitrary, editArbitrary } from './lineHistory';
import { pathNames } from './pathNames';

/** A commit that takes files away and adds one. One character a byte; null: a link. */
interface Move {
  readonly lost: readonly (readonly [path: string, content: string | null])[];
  readonly path: string;
  readonly content: string;
}

/** Names that go together in one tree. */
const names = [
  ...pathNames.filter(name => !/^(?:src|lib\/deep|a\.txt\/inside)$/.test(name)),
  'x/a.txt',
  'y/z/a.txt',
  'y/c',
];

/** The new file is put together of pieces of lost ones, which are alike themselves. */
const moves: fc.Arbitrary<Move> = fc
  .record({
    paths: fc.shuffledSubarray(names, { minLength: 2, maxLength: 9 }),
    contents: fc.array(contentArbitrary(200), { minLength: 1, maxLength: 4 }),
    lost: fc.array(fc.record({ of: fc.nat(3), edits: fc.array(editArbitrary, { maxLength: 2 }), link: fc.nat(9) }), {
      minLength: 8,
      maxLength: 8,
    }),
    kept: fc.array(fc.tuple(fc.nat(3), fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 2 }),
    edits: fc.array(editArbitrary, { maxLength: 2 }),
    whole: fc.boolean(),
  })
  .map(({ paths, contents: described, lost, kept, edits, whole }): Move => {
    const contents = new Contents();
    const made = described.map(content => contents.make(content));
    const edited = (lines: Lines, all: typeof edits): Lines =>
      all.reduce<Lines>((old, edit) => closed(contents.edit(old, edit)), lines);
    const [path = '', ...lostPaths] = paths;
    const texts = lost.map(({ of, edits: some, link }) =>
      link === 0 ? null : edited(made[of % made.length] ?? [], some),
    );
    const parts = kept.flatMap(([of, from, length]) => {
      const lines = made[of % made.length] ?? [];
      return whole ? lines : lines.slice(from % (lines.length + 1)).slice(0, length + 5);
    });
    return {
      path,
      content: edited(closed(parts), edits).join(''),
      lost: lostPaths.map((each, index) => [each, texts[index]?.join('') ?? null] as const),
    };
  });

function byBytes([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return Buffer.compare(Buffer.from(one, 'latin1'), Buffer.from(other, 'latin1'));
}

/** What the engine says: the path of the source, null for none. */
async function ourSource({ lost, path, content }: Move, lastPiece: boolean): Promise<string | null> {
  const sorted = [...lost].sort(byBytes);
  const texts = [...new Set([content, ...sorted.flatMap(([, text]) => text ?? [])])];
  const files = sorted.map(
    ([, text], index): LostFile => ({ path: index, blob: text === null ? -1 : texts.indexOf(text) }),
  );
  const source = await findSource({
    ...{ file: { path: sorted.length, blob: 0 }, lost: files },
    pathOf: index => sorted[index]?.[0] ?? path,
    piecesOf: async asked =>
      asked.map(({ blob }) => {
        const bytes = Buffer.from(texts[blob] ?? '', 'latin1');
        return pieces(bytes, looksLikeText(bytes), lastPiece);
      }),
  });
  return sorted[source]?.[0] ?? null;
}

/** What git says of each move, in one process. */
async function gitSources(all: readonly Move[]): Promise<(string | null)[]> {
  const builder = new RepositoryBuilder();
  const marks: Mark[] = all.map(({ lost, path, content }, index) => {
    const branch = `move-${index}`;
    const bytes = (name: string): Buffer => Buffer.from(name, 'latin1');
    const before = lost.map(([name, text]): [Buffer, FileChange] => [
      bytes(name),
      text === null ? { symlink: content.split('\n')[0] || 'nowhere' } : bytes(text),
    ]);
    const root = builder.commit({ author: ann, date: at(0), parents: [], branch, files: before });
    const gone = lost.map(([name]): [Buffer, FileChange] => [bytes(name), null]);
    return builder.commit({
      ...{ author: ann, date: at(1), parents: [root], branch },
      files: [...gone, [bytes(path), bytes(content)]],
    });
  });
  const repository = await builder.build();
  try {
    const options = ['--no-walk=unsorted', '--format=tformat:commit', '-z', '--raw', '-M', '-l0', '--no-ext-diff'];
    const printed = await repository.git('log', ...options, ...marks.map(mark => repository.sha(mark)));
    // What is not UTF-8 is lost here, but the only source is known by its content too.
    return printed.split('commit\0').slice(1).map(sourceIn);
  } finally {
    await repository.dispose();
  }
}

function sourceIn(commit: string): string | null {
  const fields = commit.split('\0');
  const at = fields.findIndex(field => /^\n?:\d+ \d+ \S+ \S+ R\d+$/.test(field));
  return at < 0 ? null : (fields[at + 1] ?? '');
}

async function assertAsGit(all: readonly Move[]): Promise<void> {
  const lastPiece = isAtLeast((await plainGit()).version, [2, 44, 0]);
  const theirs = await gitSources(all);
  assert.equal(theirs.length, all.length);
  const asGitPrints = (path: string | null): string | null => path && Buffer.from(path, 'latin1').toString('utf8');
  for (const [index, move] of all.entries()) {
    const ours = await ourSource(move, lastPiece);
    assert.equal(asGitPrints(ours), theirs[index], `Move ${index}: ${JSON.stringify(move)}`);
  }
  const found = theirs.filter(source => source !== null).length;
  assert.ok(all.length < 20 || (found > all.length / 5 && found < all.length), `${found} have a source`);
}

describe('the source of a new file', () => {
  it('is the one that git finds, of random files that were lost', () =>
    assertAsGit(fc.sample(moves, { numRuns: 600 })));

  it('is the one that git finds among many with the same content or the same name', async () => {
    const folder = (index: number): string => `f${`${index}`.padStart(3, '0')}`;
    const text = (index: number): string =>
      Array.from({ length: 9 }, (_, line) => `line ${line * (index % 7)}\n`).join('');
    const lost = (count: number, of: (index: number) => readonly [string, string]): Move['lost'] =>
      Array.from({ length: count }, (_, index) => of(index));
    await assertAsGit([
      // The one with the name comes too late to be seen.
      {
        lost: lost(130, index => [`${folder(index)}/${index === 120 ? 'a' : 'b'}`, 'same\n']),
        path: 'a',
        content: 'same\n',
      },
      {
        lost: lost(130, index => [`${folder(index)}/${index === 99 ? 'a' : 'b'}`, 'same\n']),
        path: 'a',
        content: 'same\n',
      },
      { lost: lost(30, index => [`${folder(index)}/a`, text(index)]), path: 'a', content: text(3) + text(5) },
      { lost: lost(30, index => [`${folder(index)}/b`, text(index)]), path: 'a', content: `${text(3)}more\n` },
      { lost: lost(3, index => [folder(index), '']), path: 'a', content: '' },
      { lost: [], path: 'a', content: 'a\n' },
    ]);
  });

  it('is the one that git finds where many are equally like it', async () => {
    const line = (index: number): string => `line ${index} ${'x'.repeat((index * 7) % 90)}\n`;
    const content = fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }).map(lines => lines.map(line).join(''));
    const alike = fc
      .record({
        contents: fc.array(content, { minLength: 1, maxLength: 7 }),
        picks: fc.array(fc.nat(6), { maxLength: 40, size: 'max' }),
      })
      .chain(({ contents: all, picks }) =>
        fc.record({
          lost: fc.constant(
            picks.map((pick, index): [string, string] => [
              `f${index + 10}/${pick % 3 ? 'a' : 'b'}`,
              all[pick % all.length] ?? '',
            ]),
          ),
          path: fc.constantFrom('a', 'b', 'c'),
          content: fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all, ''), content).map(texts => texts.join('')),
        }),
      );
    await assertAsGit(fc.sample(alike, { numRuns: 800 }));
  });
});
