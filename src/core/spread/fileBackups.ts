import { folderOf } from '../components/repositoryPath';
import type { Familiarity } from '../grounds';
import { groupBy } from '../groupBy';
import type { Backup, FileOwnership, Snapshot } from '../model';
import { fileOwners } from '../ownership/fileOwners';
import { chooseBackups } from './backup';
import { type Nearby, surroundingsOf } from './surroundings';

/**
 * Who could become the second owner of a file that one person or nobody active owns, the best first and at most three: who
 * touched it, then who knows the files beside it in its folder, then who works on its component. By the rules of
 * {@link chooseBackups}; none for other files. Made once for a Snapshot, then asked file by file: it looks at no more than
 * the folders of the files it is asked for.
 *
 * @param filesIn the files directly in a folder, in the order of the Snapshot
 */
export function fileBackups(
  snapshot: Snapshot,
  filesIn: FilesIn = filesByFolder(snapshot),
): (file: FileOwnership) => readonly Backup[] {
  const { people, components, asOf } = snapshot;
  const { load, burden } = surroundingsOf(components);
  const byId = new Map(components.map(component => [component.id, component]));
  const active = people.map(person => person.active);
  const commits = people.map(person => person.commits);
  const besides = neighboursOf(filesIn);
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

type FilesIn = (folder: string) => readonly FileOwnership[];

type NeighbouringWork = Familiarity & { readonly path: string };

function filesByFolder({ files }: Snapshot): FilesIn {
  const folders = groupBy(files, ({ path }) => folderOf(path));
  return folder => folders.get(folder) ?? [];
}

/** Who knows the other files of a file's folder, most touches first. */
function neighboursOf(filesIn: FilesIn): (file: FileOwnership) => readonly Nearby[] {
  const known = new Map<string, readonly Neighbour[]>();
  const busiestIn = (folder: string): readonly Neighbour[] => {
    const busiest = known.get(folder) ?? busiestOf(filesIn(folder));
    known.set(folder, busiest);
    return busiest;
  };
  return ({ path: own }) =>
    busiestIn(folderOf(own))
      .flatMap(({ most, next }) => (most.path !== own ? [most] : next === null ? [] : [next]))
      .sort(compareWork)
      .map(({ path, ...entry }): Nearby => ({ ...entry, component: path }));
}

function busiestOf(files: readonly FileOwnership[]): readonly Neighbour[] {
  const people = new Map<number, Neighbour>();
  for (const { path, knowledge } of files) {
    for (const { person, touches, lastTouched, share } of knowledge) {
      if (touches > 0) people.set(person, withWork(people.get(person), { person, touches, lastTouched, share, path }));
    }
  }
  return [...people.values()].sort((a, b) => compareWork(a.most, b.most)).slice(0, mostNeighbours);
}

function withWork(known: Neighbour | undefined, work: NeighbouringWork): Neighbour {
  if (known === undefined) return { most: work, next: null };
  if (work.touches > known.most.touches) return { most: work, next: known.most };
  return known.next === null || work.touches > known.next.touches ? { ...known, next: work } : known;
}

function compareWork(a: Familiarity, b: Familiarity): number {
  return b.touches - a.touches || a.person - b.person;
}
