import { resolvePath } from '../components/repositoryPath';
import type { Component, FileOwnership, Snapshot } from '../model';
import { filesUnder } from '../ownership/partTruckFactor';
import { nearNames, nearPaths } from './nearNames';
import { quoted } from './quoted';
import { ToolFailure } from './tool';

/** What a question is about. */
export type Subject =
  | { readonly kind: 'repository' }
  | { readonly kind: 'file'; readonly file: FileOwnership }
  | { readonly kind: 'folder'; readonly path: string; readonly files: readonly FileOwnership[] }
  | { readonly kind: 'component'; readonly component: Component };

/** A folder as an assistant may spell it, and which folder of the repository that is: `''` is its root. */
export interface Place {
  readonly folder: string;
  readonly inside: string;
}

/**
 * What a path or a component means; the whole repository for neither. Of what could be both, the one asked for goes first.
 * A folder that holds exactly one component is that component. Throws a {@link ToolFailure} for what is not there, with
 * names near to it, and for what is outside.
 *
 * @param places where the repository is on disk, for absolute paths
 */
export function findSubject(
  snapshot: Snapshot,
  { path, component }: { readonly path: string | null; readonly component: string | null },
  places: readonly Place[],
): Subject {
  if (path !== null) {
    const inside = pathInside(path, places);
    const found = subjectAt(snapshot, inside) ?? namedComponent(snapshot, path);
    if (found !== null) return found;
    const near = nearPaths(
      snapshot.files.map(file => file.path),
      inside,
    );
    throw new ToolFailure(
      `There is no file or folder ${quoted(inside)} that counts here: it is not there, not committed, or left out as generated, vendored or binary.${hint(near)} Paths begin at the root of the repository.`,
    );
  }
  if (component === null) return { kind: 'repository' };
  const found = namedComponent(snapshot, component) ?? subjectAt(snapshot, component.replace(/\/+$/, ''));
  if (found !== null && found.kind !== 'repository') return found;
  const names = snapshot.components.flatMap(({ id, name }) => (id === name ? [id] : [id, name]));
  const near = nearNames(names, component);
  const some = snapshot.components.slice(0, 5).map(({ id }) => id);
  throw new ToolFailure(
    `There is no component ${quoted(component)}.${near.length > 0 ? hint(near) : ` Some that there are: ${some.map(quoted).join(', ') || 'none'}.`}`,
  );
}

/** The one component that a text means. Throws as {@link findSubject}. */
export function findComponent(snapshot: Snapshot, wanted: string): Component {
  const found = findSubject(snapshot, { path: null, component: wanted }, []);
  if (found.kind === 'component') return found.component;
  throw new ToolFailure(`${quoted(wanted)} is a path, not a component. get_ownership_risk lists the components.`);
}

/** "Did you mean", or nothing. */
export function hint(near: readonly string[]): string {
  return near.length === 0 ? '' : ` Did you mean ${near.map(quoted).join(', ')}?`;
}

function subjectAt(snapshot: Snapshot, path: string): Subject | null {
  if (path === '') return { kind: 'repository' };
  const file = snapshot.files.find(each => each.path === path);
  if (file !== undefined) return { kind: 'file', file };
  const files = filesUnder(snapshot, path);
  const [first] = files;
  if (first === undefined) return null;
  const component = snapshot.components.find(({ id }) => id === first.component);
  const isWhole = component?.files === files.length && files.every(each => each.component === first.component);
  return isWhole ? { kind: 'component', component } : { kind: 'folder', path, files };
}

function namedComponent({ components }: Snapshot, wanted: string): Subject | null {
  const exact = components.find(({ id }) => id === wanted);
  const lower = wanted.toLowerCase().replace(/\/+$/, '');
  const named = components.filter(({ id, name }) => [id, name].some(each => each.toLowerCase() === lower));
  const component = exact ?? named[0];
  if (component === undefined) return null;
  if (exact === undefined && named.length > 1) {
    const ids = named.slice(0, 8).map(({ id }) => quoted(id));
    throw new ToolFailure(`${quoted(wanted)} is the name of several components. Name one by id: ${ids.join(', ')}.`);
  }
  return { kind: 'component', component };
}

/** Relative to the root, without a slash at the end. */
function pathInside(path: string, places: readonly Place[]): string {
  const written = withoutScheme(path)
    .replaceAll('\\', '/')
    .replace(/(?<=.)\/+$/, '');
  for (const { folder, inside } of places) {
    const beginning = folder.replaceAll('\\', '/').replace(/\/+$/, '');
    if (written === beginning) return inside;
    if (beginning !== '' && written.startsWith(`${beginning}/`)) {
      return resolvedInside(inside, written.slice(beginning.length + 1), path);
    }
  }
  return resolvedInside('', written, path);
}

function resolvedInside(folder: string, relative: string, path: string): string {
  const resolved = resolvePath(folder, relative);
  if (resolved === null) {
    throw new ToolFailure(
      `${quoted(path)} is outside of the repository. Name a path in it, relative to its root, or the repository that it is in.`,
    );
  }
  return resolved;
}

function withoutScheme(path: string): string {
  if (!path.startsWith('file:///')) return path;
  const plain = path.slice('file://'.length).replace(/^\/(?=[a-z](?::|%3a))/i, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
