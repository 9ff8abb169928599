/** A file's lines with their line feeds; only the last may lack one. */
export type Lines = readonly string[];

/** Few and alike, so that a difference has many readings: blank, repeated, and the same but for whitespace. */
export const alphabet = [
  '}',
  '',
  '  }',
  '\t}',
  'a',
  'b',
  '  a',
  'a ',
  ' ',
  'return;',
  '  return;',
  'if (a) {',
  'if  (a)  {',
  '{',
  '\t',
  'a b',
  'ab',
  '    }',
  'b\r',
  '}\r',
  '\r',
  '\v',
  'a\fb',
  '\xc3\xa9',
  'caf\xe9',
  '\xa0a',
  'x'.repeat(40),
];

/** How to change one file's lines; numbers pick among what is there. */
export interface Edit {
  readonly kind: (typeof editKinds)[number];
  readonly at: number;
  readonly length: number;
  readonly to: number;
  /** Indices into the alphabet; larger ones are lines that nothing else has. */
  readonly lines: readonly number[];
}

export const editKinds = [
  'replace',
  'insert',
  'delete',
  'move',
  'swap',
  'duplicate',
  'indent',
  'dedent',
  'tabs',
  'trailing',
  'inner',
  'blankLines',
  'carriageReturns',
  'lineFeeds',
  'finalNewline',
  'scatter',
  'scatterSpaces',
  'deal',
  'reverse',
  'long',
  'binary',
  'empty',
  'rewrite',
] as const;

/** Many lines that a seed decides. */
export interface ManyLines {
  readonly length: number;
  readonly seed: number;
  /** How many of 10 lines nothing else has. */
  readonly unlike: number;
  /** How much of the alphabet is used: few letters make lines that match at very many places. */
  readonly letters: number;
}

/** A new file: listed lines, then many more in some. */
export interface Content {
  readonly lines: readonly number[];
  readonly many: ManyLines | null;
  readonly finalNewline: boolean;
}

/** Makes contents; what it makes depends on the order of the questions alone. */
export class Contents {
  private unlike = 0;

  make({ lines, many, finalNewline }: Content): Lines {
    const made = [...this.lines(lines)];
    if (many !== null) {
      const random = pseudoRandom(many.seed);
      for (let index = 0; index < many.length; index++) made.push(this.randomLine(random, many));
    }
    return finalNewline ? made : withoutFinalNewline(made);
  }

  edit(old: Lines, { kind, at, length, to, lines }: Edit): Lines {
    const from = at % (old.length + 1);
    const until = Math.min(old.length, from + length);
    const block = old.slice(from, until);
    const rest = [...old.slice(0, from), ...old.slice(until)];
    const put = (into: Lines, index: number, what: Lines): Lines =>
      closed([...into.slice(0, index), ...what, ...into.slice(index)]);
    const changed = (change: (line: string) => string): Lines => put(rest, from, block.map(change));
    switch (kind) {
      case 'replace':
        return put(rest, from, this.lines(lines));
      case 'insert':
        return put(old, from, this.lines(lines));
      case 'delete':
        return rest;
      case 'move':
        return put(rest, to % (rest.length + 1), block);
      case 'swap': {
        const second = old.slice(until, until + length);
        return put([...old.slice(0, from), ...old.slice(until + length)], from, [...second, ...block]);
      }
      case 'duplicate':
        return put(old, to % (old.length + 1), block);
      case 'indent':
        return changed(line => ' '.repeat((to % 4) + 1) + line);
      case 'dedent':
        return changed(line => line.replace(/^[ \t]+/, ''));
      case 'tabs':
        return changed(line => line.replace(/^ +/, '\t'));
      case 'trailing':
        return changed(line => line.replace(/(\r?\n|$)/, `${' \t'[to % 2]}$1`));
      case 'inner':
        return changed(line => line.replace(/(\w) *(\W?)/, '$1  $2'));
      case 'blankLines':
        return changed(line => (line.trim() === '' ? (['\n', '  \n', '\t\n', '\r\n'][to % 4] ?? line) : line));
      case 'carriageReturns':
        return changed(line => line.replace(/\r?\n$/, '\r\n'));
      case 'lineFeeds':
        return changed(line => line.replace(/\r+\n$/, '\n'));
      case 'finalNewline':
        return old.at(-1)?.endsWith('\n') === true
          ? withoutFinalNewline(old)
          : closed([...old, '']).slice(0, old.length);
      case 'scatter':
        return this.scatter(old, at, 2 + (length % 12));
      case 'deal': {
        // The old lines again, some of them elsewhere, some more or less often.
        const random = pseudoRandom(at);
        const near = 1 + (length % 6) * 8;
        return closed(old.map((line, index) => old[Math.max(0, index - random(near))] ?? line));
      }
      case 'scatterSpaces': {
        const random = pseudoRandom(at);
        return old.map(line => (random(1 + (length % 6)) === 0 ? `\t${line}` : line));
      }
      case 'reverse':
        return put(rest, from, closed([...block].reverse()));
      case 'long':
        return put(rest, from, [`${'long '.repeat(300 + (to % 7) * 100)}${lines.join()}\n`]);
      case 'binary':
        return old.some(line => line.includes('\0'))
          ? old.map(line => line.replaceAll('\0', ''))
          : put(rest, from, [`a\0${lines.join()}\n`]);
      case 'empty':
        return [];
      case 'rewrite':
        return this.lines(lines);
    }
  }

  private lines(picks: readonly number[]): Lines {
    return picks.map(pick => `${alphabet[pick] ?? this.unlikeAny()}\n`);
  }

  private unlikeAny(): string {
    return `the only line ${this.unlike++}`;
  }

  private randomLine(
    random: (below: number) => number,
    { unlike, letters }: Pick<ManyLines, 'unlike' | 'letters'>,
  ): string {
    if (random(10) < unlike) return `${this.unlikeAny()}\n`;
    // Some texts are much more frequent than others, as blank lines are in real files.
    return `${alphabet[Math.min(random(letters), random(letters))]}\n`;
  }

  /** Many small changes all over the file: what makes git's diff give up the shortest answer for a quick one. */
  private scatter(old: Lines, seed: number, spacing: number): Lines {
    const random = pseudoRandom(seed);
    const some = { unlike: 3, letters: 2 + (seed % 8) };
    return closed(
      old.flatMap(line => {
        if (random(spacing) > 0) return [line];
        const kind = random(4);
        if (kind === 0) return [];
        if (kind === 1) return [line, this.randomLine(random, some)];
        if (kind === 2) return [this.randomLine(random, some)];
        return [this.randomLine(random, { ...some, unlike: 0 }), line, line];
      }),
    );
  }
}

/** Gives every line but the last its line feed, after a last line without one was moved up. */
export function closed(lines: Lines): Lines {
  return lines.map((line, index) => (index < lines.length - 1 && !line.endsWith('\n') ? `${line}\n` : line));
}

function withoutFinalNewline(lines: Lines): Lines {
  return lines.map((line, index) => (index === lines.length - 1 ? line.replace(/\n$/, '') : line)).filter(Boolean);
}

/** Whole numbers from 0, below a bound; the same for the same seed (a linear congruential generator, its high bits). */
export function pseudoRandom(seed: number): (below: number) => number {
  let state = BigInt(seed) + 0x9e3779b97f4a7c15n;
  return below => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** The lines of a stored content. */
export function linesOf(content: string): Lines {
  return content.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
