import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCodeowners } from '../../../../src/core/components/codeowners';
import { type OwnersTask, placeLines } from '../../../../src/core/scaffold/codeowners/placeLines';

const nobodyGone = (): boolean => false;
const task = (component: string, files: readonly string[], owners = ['@ann', '@ben']): OwnersTask => {
  return { component, patterns: [`/${component}/`], files, owners };
};

describe('lines of CODEOWNERS', () => {
  it('are rewritten where one means just the files that need owners: who is there stays, what stands around it too', () => {
    const text = '* @shop/all\n/pay/   @Zoe  # money\n';
    const placed = placeLines(text, [task('pay', ['pay/a', 'pay/b'])], ['pay/a', 'pay/b', 'x'], nobodyGone);
    assert.equal(placed.text, '* @shop/all\n/pay/   @Zoe @ann  # money\n');
    assert.deepEqual(placed.changes, [
      { line: 2, before: '/pay/   @Zoe  # money', after: ['/pay/   @Zoe @ann  # money'] },
    ]);
    assert.deepEqual(placed.owners.get('pay'), ['@Zoe', '@ann']);
    const gone = placeLines(
      text,
      [task('pay', ['pay/a', 'pay/b'])],
      ['pay/a', 'pay/b', 'x'],
      owner => owner === '@Zoe',
    );
    assert.equal(gone.text, '* @shop/all\n/pay/   @ann @ben  # money\n');
  });

  it('come after what is there otherwise, and what they would hide is repeated behind them', () => {
    const text = '/lib/ @shop/lib\n/pay/docs/ @shop/docs\n';
    const paths = ['pay/a', 'pay/lib/x', 'lib/y', 'web/z', 'pay/docs/read.md'];
    assert.equal(
      placeLines(text, [task('pay', ['pay/a', 'pay/lib/x'])], paths, nobodyGone).text,
      `${text}/pay/ @ann @ben\n# Repeated, because the last line that matches counts:\n/pay/docs/ @shop/docs\n`,
    );
  });

  it('come before the first section of GitLab, whose rules stay', () => {
    const text = '* @shop/all\n\n[Docs]\n*.md @docs\n';
    const { text: after } = placeLines(text, [task('pay', ['pay/a'])], ['pay/a', 'pay/b.md', 'x'], nobodyGone);
    assert.equal(
      after,
      '* @shop/all\n\n/pay/ @ann @ben\n# Repeated, because the last line that matches counts:\n/pay/b.md @shop/all\n[Docs]\n*.md @docs\n',
    );
  });

  it('keep the line ends of the file, and take it as it is where nothing is to change', () => {
    assert.equal(
      placeLines('/x @a @b\r\n', [task('pay', ['pay/a'])], ['pay/a', 'x'], nobodyGone).text,
      '/x @a @b\r\n/pay/ @ann @ben\r\n',
    );
    assert.equal(placeLines('/x @a', [], ['x'], nobodyGone).text, '/x @a');
  });

  it('give every file exactly the owners asked for, and leave every other file its own', () => {
    const folders = ['pay', 'pay/api', 'pay/api/v1', 'web', 'web/ui'];
    const paths = folders.flatMap(folder => [`${folder}/a.ts`, `${folder}/b.md`]);
    const patterns = ['*', '*.md', '/pay/', '/pay/api/', 'api/', '/web/ui/', '/pay/*', '/web/a.ts', '*.ts'];
    const line = fc
      .tuple(fc.constantFrom(...patterns), fc.subarray(['@zoe', '@yan', '@shop/all']))
      .map(([pattern, owners]) => [pattern, ...owners].join(' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.subarray(folders), fc.nat(1), (lines, components, some) => {
        const text = lines.map(each => `${each}\n`).join('');
        const tasks = components.map((component, place): OwnersTask => {
          const inside = paths.filter(path => path.startsWith(`${component}/`));
          const own = inside.filter(
            path => !components.some(other => other.startsWith(`${component}/`) && path.startsWith(`${other}/`)),
          );
          return task(component, own.slice(some === 1 && own.length > 1 ? 1 : 0), [`@p${place}`, `@q${place}`]);
        });
        const placed = placeLines(text, tasks, paths, nobodyGone);
        if (lines.length === 0) assert.equal(placed.owners.size, tasks.length);
        const before = parseCodeowners(text);
        const after = parseCodeowners(placed.text);
        for (const path of paths) {
          const own = tasks.find(({ component, files }) => placed.owners.has(component) && files.includes(path));
          const found = after.ownersOf(path)?.owners;
          if (own !== undefined) assert.deepEqual(found, placed.owners.get(own.component), path);
          else if (before.ownersOf(path) !== null) assert.deepEqual(found, before.ownersOf(path)?.owners, path);
        }
      }),
      { numRuns: 200 },
    );
  });
});
