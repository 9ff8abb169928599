import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangeLog } from '../../../src/core/lines/changeLog';
import { type ChangeList, ChangeLogParser, type ChangeSink } from '../../../src/git/changeLog';
import { GitError } from '../../../src/git/errors';

type Digits = 40 | 64;

/** A sink that writes down what it is told. */
class Notes implements ChangeSink {
  readonly lines: unknown[] = [];

  constructor(private readonly log: ChangeLog) {}

  begin(commit: number, parents: readonly number[]): void {
    this.lines.push(['commit', this.commit(commit), parents.map(parent => this.commit(parent))]);
  }

  beginAgainstFirstParent(commit: number): void {
    this.lines.push(['merge', this.commit(commit)]);
  }

  change(commit: number, path: number, isFile: boolean, letter: number, oldBlob: number): void {
    this.lines.push([this.commit(commit), this.log.paths[path], isFile, ...this.side(letter, oldBlob)]);
  }

  combinedChange(commit: number, path: number, isFile: boolean, sides: readonly number[]): void {
    const all = Array.from({ length: sides.length / 2 }, (_, side) =>
      this.side(sides[side * 2] ?? 0, sides[side * 2 + 1] ?? 0),
    );
    this.lines.push([this.commit(commit), this.log.paths[path], isFile, all]);
  }

  private commit(number: number): string {
    return number < 0 ? '' : shortened(this.log.commits.hex(number));
  }

  private side(letter: number, blob: number): [string, string | null] {
    return [String.fromCharCode(letter), blob < 0 ? null : shortened(this.log.blobs.hex(blob))];
  }
}

/** Ids here are one digit many times. */
function shortened(hex: string): string {
  assert.match(hex, /^(.)\1+$/);
  return hex.charAt(0);
}

function parse(list: ChangeList, chunks: readonly Buffer[], digits: Digits = 40): unknown[] {
  const log = new ChangeLog(digits === 40 ? 20 : 32);
  const notes = new Notes(log);
  const parser = new ChangeLogParser(log, list, notes);
  for (const chunk of chunks) parser.push(Buffer.from(chunk));
  parser.finish();
  return notes.lines;
}

/** `100644 3` for a file, `120000 …` a link, `160000 …` a submodule, `000000 0` nothing. */
type Side = `${'100644' | '100755' | '120000' | '160000' | '000000'} ${string}`;

interface Entry {
  readonly before: readonly Side[];
  readonly after: Side;
  readonly letters: string;
  readonly path: string;
}

function entryOf(digits: Digits, { before, after, letters, path }: Entry): string {
  const modes = [...before, after].map(side => side.slice(0, 6)).join(' ');
  const ids = [...before, after].map(side => side.slice(7).repeat(digits)).join(' ');
  return `${':'.repeat(before.length)}${modes} ${ids} ${letters}\0${path}\0`;
}

interface Commit {
  readonly id: string;
  readonly parents?: readonly string[];
  readonly entries?: readonly Entry[];
}

/**
 * The bytes that `git log -z --raw` prints: a line feed, and after a merge with `-c` a NUL, before the list; or those of
 * `git diff-tree --stdin --always`, which names no parents and leaves no gap.
 */
function printed(commits: readonly Commit[], list: ChangeList, digits: Digits = 40): Buffer {
  const parts = commits.map(({ id, parents = [], entries = [] }) => {
    const changes = entries.map(entry => entryOf(digits, entry)).join('');
    if (list !== 'everyCommit') return `${id.repeat(digits)}\0${changes}`;
    const header = `${id.repeat(digits)}\0${parents.map(parent => parent.repeat(digits)).join(' ')}\0`;
    if (entries.length === 0) return header;
    return header + (parents.length > 1 ? '\0' : '\n') + changes;
  });
  return Buffer.from(parts.join(''), 'latin1');
}

