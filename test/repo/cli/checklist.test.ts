import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ann, at, ben, Repositories, text } from '../analysis/analyse';
import { type Outcome, runProgram } from './commandLine';

const out = 'docs/ownership/src.md';

describe('checklist and progress on the command line', () => {
  const repositories = new Repositories();
  after(() => repositories.dispose());

  it('write a page, keep to the byte what people wrote when it is written again, and tell how far it is', async () => {
    const repository = await repositories.of([
      { author: ann, date: at(0), files: { 'src/a.js': text('a'), 'src/b.js': text('b') } },
      { author: ben, date: at(1), files: { 'src/c.js': text('c') } },
    ]);
    const run = (...args: string[]): Promise<Outcome> =>
      runProgram(args, { cwd: repository.path, home: repository.home });
    const first = await run('checklist', '.', '--component', 'src', '--out', out);
    assert.deepEqual([first.code, first.err.startsWith(`Wrote ${out}.`)], [0, true]);
    const file = path.join(repository.path, out);
    const written = await readFile(file, 'utf8');
    const edited = `\uFEFF${written}`
      .replace('- [ ] Name a backup', '- [x] Ask who wants to')
      .replace('Backup:', 'Backup: Ben Bäcker')
      .replaceAll('\n', '\r\n')
      .trimEnd();
    const stale = edited.replace(/known by one person|shared by 2/, 'said otherwise');
    assert.notEqual(stale, edited);
    await writeFile(file, stale);
    const again = await run('checklist', '.', '--component', 'src', '--out', out);
    assert.match(again.err, /wrote anew Situation/);
    assert.equal(await readFile(file, 'utf8'), edited);
    const other = await run('checklist', '.', '--hand-over', '--out', out);
    assert.deepEqual([other.code, /was drafted for something else/.test(other.err)], [2, true]);
    assert.equal(await readFile(file, 'utf8'), edited);
    const { checklists } = JSON.parse((await run('progress', '.')).out);
    assert.deepEqual([checklists.length, checklists[0].path, checklists[0].steps.length], [1, out, 9]);
    assert.equal(checklists[0].steps[0].state, 'claimed');
    assert.equal(checklists[0].steps[0].title, 'Ask who wants to, and write the name below');
  });

  it('find the page of who leaves wherever it is, keep those of two apart, and name nobody where pages must not', async () => {
    const repository = await repositories.of([
      {
        author: ann,
        date: at(0),
        files: { 'src/a.js': text('a'), '.single-points.yml': 'policy: { people: false }\n' },
      },
      { author: ben, date: at(1), files: { 'lib/c.js': text('c') } },
    ]);
    const run = (...args: string[]): Promise<Outcome> =>
      runProgram(args, { cwd: repository.path, home: repository.home });
    const place = 'docs/ownership/handed-over.md';
    assert.equal((await run('checklist', '.', '--leaving', ann.email, '--out', place)).code, 0);
    const pathFor = async (who: string): Promise<string> =>
      JSON.parse((await run('checklist', '.', '--leaving', who, '--format', 'json')).out).path;
    assert.equal(await pathFor(ann.email), place);
    assert.notEqual(await pathFor(ben.email), place);
    const other = await run('checklist', '.', '--leaving', ben.email, '--out', place);
    assert.deepEqual([other.code, /was drafted for something else/.test(other.err)], [2, true]);
    const stub = await run('stub', '.', '--component', 'src');
    for (const page of [await readFile(path.join(repository.path, place), 'utf8'), stub.out])
      for (const name of [ann, ben].flatMap(({ name: full }) => full.split(' '))) assert.ok(!page.includes(name), name);
  });
});
