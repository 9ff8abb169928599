import type { LineGraph } from '../../core/lines/lineGraph';
import type { LineHistory } from './lineHistory';
import type { StoredLines } from './storedLines';

/** The lines of an earlier head, by its files. */
export class EarlierLines {
  readonly head: string;
  readonly files: StoredLines['files'];
  /** By file: its place among the texts; meaningless for the others. */
  private readonly places: Int32Array;

  constructor(private readonly stored: StoredLines) {
    this.head = stored.ownership.head;
    this.files = stored.files;
    let texts = 0;
    this.places = Int32Array.from(stored.files, ({ lines }) => (typeof lines === 'number' ? texts++ : -1));
  }

  /** Runs of a text, in numbers of the ownership. */
  runsOf(file: number): Int32Array {
    return this.stored.ownership.files[this.places[file] ?? -1]?.runs ?? new Int32Array(0);
  }

  /** An owner as a number of a history. */
  commitIn({ log }: LineHistory, owner: number): number {
    const { commits, shaLength } = this.stored.ownership;
    return owner < 0 ? owner : log.commits.add(commits, owner * shaLength);
  }
}

/** The lines of an earlier head, by the nodes of a walk. */
export class KnownLines {
  private readonly fileOf = new Map<number, number>();

  constructor(
    private readonly earlier: EarlierLines,
    private readonly graph: LineGraph,
    private readonly history: LineHistory,
  ) {}

  /** Says which node is the version of a file. */
  add(node: number, file: number): void {
    this.fileOf.set(node, file);
  }

  /** The file that a node is the very version of; undefined for none. */
  fileAt(node: number): number | undefined {
    return this.fileOf.get(this.graph.sameAs(node));
  }

  /** The owner of each line of a node's version, in numbers of the history; null when the earlier head has none such. */
  ownersOf(node: number): Int32Array | null {
    const file = this.fileAt(node);
    if (file === undefined) return null;
    const runs = this.earlier.runsOf(file);
    let lines = 0;
    for (let at = 0; at < runs.length; at += 2) lines += runs[at] as number;
    const owners = new Int32Array(lines);
    let line = 0;
    for (let at = 0; at < runs.length; at += 2) {
      const end = line + (runs[at] as number);
      owners.fill(this.earlier.commitIn(this.history, runs[at + 1] as number), line, end);
      line = end;
    }
    return owners;
  }
}
