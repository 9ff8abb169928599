import type { BlamedRepository } from '../../support/blame';
import { commandLine } from '../../support/gitShells';
import { linesOf } from './contents';
import type { PlannedHistory } from './plan';
import { contentOf, sameEntry, treesOf } from './tree';

/** What of the hard things a history has, by what was planned. */
export function features({ commits, head, ignored }: PlannedHistory): Set<string> {
  const found = new Set<string>();
  const trees = treesOf(commits);
  const seen = new Map<string, Set<string>>();
  const reached = new Set([head]);
  for (let index = head; index >= 0; index--)
    if (reached.has(index)) for (const parent of commits[index]?.parents ?? []) reached.add(parent);
  const roots = [...reached].filter(index => commits[index]?.parents.length === 0);
  if (roots.length > 1) found.add('several roots');
  if (ignored.some(index => reached.has(index))) found.add('ignored revisions');
  if (reached.size >= 10) found.add('10 commits or more');
  for (const index of [...reached].sort((a, b) => a - b)) {
    const { parents = [], date = 0 } = commits[index] ?? {};
    const tree = trees[index] ?? new Map();
    const before = parents.map(parent => trees[parent] ?? new Map());
    if (parents.some(parent => (commits[parent]?.date ?? 0) > date)) found.add('clock skew');
    if (parents.length > 1) found.add('merge');
    if (parents.length > 2) found.add('octopus');
    for (const [path, entry] of tree) {
      const text = contentOf(entry);
      const olds = before.map(each => each.get(path));
      if (parents.length > 1 && !olds.some(old => sameEntry(old, entry))) {
        found.add(olds.some(Boolean) ? 'merge with a content of its own' : 'merge that adds a file');
      }
      if (parents.length > 1 && olds[0] === undefined && olds.some(Boolean)) found.add('file from another parent');
      if (olds.some(old => old !== undefined && (contentOf(old) === null) !== (text === null)))
        found.add('type change');
      if (text === null) continue;
      for (const old of olds.map(contentOf)) {
        if (old === null || old === text) continue;
        if (old.replace(/[ \t\r\n]/g, '') === text.replace(/[ \t\r\n]/g, '')) found.add('only whitespace changed');
        if (old.includes('\0') !== text.includes('\0')) found.add('binary to text or back');
      }
      if (linesOf(text).length >= 2_000) found.add('large file');
      if (text === '') found.add('empty file');
      else if (!text.endsWith('\n')) found.add('no final newline');
      if (/[^\n]{1000}/.test(text)) found.add('very long line');
      if (/[^ -!#-[\]-~]/.test(path)) found.add('name that git quotes');
      const earlier = seen.get(path) ?? new Set();
      if (parents.length === 1 && earlier.has(text) && !sameEntry(olds[0], entry)) found.add('content that comes back');
      seen.set(path, earlier.add(text));
    }
    if (parents.length > 1 && before.every(each => [...each.keys()].some(path => !tree.has(path))))
      found.add('merge that deletes a file');
  }
  return found;
}

/** What git itself finds in the history of a head. */
export async function featuresByGit({ cwd, shells }: BlamedRepository, head: string): Promise<Set<string>> {
  const found = new Set<string>();
  const log = await shells.run(
    commandLine(['git', '-C', cwd, 'log', '--format=tformat:commit', '-C', '-m', '--name-status', head]),
  );
  for (const commit of log.toString('latin1').split('commit\n')) {
    const renames = [...commit.matchAll(/^R(\d+)\t([^\t]*)\t/gm)];
    const copies = [...commit.matchAll(/^C\d+\t([^\t]*)\t/gm)].map(([, from]) => from);
    if (renames.length > 0) found.add('git: rename');
    if (renames.some(([, score]) => score !== '100')) found.add('git: rename with changes');
    if (renames.some(([, , from]) => copies.includes(from))) found.add('git: one source of several files');
    if (copies.length > 0) found.add('git: copy');
    if (/^T\t/m.test(commit)) found.add('git: type change');
  }
  const bases = await shells.run(
    Buffer.concat([
      commandLine(['git', '-C', cwd, 'rev-list', '--min-parents=2', '--parents', head]),
      Buffer.from(` | while read merge one other rest; do git -C `),
      commandLine([cwd]),
      Buffer.from(` merge-base --all $one $other | wc -l; done`),
    ]),
  );
  if (/^\s*([2-9]|\d\d)/m.test(bases.toString())) found.add('git: criss-cross');
  return found;
}
