import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suggestAliases } from '../../../src/core/people/aliasSuggestions';
import { everyone } from '../../../src/core/people/everyone';
import { Mailmap } from '../../../src/core/people/mailmap';
import { withMailmapLines } from '../../../src/core/people/mailmapLines';
import { defaultSettings } from '../../../src/core/settings';
import { processorSeconds } from '../../support/processorTime';
import { at, type Person, type WrittenCommit, writeHistory } from '../history/writtenHistory';

function suggest(commits: readonly WrittenCommit[], text = '') {
  const history = writeHistory(commits);
  history.sortSignatures();
  const mailmap = new Mailmap(text);
  const { identities, people } = everyone(history, mailmap, defaultSettings, at(1000));
  return { people, suggestions: suggestAliases({ history, identities, people, mailmap }) };
}

/** What is suggested of people who made three commits, two, one each. */
function suggested(...signatures: readonly Person[]): string[] {
  const commits = signatures.flatMap((author, index): WrittenCommit[] =>
    Array.from({ length: Math.max(1, 4 - index) }, () => ({ author, changes: ['M a'] })),
  );
  const { people, suggestions } = suggest(commits);
  return suggestions.map(
    ({ person, alias, reasons }) => `${people[alias]?.name} → ${people[person]?.name}: ${reasons[0]?.code}`,
  );
}

const ann: Person = ['Ann Smith', 'ann.smith@work.example'];

