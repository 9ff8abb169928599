import { applyChange } from './changes';
import { Contents } from './contents';
import type { LineHistory, Step } from './lineHistory';
import { mergedTree, type Sides } from './mergedTree';
import { pathNames } from './pathNames';
import type { PlannedCommit, PlannedHistory } from './plan';
import { changesBetween, type Tree, withEntry } from './tree';

const aliveAtMost = 5;
const hour = 3_600;

/** Turns the picks of a description into a history in full. Total: every description has one. */
export function planHistory(history: LineHistory): PlannedHistory {
  const planner = new Planner(history);
  for (const step of history.steps) planner.take(step);
  return planner.finish(history);
}

class Planner {
  private readonly contents = new Contents();
  private readonly commits: PlannedCommit[] = [];
  private readonly trees: Tree[] = [];
  private readonly ancestors: ReadonlySet<number>[] = [];
  /** Tips of what is alive. */
  private readonly branches: number[] = [];

  constructor({ first }: LineHistory) {
    const tree = first.reduce<Tree>(
      (made, content, index) =>
        withEntry(made, pathNames[index] ?? 'file', { content: this.contents.make(content).join('') }),
      new Map(),
    );
    this.branches.push(this.commit([], tree, 0));
  }

  take(step: Step): void {
    const at = step.branch % this.branches.length;
    const tip = this.branches[at] ?? 0;
    const others = this.branches.filter((other, index) => index !== at && other !== tip);
    const other = others[step.other % Math.max(1, others.length)];
    // What needs two branches makes the second one when there is none.
    const kind = other === undefined && /merge|octopus|oursOnly|crissCross/.test(step.kind) ? 'fork' : step.kind;
    switch (kind) {
      case 'commit':
        this.branches[at] = this.commit([tip], this.changed(this.tree(tip), step), step.skew);
        return;
      case 'fork': {
        const from = this.commits.length - 1 - (step.other % Math.min(6, this.commits.length));
        this.grow(this.commit([from], this.changed(this.tree(from), step), step.skew), at);
        return;
      }
      case 'root':
        this.grow(this.commit([], this.changed(this.tree(step.other % 2 === 0 ? -1 : tip), step), step.skew), at);
        return;
      case 'merge':
        this.branches[at] = this.merge(tip, [other ?? 0], step);
        return;
      case 'octopus':
        this.branches[at] = this.merge(tip, [...new Set(others)].slice(0, 3), step);
        return;
      case 'oursOnly':
        this.branches[at] = this.commit([tip, other ?? 0], this.changed(this.tree(tip), step), step.skew);
        return;
      case 'crissCross': {
        const second = other ?? 0;
        this.branches[at] = this.merge(tip, [second], step);
        this.branches[this.branches.indexOf(second)] = this.merge(second, [tip], { ...step, changes: [] });
        return;
      }
      case 'cherryPick':
      case 'revert': {
        const picked = step.other % this.commits.length;
        const before = this.tree(this.commits[picked]?.parents[0] ?? -1);
        const [base, theirs] = kind === 'revert' ? [this.tree(picked), before] : [before, this.tree(picked)];
        const tree = mergedTree({ base, ours: this.tree(tip), theirs }, step.resolution);
        this.branches[at] = this.commit([tip], tree, step.skew);
        return;
      }
    }
  }

  finish({ finish, ignored }: LineHistory): PlannedHistory {
    const [first = 0, ...others] = [...new Set(this.branches)];
    const clean: Step = { kind: 'merge', branch: 0, other: 0, resolution: 'byPath', changes: [], skew: 0 };
    let head = first;
    if (finish === 'octopus' && others.length > 0) head = this.merge(first, others, clean);
    if (finish === 'oneByOne') for (const other of others) head = this.merge(head, [other], clean);
    const count = this.commits.length;
    return { commits: this.commits, head, ignored: [...new Set(ignored.map(pick => pick % count))] };
  }

  private grow(tip: number, instead: number): void {
    if (this.branches.length < aliveAtMost) this.branches.push(tip);
    else this.branches[instead] = tip;
  }

  private tree(commit: number): Tree {
    return this.trees[commit] ?? new Map();
  }

  private changed(tree: Tree, { changes }: Step): Tree {
    return changes.reduce((made, change) => applyChange(made, change, this.contents, this.trees), tree);
  }

  private merge(into: number, others: readonly number[], step: Step): number {
    const tree = others.reduce<Tree>((ours, other) => {
      const sides: Sides = { base: this.tree(this.base(into, other)), ours, theirs: this.tree(other) };
      return mergedTree(sides, step.resolution);
    }, this.tree(into));
    return this.commit([into, ...others], this.changed(tree, step), step.skew);
  }

  /** One of the newest common ancestors, -1 for an empty one. */
  private base(one: number, other: number): number {
    const mine = this.ancestors[one] ?? new Set();
    return Math.max(-1, ...[...(this.ancestors[other] ?? [])].filter(commit => mine.has(commit)));
  }

  private commit(parents: readonly number[], tree: Tree, skew: number): number {
    const index = this.commits.length;
    const files = changesBetween(this.tree(parents[0] ?? -1), tree);
    this.commits.push({ parents, date: 1_700_000_000 + (index + skew) * hour, files });
    this.trees.push(tree);
    this.ancestors.push(new Set([index, ...parents.flatMap(parent => [...(this.ancestors[parent] ?? [])])]));
    return index;
  }
}
