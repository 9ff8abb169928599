import type { ChangeLog } from './changeLog';

/** All commits that some heads reach, each before its parents; a branch is walked to its end before the next. */
export function childrenFirst(log: ChangeLog, heads: readonly number[]): Int32Array {
  const children = new Int32Array(log.commits.size);
  const reached = new Uint8Array(log.commits.size);
  const reach = (commit: number): void => {
    if (reached[commit] === 1) return;
    reached[commit] = 1;
    stack.push(commit);
  };
  const stack: number[] = [];
  let count = 0;
  for (const head of heads) reach(head);
  while (stack.length > 0) {
    const commit = stack.pop() as number;
    count++;
    for (let index = log.parentsOf(commit) - 1; index >= 0; index--) {
      const parent = log.parent(commit, index);
      children[parent] = (children[parent] as number) + 1;
      reach(parent);
    }
  }
  const order = new Int32Array(count);
  let placed = 0;
  for (const head of new Set(heads)) if (children[head] === 0) stack.push(head);
  while (stack.length > 0) {
    const commit = stack.pop() as number;
    order[placed++] = commit;
    for (let index = 0; index < log.parentsOf(commit); index++) {
      const parent = log.parent(commit, index);
      children[parent] = (children[parent] as number) - 1;
      if (children[parent] === 0) stack.push(parent);
    }
  }
  return order;
}