const file = (id: string): Side => `100644 ${id}`;
const nothing: Side = '000000 0';
const change = (before: Side, after: Side, letters: string, path: string): Entry => ({
  before: [before],
  after,
  letters,
  path,
});

const ordinary: readonly Commit[] = [
  {
    id: 'a',
    parents: ['b'],
    entries: [
      change(file('1'), file('2'), 'M', 'src/a'),
      change(nothing, file('3'), 'A', '\nfirst : line\t'),
      change(file('4'), nothing, 'D', 'caf\xe9'),
      change('120000 5', file('6'), 'T', ':colon'),
      change(file('7'), '120000 8', 'T', 'a'.repeat(41)),
      change(file('7'), '100755 7', 'M', 'mode'),
      change('160000 9', '160000 1', 'M', 'submodule'),
      change('160000 9', nothing, 'D', 'gone'),
    ],
  },
  { id: 'b', parents: ['c'] },
  { id: 'c', parents: ['d'], entries: [change(nothing, file('1'), 'A', 'src/a')] },
  { id: 'd', entries: [change(nothing, file('5'), 'A', 'e'.repeat(64))] },
];

const ordinaryLines: readonly unknown[] = [
  ['commit', 'a', ['b']],
  ['a', 'src/a', true, 'M', '1'],
  ['a', '\nfirst : line\t', true, 'A', null],
  ['a', 'caf\xe9', false, 'D', '4'],
  ['a', ':colon', true, 'T', null],
  ['a', 'a'.repeat(41), false, 'T', '7'],
  ['a', 'mode', true, 'M', '7'],
  ['a', 'submodule', false, 'M', null],
  ['a', 'gone', false, 'D', null],
  ['commit', 'b', ['c']],
  ['commit', 'c', ['d']],
  ['c', 'src/a', true, 'A', null],
  ['commit', 'd', []],
  ['d', 'e'.repeat(64), true, 'A', null],
];

const merged: readonly Commit[] = [
  {
    id: 'a',
    parents: ['b', 'c', 'd'],
    entries: [
      { before: [file('1'), file('2'), nothing], after: file('3'), letters: 'MMA', path: 'both' },
      { before: [file('1'), '120000 2', '160000 4'], after: file('3'), letters: 'MTT', path: '::' },
      { before: [file('1'), file('2'), file('3')], after: '120000 5', letters: 'TTT', path: 'link' },
    ],
  },
  { id: 'b', parents: ['c', 'd'] },
  { id: 'c', entries: [change(nothing, file('5'), 'A', 'c')] },
];

const mergedLines: readonly unknown[] = [
  ['commit', 'a', ['b', 'c', 'd']],
  [
    'a',
    'both',
    true,
    [
      ['M', '1'],
      ['M', '2'],
      ['A', null],
    ],
  ],
  [
    'a',
    '::',
    true,
    [
      ['M', '1'],
      ['T', null],
      ['T', null],
    ],
  ],
  [
    'a',
    'link',
    false,
    [
      ['T', '1'],
      ['T', '2'],
      ['T', '3'],
    ],
  ],
  ['commit', 'b', ['c', 'd']],
  ['commit', 'c', []],
  ['c', 'c', true, 'A', null],
];

const againstFirst: readonly Commit[] = [
  { id: 'a', entries: [change(file('1'), file('3'), 'M', 'both'), change(nothing, file('4'), 'A', 'new')] },
  { id: 'b' },
  { id: 'c', entries: [change(file('5'), nothing, 'D', 'old')] },
];
const againstFirstLines: readonly unknown[] = [
  ['merge', 'a'],
  ['a', 'both', true, 'M', '1'],
  ['a', 'new', true, 'A', null],
  ['merge', 'b'],
  ['merge', 'c'],
  ['c', 'old', false, 'D', '5'],
];

const lists = [
  ['everyCommit', ordinary, ordinaryLines],
  ['everyCommit', merged, mergedLines],
  ['asked', againstFirst, againstFirstLines],
] as const;

