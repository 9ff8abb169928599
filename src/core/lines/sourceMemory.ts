import type { LostFile } from './renames';
import type { VarintReader, VarintWriter } from './varints';
import type { SourceQuestion } from './walk';

/** Remembers where new files come from: the answer to a question of a walk never changes. */
export class SourceMemory {
  private readonly answers = new Map<string, { key: readonly [number, number, number]; file: LostFile | null }>();

  /** Undefined when it was never asked. */
  get({ commit, parent, path }: SourceQuestion): LostFile | null | undefined {
    return this.answers.get(`${commit} ${parent} ${path}`)?.file;
  }

  put({ commit, parent, path }: Pick<SourceQuestion, 'commit' | 'parent' | 'path'>, file: LostFile | null): void {
    this.answers.set(`${commit} ${parent} ${path}`, { key: [commit, parent, path], file });
  }

  encode(writer: VarintWriter): void {
    writer.write(this.answers.size);
    for (const { key, file } of this.answers.values()) {
      for (const part of key) writer.write(part);
      writer.write(file === null ? 0 : file.path + 1);
      if (file !== null) writer.write(file.blob);
    }
  }

  /** The reverse of {@link encode}. Throws RangeError for bytes it did not write. */
  static decode(reader: VarintReader): SourceMemory {
    const memory = new SourceMemory();
    for (let left = reader.read(); left > 0; left--) {
      const [commit, parent, path] = [reader.read(), reader.read(), reader.read()];
      const source = reader.read() - 1;
      memory.put({ commit, parent, path }, source < 0 ? null : { path: source, blob: reader.read() });
    }
    return memory;
  }
}
