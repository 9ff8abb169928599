import type { Node } from 'yaml';
import type { FileProblem } from './fileProblem';
import { compileGlob } from './glob';
import { leavesRepository } from './repositoryPath';
import type { YamlFile } from './yamlFile';

const mostItems = 10_000;
const mostProblems = 100;
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The values of a mapping by their known keys. */
export interface Fields<Key extends string> {
  /** What the reader makes of the value, or `otherwise` where the key is not there. */
  get<T>(key: Key, read: (value: Node | null) => T, otherwise: T): T;
}

/** Reads values of the shapes that settings have, and notes each one that has another shape. */
export class SettingsReader {
  readonly #file: YamlFile;
  readonly #problems: FileProblem[];

  constructor(file: YamlFile, problems: FileProblem[]) {
    this.#file = file;
    this.#problems = problems;
  }

  lineOf(node: Node | null): number {
    return this.#file.lineOf(node);
  }

  problem(node: Node | null, code: FileProblem['code'], values: FileProblem['values'] = {}): void {
    this.#note(this.lineOf(node), code, values);
  }

  /**
   * The values of the known keys; other keys and second ones are problems. Null for anything but a mapping.
   * @param wrong what is wrong with anything but a mapping
   */
  fields<Key extends string>(
    node: Node | null,
    wrong: Pick<FileProblem, 'code' | 'values'>,
    keys: readonly Key[],
  ): Fields<Key> | null {
    const entries = this.#isEmpty(node) ? [] : this.#file.entriesOf(node);
    if (entries === null) {
      this.problem(node, wrong.code, wrong.values);
      return null;
    }
    const values = new Map<string, Node | null>();
    for (const { key, line, value } of entries) {
      if (!keys.some(known => known === key)) this.#note(line, 'unknownKey', { key, known: keys.join(', ') });
      else if (values.has(key)) this.#note(line, 'keyTwice', { key });
      else values.set(key, value);
    }
    return {
      get: (key, read, otherwise) => (values.has(key) ? read(values.get(key) ?? null) : otherwise),
    };
  }

  /** Keys and values of a mapping whose keys are not known beforehand. */
  entries(node: Node | null, key: string): readonly { readonly key: string; readonly value: Node | null }[] {
    if (this.#isEmpty(node)) return [];
    const entries = this.#file.entriesOf(node);
    if (entries === null) this.problem(node, 'mapping', { key });
    return entries?.slice(0, mostItems) ?? [];
  }

  items(node: Node | null, key: string): readonly Node[] {
    if (this.#isEmpty(node)) return [];
    const items = this.#file.itemsOf(node);
    if (items === null) this.problem(node, 'list', { key });
    if (items !== null && items.length > mostItems) this.problem(node, 'manyItems', { most: mostItems });
    return items?.slice(0, mostItems) ?? [];
  }

  /** The items of a list; a single mapping is a list of one. */
  oneOrMore(node: Node | null, key: string): readonly Node[] {
    return node !== null && this.#file.entriesOf(node) !== null ? [node] : this.items(node, key);
  }

  /** Text; a number is taken as it is written. */
  text(node: Node | null, key: string): string | null {
    const value = this.#file.scalarOf(node);
    if (typeof value === 'number') return String(value);
    const text = this.#file.textOf(node);
    if (text === null) this.problem(node, 'text', { key });
    return text;
  }

  /** A list of texts; a single text is a list of one. */
  texts(node: Node | null, key: string): readonly string[] {
    const single = this.#file.textOf(node);
    if (single !== null) return [single];
    return this.items(node, key)
      .map(item => this.text(item, key))
      .filter(text => text !== null);
  }

  /** Texts that are usable globs. */
  globs(node: Node | null, key: string): readonly string[] {
    return this.texts(node, key).filter(glob => {
      const usable = compileGlob(glob) !== null;
      if (!usable) this.problem(node, 'badGlob', { key, glob });
      const inside = !leavesRepository(glob);
      if (!inside) this.problem(node, 'globOutside', { key, glob });
      return usable && inside;
    });
  }

  flag(node: Node | null, key: string): boolean {
    const value = this.#file.scalarOf(node);
    if (typeof value !== 'boolean') this.problem(node, 'flag', { key });
    return value === true;
  }

  number(node: Node | null, key: string, least: number, most: number): number | null {
    const value = this.#file.scalarOf(node);
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.problem(node, 'number', { key, least, most });
    return null;
  }

  oneOf<T extends string>(node: Node | null, key: string, values: readonly T[]): T | null {
    const text = this.#file.textOf(node);
    const value = values.find(candidate => candidate === text) ?? null;
    if (value === null) this.problem(node, 'oneOf', { key, known: values.join(', ') });
    return value;
  }

  /** A day that exists, `YYYY-MM-DD`. */
  date(node: Node | null, key: string): string | null {
    const text = this.#file.textOf(node);
    const parts = text === null ? null : dayPattern.exec(text);
    if (text !== null && parts !== null) {
      const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
      if (month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)) return text;
    }
    this.problem(node, 'date', { key });
    return null;
  }

  #isEmpty(node: Node | null): boolean {
    return node === null || this.#file.scalarOf(node) === null;
  }

  #note(line: number, code: FileProblem['code'], values: FileProblem['values']): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ line, code, values });
  }
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
