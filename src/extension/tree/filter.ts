import type { Component, FileOwnership } from '../../core/model';
import { personName } from '../../core/report/names';
import { plainTranslate } from '../../core/report/translate';
import { inSlices } from '../slices';
import { parentFolder, type SnapshotIndex } from '../snapshotIndex';

/** What a text finds in one Snapshot. */
export interface Matches {
  readonly text: string;
  /** Components whose own name, people or runbooks match: all of their rows are shown. */
  readonly components: ReadonlySet<string>;
  readonly files: ReadonlySet<FileOwnership>;
  /** Components with a file that matches. */
  readonly componentsOfFiles: ReadonlySet<string>;
  /** Folders with a file that matches, at any depth. */
  readonly folders: ReadonlySet<string>;
}

/** Searches in slices; null when the signal ended it. Case does not matter. */
export async function search(index: SnapshotIndex, text: string, signal: AbortSignal): Promise<Matches | null> {
  const { snapshot } = index;
  const found = (candidate: string): boolean => matchesText(text, candidate);
  const components = new Set<string>();
  const byComponent = (component: Component): void => {
    const { id, name, owners, knowledge, runbooks } = component;
    const people = [...owners, ...knowledge].map(({ person }) => personName(person, snapshot.people, plainTranslate));
    const titles = runbooks.map(path => index.runbook(path)?.title ?? path);
    if ([id, name, ...people, ...runbooks, ...titles].some(found)) components.add(id);
  };
  const files = new Set<FileOwnership>();
  const componentsOfFiles = new Set<string>();
  const folders = new Set<string>();
  const byFile = (file: FileOwnership): void => {
    if (!found(file.path)) return;
    files.add(file);
    if (file.component !== null) componentsOfFiles.add(file.component);
    for (let path = parentFolder(file.path); !folders.has(path); path = parentFolder(path)) folders.add(path);
  };
  const complete =
    (await inSlices(snapshot.components, byComponent, signal)) && (await inSlices(snapshot.files, byFile, signal));
  return complete ? { text, components, files, componentsOfFiles, folders } : null;
}

export function matchesText(text: string, candidate: string): boolean {
  return candidate.toLowerCase().includes(text.toLowerCase());
}
