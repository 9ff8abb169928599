import { isOwnersFile, ownersAliases } from '../components/ownersFiles';
import { folderOf } from '../components/repositoryPath';
import { foldersOf, isIn, memberTest, type Subject } from './subject';

const most = 200;

const kinds = {
  packageJson: /^package\.json$/,
  makefile: /^(?:GNU)?[Mm]akefile$/,
  dockerfile: /^(?:[\w-]+\.)?Dockerfile(?:\.[\w-]+)?$/,
  compose: /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i,
  catalog: /^catalog-info\.ya?ml$/i,
  env: /^\.env(?:\.(?:example|sample|template|dist))?$/,
  readme: /^readme\.(?:md|markdown)$/i,
  manifest: /\.ya?ml$/i,
} as const;

/** What a file may tell; a workflow, CODEOWNERS, OWNERS files and the kinds above. */
export type SourceKind = keyof typeof kinds | 'workflow' | 'codeowners' | 'owners';

const codeowners = new Set(['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS']);
const workflow = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const deployFolder =
  /(?:^|\/)(?:k8s|kubernetes|kube|kubernetes-manifests|manifests|deploy|deployment|deployments|helm|helm-chart|charts?|kustomize|infra|infrastructure|argocd|gitops|ops)\//i;
// What is in these is an example, a test or someone else's.
const beside =
  /(?:^|\/)(?:node_modules|vendor|third_party|tests?|spec|__tests__|fixtures|testdata|examples?|samples?|generators|\.devcontainer|genproto|archive)\//i;

/** What kind of facts a path may hold, or null. */
export function sourceKind(path: string): SourceKind | null {
  if (codeowners.has(path)) return 'codeowners';
  if (path === ownersAliases || isOwnersFile(path)) return 'owners';
  if (workflow.test(path)) return 'workflow';
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    if (kinds[kind].test(name)) return kind;
  }
  return null;
}

const depthOf = (path: string): number => path.split('/').length;

/** Within a component, the outermost files of a kind speak for it: a package within a package is something of its own. */
function outermost(paths: readonly string[], kind: SourceKind): readonly string[] {
  if (kind === 'manifest' || kind === 'workflow' || kind === 'codeowners') return paths.slice(0, 60);
  const depth = Math.min(...paths.map(depthOf));
  const level = paths.filter(path => depthOf(path) === depth);
  if (kind !== 'dockerfile') return level.slice(0, 5);
  const plain = level.filter(path => path.endsWith('Dockerfile') && /(?:^|\/)Dockerfile$/.test(path));
  return (plain.length > 0 ? plain : level).slice(0, 5);
}

/**
 * The files that may tell facts about a component: its own manifests, and those of the whole repository that could
 * speak of it. `paths`: every path of the repository. At most 200, its own first; sorted within each group.
 */
export function factSources(subject: Subject, paths: readonly string[]): readonly string[] {
  const isMember = memberTest(subject.paths);
  const folders = foldersOf(subject.paths);
  const own = new Map<SourceKind, string[]>();
  const shared: string[] = [];
  for (const path of paths) {
    const kind = sourceKind(path);
    if (kind === null) continue;
    if (kind === 'owners') {
      // Those around it speak of it, those inside of its parts.
      if (folders.some(base => isIn(folderOf(path), base))) shared.push(path);
      continue;
    }
    const folder = folders.find(base => isIn(base, path));
    const below = folder === undefined || folder === '' ? path : path.slice(folder.length + 1);
    const mine = isMember(path) && !beside.test(below);
    if (mine && kind !== 'workflow' && kind !== 'codeowners' && !(kind === 'manifest' && path.startsWith('.'))) {
      own.set(kind, [...(own.get(kind) ?? []), path]);
    } else if (kind === 'workflow' || kind === 'codeowners' || kind === 'catalog') {
      shared.push(path);
    } else if (!path.includes('/') && kind !== 'readme' && kind !== 'dockerfile' && kind !== 'manifest') {
      shared.push(path);
    } else if ((kind === 'compose' || kind === 'manifest') && deployFolder.test(path) && !beside.test(path)) {
      shared.push(path);
    }
  }
  const first = [...own].flatMap(([kind, found]) => [...outermost(found, kind)]).sort();
  const names = subject.name.toLowerCase();
  const speaking = (path: string): number => (path.toLowerCase().includes(names) ? 0 : 1);
  const rank = (path: string): number => (sourceKind(path) === 'manifest' ? 1 + speaking(path) : 0);
  const rest = shared.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  return [...new Set([...first, ...rest])].slice(0, most);
}
