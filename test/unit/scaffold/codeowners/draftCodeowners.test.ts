import assert from 'node:assert/strict';
import type { Person } from '../../../../src/core/model';
import { codeownersSentence } from '../../../../src/core/report/codeownersText';
import { plainTranslate } from '../../../../src/core/report/translate';
import { type CodeownersDraft, draftCodeowners } from '../../../../src/core/scaffold/codeowners/draftCodeowners';
import { planSpread } from '../../../../src/core/spread/plan';
import { usualPlan } from '../../../../src/core/spread/planOptions';
import { examplePerson } from '../../report/exampleSnapshot';
import { plannedSnapshot, type Sketch } from '../../spread/plannedSnapshot';

const people: readonly Person[] = [
  examplePerson(0, 'Ann Example', { aliases: ['7+ann@users.noreply.github.com'] }),
  examplePerson(1, 'Ben Ito', { email: 'ben@users.noreply.github.com' }),
  examplePerson(2, 'Cleo Third', { email: '9-cleo@users.noreply.gitlab.com' }),
  examplePerson(3, 'Dov Left', { email: '3+dov@users.noreply.github.com', active: false, state: 'left', left: true }),
  examplePerson(4, 'Eve Quiet', { email: 'eve@example.com', active: false, state: 'quiet' }),
];

function draft(
  sketches: Readonly<Record<string, Sketch>>,
  text: string | null,
  { path = '.github/CODEOWNERS', others = [] as readonly string[], withAddresses = false } = {},
): CodeownersDraft {
  const snapshot = plannedSnapshot(sketches, people);
  return draftCodeowners({
    plan: planSpread(snapshot, usualPlan),
    paths: [...snapshot.files.map(file => file.path), ...others, ...(text === null ? [] : [path])],
    textOf: asked => (asked === path ? (text ?? undefined) : undefined),
    withAddresses,
  });
}

const shop: Readonly<Record<string, Sketch>> = {
  payments: { owners: [0], known: { 0: 90, 1: 9 } },
  web: { owners: [1, 0] },
};

