import assert from 'node:assert/strict';
import { type Mark, RepositoryBuilder } from '../../support/repositoryBuilder';
import { analyse, ann, at, ben, cleo, fileAt, knownOf, ownersOf, personNamed, Repositories, text } from './analyse';

/** Two branches from one commit: Ann's on main, Ben's beside it. */
function forked(): { readonly builder: RepositoryBuilder; readonly main: Mark; readonly side: Mark } {
  const builder = new RepositoryBuilder();
  const base = builder.commit({
    author: ann,
    date: at(0),
    files: { 'lib/a': text('a'), 'lib/b': text('b'), 'lib/c': text('c') },
  });
  const main = builder.commit({ author: ann, date: at(1), files: { main: text('main') } });
  const side = builder.commit({
    author: ben,
    date: at(2),
    branch: 'side',
    parents: [base],
    files: { side: text('side') },
  });
  return { builder, main, side };
}

describe('a merge', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  it('credits nobody with what the branches brought', async () => {
    const { builder, main, side } = forked();
    builder.commit({ author: cleo, date: at(3), parents: [main, side] });
    const snapshot = await analyse(await repositories.from(builder));
    assert.deepEqual([ownersOf(snapshot, 'main'), ownersOf(snapshot, 'side')], [[ann.name], [ben.name]]);
    assert.equal(personNamed(snapshot, cleo.name).commits, 0);
  });

  it('that adds a file itself is its beginning', async () => {
    const { builder, main, side } = forked();
    builder.commit({ author: cleo, date: at(3), parents: [main, side], files: { 'evil file': text('evil') } });
    const snapshot = await analyse(await repositories.from(builder));
    const { state, touches, knowledge } = fileAt(snapshot, 'evil file');
    assert.deepEqual(
      [state, touches, knowledge[0]?.created, ownersOf(snapshot, 'evil file')],
      ['sole', 1, true, [cleo.name]],
    );
    assert.deepEqual([ownersOf(snapshot, 'main'), ownersOf(snapshot, 'side')], [[ann.name], [ben.name]]);
  });

  it('is the beginning of a file that was changed and renamed since', async () => {
    const { builder, main, side } = forked();
    builder.commit({ author: cleo, date: at(3), parents: [main, side], files: { evil: text('evil') } });
    builder.commit({ author: ben, date: at(4), files: { evil: text('evil', 24) } });
    builder.commit({ author: ann, date: at(5), files: { 'moved/evil': { rename: 'evil' } } });
    const snapshot = await analyse(await repositories.from(builder));
    assert.deepEqual(knownOf(snapshot, 'moved/evil'), [ben.name, cleo.name]);
    assert.equal(fileAt(snapshot, 'moved/evil').touches, 2);
  });

  it('that adds files under odd names is their beginning too', async () => {
    const { builder, main, side } = forked();
    const odd = ['*.c', ':(top)x', 'tab\there', 'line\nbreak', '::colon', 'grün'];
    const files = [...odd.map(name => [name, text(name)] as const), [Buffer.from([0x66, 0xff]), 'x'] as const];
    builder.commit({ author: cleo, date: at(3), parents: [main, side], files });
    const snapshot = await analyse(await repositories.from(builder, {}));
    for (const name of [...odd, 'f\\xFF']) assert.deepEqual(ownersOf(snapshot, name), [cleo.name], name);
  });

  it('does not count for the truck factor of the reference tool', async () => {
    const { builder, main, side } = forked();
    const evil = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`evil/${index}`, text(`${index}`)]));
    builder.commit({ author: cleo, date: at(3), parents: [main, side], files: evil });
    const { truckFactor, files } = await analyse(await repositories.from(builder));
    assert.deepEqual([truckFactor.doa.files, files.length], [5, 25]);
  });

  it('that moves the file of one branch into a folder the other renamed keeps its author', async () => {
    const { builder, main } = forked();
    const paths = ['a', 'b', 'c'];
    const renames = Object.fromEntries(paths.map(name => [`library/${name}`, { rename: `lib/${name}` }]));
    const renamed = builder.commit({ author: ann, date: at(3), files: renames });
    const added = builder.commit({
      author: ben,
      date: at(4),
      branch: 'late',
      parents: [main],
      files: { 'lib/new': text('new') },
    });
    // As git's own merge does: the new file follows its folder.
    builder.commit({
      ...{ author: cleo, date: at(5), parents: [renamed, added] },
      files: { 'library/new': { rename: 'lib/new' } },
    });
    const snapshot = await analyse(await repositories.from(builder));
    assert.deepEqual(knownOf(snapshot, 'library/new'), [ben.name]);
    assert.equal(fileAt(snapshot, 'library/new').knowledge[0]?.created, true);
  });

  it('that takes in another repository below a folder keeps who wrote it', async () => {
    const builder = new RepositoryBuilder();
    const main = builder.commit({ author: ann, date: at(0), files: { readme: text('readme') } });
    const first = builder.commit({
      author: ben,
      date: at(1),
      branch: 'other',
      parents: [],
      files: { x: text('x'), y: text('y') },
    });
    const second = builder.commit({
      author: ann,
      date: at(2),
      branch: 'other',
      parents: [first],
      files: { y: text('y', 25) },
    });
    const files = { 'sub/x': { rename: 'x' }, 'sub/y': { rename: 'y' } };
    builder.commit({ author: cleo, date: at(3), branch: 'main', parents: [main, second], files });
    const snapshot = await analyse(await repositories.from(builder));
    assert.deepEqual([knownOf(snapshot, 'sub/x'), knownOf(snapshot, 'sub/y')], [[ben.name], [ann.name, ben.name]]);
  });

  it('that adds very many files is the beginning of each', async () => {
    const { builder, main, side } = forked();
    const names = Array.from({ length: 300 }, (_, index) => `evil/${index % 20}/${'long'.repeat(20)} ${index}`);
    const files = Object.fromEntries([...names, 'odd/*'].map(name => [name, text(name, 3)]));
    builder.commit({ author: cleo, date: at(3), parents: [main, side], files });
    const snapshot = await analyse(await repositories.from(builder, {}));
    for (const name of [...names, 'odd/*']) assert.deepEqual(knownOf(snapshot, name), [cleo.name]);
  });

  it('of three branches counts as one', async () => {
    const { builder, main, side } = forked();
    const third = builder.commit({
      author: cleo,
      date: at(3),
      branch: 'third',
      parents: [main],
      files: { third: text('third') },
    });
    builder.commit({ author: cleo, date: at(4), parents: [main, side, third], files: { evil: text('evil') } });
    const snapshot = await analyse(await repositories.from(builder));
    assert.deepEqual([ownersOf(snapshot, 'evil'), ownersOf(snapshot, 'side')], [[cleo.name], [ben.name]]);
  });
});
