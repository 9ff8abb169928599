import { ChangeLog } from '../../core/lines/changeLog';
import { HunkStore } from '../../core/lines/hunkStore';
import { SourceMemory } from '../../core/lines/sourceMemory';
import { VarintReader, VarintWriter } from '../../core/lines/varints';
import type { RepositoryDescription } from '../../git/repository';
import { type SnapshotStore, storeKey } from '../../store/snapshotStore';

/** Raised whenever the meaning of a stored byte, or the hunks of a comparison, change. */
const historyVersion = 1;

/** So many heads are remembered; what an older one alone reaches is read again. */
const mostTips = 16;

/** Hunks by object ids, see `HunkStore`. */
export interface LearntHunks {
  readonly before: string;
  readonly after: string;
  readonly hunks: readonly number[];
}

/** All that was learnt of a repository and is true whatever head is looked at; worktrees share it. */
export class LineHistory {
  constructor(
    readonly log: ChangeLog,
    readonly hunks: HunkStore,
    readonly sources: SourceMemory,
    /** Heads whose whole history is in the log. */
    public tips: readonly string[],
    /** Where a shallow clone ends. */
    readonly boundary: readonly string[],
  ) {}

  static empty(shaLength: 20 | 32, boundary: readonly string[]): LineHistory {
    return new LineHistory(new ChangeLog(shaLength), new HunkStore(), new SourceMemory(), [], boundary);
  }

  addTip(head: string): void {
    this.tips = [head, ...this.tips].slice(0, mostTips);
  }

  /** The commits where a shallow clone ends: what they seem to have written may be older. */
  cutOff(): Set<number> {
    return new Set(this.boundary.map(sha => this.log.commits.addHex(sha)));
  }

  /** Takes hunks over that another one learnt. */
  learn(learnt: readonly LearntHunks[]): void {
    const { blobs } = this.log;
    for (const { before, after, hunks } of learnt) this.hunks.put(blobs.addHex(before), blobs.addHex(after), hunks);
  }

  /** The hunks that were learnt since there were so many pairs. */
  learntSince(pairs: number): LearntHunks[] {
    const { blobs } = this.log;
    return [...this.hunks.entries(pairs)].map(({ before, after, hunks }) => ({
      before: blobs.hex(before),
      after: blobs.hex(after),
      hunks,
    }));
  }
}

/** The stored history of a repository; null when there is none, or parents were replaced or cut since. */
export async function loadLineHistory(
  store: SnapshotStore,
  description: RepositoryDescription,
  origin: string,
): Promise<LineHistory | null> {
  const key = keyOf(description);
  const stored = await store.read(key);
  if (stored?.header.version !== historyVersion) return null;
  try {
    const reader = new VarintReader(stored.payload);
    const header = JSON.parse(new TextDecoder().decode(reader.take(reader.read()))) as Header;
    if (header.origin !== origin) return null;
    const log = ChangeLog.decode(reader, header.shaLength);
    return new LineHistory(log, HunkStore.decode(reader), SourceMemory.decode(reader), header.tips, header.boundary);
  } catch {
    await store.remove(key);
    return null;
  }
}

/** Stores a history; says why when it could not. */
export async function saveLineHistory(
  store: SnapshotStore,
  description: RepositoryDescription,
  origin: string,
  { log, hunks, sources, tips, boundary }: LineHistory,
): Promise<string | null> {
  const writer = new VarintWriter();
  const header: Header = { origin, shaLength: log.shaLength, tips, boundary };
  const json = new TextEncoder().encode(JSON.stringify(header));
  writer.write(json.length);
  writer.append(json);
  log.encode(writer);
  hunks.encode(writer);
  sources.encode(writer);
  const result = await store.write(keyOf(description), historyVersion, [writer.bytes]);
  return result.stored ? null : result.message;
}

interface Header {
  readonly origin: string;
  readonly shaLength: 20 | 32;
  readonly tips: readonly string[];
  readonly boundary: readonly string[];
}

function keyOf(description: RepositoryDescription): string {
  return storeKey(`lines:${description.commonDir}`);
}
