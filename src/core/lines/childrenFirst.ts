import type { ChangeLog } from './changeLog';

/** All commits that a head reaches, each before its parents; a branch is walked to its end before the next. */
export function childrenFirst(log: ChangeLog, head: number): Int32Array {
  const children = new Int32Array(log.commits.size);
  const reached = new Uint8Array(log.commits.size);
  const stack = [head];
  let count = 0;
  reached[head] = 1;
  while (stack.length > 0) {
    const commit = stack.pop() as number;
    count++;
    for (let index = log.parentsOf(commit) - 1; index >= 0; index--) {
      const parent = log.parent(commit, index);
      children[parent] = (children[parent] as number) + 1;
      if (reached[parent] === 0) {
        reached[parent] = 1;
        stack.push(parent);
      }
    }
  }
  const order = new Int32Array(count);
  let placed = 0;
  stack.push(head);
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
