import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HistorySink } from '../../../src/core/history/history';
import { HistoryLogParser, historyLogArguments } from '../../../src/git/historyLog';

/** A sink that writes down what it is told. */
class Notes implements HistorySink {
  readonly lines: unknown[] = [];
  private readonly paths: string[] = [];
  private readonly signatures: string[] = [];

  path(text: string): number {
    return this.paths.push(text) - 1;
  }

  signature(name: string, email: string): number {
    return this.signatures.push(`${name} <${email}>`) - 1;
  }

  commit(sha: Uint8Array, author: number, authorTime: number, committer: number, commitTime: number): void {
    const id = Buffer.from(sha).toString('hex');
    this.lines.push(['commit', id, this.signatures[author], authorTime, this.signatures[committer], commitTime]);
  }

  repair(): void {
    this.lines.push(['repair']);
  }

  parent(sha: Uint8Array): void {
    this.lines.push(['parent', Buffer.from(sha).toString('hex')]);
  }

  trailer(role: string, signature: number): void {
    this.lines.push([role, this.signatures[signature]]);
  }

  thanks(text: string): void {
    this.lines.push(['thanks', text]);
  }

  change(status: number, path: number, oldPath: number, pure: boolean): void {
    this.lines.push([String.fromCharCode(status), this.paths[path], this.paths[oldPath] ?? null, pure]);
  }
}

interface Commit {
  readonly sha?: string;
  readonly parents?: readonly string[];
  readonly name?: Bytes;
  readonly email?: Bytes;
  readonly times?: readonly [string, string];
  readonly subject?: string;
  readonly trailers?: readonly string[];
  /** Raw entries: status letter with score, whether the blob changed, paths. */
  readonly entries?: readonly (readonly [status: string, changed: boolean, ...paths: Bytes[]])[];
}
type Bytes = string | Buffer;

const one = '1'.repeat(40);
const two = 'abcdef0123456789abcdef0123456789abcdef01';

/** The bytes `git log` prints for commits. */
function printed(commits: readonly Commit[], width = 40): Buffer {
  const parts: Bytes[] = [];
  for (const { sha = one, parents = [], name = 'Ann', email = 'ann@x', times = ['5', '6'], ...rest } of commits) {
    const { subject = 'change', trailers = [], entries = [] } = rest;
    const fields = [
      sha,
      parents.join(' '),
      name,
      email,
      times[0],
      'Com',
      'com@x',
      times[1],
      subject,
      trailers.join('\x01'),
    ];
    parts.push(...fields.flatMap(field => [field, '\0']));
    entries.forEach(([status, changed, ...paths], index) => {
      const [before, after] = ['2'.repeat(width), (changed ? '3' : '2').repeat(width)];
      const record = `${index === 0 ? '\n' : ''}:100644 100644 ${before} ${after} ${status}`;
      parts.push(record, '\0', ...paths.flatMap(path => [path, '\0']));
    });
  }
  return Buffer.concat(parts.map(part => Buffer.from(part as string)));
}

function parse(chunks: readonly Buffer[], shaLength: 20 | 32 = 20): unknown[] {
  const notes = new Notes();
  const parser = new HistoryLogParser(notes, shaLength);
  for (const chunk of chunks) parser.push(Buffer.from(chunk));
  assert.equal(parser.commits, notes.lines.filter(line => Array.isArray(line) && line[0] === 'commit').length);
  return notes.lines;
}

const parseOne = (commit: Commit): unknown[] => parse([printed([commit])]);
const changesOf = (...entries: NonNullable<Commit['entries']>): unknown[] => parseOne({ entries }).slice(1);

