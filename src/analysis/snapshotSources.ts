import { componentSources } from '../core/components/components';
import type { PathAttributes } from '../core/components/excluded';
import type { Limit } from '../core/model';
import { alertSources } from '../core/runbooks/alerts/alertSources';
import { mayHoldAlerts } from '../core/runbooks/alerts/readAlerts';
import { isRunbookPath, linkedRunbooks, runbookGlobs } from '../core/runbooks/discover';
import { linkSources } from '../core/runbooks/linkSources';
import type { AnalysisSettings } from '../core/settings';
import { checkAttributes } from '../git/attributes';
import type { Git } from '../git/git';
import type { RepositoryDescription } from '../git/repository';
import type { TreeEntry } from '../git/tree';
import type { KnownHistory } from './historyFile';
import { mergeAdditions } from './mergeAdditions';
import type { SourceFiles } from './sourceFiles';

/** The history with what its merges added themselves. */
export async function withAdditions(
  known: KnownHistory,
  tree: readonly TreeEntry[],
  git: Git,
  description: RepositoryDescription,
  signal: AbortSignal,
): Promise<KnownHistory> {
  const additions = await mergeAdditions({
    git,
    cwd: description.root,
    history: known.history,
    head: known.origin.head,
    partial: description.partial,
    files: tree.map(({ path }) => path),
    known: known.additions,
    signal,
  });
  return { ...known, additions };
}

/**
 * The texts that components and runbooks are read from; and all paths, with runbooks that are not committed yet. Links
 * lead to further runbooks, which are read in a second round.
 */
export async function readTexts(
  files: SourceFiles,
  tree: readonly TreeEntry[],
  settings: AnalysisSettings,
  signal: AbortSignal,
): Promise<{ paths: readonly string[]; texts: ReadonlyMap<string, string> }> {
  const tracked = tree.map(({ path }) => path);
  const found = (await files.find(runbookGlobs(settings))).filter(path => isRunbookPath(path, settings));
  const paths = [...new Set([...tracked, ...found])].sort();
  const runbooks = paths.filter(path => isRunbookPath(path, settings));
  const texts = await files.read(
    [...new Set([...componentSources(tracked), ...runbooks, ...linkSources(tracked)])],
    signal,
  );
  for (const [path, text] of await readAlertFiles(files, alertSources(tracked), texts, signal)) texts.set(path, text);
  const linked = linkedRunbooks(texts, new Set(paths)).filter(path => !texts.has(path));
  return { paths, texts: new Map([...texts, ...(await files.read(linked, signal))]) };
}

const alertFilesAtOnce = 250;
/** UTF-16 units; the largest public collection of alert rules has a third of it. */
const mostAlertText = 24 * 1024 * 1024;

/** Those of the files that may hold alerts; the others are not kept. */
async function readAlertFiles(
  files: SourceFiles,
  candidates: readonly string[],
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const wanted = candidates.filter(path => !known.has(path));
  const found = new Map<string, string>();
  let length = 0;
  for (let at = 0; at < wanted.length && length < mostAlertText; at += alertFilesAtOnce) {
    for (const [path, text] of await files.read(wanted.slice(at, at + alertFilesAtOnce), signal)) {
      if (!mayHoldAlerts(text)) continue;
      found.set(path, text);
      length += text.length;
    }
  }
  return found;
}

/** What of the history is not there. */
export function limitsOf(description: RepositoryDescription, { history, origin }: KnownHistory): Limit[] {
  const limits: Limit[] = [];
  if (description.shallow) {
    limits.push({ code: 'shallow', values: { commits: history.commitCount } });
  }
  if (description.partial) {
    limits.push({ code: 'partial', values: {} });
  }
  if (origin.missing.length > 0) {
    limits.push({ code: 'missingObjects', values: { objects: origin.missing.length } });
  }
  return limits;
}

/** `git check-attr` is asked only where some `.gitattributes` could say something. */
export async function attributesOf(
  git: Git,
  description: RepositoryDescription,
  revision: string | null,
  tree: readonly TreeEntry[],
  signal: AbortSignal,
): Promise<PathAttributes> {
  if (!tree.some(({ path }) => path === '.gitattributes' || path.endsWith('/.gitattributes'))) {
    return new Map();
  }
  const { files } = await checkAttributes(git, {
    root: description.root,
    bare: description.bare,
    revision,
    paths: tree.map(({ path }) => path),
    signal,
  });
  const attributes = new Map<string, ReadonlySet<string>>();
  for (const [path, { vendored, generated, binary }] of files) {
    const written = Object.entries({ 'linguist-vendored': vendored, 'linguist-generated': generated, binary });
    attributes.set(path, new Set(written.flatMap(([name, set]) => (set === null ? [] : [set ? name : `-${name}`]))));
  }
  return attributes;
}
