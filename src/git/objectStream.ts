import { GitError } from './errors';

/** One answer of `git cat-file --batch`. */
export interface StreamedObject {
  /** `blob`, `tree`, …; null when the object is not here. */
  readonly type: string | null;
  /** Its content; null when it is missing or larger than wished. May share memory with its neighbours: copy to keep. */
  readonly content: Buffer | null;
}

const lineFeed = 10;

/** Cuts the output of `git cat-file --batch`, in chunks cut anywhere, into objects, in the order they were asked for. */
export class ObjectSplitter {
  private header = '';
  private type: string | null = null;
  /** Bytes of the object still to come, with the line feed that ends it; 0 between objects. */
  private left = 0;
  private size = 0;
  private parts: Buffer | null = null;
  private wanted = false;

  /** @param maxBytes larger contents are skipped */
  constructor(private readonly maxBytes: number) {}

  /** The objects that end in this chunk. */
  *push(chunk: Buffer): Generator<StreamedObject, void> {
    let at = 0;
    while (at < chunk.length) {
      if (this.left === 0) {
        const end = chunk.indexOf(lineFeed, at);
        this.header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
        if (end < 0) return;
        at = end + 1;
        if (!this.open()) yield { type: null, content: null };
        continue;
      }
      const length = Math.min(this.left, chunk.length - at);
      const whole = this.left === this.size + 1 && length === this.left;
      if (whole) {
        at += length;
        this.left = 0;
        yield { type: this.type, content: this.wanted ? chunk.subarray(at - length, at - 1) : null };
        continue;
      }
      this.keep(chunk, at, length);
      at += length;
      if (this.left === 0) {
        yield { type: this.type, content: this.wanted ? this.parts : null };
        this.parts = null;
      }
    }
  }

  /** Throws GitError `failed` when the output ended in the middle of an object. */
  finish(): void {
    if (this.left > 0 || this.header !== '') {
      throw new GitError('failed', 'The contents of a file ended in the middle. Refresh to try again.');
    }
  }

  /** `<id> SP <type> SP <size>`; false for `<id> SP missing`. */
  private open(): boolean {
    const { header } = this;
    this.header = '';
    if (header.endsWith(' missing')) return false;
    const [id, type, size] = header.split(' ');
    if (id === undefined || type === undefined || size === undefined || !/^\d+$/.test(size)) {
      throw new GitError('failed', 'Git printed an object in an unknown way. Report this version of Git.', header);
    }
    this.type = type;
    this.size = Number(size);
    this.left = this.size + 1;
    this.wanted = this.size <= this.maxBytes;
    return true;
  }

  private keep(chunk: Buffer, at: number, length: number): void {
    if (this.wanted) {
      this.parts ??= Buffer.allocUnsafe(this.size);
      // The line feed after the content falls off the end.
      const from = this.size + 1 - this.left;
      chunk.copy(this.parts, from, at, at + Math.min(length, this.left - 1));
    }
    this.left -= length;
  }
}
