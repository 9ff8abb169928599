import fc from 'fast-check';
import { type CommonEnds, commonEnds, type EqualBytes } from '../../../src/core/lines/commonEnds';
import { LineTable } from '../../../src/core/lines/lineTable';
import { Pool } from '../../../src/core/lines/pool';
import { type TextVersion, VersionReader } from '../../../src/core/lines/textVersion';

/** Few and alike, some the same but for white space, some without a last line feed. */
const someLines = [
  '}\n',
  '\n',
  '  }\n',
  'a\n',
  'b\n',
  ' a\n',
  'a \n',
  'a\r\n',
  '\r\n',
  'return;\n',
  'caf\xe9\n',
  'a',
  '}',
];
const longLines = ['x'.repeat(200), 'y'.repeat(90), 'only this\n'].map(line => `${line}\n`);

const lines = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...someLines) }, fc.constantFrom(...longLines)), {
      maxLength: most,
      size: 'max',
    })
    .map(all => all.join(''));

/** Contents that are seldom alike, often short. One character a byte. */
export const contents: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: lines(12) },
  { weight: 2, arbitrary: lines(120) },
  { weight: 1, arbitrary: fc.constantFrom('', '\n', 'a', '\r', 'a\r') },
);

interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const splices = fc.array(
  fc.record({
    at: fc.nat(3000),
    removed: fc.oneof(fc.nat(12), fc.nat(300)),
    added: fc.oneof(fc.constant(''), lines(4)),
  }),
  { maxLength: 5 },
);

function spliced(content: string, changes: readonly Splice[]): string {
  return changes.reduce((text, { at, removed, added }) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + added + text.slice(from + removed);
  }, content);
}

/** A content and what became of it: edits anywhere, also within a line; cut off or continued; all else. */
export const pairs: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(contents, splices).map(([one, changes]) => [one, spliced(one, changes)] as const) },
  { weight: 2, arbitrary: fc.tuple(contents, contents).map(([one, more]) => [one, one + more] as const) },
  { weight: 2, arbitrary: fc.tuple(contents, contents).map(([one, more]) => [more + one, one] as const) },
  { weight: 1, arbitrary: contents.map(one => [one, one] as const) },
  { weight: 1, arbitrary: fc.tuple(contents, contents) },
);

export const equalBytes: EqualBytes = (one, at, other, otherAt, length) =>
  Buffer.from(one.buffer, one.byteOffset + at, length).equals(
    Buffer.from(other.buffer, other.byteOffset + otherAt, length),
  );

/** Reads contents, each in a buffer that is longer than it and goes on with what must not be looked at. */
export class Texts {
  readonly table = new LineTable();
  private readonly reader = new VersionReader(this.table, new Pool(length => new Int32Array(length)), equalBytes);

  read(content: string): TextVersion {
    return this.reader.read(...padded(content));
  }

  ends(known: TextVersion, content: string): CommonEnds {
    return commonEnds(known, ...padded(content), equalBytes);
  }

  /** Reads what is not in `known` already. */
  derive(content: string, known: TextVersion): TextVersion {
    return this.reader.derive(...padded(content), known, this.ends(known, content));
  }
}

function padded(content: string): [bytes: Buffer, size: number] {
  return [Buffer.from(`${content}\nleft over\n`, 'latin1'), content.length];
}

/** What a version says, without what its arrays have to spare. */
export function said({ size, lineCount, starts, ids }: TextVersion): unknown {
  return { size, lineCount, starts: [...starts.subarray(0, lineCount + 1)], ids: [...ids.subarray(0, lineCount)] };
}

/** The lines of a content, each with its line feed. */
export function linesOf(content: string): string[] {
  return content.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** As `git blame -w` compares. */
export function withoutSpace(line: string): string {
  return line.replace(/[ \t\r\n]/g, '');
}
