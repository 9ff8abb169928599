import { foldTouches } from '../../../src/core/history/fold';
import { canonicalOrder } from '../../../src/core/history/order';
import type { Person } from '../../../src/core/model';
import { creditCommits } from '../../../src/core/ownership/credit';
import { type FileEvidence, fileEvidence } from '../../../src/core/ownership/fileOwnership';
import { joinIdentities } from '../../../src/core/people/identities';
import { Mailmap } from '../../../src/core/people/mailmap';
import { describePeople } from '../../../src/core/people/people';
import { type AnalysisSettings, type DeclaredPerson, defaultSettings } from '../../../src/core/settings';
import { at, type WrittenCommit, writeHistory } from '../history/writtenHistory';

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
  readonly ignored?: readonly number[];
  readonly mailmap?: string;
}

/** What the history says of files and people, all modules of ownership together. */
export function judge(commits: readonly WrittenCommit[], circumstances: Circumstances = {}): Judged {
  const { settings: changed = {}, declared = [], today, ignored = [], mailmap = '' } = circumstances;
  const settings = { ...defaultSettings, ...changed };
  const history = writeHistory(commits);
  history.sortSignatures();
  const uses = history.signatures.map((_, index) => history.authors.values.filter(author => author === index).length);
  const identities = joinIdentities(history.signatures, uses, new Mailmap(mailmap), declared);
  const credits = creditCommits(history, identities);
  const touches = foldTouches(history, canonicalOrder(history), commit => !ignored.includes(commit));
  const asOf = at(today ?? Math.max(...commits.map(({ on }, place) => on ?? place)));
  const people = describePeople(history, identities, credits, asOf, settings);
  const active = people.map(person => person.active);
  return {
    people,
    active,
    evidence: path => {
      const file = touches.fileOfPath[history.indexOfPath(path)] ?? -1;
      return fileEvidence(file, { history, touches, credits, active, asOf, settings });
    },
    names: ids => ids.map(id => people[id]?.name ?? '?').sort(),
  };
}

export function repeat(count: number, commit: WrittenCommit): WrittenCommit[] {
  return Array.from({ length: count }, () => commit);
}
