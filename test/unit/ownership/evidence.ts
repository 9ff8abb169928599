import { foldTouches } from '../../../src/core/history/fold';
import { canonicalOrder } from '../../../src/core/history/order';
import type { LineOwnership } from '../../../src/core/lines/lineOwnership';
import type { Person } from '../../../src/core/model';
import { creditCommits } from '../../../src/core/ownership/credit';
import { type FileEvidence, fileEvidence } from '../../../src/core/ownership/fileOwnership';
import { importsOf } from '../../../src/core/ownership/imports';
import { survivingLines } from '../../../src/core/ownership/survivingLines';
import { joinIdentities } from '../../../src/core/people/identities';
import { Mailmap } from '../../../src/core/people/mailmap';
import { describePeople } from '../../../src/core/people/people';
import { type AnalysisSettings, type DeclaredPerson, defaultSettings } from '../../../src/core/settings';
import { at, shaAt, type WrittenCommit, writeHistory } from '../history/writtenHistory';

export interface Judged {
  readonly people: readonly Person[];
  readonly active: readonly boolean[];
  readonly evidence: (path: string) => FileEvidence;
  /** Names of people, sorted. */
  readonly names: (people: readonly number[]) => string[];
}

export interface Circumstances {
  readonly settings?: Partial<AnalysisSettings>;
  readonly declared?: readonly DeclaredPerson[];
  /** Day people are judged at; without it, the day of the last commit. */
  readonly today?: number;
  /** The day of the scan. */
  readonly date?: string;
  readonly ignored?: readonly number[];
  readonly mailmap?: string;
  /** Lines at HEAD by path, top to bottom; without them line ownership has not run. */
  readonly lines?: Readonly<Record<string, readonly WrittenRun[]>>;
}

/** How many lines, and the place of their commit in the list; −1: of a commit that cannot be told. */
export type WrittenRun = readonly [length: number, place: number];

/** What the history says of files and people, all modules of ownership together. */
export function judge(commits: readonly WrittenCommit[], circumstances: Circumstances = {}): Judged {
  const { settings: changed = {}, declared = [], today, ignored = [], mailmap = '', lines } = circumstances;
  const settings = { ...defaultSettings, ...changed };
  const history = writeHistory(commits);
  history.sortSignatures();
  const uses = history.signatures.map((_, index) => history.authors.values.filter(author => author === index).length);
  const identities = joinIdentities(history.signatures, uses, new Mailmap(mailmap), declared);
  const credits = creditCommits(history, identities);
  const imports = importsOf(history, canonicalOrder(history), () => true);
  const counts = (commit: number): boolean => !ignored.includes(commit);
  const touches = foldTouches(history, canonicalOrder(history), counts);
  const asOf = at(today ?? Math.max(...commits.map(({ on }, place) => on ?? place)));
  const people = describePeople(history, identities, credits, asOf, settings, circumstances.date ?? '2026-01-01');
  const active = people.map(person => person.active);
  const ownership = lines && writeLines(commits.length, lines);
  const linesOf = ownership && survivingLines(ownership, { history, touches, credits, imports, active, counts });
  return {
    people,
    active,
    evidence: path => {
      const file = touches.fileOfPath[history.indexOfPath(path)] ?? -1;
      return fileEvidence(
        file,
        { history, touches, credits, imports, active, asOf, settings },
        linesOf?.(path, file) ?? null,
      );
    },
    names: ids => ids.map(id => people[id]?.name ?? '?').sort(),
  };
}

/** Line ownership as the engine gives it, all commits of the list in it. */
function writeLines(commits: number, lines: Readonly<Record<string, readonly WrittenRun[]>>): LineOwnership {
  return {
    head: Buffer.from(shaAt(commits - 1)).toString('hex'),
    shaLength: 20,
    commits: Buffer.concat(Array.from({ length: commits }, (_, place) => shaAt(place))),
    files: Object.entries(lines).map(([path, runs]) => ({
      path,
      lines: runs.reduce((sum, [length]) => sum + length, 0),
      runs: Int32Array.from(runs.flat()),
    })),
  };
}

export function repeat(count: number, commit: WrittenCommit): WrittenCommit[] {
  return Array.from({ length: count }, () => commit);
}
