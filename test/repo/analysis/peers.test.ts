import assert from 'node:assert/strict';
import { GitError } from '../../../src/git/errors';
import { RepositoryBuilder } from '../../support/repositoryBuilder';
import {
  analyse,
  ann,
  at,
  ben,
  cleo,
  componentOf,
  fileAt,
  limitCodes,
  ownersOf,
  personNamed,
  Repositories,
  text,
} from './analyse';

describe('where other tools go wrong', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  it('a shallow clone is said to be one, nothing in it is certain, and what is older than the cut has no numbers', async () => {
    const full = await repositories.of([
      { files: { old: text('old'), older: text('older') } },
      { author: ben, files: { old: text('old', 30) } },
      { author: ben, files: { old: text('old', 40), 'new/file': text('new') } },
      { author: ben, files: { 'new/file': text('new', 30) } },
    ]);
    const snapshot = await analyse(await full.shallowClone(3));
    assert.ok(limitCodes(snapshot).includes('shallow'));
    for (const path of ['old', 'older']) {
      const { state, certain, knowledge, touches } = fileAt(snapshot, path);
      assert.deepEqual([state, certain, knowledge, touches], ['unknown', false, [], 0]);
    }
    // Created after the cut: its history is there.
    assert.deepEqual([fileAt(snapshot, 'new/file').state, ownersOf(snapshot, 'new/file')], ['sole', [ben.name]]);
    assert.deepEqual([snapshot.truckFactor.doa.value, snapshot.truckFactor.activity.value], [null, null]);
    assert.ok([...snapshot.files, ...snapshot.components].every(({ certain }) => !certain));
    assert.ok(
      (await analyse(full)).files.some(({ certain }) => certain),
      'the full history is certain of some',
    );
  });

  it('a clone of one commit knows nobody', async () => {
    const full = await repositories.of([{ files: { a: 'a' } }, { author: ben, files: { b: 'b' } }]);
    const snapshot = await analyse(await full.shallowClone(1));
    assert.ok(snapshot.files.every(({ state, knowledge }) => state === 'unknown' && knowledge.length === 0));
    assert.ok(
      snapshot.components.every(({ state, owners, risk }) => state === 'unknown' && owners.length + risk.score === 0),
    );
  });

  it('a blob missing half-way through the log costs what it held, and the limit says so', async () => {
    const commits = Array.from({ length: 30 }, (_, index) => ({
      author: index % 2 === 0 ? ann : ben,
      files: { [`f${index}`]: text(`f${index}`) },
    }));
    const moved = { rename: 'f3', content: `${text('f3')}one more line\n` };
    const repository = await repositories.of([
      ...commits.slice(0, 15),
      { author: cleo, files: { moved } },
      ...commits.slice(15),
    ]);
    const whole = await analyse(repository);
    await repository.removeObject(await repository.git('rev-parse', 'HEAD~16:f3'));
    const snapshot = await analyse(repository);
    assert.deepEqual(
      snapshot.limits.find(({ code }) => code === 'missingObjects'),
      { code: 'missingObjects', values: { objects: 1 } },
    );
    assert.equal(snapshot.repository.commits, 31);
    const others = (all: typeof whole) => all.files.filter(({ path }) => path !== 'moved');
    assert.deepEqual(others(snapshot), others(whole));
    assert.equal(fileAt(whole, 'moved').people, 2);
    assert.equal(fileAt(snapshot, 'moved').people, 1);
  });

  it('a blob that is back again is read, and the limit goes', async () => {
    const repository = await repositories.of([
      { files: { a: text('a') } },
      { author: ben, files: { b: { rename: 'a', content: text('a', 22) } } },
    ]);
    const object = await repository.git('rev-parse', 'HEAD~1:a');
    await repository.removeObject(object);
    const store = `${repository.home}/store`;
    assert.ok(limitCodes(await analyse(repository, { store })).includes('missingObjects'));
    await repository.write('again', text('a'));
    assert.equal(await repository.git('hash-object', '-w', 'again'), object);
    const snapshot = await analyse(repository, { store });
    assert.ok(!limitCodes(snapshot).includes('missingObjects'));
    assert.equal(fileAt(snapshot, 'b').people, 2);
  });

  it('deleted files do not count', async () => {
    const repository = await repositories.of([
      { files: { a1: '1', a2: '2', a3: '3', b: 'b' } },
      { author: ben, files: { b: 'b2', c: 'c', a1: null, a2: null, a3: null } },
      { author: ben, files: { b: 'b3' } },
    ]);
    const { files, truckFactor } = await analyse(repository);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['b', 'c'],
    );
    assert.deepEqual([truckFactor.doa.files, truckFactor.activity.files], [2, 2]);
  });

  it('three addresses of one person are one person', async () => {
    const repository = await repositories.of(
      ['ann@work.example', '12+ann@users.noreply.github.com', 'ann@home.example'].map((email, index) => ({
        author: { name: 'Ann Example', email },
        files: { a: `${index}` },
      })),
    );
    const { people, truckFactor } = await analyse(repository);
    assert.equal(people.length, 1);
    assert.equal(people[0]?.aliases.length, 2);
    assert.equal(truckFactor.doa.value, 1);
  });

  it('a mailmap joins people, in trailers too', async () => {
    const repository = await repositories.of([
      {
        author: { name: 'a', email: 'a@old' },
        files: { '.mailmap': 'Ann Example <ann@example.com> <a@old>\n', a: 'a' },
      },
      { author: ben, trailers: [['Co-authored-by', 'a <a@old>']], files: { a: 'b' } },
    ]);
    const snapshot = await analyse(repository);
    assert.deepEqual(snapshot.people.map(({ name, commits }) => [name, commits]).sort(), [
      [ann.name, 2],
      [ben.name, 1],
    ]);
  });

  it('odd paths are kept as they are', async () => {
    const names = [
      'grün/日本.md',
      'q"uote',
      'tab\there',
      'line\nbreak',
      'old => new',
      '{a => b}/c',
      ' space ',
      'back\\slash',
    ];
    const repository = await repositories.of(
      [
        { files: names.map(name => [name, name] as const) },
        {
          author: ben,
          files: [...names.map(name => [name, `${name} again`] as const), [Buffer.from([0x66, 0xff]), 'x']],
        },
      ],
      {},
    );
    const snapshot = await analyse(repository);
    assert.deepEqual(snapshot.files.map(({ path }) => path).sort(), [...names, 'f\\xFF'].sort());
    for (const name of names)
      assert.deepEqual([fileAt(snapshot, name).touches, fileAt(snapshot, name).people], [2, 2], name);
    assert.equal(fileAt(snapshot, 'f\\xFF').state, 'sole');
  });

  it('an agent is never an owner: who committed its work is', async () => {
    const agent = { name: 'Claude', email: 'noreply@anthropic.com' };
    const repository = await repositories.of([
      { author: agent, committer: ann, files: { a: text('a') } },
      { author: agent, committer: ann, files: { a: text('a', 30) } },
      { author: ben, trailers: [['Co-authored-by', 'Claude <noreply@anthropic.com>']], files: { b: text('b') } },
    ]);
    const snapshot = await analyse(repository);
    assert.deepEqual([ownersOf(snapshot, 'a'), ownersOf(snapshot, 'b')], [[ann.name], [ben.name]]);
    assert.deepEqual([personNamed(snapshot, 'Claude').agent, personNamed(snapshot, 'Claude').active], [true, false]);
    const lost = snapshot.truckFactor.doa.people.map(({ person }) => snapshot.people[person]?.name);
    assert.ok(!lost.includes('Claude'));
  });

  it('a squashed merge credits those who wrote it too', async () => {
    const repository = await repositories.of([
      { files: { b: 'b' } },
      { author: cleo, trailers: [['Co-authored-by', 'Ben Bäcker <ben@example.com>']], files: { a: text('a') } },
    ]);
    assert.deepEqual(ownersOf(await analyse(repository), 'a'), [ben.name, cleo.name].sort());
  });

  it('a vendored library makes its importer the owner of nothing', async () => {
    const library = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`vendor/lib/${index}.c`, `${index}`]));
    const repository = await repositories.of([
      { files: { 'src/a.c': 'a', 'src/b.c': 'b' } },
      { author: ben, files: { ...library, 'copied/x.c': 'x', '.gitattributes': 'copied/** linguist-vendored\n' } },
    ]);
    const snapshot = await analyse(repository);
    assert.deepEqual(
      snapshot.files.map(({ path }) => path),
      ['.gitattributes', 'src/a.c', 'src/b.c'],
    );
    assert.equal(snapshot.excluded.vendored, 41);
  });

  it('an empty repository has no numbers but a sentence', async () => {
    const repository = await repositories.of([]);
    await assert.rejects(analyse(repository), (error: unknown) => {
      assert.ok(error instanceof GitError);
      assert.equal(error.reason, 'noCommits');
      assert.match(error.message, /no commits yet/);
      return true;
    });
  });

  it('the mass reformat that is listed as ignored owns nothing', async () => {
    const files = Array.from({ length: 8 }, (_, index) => `src/${index}`);
    const builder = new RepositoryBuilder();
    builder.commit({ author: ann, date: at(0), files: Object.fromEntries(files.map(file => [file, text(file)])) });
    const reformat = Object.fromEntries(files.map(file => [file, text(file.toUpperCase())]));
    const mark = builder.commit({ author: ben, date: at(1), files: reformat });
    const { sha } = { sha: (await repositories.from(builder)).sha(mark) };
    builder.commit({ author: cleo, date: at(2), files: { '.git-blame-ignore-revs': `# reformat\n${sha}\n` } });
    const repository = await repositories.from(builder);
    const snapshot = await analyse(repository);
    for (const file of files)
      assert.deepEqual([ownersOf(snapshot, file), fileAt(snapshot, file).people], [[ann.name], 1]);
  });

  it('files keep their people through renamed folders, also when they changed on the way', async () => {
    const files = ['one', 'two', 'three'];
    const repository = await repositories.of([
      { files: Object.fromEntries(files.map(file => [`docs/${file}.md`, text(file)])) },
      { author: ben, files: Object.fromEntries(files.map(file => [`docs/${file}.md`, text(file, 24)])) },
      {
        author: cleo,
        files: Object.fromEntries(files.map(file => [`manual/${file}.md`, { rename: `docs/${file}.md` }])),
      },
      {
        author: cleo,
        files: Object.fromEntries(
          files.map(file => [`manual/en/${file}.md`, { rename: `manual/${file}.md`, content: text(file, 26) }]),
        ),
      },
    ]);
    const snapshot = await analyse(repository);
    for (const file of files) {
      const { touches, people } = fileAt(snapshot, `manual/en/${file}.md`);
      assert.deepEqual([touches, people], [3, 3]);
    }
    assert.equal(componentOf(snapshot, 'manual/en/one.md').state, 'shared');
  });
});