describe('a suggestion that two people are one', () => {
  it('is made for the same login on two hosts', () => {
    assert.deepEqual(suggested(['Ann Smith', 'asmith42@work.example'], ['ann', 'asmith42@home.example']), [
      'ann → Ann Smith: sameLogin',
    ]);
    assert.deepEqual(
      suggested(['Ann Smith', 'asmith42@work.example'], ['asmith42', '7+asmith42@users.noreply.github.com']),
      ['asmith42 → Ann Smith: sameLogin'],
    );
    assert.deepEqual(suggested(['zorkmid', 'zorkmid@a.example'], ['zorkmid', 'zorkmid@b.example']), [
      'zorkmid → zorkmid: sameLogin',
    ]);
  });

  it('is made for a name that is what stands before the @ of the other', () => {
    assert.deepEqual(suggested(['Ann Smith', 'annsmith@work.example'], ['annsmith', 'root@localhost']), [
      'annsmith → Ann Smith: shortOfName',
    ]);
  });

  it('is made for a name in another spelling, alphabet or joint, and for one that an address spells out', () => {
    for (const [name, other] of [
      ['Jürgen Müller', 'Juergen Mueller'],
      ['Søren Ægir', 'Soren Aegir'],
      ['Иван Петров', 'Ivan Petrov'],
      ['Ann Smith', 'ann.smith'],
      ['Ann Smith', 'ann_smith'],
      ['Ann M. Smith', 'Ann Smith'],
    ] as const) {
      const [found = ''] = suggested([name, 'one@a.example'], [other, 'two@b.example']);
      assert.match(found, /sameNameSpelled|shortOfName/, `${name} and ${other}`);
    }
    assert.deepEqual(suggested(['Ann Smith', 'ann@a.example'], ['as', 'ann.smith@b.example']), [
      'as → Ann Smith: sameNameSpelled',
    ]);
  });

  it('takes a login for no name where the address spells one out', () => {
    const people: Person[] = [
      ['asmith', 'ann.smith@work.example'],
      ['Ann Smith', 'asmith@work.example'],
      ['asmith-work', 'ann.smith@home.example'],
    ];
    assert.deepEqual(suggested(...people).sort(), [
      'asmith → Ann Smith: sameNameSpelled',
      'asmith-work → Ann Smith: sameNameSpelled',
    ]);
    assert.deepEqual(suggested(ann, ['ben-jones', 'asmith@work.example']), []);
  });

  it('is made for an initial and the surname where one person alone fits', () => {
    assert.deepEqual(suggested(ann, ['A. Smith', 'x1@b.example']), ['A. Smith → Ann Smith: shortOfName']);
    assert.deepEqual(suggested(ann, ['Abe Smith', 'abe@c.example'], ['A. Smith', 'x1@b.example']), []);
    assert.deepEqual(suggested(ann, ['Ann S', 'x1@b.example']), []);
  });

  it('is made for a machine’s address where one person alone has that first name', () => {
    const machine: Person = ['ann', 'ann@ann-laptop.local'];
    assert.deepEqual(suggested(ann, machine), ['ann → Ann Smith: machineAddress']);
    assert.deepEqual(suggested(ann, ['Ann Miller', 'miller@c.example'], machine), []);
    assert.deepEqual(suggested(ann, ['ann', 'ann@elsewhere.example']), []);
  });

  it('is never made for two full names that differ, whatever else they share', () => {
    assert.deepEqual(suggested(['Ann Smith', 'asmith42@a.example'], ['Abe Smith', 'asmith42@b.example']), []);
    assert.deepEqual(suggested(['Ann Smith', 'team77@a.example'], ['Ben Miller', 'team77@b.example']), []);
  });

  it('is not made for a first name, a surname or an office before the @', () => {
    assert.deepEqual(
      suggested(['Ann Smith', 'ann@a.example'], ['Ann', 'ann@b.example'], ['Bo Ann', 'bo@c.example']),
      [],
    );
    assert.deepEqual(suggested(['Ann Smith', 'info@a.example'], ['Benny', 'info@b.example']), []);
    assert.deepEqual(suggested(['Ann Smith', 'asmith@a.example'], ['Benny', 'asmith@b.example']), []);
  });

  it('is not made where two people fit equally well', () => {
    assert.deepEqual(
      suggested(['Ann Smith', 'zork9@a.example'], ['Ben Miller', 'zork9@b.example'], ['zork9', 'zork9@c.example']),
      [],
    );
  });

  it('is not made for a reviewer of the other, nor for a bot', () => {
    const commits: WrittenCommit[] = [
      { author: ['Ann Smith', 'asmith42@a.example'], trailers: [['reviewer', ['ann', 'asmith42@b.example']]] },
    ];
    assert.deepEqual(suggest(commits).suggestions, []);
    assert.deepEqual(suggested(['deploy-bot', 'deploy7@a.example'], ['deploy', 'deploy7@b.example']), []);
  });

  it('holds lines for a mailmap that make them one, whatever maps them already', () => {
    const commits: WrittenCommit[] = [
      { author: ['Ann Smith', 'asmith42@a.example'] },
      { author: ['Ann Smith', 'asmith42@a.example'] },
      { author: ['ann', 'asmith42@b.example'] },
      { author: ['ann', 'ann@old.example'] },
      { author: ['asmith42', 'root@localhost'] },
      { author: ['Ben Miller', 'root@localhost'] },
    ];
    const before = 'ann <asmith42@b.example> ann <ann@old.example>\n';
    const { suggestions } = suggest(commits, before);
    assert.deepEqual(suggestions.flatMap(({ mailmap }) => mailmap).sort(), [
      'Ann Smith <asmith42@a.example> <asmith42@b.example>',
      'Ann Smith <asmith42@a.example> ann <ann@old.example>',
      'Ann Smith <asmith42@a.example> asmith42 <root@localhost>',
    ]);
    const after = withMailmapLines(
      before,
      suggestions.flatMap(({ mailmap }) => mailmap),
    );
    const joined = suggest(commits, after);
    assert.deepEqual(
      [joined.people.map(({ name }) => name).sort(), joined.suggestions],
      [['Ann Smith', 'Ben Miller'], []],
    );
  });

  it('is applied in full by its own lines, for any people', () => {
    const word = fc.constantFrom(
      'ann',
      'ben',
      'Smith',
      'Miller',
      'Ann',
      'A.',
      'zork9',
      'annsmith',
      'asmith',
      'Müller',
      '',
    );
    const name = fc.array(word, { maxLength: 3 }).map(words => words.join(' ').trim());
    const email = fc.tuple(
      fc.constantFrom('ann', 'asmith', 'zork9', 'ann.smith', 'info', '7+zork9', 'root', ''),
      fc.constantFrom('a.example', 'b.example', 'localhost', 'laptop.local', 'users.noreply.github.com'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, email), { minLength: 1, maxLength: 8 }), list => {
        const commits = list.map(([who, [local, host]]): WrittenCommit => ({ author: [who, `${local}@${host}`] }));
        const { people, suggestions } = suggest(commits);
        const lines = withMailmapLines(
          '',
          suggestions.flatMap(({ mailmap }) => mailmap),
        );
        assert.ok(suggest(commits, lines).people.length <= people.length - new Set(suggestions.map(s => s.alias)).size);
      }),
      { numRuns: 300 },
    );
  });

  it('costs little for ten thousand people', () => {
    const commits = Array.from({ length: 10_000 }, (_, index): WrittenCommit => {
      const name = `${String.fromCharCode(65 + (index % 26))}${index.toString(36).replace(/\d/g, 'q')}`;
      return {
        author: [index % 3 === 0 ? 'ann' : `${name} Smith`, `person${index % 5000}@${index % 7}.example`],
        parents: [],
      };
    });
    const seconds = processorSeconds(() => suggest(commits));
    assert.ok(seconds < 10, `${seconds} s`);
  });
});

describe('a mailmap with lines added', () => {
  it('keeps what is there and its line ends, and has no line twice', () => {
    assert.equal(withMailmapLines('', ['a']), 'a\n');
    assert.equal(withMailmapLines('x', ['a', 'b']), 'x\na\nb\n');
    assert.equal(withMailmapLines('x\r\n', ['a']), 'x\r\na\r\n');
    assert.equal(withMailmapLines('a\n', ['a']), 'a\n');
  });
});
