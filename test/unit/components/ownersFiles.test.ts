import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boundedPattern } from '../../../src/core/components/boundedPattern';
import { readOwnersFiles } from '../../../src/core/components/ownersFiles';
import { readStatedOwners, statedOwnersSources } from '../../../src/core/components/statedOwners';
import { teamsOfFiles } from '../../../src/core/people/teams';

const texts = new Map([
  ['OWNERS', 'approvers: [root]\n'],
  ['OWNERS_ALIASES', 'aliases:\n  Pay-Approvers: [ann, ben]\n'],
  ['pay/OWNERS', '# who keeps it\nreviewers:\n- cleo\napprovers:\n- pay-approvers\n- Ann\n- dan@example.com\n'],
  ['pay/docs/OWNERS', 'reviewers: [eva]\n'],
  ['pay/gen/OWNERS', 'options: { no_parent_owners: true }\n'],
  [
    'web/OWNERS',
    'filters:\n  ".*": { approvers: [web] }\n  "\\\\.go$": { approvers: [gopher] }\n  "(x+)+$": { approvers: [slow] }\n',
  ],
  ['old/OWNERS', 'someone@example.com\nper-file *.cc=other@example.com\nset noparent\n'],
]);
const ownersOf = (path: string): readonly string[] | undefined => readOwnersFiles(texts)?.ownersOf(path)?.owners;

describe('OWNERS files', () => {
  it('give a file to the approvers that its folder names, else the folder around it', () => {
    assert.deepEqual(ownersOf('pay/deep/x.go'), ['pay-approvers', '@ann', 'dan@example.com']);
    assert.deepEqual(ownersOf('pay/docs/x.md'), ['pay-approvers', '@ann', 'dan@example.com']);
    assert.deepEqual(ownersOf('other/x.go'), ['@root']);
  });

  it('inherit nothing where they say so', () => {
    assert.equal(ownersOf('pay/gen/x.go'), undefined);
    assert.equal(ownersOf('pay/gen/deep/x.go'), undefined);
  });

  it('name reviewers only where nobody approves', () => {
    const only = new Map([['lib/OWNERS', 'reviewers: [eva]']]);
    assert.deepEqual(readOwnersFiles(only)?.ownersOf('lib/x')?.owners, ['@eva']);
  });

  it('have filters by the path in their folder, without those that could take long', () => {
    assert.deepEqual(ownersOf('web/a/x.go'), ['@web', '@gopher']);
    assert.deepEqual(ownersOf('web/xxx'), ['@web']);
  });

  it('say where, and which of the names are teams', () => {
    const rule = readOwnersFiles(texts)?.ownersOf('pay/x.go');
    assert.deepEqual([rule?.path, rule?.line, rule?.teams], ['pay/OWNERS', 5, ['pay-approvers']]);
    const stated = readStatedOwners(texts);
    assert.deepEqual(stated && teamsOfFiles(['pay/a', 'pay/b', 'web/c'], stated), ['pay-approvers']);
  });

  it('of another kind say nothing', () => {
    assert.deepEqual(ownersOf('old/x.cc'), ['@root']);
    assert.equal(readOwnersFiles(new Map([['OWNERS', 'someone@example.com\n']])), null);
  });

  it('count where there is no CODEOWNERS, and not in folders of other people', () => {
    const paths = ['b/c/OWNERS', 'a/OWNERS', 'vendor/x/OWNERS', 'OWNERS_ALIASES', 'a/x.go'];
    assert.deepEqual(statedOwnersSources(paths), ['OWNERS_ALIASES', 'a/OWNERS', 'b/c/OWNERS']);
    assert.deepEqual(statedOwnersSources([...paths, 'docs/CODEOWNERS']), ['docs/CODEOWNERS']);
    assert.deepEqual(statedOwnersSources(['OWNERS_ALIASES', 'x.go']), []);
    const both = readStatedOwners(new Map([...texts, ['CODEOWNERS', '* @shop/all']]));
    assert.deepEqual(both?.ownersOf('pay/x.go')?.owners, ['@shop/all']);
  });

  it('answer for any text and any path', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => {
        readOwnersFiles(
          new Map([
            ['OWNERS', text],
            ['a/OWNERS', `filters:\n  ${JSON.stringify(text)}: { approvers: [x] }\n`],
          ]),
        )?.ownersOf(path);
      }),
    );
  });
});

describe('a pattern of a repository', () => {
  it('is tested as it is written', () => {
    for (const [pattern, text, expected] of [
      ['\\.go$', 'a/b.go', true],
      ['^docs/', 'x/docs/a', false],
      ['^(?:pkg|cmd)/[^/]+\\.(go|mod)$', 'cmd/x.mod', true],
    ] as const) {
      assert.equal(boundedPattern(pattern)?.(text), expected, pattern);
    }
  });

  it('is not run where it could take long, or is none', () => {
    for (const pattern of [
      '[^](a+)+b]',
      '[](a+)+b]',
      '(a+)+$',
      '(a|aa)*b',
      '(x{1,50}){1,50}',
      '.*.*.*.*x',
      '(',
      '(?<=a)b',
      'x'.repeat(201),
    ]) {
      assert.equal(boundedPattern(pattern), null, pattern);
    }
  });
});
