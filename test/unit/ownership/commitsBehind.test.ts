import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CommitBehind, CommitsBehind } from '../../../src/core/commitsBehind';
import type { FileOwnership } from '../../../src/core/model';
import { commitsBehind } from '../../../src/core/ownership/commitsBehind';
import { agent, ann, ben, bot, cleo, type WrittenCommit } from '../history/writtenHistory';
import { analysisOf, type Written, writtenRepositories } from './writtenSnapshot';

type Analysed = ReturnType<typeof analysisOf>;

const every = Number.POSITIVE_INFINITY;

function ofFile(
  { snapshot, evidence, ownership }: Analysed,
  path: string,
  person: number | null = null,
): CommitsBehind {
  const files = snapshot.files.filter(file => file.path === path);
  assert.equal(files.length, 1, path);
  return commitsBehind({ of: 'file', files, person, most: every }, evidence, ownership);
}

function ofComponent(
  { snapshot, evidence, ownership }: Analysed,
  id: string,
  person: number | null = null,
): CommitsBehind {
  const files = snapshot.files.filter(file => file.component === id);
  return commitsBehind({ of: 'component', files, person, most: every }, evidence, ownership);
}

function personOf({ snapshot }: Analysed, [name]: readonly [string, string]): number {
  return snapshot.people.findIndex(person => person.name === name);
}

const countsOf = (commits: readonly CommitBehind[]): number => commits.reduce((sum, { counts }) => sum + counts, 0);

/** What a list of commits adds up to must be what is said of it. */
function assertAddsUp({ changes, reviews, counted, leftOut, leftOutBecause, lines }: CommitsBehind): void {
  const isReview = ({ note }: CommitBehind): boolean => note === 'reviewed';
  assert.equal(countsOf(counted.commits.filter(commit => !isReview(commit))), changes);
  assert.equal(countsOf(counted.commits.filter(isReview)), reviews);
  assert.equal(countsOf(leftOut.commits), 0);
  const reasons = Object.values(leftOutBecause).reduce((sum, count) => sum + count, 0);
  assert.equal(reasons, leftOut.total, 'each commit that is left out says why');
  if (lines === null) return;
  const all = [...counted.commits, ...leftOut.commits];
  assert.equal(
    all.reduce((sum, commit) => sum + (commit.lines ?? 0), 0),
    lines.lines,
  );
  assert.equal(
    lines.files.reduce((sum, file) => sum + file.lines, 0),
    lines.lines,
  );
}

/** Some of the commits are a bot's, an agent's, or ignored. */
const repositories: fc.Arbitrary<Written> = fc
  .tuple(writtenRepositories, fc.infiniteStream(fc.constantFrom('', '', '', '', 'bot', 'agent', 'agentFor', 'ignored')))
  .map(([written, kinds]) => {
    const marks = written.commits.map(() => kinds.next().value as string);
    const commits = written.commits.map((commit, place): WrittenCommit => {
      const { author } = commit;
      if (marks[place] === 'bot') return { ...commit, author: bot };
      if (marks[place] === 'agent') return { ...commit, author: agent };
      if (marks[place] !== 'agentFor') return commit;
      return { ...commit, author: agent, trailers: [...(commit.trailers ?? []), ['coAuthor', author]] };
    });
    const ignored = marks.flatMap((mark, place) => (mark === 'ignored' ? [place] : []));
    return { ...written, commits, ignored };
  });

