import { type ChangeLog, kindOf, noBlob, pathChange } from '../../core/lines/changeLog';
import { findSource, type LostFile, undecided } from '../../core/lines/renames';
import { type Pieces, pieces } from '../../core/lines/similarity';
import type { SourceMemory } from '../../core/lines/sourceMemory';
import type { ParentChanges, SourceQuestion, WalkQuestions } from '../../core/lines/walk';
import { BlobReader } from '../../git/blobReader';
import { presentObjects } from '../../git/blobs';
import { ChangeLogParser, comparisonArguments } from '../../git/changeLog';
import { isAtLeast } from '../../git/git';
import { readGit } from '../../git/streamGit';
import { type LineRequest, maxContentBytes } from './lineRequest';

/** So many files keep their pieces for the next question: those a commit lost are asked for again and again. */
const piecesKept = 2000;

/** Since then the last piece of a file counts even without a line feed. */
const countsLastPiece = [2, 44, 0] as const;

/** Answers the questions of a walk from git; blobs are read only for renames with changes. Close it after use. */
export class GitWalkQuestions implements WalkQuestions {
  private reader: BlobReader | null = null;
  private readonly known = new Map<number, Pieces | null>();
  private readonly changes = new Map<string, ParentChanges>();

  constructor(
    private readonly request: Pick<LineRequest, 'git' | 'description' | 'signal'>,
    private readonly log: ChangeLog,
    private readonly memory: SourceMemory,
  ) {}

  async sourceOf(question: SourceQuestion): Promise<LostFile | null | 'undecided'> {
    const known = this.memory.get(question);
    if (known !== undefined) return known;
    const lost = await question.lost();
    const pathOf = (path: number): string => this.log.paths[path] ?? '';
    const source = await findSource({
      path: pathOf(question.path),
      blob: question.blob,
      lost,
      pathOf,
      piecesOf: blobs => this.piecesOf(blobs),
    });
    if (source === undecided) return 'undecided';
    const file = lost[source] ?? null;
    this.memory.put(question, file);
    return file;
  }

  async changesAgainst(commit: number, parent: number): Promise<ParentChanges> {
    const key = `${commit} ${parent}`;
    let found = this.changes.get(key);
    if (found === undefined) {
      found = await this.readChanges(commit, parent);
      this.changes.clear();
      this.changes.set(key, found);
    }
    return found;
  }

  async close(): Promise<void> {
    await this.reader?.close();
    this.reader = null;
  }

  private async readChanges(commit: number, parent: number): Promise<ParentChanges> {
    const { log } = this;
    const { git, description, signal } = this.request;
    const args = comparisonArguments(log.commits.hex(parent), log.commits.hex(commit));
    const blobs = new Map<number, number>();
    const lost: LostFile[] = [];
    const parser = new ChangeLogParser(log, 'comparison', {
      begin: () => {},
      beginCombined: () => {},
      combinedChange: () => {},
      change: (_, path, isFile, letter, oldBlob) => {
        const kind = kindOf(isFile, letter, oldBlob);
        if (kind === pathChange.deleted || kind === pathChange.deletedOther) lost.push({ path, blob: oldBlob });
        else if (kind !== null) blobs.set(path, kind === pathChange.modified ? oldBlob : noBlob);
      },
    });
    // Whoever holds one of the few places for git processes must not wait for another.
    await this.close();
    parser.push(await readGit(git, args, { cwd: description.root, signal, maxBytes: 1024 * 1024 * 1024 }));
    parser.finish();
    return { blobs, lost };
  }

  private async piecesOf(blobs: readonly number[]): Promise<(Pieces | null)[]> {
    const unknown = await this.present([...new Set(blobs)].filter(blob => !this.known.has(blob)));
    if (unknown.length > 0) {
      const { git, description, signal } = this.request;
      this.reader ??= new BlobReader(git, description.root, maxContentBytes, signal);
      if (this.known.size + unknown.length > piecesKept) {
        for (const blob of this.known.keys()) if (!blobs.includes(blob)) this.known.delete(blob);
      }
      const contents = await this.reader.read(unknown.map(blob => this.log.blobs.hex(blob)));
      const last = isAtLeast(this.request.git.version, countsLastPiece);
      unknown.forEach((blob, index) => {
        const content = contents[index];
        this.known.set(blob, content ? pieces(content, last) : null);
      });
    }
    return blobs.map(blob => this.known.get(blob) ?? null);
  }

  /** Those of some blobs that git may be asked for: it dies of one that a partial clone lacks. */
  private async present(blobs: readonly number[]): Promise<readonly number[]> {
    const { git, description, signal } = this.request;
    if (!description.partial || blobs.length === 0) return blobs;
    await this.close();
    const ids = blobs.map(blob => this.log.blobs.hex(blob));
    const here = new Set(await presentObjects(git, description.root, ids, signal));
    for (const blob of blobs) if (!here.has(this.log.blobs.hex(blob))) this.known.set(blob, null);
    return blobs.filter(blob => !this.known.has(blob));
  }
}
