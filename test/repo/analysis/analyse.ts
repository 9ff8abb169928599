import type { AnalysisCallbacks } from '../../../src/analysis/client';
import { LocalAnalysis } from '../../../src/analysis/localAnalysis';
import type { AnalyseRequest } from '../../../src/analysis/protocol';
import type { Component, FileOwnership, Person, Snapshot } from '../../../src/core/model';
import { fileOwners } from '../../../src/core/ownership/fileOwners';
import type { BuiltRepository } from '../../support/builtRepository';
import { type BuildOptions, type CommitDescription, RepositoryBuilder } from '../../support/repositoryBuilder';

export const day = 86_400;
export const ann = { name: 'Ann Example', email: 'ann@example.com' };
export const ben = { name: 'Ben Bäcker', email: 'ben@example.com' };
export const cleo = { name: 'Cleo Third', email: 'cleo@example.com' };

/** Seconds since 1970 of a day of the built histories; the last ones are in early 2024. */
export function at(on: number): number {
  return 1_700_000_000 + on * day;
}

/** A text of lines that no other name has. */
export function text(name: string, lines = 20): string {
  return Array.from({ length: lines }, (_, index) => `${name}, line ${index}\n`).join('');
}

export interface Options {
  /** null: nothing is stored. */
  readonly store?: string | null;
  /** One that was used before. */
  readonly analysis?: LocalAnalysis;
  readonly request?: Partial<AnalyseRequest>;
  readonly callbacks?: Partial<AnalysisCallbacks>;
  readonly log?: (line: string) => void;
}

/** The Snapshots of one analysis, the stored one first when there is one. */
export async function snapshotsOf(path: string, options: Options = {}): Promise<Snapshot[]> {
  const { store = null, log = () => {} } = options;
  const analysis = options.analysis ?? new LocalAnalysis({ storeDirectory: store, log });
  const snapshots: Snapshot[] = [];
  await analysis.analyse(
    {
      path,
      gitPath: null,
      settings: { exclude: [], runbookPaths: [], runbookRules: [], activeDays: null },
      ...options.request,
    },
    {
      signal: new AbortController().signal,
      onProgress: () => {},
      onSnapshot: snapshot => snapshots.push(snapshot),
      ...options.callbacks,
    },
  );
  return snapshots;
}

/** The final Snapshot of an analysis. */
export async function analyse(where: string | BuiltRepository, options: Options = {}): Promise<Snapshot> {
  const snapshot = (await snapshotsOf(typeof where === 'string' ? where : where.path, options)).at(-1);
  if (snapshot === undefined) throw new Error('There is no Snapshot.');
  return snapshot;
}

/** What two analyses of the same repository must agree on: everything but when they ran. */
export function timeless(snapshot: Snapshot): Snapshot {
  return { ...snapshot, scannedAt: 0 };
}

export function fileAt(snapshot: Snapshot, path: string): FileOwnership {
  const found = snapshot.files.find(file => file.path === path);
  if (found === undefined)
    throw new Error(`No file ${path} among ${snapshot.files.map(file => file.path).join(', ')}.`);
  return found;
}

/** The component a file belongs to. */
export function componentOf(snapshot: Snapshot, path: string): Component {
  const { component } = fileAt(snapshot, path);
  const found = snapshot.components.find(({ id }) => id === component);
  if (found === undefined) throw new Error(`No component of ${path}.`);
  return found;
}

/** Names of the owners of a file, sorted. */
export function ownersOf(snapshot: Snapshot, path: string): string[] {
  return fileOwners(fileAt(snapshot, path))
    .map(({ person }) => snapshot.people[person]?.name ?? '?')
    .sort();
}

/** Names of everyone known to have worked on a file, sorted. */
export function knownOf(snapshot: Snapshot, path: string): string[] {
  return fileAt(snapshot, path)
    .knowledge.map(({ person }) => snapshot.people[person]?.name ?? '?')
    .sort();
}

export function personNamed(snapshot: Snapshot, name: string): Person {
  const found = snapshot.people.find(person => person.name === name);
  if (found === undefined) throw new Error(`No person ${name}.`);
  return found;
}

export function limitCodes(snapshot: Snapshot): string[] {
  return snapshot.limits.map(({ code }) => code);
}

/** Repositories of one suite; `dispose` removes them all. */
export class Repositories {
  private readonly built: BuiltRepository[] = [];

  /** Builds a repository of commits on consecutive days, each with the files that every one changes. */
  async of(commits: readonly Partial<CommitDescription>[], options?: BuildOptions): Promise<BuiltRepository> {
    const builder = new RepositoryBuilder();
    commits.forEach((commit, index) => {
      builder.commit({ author: ann, date: at(index), ...commit });
    });
    return this.from(builder, options);
  }

  async from(builder: RepositoryBuilder, options: BuildOptions = { checkout: true }): Promise<BuiltRepository> {
    const repository = await builder.build(options);
    this.built.push(repository);
    return repository;
  }

  async dispose(): Promise<void> {
    for (const repository of this.built) await repository.dispose();
  }
}
