import { GitError } from './errors';

/** One answer of `git cat-file --batch`. */
export interface StreamedObject {
  /** `blob`, `tree`, …; null when the object is not here. */
  readonly type: string | null;
  /** Where its content stands; null when it is missing or larger than wished. */
  readonly content: Buffer | null;
  /** Bytes of the content; the buffer may be longer. */
  readonly size: number;
}

const lineFeed = 10;

/** Cuts the output of `git cat-file --batch`, in chunks cut anywhere, into objects, in the order they were asked for. */
export class ObjectSplitter {
  private header = '';
  private type: string | null = null;
  /** Bytes of the object still to come, with the line feed that ends it; 0 between objects. */
  private left = 0;
  private size = 0;
  private content: Buffer | null = null;

  /**
   * @param maxBytes larger contents are skipped
   * @param allocate a buffer with room for so many bytes, for a content
   */
  constructor(
    private readonly maxBytes: number,
    private readonly allocate: (size: number) => Buffer = Buffer.allocUnsafe,
  ) {}

  /** The objects that end in this chunk. */
  *push(chunk: Buffer): Generator<StreamedObject, void> {
    let at = 0;
    while (at < chunk.length) {
      if (this.left === 0) {
        const end = chunk.indexOf(lineFeed, at);
        this.header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
        if (end < 0) return;
        at = end + 1;
        if (!this.open()) yield { type: null, content: null, size: 0 };
        continue;
      }
      const length = Math.min(this.left, chunk.length - at);
      // The line feed after the content is no part of it.
      const wanted = Math.min(length, this.left - 1);
      if (this.content !== null) chunk.copy(this.content, this.size + 1 - this.left, at, at + wanted);
      at += length;
      this.left -= length;
      if (this.left === 0) yield { type: this.type, content: this.content, size: this.size };
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
      throw new GitError('failed', 'Git printed an object in an unknown way. Report this version of Git.', {
        detail: header,
      });
    }
    this.type = type;
    this.size = Number(size);
    this.left = this.size + 1;
    this.content = this.size <= this.maxBytes ? this.allocate(this.size) : null;
    return true;
  }
}
