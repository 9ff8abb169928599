import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RunbookType } from '../../../../src/core/model';
import { peopleLookup } from '../../../../src/core/runbooks/lint/peopleLookup';
import type { Rule } from '../../../../src/core/runbooks/lint/rule';
import { goneOwner } from '../../../../src/core/runbooks/lint/rules/goneOwner';
import { missingOwner } from '../../../../src/core/runbooks/lint/rules/missingOwner';
import { placeholderOwner } from '../../../../src/core/runbooks/lint/rules/placeholderOwner';
import { singleOwner } from '../../../../src/core/runbooks/lint/rules/singleOwner';
import { examplePerson } from '../../report/exampleSnapshot';
import { applied, lintText, repositoryView } from './lintText';

const people = peopleLookup(
  [
    examplePerson(0, 'Ann Lee', { email: 'ann.lee@example.com', aliases: ['7+annl@users.noreply.github.com'] }),
    examplePerson(1, 'Ben Ito', { email: 'ben@example.com' }),
    examplePerson(2, 'Cleo Gone', { email: 'cleo@example.com', state: 'left', active: false }),
    examplePerson(3, 'Dan Still', { email: 'dan@example.com', state: 'quiet', active: false }),
  ],
  ['payments'],
);
const found = (rule: Rule, text: string, owners: readonly string[] = [], type: RunbookType = 'service') =>
  lintText(rule, text, { type, repository: repositoryView({ people, ownersOf: () => owners }) }).map(
    ({ finding }) => `${finding.line} ${finding.severity}`,
  );
const owner = (value: string): string => `---\ntitle: Pay\nowner: ${value}\n---\n\n# Pay\n`;

describe('RB010, a runbook that nobody owns', () => {
  it('is said at the title, as a warning for services and playbooks', () => {
    assert.deepEqual(found(missingOwner, '\n# Pay\n'), ['2 warning']);
    assert.deepEqual(found(missingOwner, '\n# Pay\n', [], 'alert'), ['2 information']);
    assert.deepEqual(found(missingOwner, '# Pay\n', [], 'hub'), []);
    assert.deepEqual(lintText(missingOwner, '# Pay\n', { type: 'service' }), [], 'the page alone cannot tell');
  });

  it('is owned by what its front matter, a section, a line, a row or the repository names', () => {
    for (const text of [
      owner('payments'),
      '---\nowner_slack: "#payments"\n---\n\n# Pay\n',
      '# Pay\n\n## Owner\n\nThe payments team.\n',
      '# Pay\n\n## Kontakte\n\n- zahlung@example.org\n',
      '# Pay\n\n**Owner:** payments\n',
      '# Pay\n\n| Team | payments |\n| --- | --- |\n| a | b |\n',
      '# Pay\n\n## Escalation\n\nCall the rota.\n',
    ]) {
      assert.deepEqual(found(missingOwner, text), [], text);
    }
    assert.deepEqual(found(missingOwner, '# Pay\n', ['@shop/payments']), []);
  });

  it('offers a key for the front matter, without a guess', () => {
    const repository = repositoryView({ people });
    for (const [text, mended] of [
      ['# Pay\n', '---\nowner: # a team, or two people\n---\n\n# Pay\n'],
      ['---\ntitle: Pay\n---\n# Pay\n', '---\nowner: # a team, or two people\ntitle: Pay\n---\n# Pay\n'],
    ] as const) {
      const [problem] = lintText(missingOwner, text, { type: 'service', repository });
      assert.ok(problem);
      assert.equal(applied(text, problem), mended);
    }
  });
});

describe('RB011, a runbook that one person owns', () => {
  it('is found where one name, address or login is all there is', () => {
    for (const value of [
      'Ann Lee',
      'ann.lee@example.com',
      '"@annl"',
      'ann.lee@elsewhere.example',
      '"@stranger"',
      'user:default/annl',
      'Ann',
    ]) {
      assert.deepEqual(found(singleOwner, owner(value)), ['3 warning'], value);
    }
    assert.deepEqual(found(singleOwner, '# Pay\n\n## Owner\n\nAnn Lee\n'), ['5 warning']);
    assert.deepEqual(found(singleOwner, '# Pay\n', ['@annl']), ['1 information']);
  });

  it('is none with a second person, a team, a channel, a mailbox, or words that may be a team', () => {
    for (const value of [
      'Ann Lee, Ben Ito',
      'Ann Lee and Ben Ito',
      '[Ann Lee, Ben Ito]',
      'payments',
      '"@shop/core"',
      '"#payments"',
      'payments@example.org',
      'sre.oncall@example.org',
      'Core Banking',
      'group:default/pay',
    ]) {
      assert.deepEqual(found(singleOwner, owner(value)), [], value);
    }
    assert.deepEqual(found(singleOwner, '---\nowner: Ann Lee\nbackup: Ben Ito\n---\n# Pay\n'), []);
    assert.deepEqual(found(singleOwner, '---\nowner: Ann Lee\nslack: "#pay"\n---\n# Pay\n'), []);
    assert.deepEqual(found(singleOwner, '# Pay\n', ['@annl', '@shop/payments']), []);
    assert.deepEqual(found(singleOwner, '# Pay\n'), []);
  });
});

describe('RB012, a runbook whose owners are gone', () => {
  it('is a warning where they left, information where they went quiet', () => {
    assert.deepEqual(found(goneOwner, owner('Cleo Gone')), ['3 warning']);
    assert.deepEqual(found(goneOwner, owner('dan@example.com')), ['3 information']);
    assert.deepEqual(found(goneOwner, owner('Cleo Gone, Dan Still')), ['3 information']);
    assert.deepEqual(found(singleOwner, owner('Cleo Gone')), [], 'said once');
  });

  it('is none where somebody is left, or the name may be somebody else’s', () => {
    for (const value of ['Cleo Gone, Ann Lee', 'Cleo Gone, payments', 'Ann Lee', 'Cleo', 'Nobody Known']) {
      assert.deepEqual(found(goneOwner, owner(value)), [], value);
    }
  });
});

describe('RB013, an owner still to be filled in', () => {
  it('is a placeholder, wherever it stands', () => {
    for (const value of [
      'TODO',
      'TBD',
      '<team>',
      'your-team',
      '"@org/team-name"',
      '"@your-org/your-team"',
      'unknown',
      '???',
      '"{{ owner }}"',
      '[team name]',
      'none',
    ]) {
      assert.deepEqual(found(placeholderOwner, owner(value)), ['3 warning'], value);
      assert.deepEqual(found(missingOwner, owner(value)), [], value);
    }
    assert.deepEqual(found(placeholderOwner, '# Pay\n\n## Owner\n\nTBD\n'), ['5 warning']);
    assert.deepEqual(found(placeholderOwner, '# Pay\n\n- Owner: TODO\n'), ['3 warning']);
  });

  it('is no name of a team', () => {
    for (const value of ['payments', 'team-payments', 'The platform team', '"#team"', 'org', '"@org/payments"']) {
      assert.deepEqual(found(placeholderOwner, owner(value)), [], value);
    }
  });

  it('is told of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const rule of [missingOwner, singleOwner, goneOwner, placeholderOwner]) found(rule, owner(text));
      }),
    );
  });
});
