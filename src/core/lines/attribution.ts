import { type CommonEnds, commonEnds, type EqualBytes } from './commonEnds';
import type { FamilyPlan } from './familyPlan';
import { guessOrigins } from './guessOrigins';
import type { HunkStore } from './hunkStore';
import { LineDiff } from './lineDiff';
import { type LineGraph, unfinished } from './lineGraph';
import { LineTable } from './lineTable';
import { Pool } from './pool';
import { gathered, passGuessed, passUnchanged, type Suspects } from './suspects';
import { type TextVersion, VersionReader } from './textVersion';

/** What is shared by all families: it keeps its memory from one to the next. */
export class AttributionTools {
  readonly table = new LineTable();
  readonly versions: VersionReader;
  readonly diff = new LineDiff();

  /** @param release takes the bytes of a content back that nobody needs any more */
  constructor(
    readonly equal: EqualBytes,
    readonly release: (bytes: Uint8Array) => void,
  ) {
    this.versions = new VersionReader(this.table, new Pool(length => new Int32Array(length)), equal);
  }
}

export interface AttributionInput {
  readonly graph: LineGraph;
  readonly hunks: HunkStore;
  /** Commits that hand their lines on as far as they can, as with `--ignore-rev`. */
  readonly ignored: ReadonlySet<number>;
  readonly tools: AttributionTools;
  /** Who owns the lines of a version already known, line by line; null for one that is not. */
  readonly ownersOf: (node: number) => Int32Array | null;
}

interface Content {
  bytes: Uint8Array;
  size: number;
  version: TextVersion | null;
}

/** Owner of lines whose history cannot be read. */
export const unknownOwner = -1;

/**
 * Finds out which commit owns each line of a family of files: the lines sought start at the head and go from version to
 * version to the one that made them, as blame passes them on, but each pair of versions is compared once for all files.
 *
 * Contents come from outside, in the order of the plan.
 */
export class Attribution {
  /** By file: the commit of each line. */
  readonly owners: readonly Int32Array[];
  /** Whether some lines come from a version whose origin is not in this graph, though it could be found. */
  leadsBehind = false;

  private readonly waiting = new Map<number, Suspects[]>();
  private readonly contents = new Map<number, Content | null>();
  /** How often the content of a blob is still needed. */
  private readonly uses = new Map<number, number>();
  private readonly flat: Int32Array;
  private next = 0;
  /** Edges of the nodes before the next. */
  private edges = 0;

  constructor(
    private readonly plan: FamilyPlan,
    private readonly input: AttributionInput,
  ) {
    input.tools.table.clear();
    const { files } = plan.family;
    let total = 0;
    for (const { node, lines } of files) {
      if (lines > 0) this.send(node, [0, lines, total]);
      total += lines;
    }
    this.flat = new Int32Array(total).fill(unknownOwner);
    let from = 0;
    this.owners = files.map(({ lines }) => {
      from += lines;
      return this.flat.subarray(from - lines, from);
    });
    let edges = 0;
    for (const node of plan.family.nodes) {
      plan.eachNeed(node, edges, blob => this.uses.set(blob, (this.uses.get(blob) ?? 0) + 1));
      edges += input.graph.edgeEnd(node) - input.graph.edgeStart(node);
    }
  }

  /** Hands over the content of the next blob of the plan; null when it is not here or too large. */
  accept(blob: number, content: { readonly bytes: Uint8Array; readonly size: number } | null): void {
    if ((this.uses.get(blob) ?? 0) > 0) {
      this.contents.set(blob, content && { bytes: content.bytes, size: content.size, version: null });
    } else if (content !== null) {
      this.input.tools.release(content.bytes);
    }
    this.advance();
  }

  /** Goes on as far as the contents that are here allow; true when all lines have their owner. */
  advance(): boolean {
    const { graph } = this.input;
    const { nodes } = this.plan.family;
    for (; this.next < nodes.length; this.next++) {
      const node = nodes[this.next] as number;
      const lists = this.waiting.get(node);
      if (lists !== undefined) {
        if (!this.isReady(node)) return false;
        this.waiting.delete(node);
        this.settle(node, gathered(lists));
      }
      this.plan.eachNeed(node, this.edges, blob => this.release(blob));
      this.edges += graph.edgeEnd(node) - graph.edgeStart(node);
    }
    for (const [node, lists] of this.waiting) this.settle(node, gathered(lists));
    this.waiting.clear();
    return true;
  }

