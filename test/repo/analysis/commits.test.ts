import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { LocalAnalysis } from '../../../src/analysis/localAnalysis';
import type { CommitsAnswer, CommitsRequest } from '../../../src/analysis/protocol';
import type { Snapshot } from '../../../src/core/model';
import { GitError } from '../../../src/git/errors';
import type { BuiltRepository } from '../../support/builtRepository';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import { analyse, ann, at, ben, cleo, personNamed, Repositories, snapshotsOf, text } from './analyse';
import { steps, writeRandomHistory } from './randomHistory';

const claude = { name: 'Claude', email: 'noreply@anthropic.com' };
const release = { name: 'Release Bot', email: 'release@example.com' };

describe('the commits behind a number', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  const local = (store: string | null = null): LocalAnalysis =>
    new LocalAnalysis({ storeDirectory: store, log: line => assert.fail(line) });
  const ask = (
    analysis: LocalAnalysis,
    { path: place }: BuiltRepository,
    request: Pick<CommitsRequest, 'of'> & Partial<CommitsRequest>,
    signal = new AbortController().signal,
  ): Promise<CommitsAnswer> => analysis.commits({ path: place, person: null, most: 50, ...request }, signal);
  const analysed = async (repository: BuiltRepository): Promise<{ analysis: LocalAnalysis; snapshot: Snapshot }> => {
    const analysis = local();
    return { analysis, snapshot: await analyse(repository, { analysis }) };
  };
  /** Subject, people with their roles, note, and lines. */
  const told = ({ subjects, people }: CommitsAnswer, list: CommitsAnswer['counted']): unknown[] =>
    list.commits.map(commit => [
      subjects.get(commit.sha),
      commit.people.map(({ person, role }) => `${people.find(({ id }) => id === person)?.name} ${role}`).join(', '),
      commit.note,
      commit.lines,
    ]);

  it('add up to what is said of every file, component and person, for any history', async () => {
    await fc.assert(
      fc.asyncProperty(steps(25), async all => {
        const builder = new RepositoryBuilder();
        writeRandomHistory(builder, all);
        const repository = await builder.build();
        try {
          await assertAddsUp(repository);
        } finally {
          await repository.dispose();
        }
      }),
      { numRuns: 4 },
    );
  });

  const assertAddsUp = async (repository: BuiltRepository): Promise<void> => {
    const { analysis, snapshot } = await analysed(repository);
    const numbersOf = async (of: CommitsRequest['of'], person: number | null): Promise<unknown[]> => {
      const address = person === null ? null : (snapshot.people[person]?.email ?? '');
      const { changes, reviews, assisted, lines } = await ask(analysis, repository, { of, person: address });
      const all = (lines?.lines ?? 0) + (person === null ? (lines?.unknown ?? 0) : 0);
      return [changes, reviews, assisted, all];
    };
    for (const file of snapshot.files) {
      const of = { file: file.path };
      assert.deepEqual(await numbersOf(of, null), [file.touches, 0, file.assisted, file.lines], file.path);
      for (const { person, touches, reviews, assisted, lines } of file.knowledge) {
        assert.deepEqual(await numbersOf(of, person), [touches, reviews, assisted, lines], file.path);
      }
    }
    for (const { id, changes, assistedChanges, lines } of snapshot.components) {
      assert.deepEqual(await numbersOf({ component: id }, null), [changes, 0, assistedChanges, lines], id);
    }
  };

  it('are told with subjects through renames, with co-authors, reviewers, agents and bots', async () => {
    const repository = await repositories.of([
      { message: 'begin', files: { 'src/a': text('a') } },
      {
        author: ben,
        message: 'more',
        files: { 'src/a': text('a', 24) },
        trailers: [['Reviewed-by', 'Cleo Third <cleo@example.com>']],
      },
      { message: 'move', files: { 'lib/a': { rename: 'src/a' } } },
      { author: claude, committer: cleo, message: 'generate', files: { 'lib/a': text('a', 27) } },
      { author: release, message: 'release', files: { 'lib/a': text('a', 28) } },
      {
        message: 'together',
        files: { 'lib/a': text('a', 33) },
        trailers: [['Co-authored-by', 'Ben Bäcker <ben@example.com>']],
      },
    ]);
    const { analysis } = await analysed(repository);
    const answer = await ask(analysis, repository, { of: { file: 'lib/a' } });
    assert.deepEqual(told(answer, answer.counted), [
      ['together', 'Ann Example author, Ben Bäcker coAuthor', null, 5],
      ['release', 'Release Bot author', 'nobody', 1],
      ['generate', 'Claude author, Cleo Third answers', null, 3],
      ['more', 'Ben Bäcker author, Cleo Third reviewer', null, 4],
      ['begin', 'Ann Example author', null, 20],
    ]);
    assert.deepEqual(told(answer, answer.leftOut), [['move', 'Ann Example author', 'renamed', 0]]);
    assert.deepEqual(
      answer.counted.commits.map(({ files }) => files.map(({ was }) => was).join()),
      ['', '', '', 'src/a', 'src/a'],
    );
    const ofBen = await ask(analysis, repository, { of: { file: 'lib/a' }, person: ben.email });
    assert.deepEqual([ofBen.changes, ofBen.lines?.lines], [2, 9]);
    const blocks = ofBen.lines?.files.flatMap(file => file.blocks.map(({ line, lines }) => [line, lines]));
    assert.deepEqual(blocks, [
      [21, 4],
      [29, 5],
    ]);
    const ofCleo = await ask(analysis, repository, { of: { file: 'lib/a' }, person: cleo.email });
    assert.deepEqual([ofCleo.changes, ofCleo.reviews], [1, 1]);
  });

  it('are those of both sides of a merge, and of the merge itself the lines that only it wrote', async () => {
    const builder = new RepositoryBuilder();
    const base = builder.commit({ author: ann, date: at(0), message: 'base', files: { a: text('a') } });
    const ours = builder.commit({ author: ann, date: at(1), message: 'ours', files: { b: text('b') } });
    const theirs = builder.commit({
      ...{ author: ben, date: at(2), message: 'theirs', branch: 'side', parents: [base], files: { a: text('a', 22) } },
    });
    builder.commit({
      ...{ author: cleo, date: at(3), message: 'merge', parents: [ours, theirs] },
      files: { a: `${text('a', 22)}resolved by hand\n` },
    });
    const repository = await repositories.from(builder);
    const { analysis } = await analysed(repository);
    const answer = await ask(analysis, repository, { of: { file: 'a' } });
    assert.deepEqual(told(answer, answer.counted), [
      ['theirs', 'Ben Bäcker author', null, 2],
      ['base', 'Ann Example author', null, 20],
    ]);
    assert.deepEqual(told(answer, answer.leftOut), [['merge', 'Cleo Third author', 'merge', 1]]);
  });

  it('of a component name what each touched, and the files whose lines stand', async () => {
    const repository = await repositories.of([
      {
        message: 'begin',
        files: { 'pay/package.json': '{"name":"pay"}\n', 'pay/a': text('a'), 'pay/b': text('b', 5) },
      },
      { author: ben, message: 'both', files: { 'pay/a': text('a', 22), 'pay/b': text('b', 6), other: text('o') } },
      { author: release, message: 'release', files: { 'pay/a': text('a', 23) } },
    ]);
    const { analysis, snapshot } = await analysed(repository);
    const [component = ''] = snapshot.components.filter(({ name }) => name === 'pay').map(({ id }) => id);
    const answer = await ask(analysis, repository, { of: { component } });
    assert.equal(answer.changes, 2);
    assert.deepEqual(
      answer.counted.commits.map(({ files }) => files.map(file => file.path)),
      [
        ['pay/a', 'pay/b'],
        ['pay/a', 'pay/b', 'pay/package.json'],
      ],
    );
    assert.deepEqual(answer.leftOutBecause, { nobody: 1 });
    assert.deepEqual(
      answer.lines?.files.map(file => [file.path, file.lines, file.blocks.length]),
      [
        ['pay/a', 23, 0],
        ['pay/b', 6, 0],
        ['pay/package.json', 1, 0],
      ],
    );
  });

  it('are known after a warm start, with the lines that are in the store', async () => {
    const repository = await repositories.of([
      { message: 'begin', files: { a: text('a') } },
      { author: ben, message: 'more', files: { a: text('a', 25) } },
    ]);
    const store = path.join(repository.home, 'store');
    await snapshotsOf(repository.path, { store });
    const answer = await ask(local(store), repository, { of: { file: 'a' } });
    assert.deepEqual(told(answer, answer.counted), [
      ['more', 'Ben Bäcker author', null, 5],
      ['begin', 'Ann Example author', null, 20],
    ]);
  });

  it('are known before lines are, and say that', async () => {
    const repository = await repositories.of([{ message: 'begin', files: { a: text('a') } }]);
    const analysis = local();
    await analyse(repository, { analysis, request: { tier: 1 } });
    const answer = await ask(analysis, repository, { of: { file: 'a' } });
    assert.deepEqual([answer.lines, answer.counted.commits[0]?.lines, answer.counted.total], [null, null, 1]);
  });

  it('end where a shallow clone does', async () => {
    const full = await repositories.of(
      [
        { message: 'begin', files: { a: text('a') } },
        { author: ben, message: 'more', files: { a: text('a', 25) } },
        { author: ben, message: 'last', files: { a: text('a', 30) } },
      ],
      { checkout: true },
    );
    const clone = await full.shallowClone(2);
    const answer = await ask((await analysed(clone)).analysis, clone, { of: { file: 'a' } });
    assert.deepEqual(told(answer, answer.counted), [['last', 'Ben Bäcker author', null, 5]]);
    assert.deepEqual(told(answer, answer.leftOut), [['more', 'Ben Bäcker author', 'boundary', 0]]);
    assert.equal(answer.lines?.unknown, 25);
  });

  it('are known where the message of one is lost', async () => {
    const repository = await repositories.of([
      { message: 'begin', files: { a: text('a') } },
      { author: ben, message: 'more', files: { a: text('a', 25) } },
    ]);
    const { analysis } = await analysed(repository);
    await repository.removeObject(await repository.git('rev-parse', 'HEAD^'));
    const answer = await ask(analysis, repository, { of: { file: 'a' } });
    assert.equal(answer.counted.total, 2);
    assert.equal(answer.subjects.has(answer.counted.commits[1]?.sha ?? ''), false);
  });

  it('are refused for what is not there, and can be cancelled', async () => {
    const repository = await repositories.of([{ files: { a: text('a') } }]);
    const { analysis, snapshot } = await analysed(repository);
    const isReason =
      (reason: string) =>
      (error: unknown): boolean =>
        error instanceof GitError && error.reason === reason;
    await assert.rejects(ask(analysis, repository, { of: { file: 'b' } }), isReason('failed'));
    await assert.rejects(ask(analysis, repository, { of: { component: 'b' } }), isReason('failed'));
    await assert.rejects(ask(analysis, repository, { of: { file: 'a' }, person: 'x@example.com' }), isReason('failed'));
    assert.ok(personNamed(snapshot, 'Ann Example'));
    await assert.rejects(ask(analysis, repository, { of: { file: 'a' } }, AbortSignal.abort()), isReason('cancelled'));
  });
});
