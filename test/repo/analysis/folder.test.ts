import assert from 'node:assert/strict';
import path from 'node:path';
import { filesUnder, partTruckFactor } from '../../../src/core/ownership/partTruckFactor';
import { analyse, ben, cleo, fileAt, knownOf, ownersOf, Repositories, text } from './analyse';

describe('a folder whose files came from elsewhere', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());
  const files = ['one', 'two', 'three', 'runbooks/restart'];
  const content = (file: string, lines: number): string => `# ${file}\n\n1. Stop.\n2. Start.\n${text(file, lines)}`;
  const of = (folder: string, lines: number): Record<string, string> =>
    Object.fromEntries(files.map(file => [`${folder}/${file}.md`, content(file, lines)]));

  it('keeps the people that a git log limited to its path loses', async () => {
    const repository = await repositories.of([
      { files: of('guide', 20) },
      { author: ben, files: of('guide', 24) },
      { author: ben, files: of('guide', 28) },
      {
        author: cleo,
        files: Object.fromEntries(files.map(file => [`docs/${file}.md`, { rename: `guide/${file}.md` }])),
      },
    ]);
    // What those tools read that ask git for the folder alone: whoever moved the files made them.
    const limited = await repository.git('log', '--find-renames', '--format=%an', '--name-status', '--', 'docs');
    assert.equal(limited, [cleo.name, '', ...files.map(file => `A\tdocs/${file}.md`).sort()].join('\n'));

    const snapshot = await analyse(path.join(repository.path, 'docs'));
    for (const file of files) {
      assert.deepEqual(knownOf(snapshot, `docs/${file}.md`), ['Ann Example', ben.name]);
      assert.ok(ownersOf(snapshot, `docs/${file}.md`).includes(ben.name));
      assert.equal(fileAt(snapshot, `docs/${file}.md`).touches, 3);
    }
    const factor = partTruckFactor(snapshot, filesUnder(snapshot, 'docs'), 'combined');
    assert.ok(factor.people.every(({ person }) => snapshot.people[person]?.name !== cleo.name));
    assert.deepEqual(
      snapshot.runbooks.map(({ authors }) => authors.map(({ person }) => snapshot.people[person]?.name).sort()),
      [['Ann Example', ben.name]],
    );
  });
});
