import { readOwnersFiles } from '../../components/ownersFiles';
import { inFolder } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { foldersOf, type Subject } from '../subject';

/** Whom OWNERS files name for the component: those that count for a file of each of its folders. */
export function ownersFacts(texts: ReadonlyMap<string, string>, subject: Subject): readonly Fact[] {
  const stated = readOwnersFiles(texts);
  const facts = new Map<string, Fact>();
  for (const folder of foldersOf(subject.paths)) {
    // A file that filters for extensions do not mean.
    const rule = stated?.ownersOf(inFolder(folder, 'any')) ?? null;
    const [first] = rule?.owners ?? [];
    if (rule === null || first === undefined) continue;
    const { path, line, owners } = rule;
    facts.set(path, { kind: 'owner', name: first, value: shown(owners.join(' ')), path, line });
  }
  return [...facts.values()];
}