describe('a draft of CODEOWNERS', () => {
  it('names an owner and a backup for every component where there is no file yet, the backup from the plan', () => {
    const { path, exists, after, suggestions } = draft(shop, null);
    assert.deepEqual([path, exists], ['.github/CODEOWNERS', false]);
    assert.deepEqual(after.split('\n').slice(1), ['/payments/ @ann @ben', '/web/ @ben @ann', '']);
    assert.deepEqual(
      suggestions.map(({ component, isPlanned }) => [component, isPlanned.backup]),
      [
        ['payments', true],
        ['web', false],
      ],
    );
  });

  it('tells of a component that lacks them and of which no two can be named, and does not call that complete', () => {
    const alone = { tools: { owners: [0], known: { 0: 9 } } };
    const lacking = draft(alone, '/elsewhere/ @shop/team\n');
    assert.deepEqual([lacking.suggestions, lacking.nobodyToName], [[], ['tools']]);
    assert.equal(
      codeownersSentence(lacking, plainTranslate),
      '.github/CODEOWNERS: of 1 component no two people can be named.',
    );
    const covered = draft(alone, '/tools/ @shop/team\n');
    assert.deepEqual(covered.nobodyToName, []);
    assert.match(codeownersSentence(covered, plainTranslate), /for every component/);
  });

  it('suggests nothing for files that a team or two people answer for, or nobody on purpose', () => {
    const { after, suggestions } = draft(shop, '/payments/ @shop/pay\n/web/ @ann @ben\n');
    assert.deepEqual([after, suggestions], ['/payments/ @shop/pay\n/web/ @ann @ben\n', []]);
    assert.deepEqual(draft(shop, '* @shop/all\n/payments/\n').suggestions, []);
  });

  it('flags lines that name who is gone or one person only, and lines that count for nothing', () => {
    const { flags } = draft(
      shop,
      '/gone/ @shop/all\n/payments/ @ann\n/web/ @dov eve.quiet@example.com eve@example.com\n',
    );
    assert.deepEqual(
      flags.map(({ line, code, owner, state, files }) => [line, code, owner, state, files]),
      [
        [1, 'noFile', null, null, 0],
        [2, 'onePerson', '@ann', null, 3],
        [3, 'gone', '@dov', 'left', 3],
        [3, 'gone', 'eve@example.com', 'quiet', 3],
      ],
    );
  });

  it('keeps who is named and there, and fills the line up', () => {
    assert.equal(
      draft(shop, '* @shop/all\n/payments/ @zoe # money\n').after,
      '* @shop/all\n/payments/ @zoe @ann # money\n',
    );
    assert.equal(draft(shop, '* @shop/all\n/payments/ @Ann\n').after, '* @shop/all\n/payments/ @Ann @ben\n');
    assert.equal(draft(shop, '* @shop/all\n/payments/ @dov\n').after, '* @shop/all\n/payments/ @ann @ben\n');
  });

  it('writes an address only where the file has some or the person asks, and says whose login is not known', () => {
    const sketches = { payments: { owners: [0], known: { 2: 9 } } };
    const unknown = draft(sketches, '* @zoe\n');
    assert.deepEqual([unknown.changes, unknown.suggestions[0]?.why], [[], 'noLogin']);
    assert.deepEqual(unknown.suggestions[0]?.unnamed, [2]);
    const address = '9-cleo@users.noreply.gitlab.com';
    assert.equal(draft(sketches, '* @zoe\n', { withAddresses: true }).after, `* @zoe\n/payments/ @ann ${address}\n`);
    assert.match(draft(sketches, '* zoe@example.com\n').after, new RegExp(address));
  });

  it('knows the logins of each host for itself', () => {
    const sketches = { payments: { owners: [2], known: { 0: 9 } } };
    const { dialect, path, suggestions } = draft(sketches, null, { others: ['.gitlab-ci.yml'] });
    assert.deepEqual([dialect, path], ['gitlab', '.gitlab/CODEOWNERS']);
    assert.deepEqual(suggestions[0]?.unnamed, [0]);
    assert.deepEqual(draft(sketches, null, { others: ['bitbucket-pipelines.yml'] }).suggestions[0]?.unnamed, [2, 0]);
  });

  it('takes a bare name at GitLab that nobody here has for a group', () => {
    const path = '.gitlab/CODEOWNERS';
    assert.deepEqual(draft(shop, '* @platform\n', { path }).suggestions, []);
    assert.equal(draft(shop, '* @platform\n').flags[0]?.code, 'onePerson');
    assert.equal(draft(shop, '* @cleo\n', { path }).flags[0]?.code, 'onePerson');
  });

  it('looks at the sections of GitLab together, and points at the heading whose owner is alone', () => {
    const path = '.gitlab/CODEOWNERS';
    const text = '[Pay] @cleo\n/payments/\n/web/\n^[Web]\n/web/ @shop/web\n';
    const { flags, suggestions } = draft(shop, text, { path });
    assert.deepEqual(
      flags.map(({ line, code }) => [line, code]),
      [[1, 'onePerson']],
    );
    assert.deepEqual(
      suggestions.map(({ component }) => component),
      ['payments'],
    );
  });

  it('writes spaces as the file needs them, and nothing where no pattern means the files', () => {
    const paths = (globs: readonly string[]): Sketch => ({ ...shop['payments'], changes: { paths: globs } });
    assert.match(draft({ payments: paths(['pay ments/**']) }, null).suggestions[0]?.why ?? '', /hidden/);
    assert.equal(draft({ payments: paths(['{a,b}/**']) }, null).suggestions[0]?.why, 'noPattern');
    assert.match(draft({ 'my pay': shop['payments'] ?? {} }, null).after, /^\/my\\ pay\/ @ann @ben$/m);
  });
});
