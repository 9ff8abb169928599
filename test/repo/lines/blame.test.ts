import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BlamedRepository, blamed, blameLines, textFiles } from '../../support/blame';
import type { BuiltRepository } from '../../support/builtRepository';
import { type Mark, RepositoryBuilder } from '../../support/repositoryBuilder';
import { ann, at, ben } from '../analysis/analyse';

describe('asking blame', () => {
  let repository: BuiltRepository;
  let bare: BuiltRepository;
  let asked: BlamedRepository;
  let commits: string[];

  before(async () => {
    const builder = new RepositoryBuilder();
    const marks: Mark[] = [
      builder.commit({
        author: ann,
        date: at(0),
        message: 'filename of the first\n\nfilename a',
        files: [
          ['a', 'one\ntwo\nthree'],
          [Buffer.from('caf\xe9 $(echo "\'', 'latin1'), 'one\n'],
          ['empty', ''],
          ['binary', 'a\0b\n'],
          ['late binary', `${'a\n'.repeat(4_000)}\0`],
          ['link', { symlink: 'a' }],
          ['submodule', { submodule: '1'.repeat(40) }],
          ['executable', { content: 'one', executable: true }],
        ],
      }),
      builder.commit({ author: ben, date: at(1), files: { a: 'zero\n one\ntwo more\nthree\nfour\nfive\n' } }),
    ];
    repository = await builder.build();
    bare = await repository.bareClone();
    commits = marks.map(mark => repository.sha(mark));
    asked = blamed(bare);
  });
  after(async () => {
    asked.shells.dispose();
    await repository.dispose();
  });

  it('names a commit for each line from top to bottom, whitespace left out', async () => {
    const [first = '', second = ''] = commits;
    assert.deepEqual(await blameLines(asked, 'a'), [
      [1, second],
      [1, first],
      [1, second],
      [1, first],
      [2, second],
    ]);
    assert.deepEqual(await blameLines(asked, 'a', { revision: first }), [[3, first]]);
    assert.deepEqual(await blameLines(asked, 'empty'), []);
  });

  it('takes names that are no text', async () => {
    assert.deepEqual(await blameLines(asked, Buffer.from('caf\xe9 $(echo "\'', 'latin1')), [[1, commits[0]]]);
  });

  it('leaves out the revisions it is told to, and no others', async () => {
    const [, second = ''] = commits;
    const file = path.join(repository.home, 'ignored');
    await writeFile(file, `${second}\n`);
    const expected = await blameLines(asked, 'a', { ignoreRevs: [second] });
    assert.deepEqual(await blameLines(asked, 'a', { ignoreRevsFile: file }), expected);
    await bare.git('config', 'blame.ignoreRevsFile', file);
    assert.notDeepEqual(await blameLines(asked, 'a'), expected);
  });

  it('says what git said when it fails, and can be asked again', async () => {
    await assert.rejects(blameLines(asked, 'nowhere'), /no such path/);
    assert.equal((await blameLines(asked, 'executable')).length, 1);
  });

  it('lists files that git takes for text, in the order of the tree', async () => {
    const files = (await textFiles(asked)).map(({ path, lines }) => [path, lines]);
    assert.deepEqual(files, [
      ['a', 6],
      ['caf\\xE9 $(echo "\'', 1],
      ['empty', 0],
      ['executable', 1],
      ['late binary', 4_001],
    ]);
  });
});
