import { Attribution, contentsNeeded, type AttributedFile, AttributionTools, type FileFamily } from '../../core/lines/attribution';
import { ChangeLog } from '../../core/lines/changeLog';
import { childrenFirst } from '../../core/lines/childrenFirst';
import { fileFamilies } from '../../core/lines/families';
import { HunkStore } from '../../core/lines/hunkStore';
import type { LineOwnership } from '../../core/lines/lineOwnership';
import { idBytes } from '../../core/lines/objectIds';
import { countLines } from '../../core/lines/textVersion';
import { Walk } from '../../core/lines/walk';
import { changeLogArguments, type ChangeList, ChangeLogParser } from '../../git/changeLog';
import type { Git } from '../../git/git';
import { readObjects } from '../../git/readObjects';
import { streamGit } from '../../git/streamGit';
import { Pool } from '../../core/lines/pool';
import { listTree, type TreeEntry } from '../../git/tree';
import { GitWalkQuestions } from './walkQuestions';

export interface LineRequest {
  readonly git: Git;
  readonly cwd: string;
  readonly head: string;
  readonly ignored: ReadonlySet<string>;
  readonly store: null;
  readonly signal: AbortSignal;
}

const maxBytes = 32 * 1024 * 1024;

export async function ownLines(request: LineRequest): Promise<LineOwnership> {
  const { git, cwd, head, signal } = request;
  const t0 = process.cpuUsage(); const w0 = performance.now();
  const lap = (what: string) => { if (process.env['LAP']) { const u = process.cpuUsage(t0); console.error(what, (u.user / 1e6).toFixed(2), (u.system / 1e6).toFixed(2), 'wall', ((performance.now() - w0) / 1000).toFixed(2), 'rss', (process.memoryUsage().rss / 1e6).toFixed(0)); } };
  const shaLength = head.length === 64 ? 32 : 20;
  const log = new ChangeLog(shaLength);
  const read = async (list: ChangeList): Promise<void> => {
    const parser = new ChangeLogParser(log, list);
    for await (const chunk of streamGit(git, changeLogArguments(list, [head]), { cwd, signal })) parser.push(chunk);
    parser.finish();
  };
  await Promise.all([read('everyCommit'), read('mergesAgainstFirstParent')]);
  lap('log');
  const tree = (await listTree(git, cwd, head, { signal })).filter(({ mode }) => mode.startsWith('100'));
  const facts = await headFacts(git, cwd, tree, signal);
  const text = tree.flatMap((entry, index) => (facts[index] === null ? [] : [{ entry, lines: facts[index] as number }]));
  lap('head');
  const questions = new GitWalkQuestions(git, cwd, log, signal);
  const walk = new Walk(log, questions);
  const headCommit = log.commits.add(idBytes(head));
  const headFiles = text.map(({ entry }) => ({ path: log.path(entry.rawPath), blob: log.blobs.add(idBytes(entry.sha)) }));
  const order = childrenFirst(log, headCommit);
  lap('order');
  const nodes = await walk.from(headCommit, headFiles, order);
  await questions.close();
  lap('walk nodes ' + walk.graph.order.length);
  const files = text.map(({ lines }, index): AttributedFile => ({ index, node: nodes[index] as number, lines }));
  const families = fileFamilies(walk.graph, files);
  lap('families ' + families.length);
  const owners = new Map<number, Int32Array>();
  const buffers = new Pool<Buffer>(length => Buffer.allocUnsafeSlow(length));
  const tools = new AttributionTools((one, at, other, otherAt, length) =>
    (one as Buffer).compare(other, otherAt, otherAt + length, at, at + length) === 0,
    bytes => buffers.give(bytes as Buffer),
  );
  const ignored = new Set([...request.ignored].map(sha => log.commits.indexOf(idBytes(sha))));
  ignored.delete(-1);
  const input = { graph: walk.graph, hunks: new HunkStore(), ignored, tools };
  await attribute(families, input, log, request, owners, buffers);
  lap('attribute');
  return ownershipOf(head, shaLength, log, text.map(({ entry, lines }) => ({ path: entry.path, lines })), owners);
}

async function attribute(
  families: readonly FileFamily[],
  input: ConstructorParameters<typeof Attribution>[1],
  log: ChangeLog,
  { git, cwd, signal }: LineRequest,
  owners: Map<number, Int32Array>,
  buffers: Pool<Buffer>,
): Promise<void> {
  let current: Attribution | null = null;
  let at = 0;
  const queue: number[] = [];
  let front = 0;
  function* ids(): Generator<string> {
    for (const family of families) {
      for (const blob of contentsNeeded(family, input)) {
        queue.push(blob);
        yield log.blobs.hex(blob);
      }
      queue.push(-1);
    }
  }
  const finish = (): void => {
    const family = families[at] as FileFamily;
    const done = current ?? new Attribution(family, input);
    done.advance();
    family.files.forEach(({ index }, file) => owners.set(index, done.owners[file] as Int32Array));
    at++;
    current = null;
  };
  for await (const { content, size } of readObjects({ git, cwd, ids: ids(), maxBytes, signal, allocate: length => buffers.take(length) })) {
    while (queue[front] === -1) {
      front++;
      finish();
    }
    current ??= new Attribution(families[at] as FileFamily, input);
    current.accept(queue[front++] as number, content === null ? null : { bytes: content, size });
  }
  while (at < families.length) finish();
}

async function headFacts(git: Git, cwd: string, tree: readonly TreeEntry[], signal: AbortSignal): Promise<(number | null)[]> {
  const facts: (number | null)[] = [];
  for await (const { content, size } of readObjects({ git, cwd, ids: tree.map(({ sha }) => sha), maxBytes, signal })) {
    facts.push(content === null || content.subarray(0, Math.min(8000, size)).includes(0) ? null : countLines(content, size));
  }
  return facts;
}

function ownershipOf(
  head: string,
  shaLength: 20 | 32,
  log: ChangeLog,
  files: readonly { path: string; lines: number }[],
  owners: ReadonlyMap<number, Int32Array>,
): LineOwnership {
  const used = new Set<number>();
  for (const lines of owners.values()) for (const commit of lines) if (commit >= 0) used.add(commit);
  const sorted = [...used].sort((a, b) => Buffer.compare(log.commits.at(a), log.commits.at(b)));
  const number = new Map(sorted.map((commit, index) => [commit, index]));
  const commits = new Uint8Array(sorted.length * shaLength);
  sorted.forEach((commit, index) => { commits.set(log.commits.at(commit), index * shaLength); });
  return {
    head,
    shaLength,
    commits,
    files: files.map(({ path, lines }, index) => {
      const runs: number[] = [];
      let last = -2;
      for (const owner of owners.get(index) ?? []) {
        const commit = number.get(owner) ?? -1;
        if (commit === last) runs[runs.length - 2] = (runs[runs.length - 2] as number) + 1;
        else runs.push(1, commit);
        last = commit;
      }
      return { path, lines, runs: Int32Array.from(runs) };
    }),
  };
}
