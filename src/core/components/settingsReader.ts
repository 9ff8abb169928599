import type { Node } from 'yaml';
import { compileGlob } from './glob';
import { leavesRepository } from './repositoryPath';
import type { FileProblem, YamlFile } from './yamlFile';

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

  problem(node: Node | null, message: string): void {
    this.#note(this.lineOf(node), message);
  }

  /** The values of the known keys; other keys and second ones are problems. Null for anything but a mapping. */
  fields<Key extends string>(node: Node | null, what: string, keys: readonly Key[]): Fields<Key> | null {
    const entries = this.#isEmpty(node) ? [] : this.#file.entriesOf(node);
    if (entries === null) {
      this.problem(node, `Here ${what} should be a mapping of keys and values.`);
      return null;
    }
    const values = new Map<string, Node | null>();
    for (const { key, line, value } of entries) {
      if (!keys.some(known => known === key)) this.#note(line, `Unknown key "${key}"; known are ${keys.join(', ')}.`);
      else if (values.has(key)) this.#note(line, `The key "${key}" is here twice; the first counts.`);
      else values.set(key, value);
    }
    return {
      get: (key, read, otherwise) => (values.has(key) ? read(values.get(key) ?? null) : otherwise),
    };
  }

  /** Keys and values of a mapping whose keys are not known beforehand. */
  entries(node: Node | null, what: string): readonly { readonly key: string; readonly value: Node | null }[] {
    if (this.#isEmpty(node)) return [];
    const entries = this.#file.entriesOf(node);
    if (entries === null) this.problem(node, `Here ${what} should be a mapping of keys and values.`);
    return entries?.slice(0, mostItems) ?? [];
  }

  items(node: Node | null, what: string): readonly Node[] {
    if (this.#isEmpty(node)) return [];
    const items = this.#file.itemsOf(node);
    if (items === null) this.problem(node, `Here ${what} should be a list.`);
    if (items !== null && items.length > mostItems) this.problem(node, `Only the first ${mostItems} items are read.`);
    return items?.slice(0, mostItems) ?? [];
  }

  /** The items of a list; a single mapping is a list of one. */
  oneOrMore(node: Node | null, what: string): readonly Node[] {
    return node !== null && this.#file.entriesOf(node) !== null ? [node] : this.items(node, what);
  }

  /** Text; a number is taken as it is written. */
  text(node: Node | null, what: string): string | null {
    const value = this.#file.scalarOf(node);
    if (typeof value === 'number') return String(value);
    const text = this.#file.textOf(node);
    if (text === null) this.problem(node, `Here ${what} should be text.`);
    return text;
  }

  /** A list of texts; a single text is a list of one. */
  texts(node: Node | null, what: string): readonly string[] {
    const single = this.#file.textOf(node);
    if (single !== null) return [single];
    return this.items(node, what)
      .map(item => this.text(item, what))
      .filter(text => text !== null);
  }

  /** Texts that are usable globs. */
  globs(node: Node | null, what: string): readonly string[] {
    return this.texts(node, what).filter(glob => {
      const usable = compileGlob(glob) !== null;
      if (!usable) this.problem(node, `The glob "${glob}" in ${what} is empty, too long or has too many wildcards.`);
      const inside = !leavesRepository(glob);
      if (!inside) this.problem(node, `The glob "${glob}" in ${what} leads out of the repository.`);
      return usable && inside;
    });
  }

  flag(node: Node | null, what: string): boolean {
    const value = this.#file.scalarOf(node);
    if (typeof value !== 'boolean') this.problem(node, `Here ${what} should be true or false.`);
    return value === true;
  }

  number(node: Node | null, what: string, least: number, most: number): number | null {
    const value = this.#file.scalarOf(node);
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.problem(node, `Here ${what} should be a number from ${least} to ${most}.`);
    return null;
  }

  oneOf<T extends string>(node: Node | null, what: string, values: readonly T[]): T | null {
    const text = this.#file.textOf(node);
    const value = values.find(candidate => candidate === text) ?? null;
    if (value === null) this.problem(node, `Here ${what} should be one of ${values.join(', ')}.`);
    return value;
  }

  /** A day that exists, `YYYY-MM-DD`. */
  date(node: Node | null, what: string): string | null {
    const text = this.#file.textOf(node);
    const parts = text === null ? null : dayPattern.exec(text);
    if (text !== null && parts !== null) {
      const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
      if (month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)) return text;
    }
    this.problem(node, `Here ${what} should be a day written YYYY-MM-DD.`);
    return null;
  }

  #isEmpty(node: Node | null): boolean {
    return node === null || this.#file.scalarOf(node) === null;
  }

  #note(line: number, message: string): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ line, message });
  }
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
