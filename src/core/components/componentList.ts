import type { ComponentKind, Criticality } from '../model';
import type { Belonging } from './catalogSystems';
import type { Piece } from './folderSplit';
import { escapeGlob } from './glob';

/** A component as it is found, before anything is known of its people. */
export interface FoundComponent extends Belonging {
  /** Unique. The name of a declared component, else its folder, else the name of the repository's package. */
  readonly id: string;
  readonly name: string;
  readonly kind: ComponentKind;
  /** Globs relative to the root. Where those of two components match a file, the deeper folder has it. */
  readonly paths: readonly string[];
  /** Where it is declared, `path` or `path:line`; null for a folder. */
  readonly source: string | null;
  readonly criticality: Criticality;
  /** Owner as the catalog, CODEOWNERS or OWNERS files write it; null where nothing says. */
  readonly owner: string | null;
}

/** Before it is known what it is part of. */
type ListedComponent = Omit<FoundComponent, keyof Belonging>;

/** Most globs that describe a component made of many small folders. */
const mostGlobs = 40;

/** Components while they are found: hands out unique ids and collects the globs. */
export class ComponentList {
  readonly #components: ListedComponent[] = [];
  readonly #globs: string[][] = [];
  readonly #ids = new Set<string>();

  /** Index of the new component. */
  add(component: Omit<ListedComponent, 'paths'>, globs: readonly string[]): number {
    let id = component.id;
    if (this.#ids.has(id)) id = `${component.id} (${component.kind})`;
    for (let number = 2; this.#ids.has(id); number++) id = `${component.id} (${number})`;
    this.#ids.add(id);
    this.#components.push({ ...component, id, paths: [] });
    this.#globs.push([...globs]);
    return this.#components.length - 1;
  }

  addGlob(index: number, glob: string): void {
    this.#globs[index]?.push(glob);
  }

  get all(): readonly ListedComponent[] {
    return this.#components.map((component, index) => ({ ...component, paths: this.#globs[index] ?? [] }));
  }
}

/** A folder with everything in it, as a glob. */
export function folderGlob(folder: string): string {
  return folder === '' ? '**' : `${escapeGlob(folder)}/**`;
}

/** Globs of the pieces of a part; when there are very many, the folder of the part with everything in it. */
export function pieceGlobs(folder: string, pieces: readonly Piece[]): readonly string[] {
  if (pieces.length > mostGlobs) return [folder === '' ? '*' : folderGlob(folder)];
  return pieces.map(piece =>
    piece.whole ? folderGlob(piece.folder) : piece.folder === '' ? '*' : `${escapeGlob(piece.folder)}/*`,
  );
}
