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

  it('an agent alone on a pull request is credited to who merged it, and its share is said', async () => {
    const agent = { name: 'Copilot', email: '198982749+Copilot@users.noreply.github.com' };
    const host = { name: 'GitHub', email: 'noreply@github.com' };
    const builder = new RepositoryBuilder();
    const start = builder.commit({ author: ann, date: at(0), files: { a: text('a') } });
    const branch = builder.commit({
      author: agent,
      committer: host,
      date: at(1),
      parents: [start],
      files: { b: text('b') },
    });
    builder.commit({ author: ben, committer: host, date: at(2), parents: [start, branch], files: { b: text('b') } });
    const snapshot = await analyse(await repositories.from(builder));
    assert.deepEqual(ownersOf(snapshot, 'b'), [ben.name]);
    const { touches, assisted, knowledge } = fileAt(snapshot, 'b');
    assert.deepEqual([touches, assisted, knowledge[0]?.assisted], [1, 1, 1]);
    const { changes, assistedChanges, risk } = componentOf(snapshot, 'b');
    assert.deepEqual([changes, assistedChanges], [2, 1]);
    assert.ok(risk.reasons.some(({ code }) => code === 'agentAssisted'));
  });

  it('trailers that thank a tool mark the change, and those that thank a person do not', async () => {
    const repository = await repositories.of([
      { files: { a: text('a') }, trailers: [['Assisted-by', 'Claude:claude-opus-4']] },
      { files: { b: text('b') }, trailers: [['Assisted-by', 'Ben Bäcker']] },
      { files: { c: text('c') }, trailers: [['Signed-off-by', 'Ben Bäcker <ben@example.com>']] },
    ]);
    const snapshot = await analyse(repository);
    assert.deepEqual(
      ['a', 'b', 'c'].map(path => fileAt(snapshot, path).assisted),
      [1, 0, 0],
    );
    assert.deepEqual(ownersOf(snapshot, 'c'), [ann.name]);
  });

  it('a squashed merge by the host keeps its author, and the host is nobody', async () => {
    const host = { name: 'GitHub', email: 'noreply@github.com' };
    const repository = await repositories.of([
      { files: { b: 'b' } },
      { author: ben, committer: host, message: 'Add a (#12)', files: { a: text('a') } },
    ]);
    const snapshot = await analyse(repository);
    assert.deepEqual(ownersOf(snapshot, 'a'), [ben.name]);
    assert.deepEqual(
      snapshot.people
        .filter(({ state }) => state !== null)
        .map(({ name }) => name)
        .sort(),
      [ann.name, ben.name],
    );
  });

  it('a first commit that imports everything makes its author the owner of nothing they left alone', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`src/${index}`, text(`${index}`)]));
    const repository = await repositories.of([
      { files },
      { author: ben, files: { 'src/1': text('one', 30) } },
      { files: { 'src/2': text('two', 30) } },
    ]);
    const snapshot = await analyse(repository);
    assert.deepEqual([fileAt(snapshot, 'src/0').state, fileAt(snapshot, 'src/0').knowledge], ['unknown', []]);
    assert.deepEqual(ownersOf(snapshot, 'src/1'), [ben.name]);
    assert.deepEqual(ownersOf(snapshot, 'src/2'), [ann.name]);
    assert.ok(snapshot.files.every(({ certain }) => !certain));
    const limit = snapshot.limits.find(({ code }) => code === 'imported');
    assert.deepEqual(limit?.values, { share: 118 / 120, date: at(0) });
    // The reference tool knows no imports, and its numbers stay what they are.
    assert.deepEqual([snapshot.truckFactor.doa.value, snapshot.truckFactor.doa.files], [1, 120]);
  });

  it('merges that add files are authored by who made the merge', async () => {
    const builder = new RepositoryBuilder();
    const start = builder.commit({ author: ann, date: at(0), files: { a: text('a') } });
    const branch = builder.commit({ author: ben, date: at(1), parents: [start], files: { b: text('b') } });
    const files = { b: text('b'), c: text('c') };
    builder.commit({ author: cleo, date: at(2), parents: [start, branch], files });
    const snapshot = await analyse(await repositories.from(builder));
    assert.deepEqual([ownersOf(snapshot, 'c'), ownersOf(snapshot, 'b')], [[cleo.name], [ben.name]]);
  });

  it('weaker likeness of names is suggested with ready lines, and those lines join them', async () => {
    const other = { name: 'ann', email: 'annexample7@home.example' };
    const first = { name: ann.name, email: 'annexample7@work.example' };
    const commits = [
      { author: first, files: { a: 'a' } },
      { author: first, files: { b: 'b' } },
      { author: other, files: { a: 'c' } },
    ];
    const snapshot = await analyse(await repositories.of(commits));
    assert.equal(snapshot.people.length, 2);
    const lines = snapshot.aliasSuggestions.flatMap(({ mailmap }) => mailmap);
    assert.deepEqual(lines, ['Ann Example <annexample7@work.example> <annexample7@home.example>']);
    const mapped = await repositories.of([
      ...commits,
      { author: first, files: { '.mailmap': `${lines.join('\n')}\n` } },
    ]);
    assert.equal(await mapped.git('check-mailmap', 'ann <annexample7@home.example>'), `${ann.name} <${first.email}>`);
    const after = await analyse(mapped);
    assert.deepEqual([after.people.length, after.aliasSuggestions], [1, []]);
  });

  it('who is away owns nothing meanwhile, and has not left', async () => {
    const settings = `people:\n  - name: ${ann.name}\n    away: { from: 2020-01-01, until: 2999-12-31 }\n`;
    const repository = await repositories.of([{ files: { a: text('a'), '.single-points.yml': settings } }]);
    const snapshot = await analyse(repository);
    const { state, left, awayUntil } = personNamed(snapshot, ann.name);
    assert.deepEqual([state, left, awayUntil], ['away', false, '2999-12-31']);
    assert.equal(fileAt(snapshot, 'a').state, 'orphaned');
    assert.ok(componentOf(snapshot, 'a').risk.reasons.some(({ code }) => code === 'ownerAway'));
  });
});