  private isReady(node: number): boolean {
    let ready = true;
    this.plan.eachNeed(node, this.edges, blob => {
      ready &&= this.contents.has(blob);
    });
    return ready;
  }

  private settle(node: number, suspects: Suspects): void {
    const { graph, ignored, ownersOf } = this.input;
    const owners = ownersOf(node);
    if (owners !== null) {
      this.copy(suspects, owners);
      return;
    }
    const commit = graph.nodeCommits.at(node);
    if (commit === unfinished) this.leadsBehind = true;
    let left = suspects;
    for (let edge = graph.edgeStart(node); edge < graph.edgeEnd(node) && left.length > 0; edge++) {
      left = this.pass(node, graph.targets.at(edge), left);
    }
    if (ignored.has(commit)) {
      for (let edge = graph.edgeStart(node); edge < graph.edgeEnd(node) && left.length > 0; edge++) {
        left = this.passIgnored(node, graph.targets.at(edge), left);
      }
    }
    this.own(left, commit === unfinished ? unknownOwner : commit);
  }

  private pass(node: number, target: number, suspects: Suspects): Suspects {
    const { nodeBlobs } = this.input.graph;
    const blob = nodeBlobs.at(node);
    const parentBlob = nodeBlobs.at(target);
    if (blob === parentBlob) {
      this.send(target, suspects);
      return [];
    }
    const hunks = this.hunksOf(parentBlob, blob);
    if (hunks === null) {
      this.own(suspects, unknownOwner);
      return [];
    }
    const { passed, kept } = passUnchanged(suspects, hunks);
    if (passed.length > 0) this.send(target, passed);
    return kept;
  }

  private passIgnored(node: number, target: number, suspects: Suspects): Suspects {
    const { nodeBlobs } = this.input.graph;
    const after = this.versionOf(nodeBlobs.at(node), null);
    const before = after && this.versionOf(nodeBlobs.at(target), after);
    const hunks = this.hunksOf(nodeBlobs.at(target), nodeBlobs.at(node));
    if (!before || hunks === null) return suspects;
    const { passed, kept } = passGuessed(suspects, guessOrigins(before, after, hunks));
    if (passed.length > 0) this.send(target, passed);
    return kept;
  }

  private copy(suspects: Suspects, owners: Int32Array): void {
    for (let at = 0; at < suspects.length; at += 3) {
      const line = suspects[at] as number;
      this.flat.set(owners.subarray(line, line + (suspects[at + 1] as number)), suspects[at + 2] as number);
    }
  }

  private own(suspects: Suspects, commit: number): void {
    for (let at = 0; at < suspects.length; at += 3) {
      const target = suspects[at + 2] as number;
      this.flat.fill(commit, target, target + (suspects[at + 1] as number));
    }
  }

  private send(node: number, suspects: Suspects): void {
    const lists = this.waiting.get(node);
    if (lists === undefined) this.waiting.set(node, [suspects]);
    else lists.push(suspects);
  }

  /** The hunks between two blobs: known ones, else by comparing; null when a content is not here. */
  private hunksOf(before: number, after: number): readonly number[] | null {
    const { hunks, tools } = this.input;
    const known = hunks.get(before, after);
    if (known !== null) return known;
    const newVersion = this.versionOf(after, null);
    const old = this.contents.get(before);
    if (!newVersion || !old) return null;
    const ends = commonEnds(newVersion, old.bytes, old.size, tools.equal);
    old.version ??= tools.versions.derive(old.bytes, old.size, newVersion, ends);
    const found = tools.diff.hunks(old.version, newVersion, ends, tools.table.size);
    hunks.put(before, after, found);
    return found;
  }

  private versionOf(blob: number, like: TextVersion | null): TextVersion | null {
    const { tools } = this.input;
    const content = this.contents.get(blob);
    if (!content) return null;
    if (content.version === null) {
      const { bytes, size } = content;
      const ends: CommonEnds | null = like && commonEnds(like, bytes, size, tools.equal);
      content.version =
        like && ends ? tools.versions.derive(bytes, size, like, ends) : tools.versions.read(bytes, size);
    }
    return content.version;
  }

  private release(blob: number): void {
    const uses = (this.uses.get(blob) ?? 1) - 1;
    this.uses.set(blob, uses);
    if (uses > 0) return;
    const content = this.contents.get(blob);
    this.contents.delete(blob);
    if (!content) return;
    const { tools } = this.input;
    if (content.version !== null) tools.versions.free(content.version);
    tools.release(content.bytes);
  }
}
