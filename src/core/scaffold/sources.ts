import { depthOf, folderOf } from '../components/repositoryPath';
import { kinds, type SourceKind, sourceKinds, sourcesAmong } from './sourceKind';
import { foldersOf, isIn, memberTest, type Subject } from './subject';

const deployFolder =
  /(?:^|\/)(?:k8s|kubernetes|kube|kubernetes-manifests|manifests|deploy|deployment|deployments|helm|helm-chart|charts?|kustomize|infra|infrastructure|argocd|gitops|ops)\//i;
// What is in these is an example, a test or someone else's.
const beside =
  /(?:^|\/)(?:node_modules|vendor|third_party|tests?|spec|__tests__|fixtures|testdata|examples?|samples?|generators|\.devcontainer|genproto|archive)\//i;

/** A path without the packages of a JVM, which are named for anything: `org/acme/samples`. */
const withoutPackages = (path: string): string =>
  path.replace(/((?:^|\/)src\/main\/(?:java|kotlin|scala|groovy)\/).*\//, '$1');

function chosen(paths: readonly string[], kind: SourceKind): readonly string[] {
  if (!kinds[kind].outermost) return paths;
  const depth = Math.min(...paths.map(depthOf));
  const level = paths.filter(path => depthOf(path) === depth);
  if (kind !== 'dockerfile') return level;
  const plain = level.filter(path => /(?:^|\/)Dockerfile$/.test(path));
  return plain.length > 0 ? plain : level;
}

/** Of the migrations in a folder, the last ones by name tell what was done last. */
function newestMigrations(paths: readonly string[]): readonly string[] {
  const last = new Map<string, readonly string[]>();
  for (const path of [...paths].sort()) last.set(folderOf(path), [...(last.get(folderOf(path)) ?? []), path].slice(-2));
  return [...last.values()].flat();
}

function reaches(kind: SourceKind, path: string): boolean {
  switch (kinds[kind].reach) {
    case 'anywhere':
      return kind === 'workflow' || kind === 'codeowners' || !beside.test(path);
    case 'operations':
      return (!path.includes('/') && kind !== 'manifest') || (deployFolder.test(path) && !beside.test(path));
    case 'root':
      return !path.includes('/');
    case 'own':
    case 'within':
      return false;
  }
}

/**
 * The files that may tell facts about a component: its own manifests, and those of the whole repository that could
 * speak of it. `paths`: every path of the repository. Its own first; of each kind as many as {@link kinds} says.
 */
export function factSources(subject: Subject, paths: readonly string[]): readonly string[] {
  const isMember = memberTest(subject.paths);
  const folders = foldersOf(subject.paths);
  const own = new Map<SourceKind, string[]>();
  const shared = new Map<SourceKind, string[]>();
  const add = (to: Map<SourceKind, string[]>, kind: SourceKind, path: string): void => {
    const same = to.get(kind);
    if (same === undefined) to.set(kind, [path]);
    else same.push(path);
  };
  for (const { path, kind } of sourcesAmong(paths)) {
    if (kind === 'owners') {
      // Those around it speak of it, those inside of its parts.
      if (folders.some(base => isIn(folderOf(path), base))) add(shared, kind, path);
      continue;
    }
    const folder = folders.find(base => isIn(base, path));
    const below = folder === undefined || folder === '' ? path : path.slice(folder.length + 1);
    const isBeside = beside.test(withoutPackages(below));
    const mine = isMember(path) && !isBeside;
    const ofAll = kind === 'workflow' || kind === 'codeowners' || (kind === 'manifest' && path.startsWith('.'));
    if (mine && !ofAll) add(own, kind, path);
    else if (kinds[kind].reach === 'within' ? folder && !isBeside : reaches(kind, path)) add(shared, kind, path);
  }
  if (own.has('migration')) own.set('migration', [...newestMigrations(own.get('migration') ?? [])]);
  const name = subject.name.toLowerCase();
  const silence = (path: string): number => (path.toLowerCase().includes(name) ? 0 : 1);
  const shallow = (a: string, b: string): number => depthOf(a) - depthOf(b) || (a < b ? -1 : 1);
  const first = sourceKinds.flatMap(kind => {
    const found = own.get(kind);
    return found === undefined ? [] : [...chosen(found, kind)].sort(shallow).slice(0, kinds[kind].most);
  });
  const rest = sourceKinds.flatMap(kind =>
    (shared.get(kind) ?? []).sort((a, b) => silence(a) - silence(b) || (a < b ? -1 : 1)).slice(0, kinds[kind].most),
  );
  return [...new Set([...first.sort(), ...rest])];
}
