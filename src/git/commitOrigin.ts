import type { CommitOrigin } from '../core/lines/commitsBetween';

/** Reads the head of a commit object. What is not there counts as absent: no parents, the year 1970. */
export function parseCommitOrigin(content: Buffer): CommitOrigin {
  const end = content.indexOf('\n\n');
  const header = content.toString('latin1', 0, end < 0 ? content.length : end);
  const parents = Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, id]) => id as string);
  const [, time] = /^committer .*> (-?\d+)/m.exec(header) ?? [];
  return { parents, time: Number(time ?? 0) };
}
