import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  visit,
} from 'yaml';
import type { Place } from '../runbooks/place';
import type { FileProblem } from './fileProblem';
import { parseYaml } from './parseYaml';

/** A key of a mapping with its value. */
export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  /** The key's own node. */
  readonly name: Node | null;
  readonly value: Node | null;
}

const longestText = 512 * 1024;
/** So many keys, items and texts are read through references: more is there to be expanded without end. */
const mostReferred = 100_000;
const mostProblems = 100;

/** How often a reference was not followed, whatever the file. */
let refused = 0;

/** What a reader found in files of YAML, and whether each reference that it came upon was followed. */
export function followingAll<T>(read: () => T): { readonly found: T; readonly isWhole: boolean } {
  const before = refused;
  const found = read();
  return { found, isWhole: refused === before };
}

/**
 * A YAML text that is read node by node, so that every value keeps its line and nothing is expanded: references are
 * followed where they are asked for, up to 100,000 keys, items and texts, see {@link followingAll}. Names in the text are never keys of an object. Never throws: what
 * cannot be parsed is a problem, and what was understood can still be read.
 */
export class YamlFile {
  /** Roots of the documents of the file; empty ones left out. */
  readonly roots: readonly Node[];
  readonly problems: readonly FileProblem[];
  readonly #lines = new LineCounter();
  readonly #targets = new Map<Node, Node>();
  /** What was merged once need not be merged again for each key that is asked for. */
  readonly #entries = new Map<Node, readonly YamlEntry[]>();
  #left = mostReferred;

  constructor(text: string) {
    const problems: FileProblem[] = [];
    let documents: readonly Document.Parsed[] = [];
    if (text.length > longestText) problems.push({ line: 1, code: 'tooLarge', values: {} });
    else {
      try {
        documents = parseYaml(text, this.#lines);
        for (const document of documents) {
          for (const error of document.errors.slice(0, mostProblems - problems.length)) {
            const { line } = this.#lines.linePos(error.pos[0]);
            problems.push({ line: line || 1, code: 'notYaml', values: { said: error.message } });
          }
          this.#followAliases(document);
        }
      } catch {
        documents = [];
        problems.push({ line: 1, code: 'tooDeep', values: {} });
      }
    }
    this.roots = documents.flatMap(document => (isNode(document.contents) ? [document.contents] : []));
    this.problems = problems;
  }

  /** Line of a node, from 1; 1 for no node. */
  lineOf(node: Node | null): number {
    return node?.range ? this.#lines.linePos(node.range[0]).line || 1 : 1;
  }

  /** Where something between two offsets of the text stands. */
  placeBetween(start: number, end: number): Place {
    const from = this.#lines.linePos(start);
    const to = this.#lines.linePos(end);
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
  }

  /** Entries of a mapping in their order, merged ones (`<<`) after its own; null for anything but a mapping. */
  entriesOf(node: Node | null): readonly YamlEntry[] | null {
    const target = this.#resolve(node);
    if (target === null) return null;
    const known = this.#entries.get(target);
    if (known !== undefined) return known;
    const found = this.#entriesOf(target, 0);
    if (found !== null) this.#entries.set(target, found);
    return found;
  }

  /** Value of the first entry with a key; null when there is none. */
  valueOf(node: Node | null, key: string): Node | null {
    return this.entriesOf(node)?.find(entry => entry.key === key)?.value ?? null;
  }

  /** Items of a sequence; null for anything but a sequence. */
  itemsOf(node: Node | null): readonly Node[] | null {
    const target = this.#resolve(node);
    return isSeq(target) ? target.items.filter(isNode) : null;
  }

  /** A scalar: string, number, boolean or null; undefined for anything else. */
  scalarOf(node: Node | null): unknown {
    const target = this.#resolve(node);
    return isScalar(target) ? target.value : undefined;
  }

  /** A scalar that is text, without spaces around it; null for anything else and for no text. */
  textOf(node: Node | null): string | null {
    const value = this.scalarOf(node);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  }

  #entriesOf(node: Node | null, merges: number): readonly YamlEntry[] | null {
    const target = this.#resolve(node);
    if (!isMap(target)) return null;
    const own: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    for (const pair of target.items) {
      const keyNode = isNode(pair.key) ? pair.key : null;
      const key = this.scalarOf(keyNode);
      if (key === undefined) continue;
      const value = isNode(pair.value) ? pair.value : null;
      if (key !== '<<') own.push({ key: String(key), line: this.lineOf(keyNode), name: keyNode, value });
      else if (merges < 5) {
        const sources = this.itemsOf(value) ?? (value === null ? [] : [value]);
        for (const source of sources) merged.push(...(this.#entriesOf(source, merges + 1) ?? []));
      }
    }
    if (merged.length === 0) return own;
    const keys = new Set(own.map(entry => entry.key));
    return [...own, ...merged.filter(entry => !keys.has(entry.key) && keys.add(entry.key))];
  }

  #resolve(node: Node | null): Node | null {
    if (!isAlias(node)) return node;
    const target = this.#targets.get(node) ?? null;
    this.#left -= isCollection(target) ? target.items.length + 1 : 1;
    if (this.#left >= 0) return target;
    refused++;
    return null;
  }

  /** An alias means the last anchor of its name before it (YAML 1.2.2, 7.1). */
  #followAliases(document: Document.Parsed): void {
    const anchors = new Map<string, Node>();
    visit(document, {
      Node: (_key, node) => {
        const target = isAlias(node) ? anchors.get(node.source) : undefined;
        if (target !== undefined) this.#targets.set(node, target);
        if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
      },
    });
  }
}
