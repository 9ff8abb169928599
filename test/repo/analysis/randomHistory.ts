import fc from 'fast-check';
import type { CommitDescription, FileChange, Mark, RepositoryBuilder } from '../../support/repositoryBuilder';
import { ann, at, ben, cleo, text } from './analyse';

/** What one commit does; numbers pick among what is there. */
export interface Step {
  readonly kind: 'add' | 'edit' | 'rename' | 'renameEdited' | 'delete' | 'branch' | 'merge' | 'evilMerge' | 'sweep';
  readonly author: number;
  readonly pick: number;
  readonly coAuthor: boolean;
}

export const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Step['kind'][]>(
        ...([
          'add',
          'add',
          'edit',
          'edit',
          'rename',
          'renameEdited',
          'delete',
          'branch',
          'merge',
          'evilMerge',
          'sweep',
        ] as const),
      ),
      author: fc.nat(5),
      pick: fc.nat(30),
      coAuthor: fc.boolean(),
    }),
    { minLength: 6, maxLength: length },
  );

/** The first three are two people, the next is another address of the first. */
const authors = [
  ann,
  ben,
  cleo,
  { name: 'Ann Example', email: 'ann@home.example' },
  { name: 'Release Bot', email: 'r@b' },
];
const agent = { name: 'Claude', email: 'noreply@anthropic.com' };

/** One line of development beside main: what is on it, and what happened since it began. */
interface Line {
  readonly paths: Set<string>;
  tip: Mark;
}

/** Writes a history of adding, editing, renaming, deleting, branching and merging; answers its commits in order. */
export function writeRandomHistory(builder: RepositoryBuilder, all: readonly Step[]): Mark[] {
  const writer = new Writer(builder);
  for (const step of all) writer.write(step);
  return writer.marks;
}

class Writer {
  readonly marks: Mark[] = [];
  private readonly main: Line;
  private side: Line | null = null;
  private count = 0;

  constructor(private readonly builder: RepositoryBuilder) {
    const paths = ['base/a', 'base/b', 'c'];
    const files = Object.fromEntries(paths.map(path => [path, text(path)]));
    this.main = { paths: new Set(paths), tip: this.builder.commit({ author: ann, date: at(0), files }) };
    this.marks.push(this.main.tip);
  }

  write(step: Step): void {
    this.count++;
    if (this.side !== null && (step.kind === 'merge' || step.kind === 'evilMerge')) {
      this.merge(step, this.side);
      return;
    }
    // Work goes to and fro; on the side only its own files are moved, so that any merge is possible.
    if (step.kind === 'branch') this.side ??= { paths: new Set(), tip: this.main.tip };
    const onSide = this.side !== null && (step.kind === 'branch' || step.pick % 2 === 0);
    const line = onSide && this.side !== null ? this.side : this.main;
    line.tip = this.commit(step, onSide, { parents: [line.tip], files: this.changes(step, line, onSide) });
  }

  private changes({ kind, pick }: Step, line: Line, onSide: boolean): Record<string, FileChange> {
    const paths = [...line.paths];
    const path = paths[pick % Math.max(1, paths.length)];
    const fresh = `${onSide ? 'side' : ['src', 'lib/deep', 'docs'][pick % 3]}/${this.count}`;
    if (path === undefined || kind === 'add' || kind === 'branch') {
      line.paths.add(fresh);
      return { [fresh]: text(fresh) };
    }
    if (kind === 'edit' || kind === 'merge' || kind === 'evilMerge')
      return { [path]: `${text(path)}edit ${this.count}\n` };
    if (kind === 'sweep') return Object.fromEntries(paths.map(each => [each, `${text(each)}sweep ${this.count}\n`]));
    line.paths.delete(path);
    if (kind === 'delete') return { [path]: null };
    line.paths.add(fresh);
    return { [fresh]: kind === 'rename' ? { rename: path } : { rename: path, content: `${text(path)}moved\n` } };
  }

  private merge(step: Step, side: Line): void {
    for (const path of side.paths) this.main.paths.add(path);
    const files: Record<string, FileChange> = {};
    if (step.kind === 'evilMerge') {
      const path = `evil/${this.count}`;
      files[path] = text(path);
      this.main.paths.add(path);
    }
    this.main.tip = this.commit(step, false, { parents: [this.main.tip, side.tip], files });
    this.side = null;
  }

  private commit(step: Step, onSide: boolean, description: Partial<CommitDescription>): Mark {
    const author = authors[step.author] ?? agent;
    const mark = this.builder.commit({
      ...{ author, committer: ann, date: at(this.count * 20), branch: onSide ? 'side' : 'main' },
      ...(step.coAuthor ? { trailers: [['Co-authored-by', 'Dora New <dora@example.com>'] as const] } : {}),
      ...description,
    });
    this.marks.push(mark);
    return mark;
  }
}
