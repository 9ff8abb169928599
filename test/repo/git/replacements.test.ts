import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readReplacements } from '../../../src/git/replacements';
import { describeRepository } from '../../../src/git/repository';
import type { BuiltRepository } from '../../support/builtRepository';
import { Repositories } from '../analysis/analyse';
import { plainGit } from '../lines/lineEngine';

describe('replaced objects', () => {
  const repositories = new Repositories();
  let repository: BuiltRepository;
  before(async () => {
    repository = await repositories.of([{ files: { a: 'a\n' } }, { files: { a: 'b\n' } }]);
  });
  after(() => repositories.dispose());

  const listed = async (): Promise<string> => {
    const git = await plainGit();
    return readReplacements(git, await describeRepository(git, repository.path), new AbortController().signal);
  };

  it('are none in most repositories', async () => {
    assert.equal(await listed(), '');
    await repository.git('pack-refs', '--all');
    assert.equal(await listed(), '');
  });

  it('are found as files of their own, and anywhere in a long list of references', async () => {
    await repository.git('replace', '--graft', 'HEAD');
    const found = await listed();
    assert.match(found, /^[0-9a-f]{40} refs\/replace\/[0-9a-f]{40}\n$/);
    await repository.git('pack-refs', '--all');
    const packed = path.join(repository.gitFolder, 'packed-refs');
    const [header = '', ...lines] = (await readFile(packed, 'utf8')).split('\n');
    const replaced = lines.filter(line => line.includes('refs/replace/'));
    const id = await repository.git('rev-parse', 'HEAD');
    const branch = (name: string): string => `${id} refs/heads/${name}\n`;
    // The name of the reference begins at the end of a piece, before it, or is cut by it.
    for (const back of [0, 1, 7, 12, 13, 14, 15, 20]) {
      const length = 256 * 1024 - back - id.length;
      let text = `${header}\n`;
      while (text.length < length - 200) text += branch(`a${10_000 + text.length}`);
      text += branch('b'.repeat(length - text.length - branch('').length));
      assert.equal(text.length, length);
      await writeFile(packed, `${text}${replaced.join('\n')}\n`);
      assert.equal(await listed(), found, `${back}`);
    }
  });
});