describe('the log of a history', () => {
  it('gives commits with their people, times and parents', () => {
    assert.deepEqual(parse([printed([{ sha: two, parents: [one, two] }, {}])]), [
      ['commit', two, 'Ann <ann@x>', 5, 'Com <com@x>', 6],
      ['parent', one],
      ['parent', two],
      ['commit', one, 'Ann <ann@x>', 5, 'Com <com@x>', 6],
    ]);
  });

  it('gives changes with their status, old path, and whether the content stayed', () => {
    assert.deepEqual(
      changesOf(
        ['A', true, 'a'],
        ['M', true, 'b'],
        ['M', false, 'mode'],
        ['D', true, 'd'],
        ['T', true, 't'],
        ['R100', false, 'old', 'new'],
        ['R087', true, 'older', 'newer'],
      ),
      [
        ['A', 'a', null, false],
        ['M', 'b', null, false],
        ['M', 'mode', null, true],
        ['D', 'd', null, false],
        ['T', 't', null, false],
        ['R', 'new', 'old', true],
        ['R', 'newer', 'older', false],
      ],
    );
  });

  it('keeps every character of a path', () => {
    const paths = ['a b', 'q"uote', 'tab\there', 'line\nbreak', '\nfirst', ':colon', 'old => new', 'grün/日本', ' '];
    for (const path of paths) {
      assert.deepEqual(changesOf(['R090', true, path, `${path}2`], ['A', true, path]), [
        ['R', `${path}2`, path, false],
        ['A', path, null, false],
      ]);
    }
  });

  it('shows bytes of a path that are not UTF-8', () => {
    assert.deepEqual(changesOf(['A', true, Buffer.from([0x61, 0xff])]), [['A', 'a\\xFF', null, false]]);
  });

  it('takes authors without name or address, and with odd ones', () => {
    const odd: readonly [Bytes, Bytes, string][] = [
      ['', '', ' <>'],
      [' Ann ', ' ann@x ', 'Ann <ann@x>'],
      [Buffer.from([0x41, 0xff]), 'a', 'A\uFFFD <a>'],
      [':colon\nline', '', ':colon\nline <>'],
    ];
    for (const [name, email, expected] of odd) {
      assert.deepEqual(parseOne({ name, email }), [['commit', one, expected, 5, 'Com <com@x>', 6]]);
    }
  });

  it('takes a date that is no number for 0, and one before 1970 as it is', () => {
    assert.deepEqual(parseOne({ times: ['', '-7'] })[0], ['commit', one, 'Ann <ann@x>', 0, 'Com <com@x>', -7]);
  });

  it('gives co-authors, reviewers and signers, and no trailer that names nobody', () => {
    const trailers = [
      'Co-authored-by: Ben Bäcker <ben@x>',
      'co-AUTHORED-by:  Cleo < cleo@x > ',
      'Reviewed-by: <dan@x>',
      'Reviewed-by: nobody in particular',
      'Signed-off-by: Eve <eve@x>',
      'Co-developed-by: Fay <fay@x>',
      'Acked-by: Gus <gus@x>',
    ];
    assert.deepEqual(parseOne({ trailers }).slice(1), [
      ['coAuthor', 'Ben Bäcker <ben@x>'],
      ['coAuthor', 'Cleo <cleo@x>'],
      ['reviewer', ' <dan@x>'],
      ['signer', 'Eve <eve@x>'],
      ['coAuthor', 'Fay <fay@x>'],
      ['reviewer', 'Gus <gus@x>'],
    ]);
  });

  it('gives what a trailer thanks for help, and the tool that alone writes one', () => {
    const trailers = [
      'Assisted-by: Claude:claude-opus-4',
      'Generated-by: protoc',
      'Co-authored-by: Copilot',
      'Claude-Session: https://example.com/1',
      'Replit-Commit-Author: Agent',
      'Replit-Commit-Author: User',
    ];
    assert.deepEqual(
      parseOne({ trailers }).slice(1),
      ['Claude:claude-opus-4', 'protoc', 'Copilot', 'Claude Code', 'Replit Agent'].map(text => ['thanks', text]),
    );
  });

  it('tells repairs by the subject', () => {
    for (const subject of [
      'Revert "x"',
      'Reapply "x"',
      'Hotfix: y',
      'roll back the schema',
      'Rolled back',
      'back out 123',
    ]) {
      assert.deepEqual(parseOne({ subject })[1], ['repair'], subject);
    }
    for (const subject of ['Reverting the default', 'Scroll backwards', '', 'Add feedback output']) {
      assert.equal(parseOne({ subject }).length, 1, subject);
    }
  });

  it('reads object ids of SHA-256', () => {
    const long = `${two}${'9'.repeat(24)}`;
    const bytes = printed([{ sha: long, parents: [long, long], entries: [['M', false, 'a']] }], 64);
    assert.deepEqual(parse([bytes], 32), [
      ['commit', long, 'Ann <ann@x>', 5, 'Com <com@x>', 6],
      ['parent', long],
      ['parent', long],
      ['M', 'a', null, true],
    ]);
  });

  it('gives the same when its bytes are cut at any one place, or at every place', () => {
    const bytes = printed([
      {
        ...{ sha: two, parents: [one], name: 'Änn', subject: 'Revert x' },
        trailers: ['Co-authored-by: Ben <ben@x>', 'Reviewed-by: Cleo <cleo@x>'],
        entries: [
          ['A', true, 'grün\tß'],
          ['R100', false, 'old', 'new\n'],
          ['M', true, Buffer.from([0xc3])],
        ],
      },
      { parents: [one, two], name: '' },
      { entries: [['D', true, 'a']] },
    ]);
    const whole = parse([bytes]);
    assert.equal(whole.length, 13);
    for (let at = 0; at <= bytes.length; at++) {
      assert.deepEqual(parse([bytes.subarray(0, at), bytes.subarray(at)]), whole, `cut at ${at}`);
    }
    assert.deepEqual(parse(Array.from(bytes, byte => Buffer.from([byte]))), whole);
  });

  it('gives the same however random commits are cut', () => {
    const text = fc.string({ unit: 'binary' }).map(any => any.replaceAll('\0', ''));
    const path = text.filter(any => any !== '');
    const entry = fc.oneof(
      fc.tuple(fc.constantFrom('A', 'M', 'D', 'T'), fc.boolean(), path),
      fc.tuple(fc.constantFrom('R100', 'R051'), fc.boolean(), path, path),
    );
    const commit = fc.record({
      ...{ name: text, email: text, subject: text, entries: fc.array(entry, { maxLength: 4 }) },
      parents: fc.subarray([one, two]),
      sha: fc.constantFrom(one, two),
    });
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 5 }), fc.array(fc.nat(600), { maxLength: 8 }), (commits, places) => {
        const bytes = printed(commits);
        const ends = [...places.filter(place => place < bytes.length), bytes.length].sort((a, b) => a - b);
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        const found = parse(chunks);
        assert.deepEqual(found, parse([bytes]));
        const changes = commits.reduce((sum, { entries }) => sum + entries.length, 0);
        const statuses = found.filter(line => Array.isArray(line) && String(line[0]).length === 1);
        assert.equal(statuses.length, changes);
      }),
    );
  });

  it('gives the whole commits of an output that ends early', () => {
    const bytes = printed([{ sha: two, entries: [['A', true, 'a']] }, { entries: [['A', true, 'b']] }]);
    const first = printed([{ sha: two, entries: [['A', true, 'a']] }]).length;
    for (let at = first; at < bytes.length; at++) {
      const found = parse([bytes.subarray(0, at)]);
      assert.deepEqual(found.slice(0, 2), parse([bytes]).slice(0, 2));
    }
  });

  it('is asked for without reading a blob where blobs may be missing', () => {
    assert.ok(historyLogArguments('content').includes('-M50%'));
    assert.ok(historyLogArguments('identity').includes('-M100%'));
    assert.ok(historyLogArguments('none').includes('--no-patch'));
    assert.ok(!historyLogArguments('none').includes('--raw'));
  });
});
