import { isAlias, isScalar, type Node } from 'yaml';
import { YamlFile } from '../../components/yamlFile';

/** One key of a map. */
export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlValue;
}

/** A plain text and its line. */
export interface YamlText {
  readonly text: string;
  readonly line: number;
}

const mostItems = 2000;
const mostTexts = 5000;
const deepest = 20;
const mostDocuments = 200;

/** A value of a YAML or JSON document with its line. What is not there is an empty value: reading never fails. */
export class YamlValue {
  readonly #file: YamlFile | null;
  readonly #node: Node | null;

  constructor(
    file: YamlFile | null,
    node: Node | null,
    /** From 1; of the key when the value has no place of its own. */
    readonly line: number,
  ) {
    this.#file = file;
    this.#node = node;
  }

  /** Text of a plain value, as written for numbers and booleans; null for maps, lists and nothing. */
  get text(): string | null {
    const value = this.#file?.scalarOf(this.#node);
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value;
    // `1.10` is a version, not the number 1.1.
    return isScalar(this.#node) && this.#node.source !== undefined ? this.#node.source : String(value);
  }

  get isMap(): boolean {
    return this.#file !== null && this.#file.entriesOf(this.#node) !== null;
  }

  /** Whether it is written as a list without items. */
  get isEmptyList(): boolean {
    return this.#file?.itemsOf(this.#node)?.length === 0;
  }

  /** True where the text is a block (`|`, `>`): its lines then begin one below {@link line}. */
  get isBlock(): boolean {
    return isScalar(this.#node) && (this.#node.type === 'BLOCK_LITERAL' || this.#node.type === 'BLOCK_FOLDED');
  }

  /** Items of a list, at most 2,000; none for anything else. */
  get items(): readonly YamlValue[] {
    const items = this.#file?.itemsOf(this.#node) ?? [];
    return items.slice(0, mostItems).map(item => this.#at(item, this.line));
  }

  /** Entries of a map, merged ones (`<<`) after its own, each key once, at most 2,000. */
  get entries(): readonly YamlEntry[] {
    const entries = this.#file?.entriesOf(this.#node) ?? [];
    const byKey = new Map<string, YamlEntry>();
    for (const { key, line, value } of entries.slice(0, mostItems)) {
      if (!byKey.has(key)) byKey.set(key, { key, line, value: this.#at(value, line) });
    }
    return [...byKey.values()];
  }

  /** The value at a path of keys. */
  get(...keys: readonly string[]): YamlValue {
    return keys.reduce<YamlValue>((value, key) => value.entry(key)?.value ?? nothing, this);
  }

  entry(key: string): YamlEntry | null {
    const found = this.#file?.entriesOf(this.#node)?.find(entry => entry.key === key);
    return found === undefined ? null : { key, line: found.line, value: this.#at(found.value, found.line) };
  }

  /** Plain texts of a list or of one plain value. */
  get texts(): readonly YamlText[] {
    return (this.text === null ? this.items : [this]).flatMap(({ text, line }) =>
      text === null ? [] : [{ text, line }],
    );
  }

  /** Every plain text at any depth, keys left out, aliases not followed; at most 5,000. */
  get allTexts(): readonly YamlText[] {
    const found: YamlText[] = [];
    const walk = (value: YamlValue, depth: number): void => {
      if (depth > deepest || found.length >= mostTexts || isAlias(value.#node)) return;
      const { text } = value;
      if (text !== null) found.push({ text, line: value.line });
      for (const item of value.items) walk(item, depth + 1);
      for (const entry of value.entries) walk(entry.value, depth + 1);
    };
    walk(this, 0);
    return found;
  }

  #at(node: Node | null, line: number): YamlValue {
    // An alias is read where it is used, not where its anchor stands.
    return new YamlValue(this.#file, node, node === null ? line : (this.#file?.lineOf(node) ?? line));
  }
}

const nothing = new YamlValue(null, null, 1);

/** The documents of a YAML or JSON text; malformed ones give what could be read, too long or too deep texts give none. */
export function yamlDocuments(text: string): readonly YamlValue[] {
  const file = new YamlFile(text);
  return file.roots.slice(0, mostDocuments).map(root => new YamlValue(file, root, file.lineOf(root)));
}

/** The first document, or an empty value. */
export function yamlDocument(text: string): YamlValue {
  return yamlDocuments(text)[0] ?? nothing;
}
