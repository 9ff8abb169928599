import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LineRecord } from '../../../src/cli/lineRecords';
import type { BuiltRepository } from '../../support/builtRepository';
import { type Mark, RepositoryBuilder } from '../../support/repositoryBuilder';
import { type Outcome, runProgram, startProgram } from './commandLine';

const ann = { name: 'Ann Example', email: 'ann@example.com' };
const annAtHome = { name: 'Ann Example', email: 'ann@home.example' };
const ben = { name: 'Ben Ito', email: 'old.ben@example.com' };

const numbered = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${name} ${index}\n`).join('');

describe('lines, on a real repository', () => {
  let repository: BuiltRepository;
  let marks: readonly Mark[];

  before(async () => {
    const builder = new RepositoryBuilder({ name: 'shop' });
    const base = numbered('base', 30);
    const reformatted = base.replaceAll('base', 'BASE');
    const added = reformatted.replace('BASE 9\n', `BASE 9\n${numbered('more', 5)}`);
    marks = [
      builder.commit({
        author: ann,
        date: '2024-01-01',
        files: {
          '.mailmap': 'Ben Ito <ben@example.com> <old.ben@example.com>\n',
          'src/a.ts': base,
          'src/deep/b.ts': numbered('b', 3),
          'src/empty.ts': '',
          'node_modules/lib/index.js': numbered('lib', 4),
          'logo.png': '\0\0',
          link: { symlink: 'src/a.ts' },
          'naïve [id].md': 'no line feed',
        },
      }),
      builder.commit({ author: ben, date: '2024-01-02', message: 'Reformat', files: { 'src/a.ts': reformatted } }),
      builder.commit({
        author: annAtHome,
        date: '2024-01-03',
        trailers: [['Co-authored-by', 'Ben Ito <ben@example.com>']],
        files: { 'src/a.ts': added, 'src/deep/b.ts': { rename: 'src/deep/b.ts', content: `\t${numbered('b', 4)}` } },
      }),
    ];
    repository = await builder.build({ checkout: true });
  });
  after(() => repository.dispose());

  const run = (args: readonly string[], where = repository.path): Promise<Outcome> =>
    runProgram(['lines', ...args], { cwd: where, home: repository.home });
  const records = async (...args: string[]): Promise<readonly LineRecord[]> => {
    const { code, out, err } = await run(['--no-cache', ...args]);
    assert.deepEqual([code, err], [0, '']);
    return out
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line) as LineRecord);
  };
  const recordOf = async (file: string, ...args: string[]): Promise<LineRecord> => {
    const found = (await records('--commits', ...args)).find(record => record.path === file);
    assert.ok(found);
    return found;
  };
  /** What git itself says: the commit of every line. */
  const blamed = async (file: string, ...args: string[]): Promise<(string | undefined)[]> => {
    const printed = await repository.git('blame', '-w', '--line-porcelain', ...args, 'HEAD', '--', file);
    return Array.from(printed.matchAll(/^([0-9a-f]{40}) \d+ \d+/gm), ([, sha]) => sha);
  };
  const spread = ({ runs }: LineRecord): (string | null)[] =>
    (runs ?? []).flatMap(([length, sha]) => Array.from({ length }, () => sha));
  const listing = async (...shas: readonly Mark[]): Promise<string> => {
    const file = path.join(repository.home, `ignored-${shas.join('-')}`);
    writeFileSync(file, `# revisions\n${shas.map(mark => repository.sha(mark)).join('\n')}\n`);
    return file;
  };

  it('are those of every text file at HEAD, in the order of the tree', async () => {
    const all = await records();
    assert.deepEqual(
      all.map(({ path: file, lines }) => [file, lines]),
      [
        ['.mailmap', 1],
        ['naïve [id].md', 1],
        ['node_modules/lib/index.js', 4],
        ['src/a.ts', 35],
        ['src/deep/b.ts', 4],
        ['src/empty.ts', 0],
      ],
    );
    assert.ok(all.every(record => !('runs' in record) && !('unknown' in record)));
  });

  it('are by the author alone, under the address that the mailmap and joined identities give', async () => {
    const found = (await records()).find(record => record.path === 'src/a.ts');
    assert.deepEqual(found?.people, [
      { email: 'ben@example.com', lines: 30 },
      { email: 'ann@example.com', lines: 5 },
    ]);
  });

  it('have the commit that git blame -w names', async () => {
    for (const file of ['src/a.ts', 'src/deep/b.ts', 'naïve [id].md']) {
      assert.deepEqual(spread(await recordOf(file)), await blamed(file), file);
    }
  });

  it('step over the revisions of blame.ignoreRevsFile, as blame does, and of no other list by itself', async () => {
    const [, reformatting] = marks;
    assert.ok(reformatting !== undefined);
    const list = await listing(reformatting);
    const stepped = await blamed('src/a.ts', '--ignore-revs-file', list);
    assert.equal(stepped.includes(repository.sha(reformatting)), false);
    const plain = await blamed('src/a.ts');
    await repository.write('.git-blame-ignore-revs', `${repository.sha(reformatting)}\n`);
    try {
      assert.deepEqual(spread(await recordOf('src/a.ts')), plain);
      assert.deepEqual(spread(await recordOf('src/a.ts', '--ignore-revs')), stepped);
      assert.deepEqual(spread(await recordOf('src/a.ts', '--ignore-revs', '--no-ignore-revs-file')), plain);
      await repository.git('config', 'blame.ignoreRevsFile', '.git-blame-ignore-revs');
      assert.deepEqual(spread(await recordOf('src/a.ts')), stepped);
      assert.deepEqual(spread(await recordOf('src/a.ts', '--no-ignore-revs-file')), plain);
      assert.deepEqual(
        spread(await recordOf('src/a.ts', '--no-ignore-revs-file', '--ignore-revs-file', list)),
        stepped,
      );
      await repository.git('config', 'blame.ignoreRevsFile', 'is/not/there');
      assert.deepEqual(spread(await recordOf('src/a.ts')), plain);
    } finally {
      await repository.git('config', '--unset', 'blame.ignoreRevsFile');
      rmSync(path.join(repository.path, '.git-blame-ignore-revs'));
    }
    assert.deepEqual(spread(await recordOf('src/a.ts', '--ignore-rev', 'HEAD~1')), stepped);
  });

  it('are refused for a file or a revision that is not there', async () => {
    const noFile = await run(['--no-cache', '--ignore-revs-file', 'is/not/there']);
    assert.deepEqual([noFile.code, noFile.out], [2, '']);
    assert.match(noFile.err, /There is no file is\/not\/there/);
    const noRevision = await run(['--no-cache', '--ignore-rev', 'no-such-commit']);
    assert.deepEqual([noRevision.code, noRevision.out], [2, '']);
    assert.match(noRevision.err, /no-such-commit/);
  });

  it('are printed for what --path names, once or more, a name that looks like a pattern included', async () => {
    const paths = async (...globs: string[]): Promise<string[]> =>
      (await records(...globs.flatMap(glob => ['--path', glob]))).map(record => record.path);
    assert.deepEqual(await paths('src/**/*.ts'), ['src/a.ts', 'src/deep/b.ts', 'src/empty.ts']);
    assert.deepEqual(await paths('src/deep', '.mailmap'), ['.mailmap', 'src/deep/b.ts']);
    assert.deepEqual(await paths('naïve [id].md'), ['naïve [id].md']);
    assert.deepEqual(await paths('nothing/**'), []);
  });

  it('are the same in a bare repository, and in a folder those below it, named from the root', async () => {
    const whole = await run(['--no-cache', '--commits']);
    assert.equal((await run(['--no-cache', '--commits'], (await repository.bareClone()).path)).out, whole.out);
    assert.equal((await run(['--no-cache', '--commits', path.join(repository.path, '.git')])).out, whole.out);
    const below = await run(['--no-cache', '--commits', path.join(repository.path, 'src', 'deep')]);
    assert.deepEqual(below.out.split('\n'), [whole.out.split('\n').find(line => line.includes('b.ts')), '']);
  });

  it('come under pseudonyms when asked', async () => {
    const { out } = await run(['--no-cache', '--pseudonymise']);
    assert.doesNotMatch(out, /@example|@home|Ann|Ben/);
    assert.match(out, /person-[ab]@pseudonym\.invalid/);
  });

  it('are the same with what was analysed before', async () => {
    const store = path.join(repository.home, 'cache', 'single-points');
    const fresh = await run(['--no-cache', '--commits']);
    assert.equal(existsSync(store), false);
    await runProgram(['scan'], { cwd: repository.path, home: repository.home });
    for (let times = 0; times < 2; times++) assert.equal((await run(['--commits'])).out, fresh.out);
  });

  it('mark what cannot be told where an object is missing', async () => {
    const damaged = await repository.bareClone();
    await damaged.removeObject(await damaged.git('rev-parse', 'HEAD~1:src/a.ts'));
    const { code, out } = await run(['--no-cache', '--commits'], damaged.path);
    assert.equal(code, 0);
    const found = out
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line) as LineRecord)
      .find(record => record.path === 'src/a.ts');
    assert.equal(found?.lines, 35);
    assert.ok((found.unknown ?? 0) > 0);
    assert.ok(spread(found).includes(null));
  });

  it('end well when the reader goes away in the middle', async () => {
    const folder = path.join(repository.home, 'many');
    mkdirSync(folder);
    const builder = new RepositoryBuilder({ folder });
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`f${index}/${'long-name-'.repeat(20)}`, 'x\n']),
    );
    builder.commit({ author: ann, date: '2024-01-01', files });
    const many = await builder.build();
    const child = startProgram(['lines', '--no-cache'], { cwd: many.path, home: repository.home });
    child.stdout?.destroy();
    let err = '';
    child.stderr?.on('data', chunk => {
      err += chunk;
    });
    const [code] = await once(child, 'close');
    assert.deepEqual([code, err], [0, '']);
    await many.dispose();
  });
});
