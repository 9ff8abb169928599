import type { Familiarity } from '../grounds';
import type { Backup, FileOwnership, Snapshot } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { chooseBackups } from './backup';
import { type Nearby, surroundingsOf } from './surroundings';

/**
 * Who could become the second owner of a file that one person or nobody active owns, the best first and at most three: who
 * touched it, then who knows the files beside it in its folder, then who works on its component. By the rules of
 * {@link chooseBackups}; none for other files. Made once for a Snapshot, then asked file by file.
 */
export function fileBackups(snapshot: Snapshot): (file: FileOwnership) => readonly Backup[] {
  const { people, components, files, asOf } = snapshot;
  const { load, burden } = surroundingsOf(
    components.map(component => ({ ...component, familiar: component.grounds.familiar })),
  );
  const byId = new Map(components.map(component => [component.id, component]));
  const active = people.map(person => person.active);
  const commits = people.map(person => person.commits);
  const besides = neighboursOf(files);
  return file => {
    if (file.state !== 'sole' && file.state !== 'orphaned') {
      return [];
    }
    const component = file.component === null ? undefined : byId.get(file.component);
    const nearby = [
      ...besides(file),
      ...(component?.grounds.familiar ?? []).map(entry => ({ ...entry, component: component?.name ?? '' })),
    ];
    return chooseBackups({
      ...{ owners: fileOwners(file), familiar: file.knowledge, nearby },
      ...{ active, commits, asOf, load, burden },
    });
  };
}

/** Who knows the other files of a file's folder, most touches first. */
function neighboursOf(files: readonly FileOwnership[]): (file: FileOwnership) => readonly Nearby[] {
  const folders = new Map<string, FileOwnership[]>();
  for (const file of files) {
    const folder = folders.get(folderOf(file.path)) ?? [];
    folder.push(file);
    folders.set(folderOf(file.path), folder);
  }
  return file => {
    const known = new Map<number, Familiarity & { readonly path: string }>();
    for (const { path, knowledge } of folders.get(folderOf(file.path)) ?? []) {
      for (const { person, touches, lastTouched, share } of path === file.path ? [] : knowledge) {
        const before = known.get(person);
        if (touches > 0 && (before === undefined || touches > before.touches)) {
          known.set(person, { person, touches, lastTouched, share, path });
        }
      }
    }
    return [...known.values()]
      .map(({ path, ...entry }): Nearby => ({ ...entry, component: path }))
      .sort((a, b) => b.touches - a.touches || a.person - b.person);
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
