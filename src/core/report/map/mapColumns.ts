import type { Component, FileOwnership, Snapshot } from '../../model';
import { fileOwners } from '../../ownership/fileOwners';
import { emptyColumns, type OwnershipColumns, setRow, unknownRow } from '../../ownership/ownershipColumns';
import { alertCoverage } from '../../runbooks/alerts/coverage';
import type { Steps } from '../../steps';
import { componentLabels } from '../names';
import { isAccepted } from '../singlePoints';
import { PathsDigest } from './pathsDigest';
import { type RunbookCoverage, runbookCoverage } from './runbookCoverage';

/** A component as a map knows it. */
export interface MapComponent {
  readonly id: string;
  /** What is written on it: one line, not escaped. */
  readonly label: string;
  readonly coverage: RunbookCoverage;
}

/**
 * All files of a repository and where they belong, for a map: columns by index of the file, sent once. Paths are taken
 * apart, so that each folder is there once; `/` joins names, since no name has it.
 */
export interface MapColumns {
  /** What areas are measured in: lines where they are known, else files. */
  readonly unit: 'lines' | 'files';
  /** What the area of each file shows, at least 1, so that an empty file is not left out. */
  readonly sizes: Uint32Array;
  readonly fileNames: string;
  readonly folderOf: Uint32Array;
  /** By index of the component; files of no component have the number of components. */
  readonly componentOf: Uint32Array;
  /** The last part of each folder's path; the first folder is the root, with an empty name. */
  readonly folderNames: string;
  readonly parentOf: Uint32Array;
  readonly components: readonly MapComponent[];
  /** Of the paths, see `PathsDigest`. */
  readonly digest: number;
}

/** Who owns what is on a map, as of one moment. */
export interface MapOwnership {
  readonly files: OwnershipColumns;
  readonly components: OwnershipColumns;
  /** Seconds; ages are counted from here. */
  readonly asOf: number;
}

/** No file in a repository is larger. */
const mostLines = 1e9;
/** A step of the generators: less than a millisecond. */
const filesPerStep = 100;

/** The columns of a Snapshot, in short steps for who must not hold a thread. */
export function* mapColumnsInSteps(snapshot: Snapshot): Steps<MapColumns> {
  const { files, components, tier } = snapshot;
  const unit = tier === 2 ? 'lines' : 'files';
  const sizes = new Uint32Array(files.length);
  const folderOf = new Uint32Array(files.length);
  const componentOf = new Uint32Array(files.length);
  const placeOf = new Map(components.map(({ id }, index) => [id, index]));
  // Of the step that goes on.
  const names: string[] = [];
  let fileNames = '';
  const folders = new Folders();
  const digest = new PathsDigest();
  for (const [index, file] of files.entries()) {
    if (index % filesPerStep === 0 && index > 0) {
      fileNames += `${names.splice(0).join('/')}/`;
      yield;
    }
    const slash = file.path.lastIndexOf('/');
    names.push(file.path.slice(slash + 1));
    folderOf[index] = folders.indexOf(file.path.slice(0, Math.max(0, slash)));
    componentOf[index] = placeOf.get(file.component ?? '') ?? components.length;
    sizes[index] = sizeOf(file, unit);
    digest.add(file.path);
  }
  yield;
  const labels = componentLabels(components);
  yield;
  const coverage = new Map(alertCoverage(snapshot.alerts, snapshot.runbooks).map(each => [each.component, each]));
  yield;
  const mapped: MapComponent[] = [];
  for (const component of components) {
    const { id } = component;
    const label = labels.get(id) ?? id;
    if (mapped.push({ id, label, coverage: runbookCoverage(component, coverage.get(id)) }) % filesPerStep === 0) yield;
  }
  return {
    ...{ unit, sizes, fileNames: fileNames + names.join('/'), folderOf, componentOf },
    ...{ folderNames: folders.names.join('/'), parentOf: Uint32Array.from(folders.parents) },
    components: mapped,
    digest: digest.value,
  };
}

/** Who owns the files and components of a Snapshot, in the order of its {@link mapColumnsInSteps columns}. */
export function* mapOwnershipInSteps(
  { files, asOf, scannedAt }: Snapshot,
  /** In the order of the columns, which may be those of a Snapshot that sorts them otherwise, or has not all of them. */
  components: readonly (Component | undefined)[],
): Steps<MapOwnership> {
  const ofFiles = emptyColumns(files.length);
  for (const [index, file] of files.entries()) {
    if (index % filesPerStep === filesPerStep - 1) yield;
    const { state, certain, lastTouched } = file;
    const accepted = file.accepted !== null;
    setRow(ofFiles, index, { state, certain, accepted, owners: fileOwners(file).length, lastTouched });
  }
  const ofComponents = emptyColumns(components.length);
  for (const [index, component] of components.entries()) {
    if (index % filesPerStep === filesPerStep - 1) yield;
    if (component === undefined) {
      setRow(ofComponents, index, unknownRow);
      continue;
    }
    const { state, certain, owners, lastTouched } = component;
    const accepted = isAccepted(component, scannedAt);
    setRow(ofComponents, index, { state, certain, accepted, owners: owners.length, lastTouched });
  }
  return { files: ofFiles, components: ofComponents, asOf };
}

function sizeOf({ lines }: FileOwnership, unit: MapColumns['unit']): number {
  return unit === 'files' || lines === null || !(lines >= 1) ? 1 : Math.min(mostLines, Math.floor(lines));
}

/** Each folder once, its parents before it. */
class Folders {
  readonly names = [''];
  readonly parents = [0];
  readonly #byPath = new Map([['', 0]]);

  indexOf(path: string): number {
    const known = this.#byPath.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    const parent = this.indexOf(path.slice(0, Math.max(0, slash)));
    const index = this.names.push(path.slice(slash + 1)) - 1;
    this.parents.push(parent);
    this.#byPath.set(path, index);
    return index;
  }
}
