import type { OrphanedBlock } from '../model';

/** Fewer lines than this are no block worth a word. */
const leastLines = 10;

/** At most so many lines of nobody (a bot's, a sweep's) may stand within a block. */
const widestGap = 3;

/** One for all files without a block, so that it travels once in a message. */
const none: readonly OrphanedBlock[] = [];

/** At most this many blocks are kept for a file. */
const keptBlocks = 3;

/**
 * Finds the blocks of a file that one person alone wrote who left or went quiet, from its runs of lines top to bottom.
 * Nobody's lines within a block do not end it as long as they are few: a sweep that renames a function changes one line
 * here and there, and makes nobody know the rest.
 */
export class BlockFinder {
  private readonly found: OrphanedBlock[] = [];
  private line = 1;
  private person = -1;
  private start = 0;
  private end = 0;
  private lastChanged = 0;

  /** Lines of one person who is not active. */
  quiet(length: number, person: number, time: number): void {
    if (person !== this.person || this.line - this.end > widestGap) {
      this.close();
      this.person = person;
      this.start = this.line;
      this.lastChanged = 0;
    }
    this.line += length;
    this.end = this.line;
    this.lastChanged = Math.max(this.lastChanged, time);
  }

  /** Lines of somebody active, or of several people. */
  others(length: number): void {
    this.close();
    this.line += length;
  }

  /** Lines that are nobody's. */
  nobody(length: number): void {
    this.line += length;
  }

  /** The largest blocks, top to bottom. */
  largest(): readonly OrphanedBlock[] {
    this.close();
    return this.found.length === 0
      ? none
      : this.found
          .sort((a, b) => b.lines - a.lines || a.line - b.line)
          .slice(0, keptBlocks)
          .sort((a, b) => a.line - b.line);
  }

  private close(): void {
    const lines = this.end - this.start;
    if (this.person >= 0 && lines >= leastLines) {
      this.found.push({ person: this.person, line: this.start, lines, lastChanged: this.lastChanged });
    }
    this.person = -1;
  }
}
