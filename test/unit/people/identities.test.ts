import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldName, type Identities, joinIdentities } from '../../../src/core/people/identities';
import { Mailmap, type Signature } from '../../../src/core/people/mailmap';
import type { DeclaredPerson } from '../../../src/core/settings';

type Pair = readonly [name: string, email: string];

const join = (pairs: readonly Pair[], declared: readonly DeclaredPerson[] = [], mailmap = ''): Identities =>
  joinIdentities(
    pairs.map(([name, email]) => ({ name, email })),
    pairs.map(() => 1),
    new Mailmap(mailmap),
    declared,
  );
const groups = (...pairs: Pair[]): number => join(pairs).identities.length;
const declare = (person: Partial<DeclaredPerson>): DeclaredPerson => ({
  ...{ name: null, emails: [], left: false, present: false, bot: false, away: [], teams: [] },
  ...person,
});

describe('identities', () => {
  it('join three addresses of one person by the full name', () => {
    const { identities } = join([
      ['Ann Example', 'ann@work.example'],
      ['Ann Example', 'ann@home.example'],
      ['ann example', 'Ann@University.example'],
    ]);
    assert.equal(identities.length, 1);
    assert.deepEqual(identities[0]?.aliases.length, 2);
  });

  it('join one address in any case, and count it once among the aliases', () => {
    const signatures: Signature[] = [
      { name: 'Ann Example', email: 'ann@work.example' },
      { name: 'Ann Example', email: 'ann@home.example' },
      { name: 'Ann Example', email: 'ANN@home.example' },
      { name: 'a', email: 'Ann@Work.example' },
    ];
    const { identities } = joinIdentities(signatures, [5, 1, 1, 1], new Mailmap(''), []);
    assert.equal(identities.length, 1);
    assert.deepEqual([identities[0]?.email, identities[0]?.aliases], ['ann@work.example', ['ANN@home.example']]);
  });

  it('are called by a full name, however often a login is used', () => {
    const signatures: Signature[] = [
      { name: 'annie7', email: 'ann@work.example' },
      { name: 'Ann Example', email: 'ann@work.example' },
    ];
    assert.equal(joinIdentities(signatures, [90, 2], new Mailmap(''), []).identities[0]?.name, 'Ann Example');
    const mailmap = new Mailmap('annie7 <ann@work.example>');
    assert.equal(joinIdentities(signatures, [90, 2], mailmap, []).identities[0]?.name, 'annie7');
  });

  it('join the no-reply forms of one login', () => {
    assert.equal(groups(['a', '12+ann@users.noreply.github.com'], ['b', 'ann@users.noreply.github.com']), 1);
    assert.equal(groups(['a', '12+ann@users.noreply.github.com'], ['b', 'ben@users.noreply.github.com']), 2);
  });

  it('join a name with its parts swapped, written together, with accents or with a middle name in another place', () => {
    assert.equal(groups(['Ada Byron', 'a@1'], ['Byron Ada', 'b@2']), 1);
    assert.equal(groups(['Ada Byron', 'a@1'], ['AdaByron', 'b@2']), 1);
    assert.equal(groups(['José Núñez', 'a@1'], ['JOSE  NUNEZ', 'b@2']), 1);
    assert.equal(groups(['Ann Mary Example', 'a@1'], ['Mary Ann Example', 'b@2']), 1);
  });

  it('never join first names, initials, logins or names that are none, in any script', () => {
    const names = [
      'Ann',
      'A B',
      'ann',
      'root',
      'Your Name',
      'unknown author',
      'Анна',
      'Ελένη',
      'Ann✨',
      '민수',
      'McDonald',
    ];
    for (const name of names) {
      assert.equal(groups([name, 'a@one.example'], [name, 'b@two.example']), 2, name);
    }
  });

  it('join full names that their script writes without a space', () => {
    for (const name of ['李小龙', '山田太郎', '김민수', 'Анна Каренина']) {
      assert.equal(groups([name, 'a@one.example'], [name, 'b@two.example']), 1, name);
    }
  });

  it('keep strangers apart who share an address that is nobody’s', () => {
    assert.equal(groups(['Ann Example', 'root@localhost'], ['Ben Example', 'root@localhost']), 2);
    assert.equal(groups(['Ann Example', 'none'], ['Ben Example', 'none']), 2);
    assert.equal(groups(['Ann Example', ''], ['Ben Example', '']), 2);
  });

  it('join what the mailmap joins, and show its name', () => {
    const { identities } = join(
      [
        ['x', 'x@1'],
        ['y', 'y@2'],
      ],
      [],
      'Ann Proper <ann@work> <x@1>\nAnn Proper <ann@work> <y@2>',
    );
    assert.deepEqual(
      identities.map(({ name, email }) => [name, email]),
      [['Ann Proper', 'ann@work']],
    );
  });

  it('join what the settings declare, by address or by name', () => {
    const ann = declare({ name: 'Ann Example', emails: ['A@1', 'b@2'], left: true });
    const { identities, ofSignature } = join(
      [
        ['x', 'a@1'],
        ['y', 'b@2'],
        ['ann example', 'c@3'],
        ['Ben', 'd@4'],
      ],
      [ann],
    );
    assert.deepEqual([...ofSignature], [0, 0, 0, 1]);
    assert.deepEqual(
      identities.map(({ name, left }) => [name, left]),
      [
        ['Ann Example', true],
        ['Ben', false],
      ],
    );
  });

  it('take a declared bot for a bot, and a declared person for none', () => {
    const { identities } = join(
      [
        ['Ann Example', 'ann@1'],
        ['stalebot', 'stale@2'],
      ],
      [declare({ emails: ['ann@1'], bot: true }), declare({ emails: ['stale@2'] })],
    );
    assert.deepEqual(
      identities.map(({ kind }) => kind),
      ['bot', 'human'],
    );
  });

  it('never join a tool with a person, nor a bot with an agent, though name or address are the same', () => {
    assert.equal(groups(['Ann Example', 'ann@1'], ['Ann Example', 'noreply@anthropic.com']), 2);
    assert.equal(groups(['Ann Example', 'ann@1'], ['Release Bot', 'ann@1']), 2);
    assert.equal(groups(['Claude Code', 'x@1'], ['Release Bot', 'x@1']), 2);
  });

  it('show the most used name and address', () => {
    const signatures: Signature[] = [
      { name: 'annie', email: 'ann@1' },
      { name: 'Ann Example', email: 'ann@1' },
    ];
    const { identities } = joinIdentities(signatures, [1, 5], new Mailmap(''), []);
    assert.equal(identities[0]?.name, 'Ann Example');
  });

  it('show the address of somebody without a name', () => {
    assert.equal(join([['', 'ann@1']]).identities[0]?.name, 'ann@1');
  });

  it('are the same groups in whatever order the signatures come', () => {
    const name = fc.constantFrom(
      'Ann Example',
      'Example Ann',
      'Ann',
      'AnnExample',
      'Ben Other',
      'Release Bot',
      'Claude Code',
    );
    const email = fc.constantFrom(
      'a@1',
      'A@1',
      'b@2',
      '1+ann@users.noreply.github.com',
      'ann@users.noreply.github.com',
      'none',
    );
    const pairs = fc.uniqueArray(fc.tuple(name, email), { maxLength: 12, selector: pair => pair.join(' ') });
    const declared = [declare({ name: 'Ben Other', emails: ['b@2'] })];
    const described = (all: readonly Pair[]): string[] => {
      const { identities, ofSignature } = join(all, declared);
      return identities
        .map((identity, index) => {
          const members = all.filter((_, at) => ofSignature[at] === index).map(pair => pair.join(' '));
          return JSON.stringify([identity, members.sort()]);
        })
        .sort();
    };
    const shuffled = pairs.chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, other]) => assert.deepEqual(described(other), described(all))));
  });
});

describe('a folded name', () => {
  it('has neither case, accents nor superfluous spaces', () => {
    assert.equal(foldName('  José   NÚÑEZ '), 'jose nunez');
  });
});
