import { folderOf } from '../components/repositoryPath';
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

/** So many people of a folder are looked at. */
const mostNeighbours = 40;

/** What someone did most in a folder: in one file, and in the next one, which counts for the first. */
interface Neighbour {
  readonly most: NeighbouringWork;
  readonly next: NeighbouringWork | null;
}

type NeighbouringWork = Familiarity & { readonly path: string };

/** Who knows the other files of a file's folder, most touches first. */
function neighboursOf(files: readonly FileOwnership[]): (file: FileOwnership) => readonly Nearby[] {
  const folders = new Map<string, Map<number, Neighbour>>();
  for (const { path, knowledge } of files) {
    const folder = folders.get(folderOf(path)) ?? new Map<number, Neighbour>();
    folders.set(folderOf(path), folder);
    for (const { person, touches, lastTouched, share } of knowledge) {
      if (touches > 0) folder.set(person, withWork(folder.get(person), { person, touches, lastTouched, share, path }));
    }
  }
  const busiest = new Map(
    [...folders].map(([folder, people]) => [
      folder,
      [...people.values()].sort((a, b) => compareWork(a.most, b.most)).slice(0, mostNeighbours),
    ]),
  );
  return ({ path: own }) =>
    (busiest.get(folderOf(own)) ?? [])
      .flatMap(({ most, next }) => (most.path !== own ? [most] : next === null ? [] : [next]))
      .sort(compareWork)
      .map(({ path, ...entry }): Nearby => ({ ...entry, component: path }));
}

function withWork(known: Neighbour | undefined, work: NeighbouringWork): Neighbour {
  if (known === undefined) return { most: work, next: null };
  if (work.touches > known.most.touches) return { most: work, next: known.most };
  return known.next === null || work.touches > known.next.touches ? { ...known, next: work } : known;
}

function compareWork(a: Familiarity, b: Familiarity): number {
  return b.touches - a.touches || a.person - b.person;
}
