import { printable } from '../printable';
import type { MapColumns } from './mapColumns';

/** A part of a map to look at. */
export interface MapPlace {
  /** Index of the component, or their number for files of none; null: the repository as a whole. */
  readonly component: number | null;
  /** Index of the folder in it. */
  readonly folder: number;
  /** Not null: only what was put together there, each smaller than this. */
  readonly under: number | null;
}

export const wholeMap: MapPlace = { component: null, folder: 0, under: null };

/** The columns of a map with the look-ups that drawing needs. */
export class MapModel {
  readonly #fileNames: readonly string[];
  readonly #folderNames: readonly string[];
  readonly #folderPaths: (string | undefined)[] = [''];
  /** Files by component, each as the columns have them; those of none come last. */
  readonly #filesOf: readonly Uint32Array[];
  readonly total: number;

  constructor(readonly columns: MapColumns) {
    const { fileNames, folderNames, sizes, components } = columns;
    this.#fileNames = sizes.length === 0 ? [] : fileNames.split('/');
    this.#folderNames = folderNames.split('/');
    this.#filesOf = byComponent(columns.componentOf, components.length + 1);
    this.total = sizes.reduce((sum, size) => sum + size, 0);
  }

  pathOf(file: number): string {
    const folder = this.folderPath(this.columns.folderOf[file] ?? 0);
    const name = this.#fileNames[file] ?? '';
    return folder === '' ? name : `${folder}/${name}`;
  }

  /** The last part of the path, made fit for one line. */
  nameOf(file: number): string {
    return printable(this.#fileNames[file] ?? '') || '/';
  }

  /** `''` for the root. */
  folderPath(folder: number): string {
    const known = this.#folderPaths[folder];
    if (known !== undefined) return known;
    const above = this.folderPath(this.parentOf(folder));
    const name = this.#folderNames[folder] ?? '';
    const path = above === '' ? name : `${above}/${name}`;
    this.#folderPaths[folder] = path;
    return path;
  }

  parentOf(folder: number): number {
    return this.columns.parentOf[folder] ?? 0;
  }

  /** A path without the folder that it is below. */
  pathBelow(above: number, path: string): string {
    const start = this.folderPath(above).length;
    return path.slice(start === 0 ? 0 : start + 1);
  }

  sizeOf(files: ArrayLike<number>): number {
    const { sizes } = this.columns;
    let sum = 0;
    for (let at = 0; at < files.length; at++) sum += sizes[files[at] ?? 0] ?? 0;
    return sum;
  }

  /** Undefined for a path that no file of the map is below. */
  folderAt(path: string): number | undefined {
    const index = this.columns.parentOf.findIndex((_, folder) => this.folderPath(folder) === path);
    return index < 0 ? undefined : index;
  }

  componentAt(id: string): number | undefined {
    const index = this.columns.components.findIndex(component => component.id === id);
    return index < 0 ? undefined : index;
  }

  filesOfComponent(component: number): Uint32Array {
    return this.#filesOf[component] ?? new Uint32Array();
  }

  /** Where the files of a component begin to differ: the deepest folder that has all of them. */
  entryOf(component: number): MapPlace {
    return { component, folder: this.commonFolder(this.filesOfComponent(component)), under: null };
  }

  /** The deepest folder that all of those files are below. */
  commonFolder(files: ArrayLike<number>): number {
    const { folderOf } = this.columns;
    let common = folderOf[files[0] ?? 0] ?? 0;
    for (let at = 1; at < files.length && common !== 0; at++) {
      let folder = folderOf[files[at] ?? 0] ?? 0;
      // Parents have smaller numbers than what is in them.
      while (folder !== common) {
        if (folder > common) folder = this.parentOf(folder);
        else common = this.parentOf(common);
      }
    }
    return common;
  }

  /** The folder directly in `above` that a file is below; `above` itself for a file right in it, −1 for one elsewhere. */
  folderIn(above: number, file: number): number {
    let folder = this.columns.folderOf[file] ?? 0;
    let below = folder;
    while (folder > above) {
      below = folder;
      folder = this.parentOf(folder);
    }
    return folder === above ? below : -1;
  }
}

function byComponent(componentOf: Uint32Array, count: number): readonly Uint32Array[] {
  const sizes = new Uint32Array(count);
  for (const component of componentOf) sizes[component] = (sizes[component] ?? 0) + 1;
  const lists = Array.from(sizes, size => new Uint32Array(size));
  sizes.fill(0);
  componentOf.forEach((component, file) => {
    const list = lists[component];
    if (list === undefined) return;
    const at = sizes[component] ?? 0;
    list[at] = file;
    sizes[component] = at + 1;
  });
  return lists;
}