describe('The commits behind a number', () => {
  it('add up to the changes, reviews and lines of every file and of everyone in it', () => {
    fc.assert(
      fc.property(repositories, fc.boolean(), (written, withLines) => {
        const { lines, ...first } = written;
        const analysed = analysisOf(withLines && lines ? { ...first, lines } : first);
        for (const file of analysed.snapshot.files) {
          const all = ofFile(analysed, file.path);
          assertAddsUp(all);
          assert.deepEqual([all.changes, all.assisted], [file.touches, file.assisted], file.path);
          assert.equal(all.lines && all.lines.lines + all.lines.unknown, file.lines, file.path);
          for (const known of file.knowledge) assertIsKnown(analysed, file, known);
        }
      }),
      { numRuns: 15 },
    );
  });

  function assertIsKnown(analysed: Analysed, { path }: FileOwnership, known: FileOwnership['knowledge'][number]): void {
    const own = ofFile(analysed, path, known.person);
    assertAddsUp(own);
    assert.deepEqual(
      [own.changes, own.reviews, own.assisted, own.lines?.lines ?? null],
      [known.touches, known.reviews, known.assisted, known.lines],
      path,
    );
  }

  it('add up to the changes and lines of every component and of everyone in it', () => {
    fc.assert(
      fc.property(repositories, written => {
        const analysed = analysisOf(written);
        for (const component of analysed.snapshot.components) {
          const all = ofComponent(analysed, component.id);
          assertAddsUp(all);
          assert.deepEqual([all.changes, all.assisted], [component.changes, component.assistedChanges], component.id);
          assert.equal(all.lines && all.lines.lines + all.lines.unknown, component.lines, component.id);
          for (const { person, touches } of component.grounds.familiar) {
            const own = ofComponent(analysed, component.id, person);
            assertAddsUp(own);
            assert.equal(own.changes, touches, component.id);
          }
          for (const { person, lines } of component.linesBy) {
            assert.equal(ofComponent(analysed, component.id, person).lines?.lines, lines, component.id);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are told newest first, with who did what, through renames', () => {
    const analysed = analysisOf({
      commits: [
        { author: ann, changes: ['A old/a'] },
        { author: ann, changes: ['M old/a'], trailers: [['coAuthor', ben]] },
        { author: ben, changes: ['R old/a new/a'], trailers: [['reviewer', cleo]] },
        { author: agent, changes: ['M new/a'], trailers: [['signer', ann]] },
      ],
      tree: ['new/a'],
    });
    const { counted } = ofFile(analysed, 'new/a');
    const told = counted.commits.map(({ people, files, assisted }) => [
      people
        .map(({ person, role, credit }) => `${analysed.snapshot.people[person]?.name} ${role} ${credit}`)
        .join(', '),
      files.map(({ path, was }) => `${path} ${was}`).join(),
      assisted,
    ]);
    assert.deepEqual(told, [
      ['Claude author 0, Ann Example answers 1', 'new/a null', true],
      ['Ben Bäcker author 1, Cleo Third reviewer 0.5', 'new/a null', false],
      ['Ann Example author 1, Ben Bäcker coAuthor 1', 'new/a old/a', false],
      ['Ann Example author 1', 'new/a old/a', false],
    ]);
  });

  it('say why a commit counts for nothing', () => {
    const commits: WrittenCommit[] = [
      { author: ann, changes: ['A a'] },
      { author: ann, changes: ['mode a'] },
      { author: ann, changes: ['R100 a b'] },
      { author: ann, changes: ['M b'] },
      { author: bot, changes: ['M b'] },
    ];
    const analysed = analysisOf({ commits, tree: ['b'], ignored: [3] });
    const notes = (behind: CommitsBehind): unknown[] => behind.leftOut.commits.map(({ note }) => note);
    assert.deepEqual(notes(ofFile(analysed, 'b')), ['ignored', 'renamed', 'mode']);
    assert.deepEqual(ofFile(analysed, 'b').leftOutBecause, { ignored: 1, renamed: 1, mode: 1 });
    const [component = ''] = analysed.snapshot.components.map(({ id }) => id);
    assert.deepEqual(notes(ofComponent(analysed, component)), ['nobody', 'ignored', 'renamed', 'mode']);
    // A bot's commit is a change of the file, though it says nothing of who knows it.
    const [first] = ofFile(analysed, 'b').counted.commits;
    assert.deepEqual([first?.counts, first?.note], [1, 'nobody']);
  });

  it('leave an import out of what a person did, unless that person changed the file later', () => {
    const many = Array.from({ length: 120 }, (_, index) => `f${index}`);
    const analysed = analysisOf({
      commits: [
        { author: ann, changes: many.map(path => `A ${path}`) },
        { author: ben, changes: ['M f0', 'M f1'] },
        { author: ann, changes: ['M f1'] },
        { author: cleo, changes: many.map(path => `M ${path}`) },
      ],
      tree: many,
    });
    const changesOf = (path: string, person: readonly [string, string]): unknown[] => {
      const { counted, leftOut, changes } = ofFile(analysed, path, personOf(analysed, person));
      return [changes, counted.commits.map(({ note }) => note), leftOut.commits.map(({ note }) => note)];
    };
    assert.deepEqual(changesOf('f0', ann), [0, [], ['imported']]);
    assert.deepEqual(changesOf('f1', ann), [2, [null, 'imported'], []]);
    assert.deepEqual(changesOf('f1', cleo), [1, ['sweep'], []]);
    for (const file of analysed.snapshot.files.slice(0, 2)) {
      for (const known of file.knowledge) assertIsKnown(analysed, file, known);
    }
  });

  it('list the lines of a file block by block, each with its commit', () => {
    const analysed = analysisOf({
      commits: [
        { author: ann, changes: ['A a'] },
        { author: ben, changes: ['M a'] },
        { author: bot, changes: ['M a'] },
      ],
      tree: ['a'],
      lines: {
        a: [
          [3, 0],
          [2, 1],
          [4, 0],
          [1, 2],
          [5, -1],
        ],
      },
    });
    const blocks = (behind: CommitsBehind): unknown[] =>
      (behind.lines?.files ?? []).flatMap(file =>
        file.blocks.map(({ line, lines, people }) => [line, lines, people.length]),
      );
    assert.deepEqual(blocks(ofFile(analysed, 'a')), [
      [1, 3, 1],
      [4, 2, 1],
      [6, 4, 1],
      [10, 1, 0],
    ]);
    assert.deepEqual(blocks(ofFile(analysed, 'a', personOf(analysed, ann))), [
      [1, 3, 1],
      [6, 4, 1],
    ]);
    assert.equal(ofFile(analysed, 'a').lines?.unknown, 5);
    assert.deepEqual(
      ofFile(analysed, 'a').counted.commits.map(({ lines }) => lines),
      [1, 2, 7],
    );
  });

  it('are as many as were asked for, with the number of all of them', () => {
    const commits = Array.from({ length: 9 }, (_, place): WrittenCommit => {
      return { author: ann, changes: [place === 0 ? 'A a' : place % 3 === 0 ? 'mode a' : 'M a'] };
    });
    const { snapshot, evidence, ownership } = analysisOf({ commits, tree: ['a'] });
    const { counted, leftOut, changes } = commitsBehind(
      { of: 'file', files: snapshot.files, person: null, most: 2 },
      evidence,
      ownership,
    );
    assert.deepEqual([counted.total, counted.commits.length, changes], [7, 2, 7]);
    assert.deepEqual([leftOut.total, leftOut.commits.length], [2, 2]);
    assert.ok((counted.commits[0]?.date ?? 0) > (counted.commits[1]?.date ?? 0));
  });

  it('say where a shallow clone ends', () => {
    const commits: WrittenCommit[] = [
      { author: ann, changes: ['A a'] },
      { author: ben, changes: ['M a'] },
    ];
    const { leftOut, counted } = ofFile(analysisOf({ commits, tree: ['a'], boundary: [0] }), 'a');
    assert.deepEqual(
      leftOut.commits.map(({ note }) => note),
      ['boundary'],
    );
    assert.equal(counted.total, 1);
  });
});
