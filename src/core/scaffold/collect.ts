import { folderOf, foldersOf as foldersIn } from '../components/repositoryPath';
import { followingAll } from '../components/yamlFile';
import type { RepositoryFiles } from '../files';
import type { Fact } from './fact';
import { factReaders } from './factReaders';
import { composeHosts } from './facts/composeAddresses';
import { composeBaseBeside } from './facts/composeFlags';
import { pageNames } from './pageNames';
import { longerNames, shortName } from './shortName';
import { type SourceKind, sourceKind, sourceKinds, sourcesAmong } from './sourceKind';
import { factSources } from './sources';
import { foldersOf, isIn, memberTest, type Subject } from './subject';

const folders = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Remembered by the list, which is asked for component after component. */
function foldersWith(paths: readonly string[]): ReadonlySet<string> {
  const known = folders.get(paths) ?? foldersIn(paths);
  folders.set(paths, known);
  return known;
}

const mostOfAFile = 1000;

/**
 * Every fact the given files hold about the component, each once, in the order of the kinds of files, then as they stand in
 * the files; at most 1,000 of a file, and where that or references of YAML left something out, that as well. Asks for the texts of {@link factSources} only; what is missing there is passed over.
 */
export function collectFacts(component: Subject, files: RepositoryFiles): readonly Fact[] {
  const byKind = new Map<SourceKind, string[]>();
  for (const path of factSources(component, files.paths)) {
    const kind = files.texts.has(path) ? sourceKind(path) : null;
    if (kind !== null) byKind.set(kind, [...(byKind.get(kind) ?? []), path]);
  }
  const pages = (byKind.get('guide') ?? []).map(path => [path, files.texts.get(path) ?? ''] as const);
  const around = foldersWith(files.paths);
  const short = shortName(component, around);
  const otherNames = [...(short === null ? [] : [short]), ...pageNames(component, pages)];
  const subject = { ...component, otherNames, longerNames: longerNames(component, around) };
  const isMember = memberTest(subject.paths);
  const folders = foldersOf(subject.paths);
  // Of folders within each other, the outermost is its top.
  const tops = folders.filter(folder => !folders.some(other => other !== folder && isIn(other, folder)));
  const isTop = (path: string): boolean => tops.includes(folderOf(path)) || (folders.length === 0 && isMember(path));
  const paths = new Set(files.paths);
  const composeBase = composeBaseBeside('', paths);
  const workflows = sourcesAmong(files.paths).filter(({ kind }) => kind === 'workflow').length;
  const hosts = composeHosts(byKind.get('compose') ?? [], composeBase, files.texts);
  const facts: Fact[] = [];
  for (const kind of sourceKinds) {
    const sameKind = byKind.get(kind) ?? [];
    // `docker compose` reads its usual file before any that is laid over it.
    if (kind === 'compose') sameKind.sort((a, b) => Number(b === composeBase) - Number(a === composeBase));
    for (const path of sameKind) {
      const source = { path, text: files.texts.get(path) ?? '', own: isMember(path), top: isTop(path) };
      const surroundings = {
        subject,
        isMember,
        paths,
        texts: files.texts,
        sameKind,
        composeBase,
        hosts,
        workflows,
        hasImage: (byKind.get('dockerfile') ?? []).some(isMember),
        before: facts,
      };
      const { found, isWhole } = followingAll(() => factReaders[kind](source, surroundings));
      facts.push(...found.slice(0, mostOfAFile));
      if (!isWhole || found.length > mostOfAFile)
        facts.push({ kind: 'partlyRead', name: path, value: path, path, line: 1 });
    }
  }
  return once(facts.map(withoutDigest));
}

// A digest is 70 characters that say nothing to a reader; the line is named.
function withoutDigest(fact: Fact): Fact {
  return fact.kind === 'image' ? { ...fact, value: fact.value.replace(/@sha256:\S*$/, '') } : fact;
}

function once(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter(fact => {
    const key = JSON.stringify([
      fact.kind,
      fact.name,
      fact.value,
      fact.path,
      fact.kind === 'port' || fact.kind === 'image' ? fact.line : 0,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
