import { ChangeLog, noBlob } from '../../../src/core/lines/changeLog';
import { childrenFirst } from '../../../src/core/lines/childrenFirst';
import { type LineGraph, noCommit, unfinished } from '../../../src/core/lines/lineGraph';
import type { LostFile } from '../../../src/core/lines/renames';
import { type HeadFile, type ParentChanges, Walk, type WalkQuestions } from '../../../src/core/lines/walk';

/** Contents of files by path, as numbers of blobs. */
type Files = Readonly<Record<string, number>>;

/** A history made by hand, told commit by commit: commits and paths by name, contents by number. */
export class Story {
  /** Where a new file comes from, by commit, parent and path. */
  readonly sources = new Map<string, string>();
  /** What a merge changed against another parent, by both. */
  readonly against = new Map<string, readonly string[]>();
  /** What was asked, in order. */
  readonly asked: string[] = [];

  private readonly log = new ChangeLog(20);
  private readonly names: string[] = [];

  /**
   * @param changes `<letter> <path> <blob before>`; `-1` where no file was
   * @param combined of a merge: `<path>`, then for each parent `<letter> <blob there>`
   */
  commit(name: string, parents: readonly string[], changes: readonly string[], combined: readonly string[] = []): void {
    const commit = this.number(name);
    const numbers = parents.map(parent => this.number(parent));
    this.log.begin(commit, numbers);
    if (numbers.length > 1) this.log.beginAgainstFirstParent(commit);
    for (const change of changes) {
      const [letter = '', path = '', before = noBlob] = change.split(' ');
      const isFile = letter !== 'D';
      this.log.change(commit, this.log.path(path), isFile, letter.charCodeAt(0), Number(before));
    }
    for (const each of combined) {
      const [path = '', ...sides] = each.split(' ');
      const codes = sides.map((side, index) => (index % 2 === 0 ? side.charCodeAt(0) : Number(side)));
      this.log.combinedChange(commit, this.log.path(path), true, codes);
    }
  }

  /** Every version that was closed, children first, with the versions it was made from; then those that are open and not known. */
  async walk(
    head: string,
    files: Files,
    known: { readonly at: string; readonly files: Files } | null = null,
  ): Promise<string[]> {
    const walk = new Walk(this.log, this.questions());
    const given =
      known === null ? new Int32Array(0) : walk.start(this.number(known.at), this.headFiles(known.files), true);
    walk.start(this.number(head), this.headFiles(files));
    await walk.run(childrenFirst(this.log, [this.number(head)]));
    const { graph } = walk;
    const closed = Array.from(graph.order.values, node => this.told(graph, node));
    const open = Array.from(graph.nodeCommits.values, (commit, node) => (commit === unfinished ? node : -1));
    const sought = open.filter(node => node >= 0 && !given.includes(node));
    return [...closed, ...sought.map(node => `${this.version(graph, node)} is open`)];
  }

  private told(graph: LineGraph, node: number): string {
    const targets: string[] = [];
    for (let edge = graph.edgeStart(node); edge < graph.edgeEnd(node); edge++) {
      targets.push(this.version(graph, graph.targets.at(edge)));
    }
    const commit = graph.nodeCommits.at(node);
    const who = commit === noCommit ? 'nobody' : this.names[commit];
    return `${who} ${this.version(graph, node)}${targets.length === 0 ? '' : ` → ${targets.join(', ')}`}`;
  }

  private version(graph: LineGraph, node: number): string {
    return `${this.path(graph.nodePaths.at(node))} ${graph.nodeBlobs.at(node)}`;
  }

  private questions(): WalkQuestions {
    return {
      sourceOf: async ({ commit, parent, path, blob, lost }) => {
        const all = await lost();
        const question = `${this.names[commit]} ${parent} ${this.path(path)}`;
        if (all.length > 0) this.asked.push(`${question} ${blob} of ${all.map(file => this.file(file)).join(', ')}`);
        const source = this.sources.get(question);
        if (source === undefined || source === 'undecided') return source ?? null;
        const [name = '', content] = source.split(' ');
        return { path: this.log.path(name), blob: Number(content) };
      },
      changesAgainst: async (commit, parent) => {
        const key = `${this.names[commit]} ${this.names[parent]}`;
        if (this.asked.at(-1) !== key.replace(' ', ' against ')) this.asked.push(key.replace(' ', ' against '));
        const changes = this.against.get(key);
        if (changes === undefined) throw new Error(`Nobody said what ${key} changed.`);
        return this.parentChanges(changes);
      },
    };
  }

  private parentChanges(changes: readonly string[]): ParentChanges {
    const blobs = new Map<number, number>();
    const lost: LostFile[] = [];
    for (const change of changes) {
      const [letter, name = '', before = noBlob] = change.split(' ');
      const path = this.log.path(name);
      if (letter === 'D') lost.push({ path, blob: Number(before) });
      else blobs.set(path, Number(before));
    }
    return { blobs, lost };
  }

  private headFiles(files: Files): HeadFile[] {
    return Object.entries(files).map(([name, blob]) => ({ path: this.log.path(name), blob }));
  }

  private file({ path, blob }: LostFile): string {
    return `${this.path(path)} ${blob}`;
  }

  private path(number: number): string {
    return this.log.paths[number] ?? '';
  }

  private number(name: string): number {
    const number = this.log.commits.addHex(Buffer.from(name.padEnd(20)).toString('hex'));
    this.names[number] = name;
    return number;
  }
}
