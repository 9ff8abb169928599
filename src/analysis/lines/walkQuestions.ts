import { type ChangeLog, kindOf, noBlob, pathChange } from '../../core/lines/changeLog';
import { findSource, type LostFile, undecided } from '../../core/lines/renames';
import { hasCrLf, looksLikeText, type Pieces, pieces } from '../../core/lines/similarity';
import type { SourceMemory } from '../../core/lines/sourceMemory';
import type { ParentChanges, SourceQuestion, WalkQuestions } from '../../core/lines/walk';
import { checkAttributes } from '../../git/attributes';
import { presentObjects } from '../../git/blobs';
import { ChangeLogParser } from '../../git/changeLog';
import { DifferenceReader } from '../../git/differenceReader';
import { isAtLeast } from '../../git/git';
import type { ObjectReader } from '../../git/objectReader';
import { decodePath } from '../../git/paths';
import type { LineRequest } from './lineRequest';

/** So many files keep their pieces for the next question: those a commit lost are asked for again and again. */
const piecesKept = 2000;

/** Since then the last piece of a file counts even without a line feed. */
const countsLastPiece = [2, 44, 0] as const;

/** The pieces of a content, as a text and as no text: which of them counts depends on the path. */
interface KnownContent {
  readonly asText: Pieces;
  readonly asBinary: Pieces;
  readonly looksLikeText: boolean;
}

/** Answers the questions of a walk from git; blobs are read only for renames with changes. Close it after use. */
export class GitWalkQuestions implements WalkQuestions {
  private readonly differences: DifferenceReader;
  private readonly known = new Map<number, KnownContent | null>();
  private readonly changes = new Map<string, ParentChanges>();
  private marked: ReadonlyMap<string, boolean> | null = null;

  constructor(
    private readonly request: Pick<LineRequest, 'git' | 'description' | 'signal'>,
    private readonly log: ChangeLog,
    private readonly memory: SourceMemory,
    private readonly objects: ObjectReader,
  ) {
    const { git, description, signal } = request;
    this.differences = new DifferenceReader(git, { cwd: description.root, signal });
  }

  async sourceOf(question: SourceQuestion): Promise<LostFile | null | 'undecided'> {
    const known = this.memory.get(question);
    if (known !== undefined) return known;
    const lost = await question.lost();
    const source = await findSource({
      file: question,
      lost,
      pathOf: path => this.log.paths[path] ?? '',
      piecesOf: files => this.piecesOf(files),
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

  close(): Promise<void> {
    return this.differences.close();
  }

  private async readChanges(commit: number, parent: number): Promise<ParentChanges> {
    const { log } = this;
    const blobs = new Map<number, number>();
    const lost: LostFile[] = [];
    const parser = new ChangeLogParser(log, 'comparison', {
      begin: () => {},
      beginAgainstFirstParent: () => {},
      combinedChange: () => {},
      change: (_, path, isFile, letter, oldBlob) => {
        const kind = kindOf(isFile, letter, oldBlob);
        if (kind === pathChange.deleted || kind === pathChange.deletedOther) lost.push({ path, blob: oldBlob });
        else if (kind !== null) blobs.set(path, kind === pathChange.modified ? oldBlob : noBlob);
      },
    });
    parser.push(await this.differences.read(log.commits.hex(parent), log.commits.hex(commit)));
    parser.finish();
    return { blobs, lost };
  }

  private async piecesOf(files: readonly LostFile[]): Promise<(Pieces | null)[]> {
    const unknown = await this.present(files.filter(({ blob }) => !this.known.has(blob)));
    if (unknown.length > 0) await this.readPieces(unknown, files);
    return files.map(({ path, blob }) => {
      const known = this.known.get(blob) ?? null;
      if (known === null || known.asText === known.asBinary) return known?.asText ?? null;
      return (this.marked?.get(this.log.paths[path] ?? '') ?? known.looksLikeText) ? known.asText : known.asBinary;
    });
  }

  private async readPieces(unknown: readonly LostFile[], wanted: readonly LostFile[]): Promise<void> {
    const { git } = this.request;
    if (this.known.size + unknown.length > piecesKept) {
      const kept = new Set(wanted.map(({ blob }) => blob));
      for (const blob of this.known.keys()) if (!kept.has(blob)) this.known.delete(blob);
    }
    const contents = await this.objects.read(unknown.map(({ blob }) => this.log.blobs.hex(blob)));
    const last = isAtLeast(git.version, countsLastPiece);
    unknown.forEach(({ blob }, index) => {
      const content = contents[index];
      this.known.set(blob, content ? knownContent(content, last) : null);
    });
    if (contents.some(content => content && hasCrLf(content))) await this.askAttributes();
  }

  /** What attributes make text (true) or binary (false), of all paths that ever were: asked once, when it first matters. */
  private async askAttributes(): Promise<void> {
    if (this.marked !== null) return;
    const { git, description, signal } = this.request;
    const names = this.log.paths.map(decodePath);
    const question = { root: description.root, bare: description.bare, revision: null, paths: names, signal };
    const { files } = await checkAttributes(git, question);
    const marked = new Map<string, boolean>();
    this.log.paths.forEach((path, index) => {
      const { diff = null } = files.get(names[index] ?? '') ?? {};
      if (diff !== null) marked.set(path, diff);
    });
    this.marked = marked;
  }

  /** Those of some files that git may be asked for: it dies of a content that a partial clone lacks. */
  private async present(files: readonly LostFile[]): Promise<readonly LostFile[]> {
    const { git, description, signal } = this.request;
    if (!description.partial || files.length === 0) return files;
    const ids = files.map(({ blob }) => this.log.blobs.hex(blob));
    const here = new Set(await presentObjects(git, description.root, ids, signal));
    for (const { blob } of files) if (!here.has(this.log.blobs.hex(blob))) this.known.set(blob, null);
    return files.filter(({ blob }) => !this.known.has(blob));
  }
}

function knownContent(content: Uint8Array, lastPiece: boolean): KnownContent {
  const asText = pieces(content, true, lastPiece);
  const asBinary = hasCrLf(content) ? pieces(content, false, lastPiece) : asText;
  return { asText, asBinary, looksLikeText: looksLikeText(content) };
}
