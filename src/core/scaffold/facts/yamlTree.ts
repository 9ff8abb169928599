import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseAllDocuments } from 'yaml';

type Value = ParsedNode | null;

/** One key of a map. */
export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlValue;
}

const longestText = 512 * 1024;
const mostDocuments = 200;
const mostResolutions = 500;

interface Source {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  resolutions: number;
}

/** A value of a YAML or JSON document with its line. What is not there is an empty value: reading never fails. */
export class YamlValue {
  constructor(
    private readonly source: Source | null,
    private readonly node: Value,
    /** From 1; of the key when the value has no place of its own. */
    readonly line: number,
  ) {}

  /** Text of a plain value, as written for numbers and booleans; null for maps, lists and nothing. */
  get text(): string | null {
    const { node } = this.resolved();
    if (!isScalar(node) || node.value === null) return null;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  get isMap(): boolean {
    return isMap(this.resolved().node);
  }

  /** Items of a list; none for anything else. */
  get items(): readonly YamlValue[] {
    const { node } = this.resolved();
    if (!isSeq(node)) return [];
    return node.items.slice(0, 2000).map(item => this.at(item as Value, this.line));
  }

  /** Entries of a map, merge keys (`<<`) followed two levels deep. */
  get entries(): readonly YamlEntry[] {
    return this.entriesTo(2);
  }

  /** The value at a path of keys. */
  get(...keys: readonly string[]): YamlValue {
    let value: YamlValue = this;
    for (const key of keys) value = value.entry(key)?.value ?? nothing;
    return value;
  }

  entry(key: string): YamlEntry | null {
    return this.entries.find(entry => entry.key === key) ?? null;
  }

  /** Plain texts of a list or of one plain value, with their lines. */
  get texts(): readonly { readonly text: string; readonly line: number }[] {
    const own = this.text;
    if (own !== null) return [{ text: own, line: this.line }];
    return this.items.flatMap(item => (item.text === null ? [] : [{ text: item.text, line: item.line }]));
  }

  /** Every plain text at any depth, keys left out; at most 5,000. */
  get allTexts(): readonly { readonly text: string; readonly line: number }[] {
    const found: { text: string; line: number }[] = [];
    const walk = (value: YamlValue, depth: number): void => {
      if (depth > 20 || found.length >= 5000 || isAlias(value.node)) return;
      const own = value.text;
      if (own !== null) found.push({ text: own, line: value.line });
      for (const item of value.items) walk(item, depth + 1);
      for (const entry of value.entriesTo(0)) walk(entry.value, depth + 1);
    };
    walk(this, 0);
    return found;
  }

  /** True where the text is a block (`|`, `>`): its lines then begin one below {@link line}. */
  get isBlock(): boolean {
    const { node } = this.resolved();
    return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  }

  private entriesTo(merges: number): readonly YamlEntry[] {
    const { node } = this.resolved();
    if (!isMap(node)) return [];
    const own: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    for (const pair of node.items.slice(0, 5000)) {
      const key = pair.key as Value;
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const line = this.lineOf(key) ?? this.line;
      const value = this.at(pair.value as Value, line);
      if (name !== '<<') own.push({ key: name, line, value });
      else if (merges > 0) {
        for (const source of value.items.length > 0 ? value.items : [value])
          merged.push(...source.entriesTo(merges - 1));
      }
    }
    const keys = new Set(own.map(entry => entry.key));
    return merged.length === 0 ? own : [...own, ...merged.filter(entry => !keys.has(entry.key))];
  }

  private at(node: Value, line: number): YamlValue {
    return new YamlValue(this.source, node, this.lineOf(node) ?? line);
  }

  private lineOf(node: Value): number | null {
    const start = node?.range?.[0];
    return start === undefined || this.source === null ? null : this.source.lines.linePos(start).line;
  }

  private resolved(): { readonly node: Value } {
    if (!isAlias(this.node) || this.source === null) return { node: this.node };
    // Each look-up walks the document, so a document of nothing but aliases is read only so far.
    if (++this.source.resolutions > mostResolutions) return { node: null };
    return { node: (this.node.resolve(this.source.document) as Value | undefined) ?? null };
  }
}

const nothing = new YamlValue(null, null, 1);

/**
 * The documents of a YAML or JSON text. Malformed documents give what could be read; text that is too long or too deep
 * gives none. Aliases are followed one at a time and never expanded.
 */
export function yamlDocuments(text: string): readonly YamlValue[] {
  if (text.length > longestText) return [];
  const lines = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
    if (!Array.isArray(documents)) return [];
    return documents
      .slice(0, mostDocuments)
      .map(document => new YamlValue({ document, lines, resolutions: 0 }, document.contents, 1));
  } catch {
    return [];
  }
}

/** The first document, or an empty value. */
export function yamlDocument(text: string): YamlValue {
  return yamlDocuments(text)[0] ?? nothing;
}
