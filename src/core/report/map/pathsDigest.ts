/**
 * A number that differs where lists of paths differ, so that columns by index are never laid over other files than they
 * are of: FNV-1a, 32 bits, one path after the other.
 */
export class PathsDigest {
  #digest = 0x811c9dc5;

  add(path: string): void {
    for (let index = 0; index < path.length; index++) {
      this.#digest = Math.imul(this.#digest ^ path.charCodeAt(index), 0x01000193);
    }
    // Between two paths: no path has the character 0.
    this.#digest = Math.imul(this.#digest, 0x01000193);
  }

  get value(): number {
    return this.#digest >>> 0;
  }
}