describe('the log of changes', () => {
  it('gives commits, parents and changes, with SHA-1 and with SHA-256', () => {
    for (const [list, commits, lines] of lists) {
      assert.deepEqual(parse(list, [printed(commits, list)]), lines);
      assert.deepEqual(parse(list, [printed(commits, list, 64)], 64), lines);
    }
  });

  it('says which of its commits are merges', () => {
    const log = new ChangeLog(20);
    const parser = new ChangeLogParser(log, 'everyCommit');
    parser.push(printed([...merged, ...ordinary], 'everyCommit'));
    assert.deepEqual(
      parser.merges.map(merge => shortened(log.commits.hex(merge))),
      ['a', 'b'],
    );
  });

  it('gives the same when its bytes are cut at any one place, or at every place', () => {
    for (const [list, commits, lines] of lists) {
      for (const digits of [40, 64] as const) {
        const bytes = printed(commits, list, digits);
        for (let at = 0; at <= bytes.length; at++) {
          const found = parse(list, [bytes.subarray(0, at), bytes.subarray(at)], digits);
          assert.deepEqual(found, lines, `cut at ${at}`);
        }
        const each = Array.from(bytes, byte => Buffer.from([byte]));
        assert.deepEqual(parse(list, each, digits), lines);
      }
    }
  });

  it('that ends in the middle is an error', () => {
    for (const [list, commits, lines] of lists) {
      const bytes = printed(commits, list);
      for (let length = 0; length < bytes.length; length++) {
        let found: unknown[] | null = null;
        try {
          found = parse(list, [bytes.subarray(0, length)]);
        } catch (error) {
          assert.ok(error instanceof GitError && error.reason === 'failed');
        }
        // It may end where a commit or one of its changes does: whole records are all there is to see.
        if (found !== null) assert.deepEqual(found, lines.slice(0, found.length));
        if (bytes[length - 1] !== 0) assert.equal(found === null, length > 0, `${length} bytes`);
      }
    }
  });

  it('of one commit against another has no header', () => {
    const entries = [change(file('1'), file('2'), 'M', 'a'), change('120000 3', nothing, 'D', 'b\n')];
    const bytes = Buffer.from(entries.map(entry => entryOf(40, entry)).join(''), 'latin1');
    const lines = [
      ['', 'a', true, 'M', '1'],
      ['', 'b\n', false, 'D', null],
    ];
    for (let at = 0; at <= bytes.length; at++) {
      assert.deepEqual(parse('comparison', [bytes.subarray(0, at), bytes.subarray(at)]), lines);
    }
    assert.deepEqual(parse('comparison', []), []);
    assert.throws(() => parse('comparison', [bytes.subarray(0, bytes.indexOf(0) + 1)]), GitError);
  });

  it('keeps every byte of a path, however random commits are cut', () => {
    const path = fc
      .uint8Array({ minLength: 1, maxLength: 9 })
      .map(bytes => Buffer.from(bytes.filter(byte => byte !== 0)).toString('latin1'))
      .filter(text => text !== '');
    const commit = fc.record({ id: fc.constantFrom('a', 'b', 'c'), paths: fc.array(path, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 4 }), fc.array(fc.nat(900), { maxLength: 8 }), (all, places) => {
        const commits = all.map(({ id, paths }) => ({
          id,
          parents: ['d'],
          entries: paths.map(each => change(file('1'), file('2'), 'M', each)),
        }));
        const bytes = printed(commits, 'everyCommit');
        const ends = [...places.filter(place => place < bytes.length), bytes.length].sort((a, b) => a - b);
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        const expected = all.flatMap(({ id, paths }) => [
          ['commit', id, ['d']],
          ...paths.map(each => [id, each, true, 'M', '1']),
        ]);
        assert.deepEqual(parse('everyCommit', chunks), expected);
      }),
    );
  });
});
