import type { Shade } from './mapModes';

/**
 * `component`, `folder` and `file`: one of them; `loose`: files of no component; `rest`: what is too small to be drawn
 * alone, put together by shade.
 */
export type MapItemKind = 'component' | 'folder' | 'loose' | 'file' | 'rest';

/** Something on a map, before it has a place. */
export interface MapItem {
  readonly kind: MapItemKind;
  /** Of the component, folder or file in the columns; −1 of the others. */
  readonly index: number;
  /** What is written on it. One line of text from a repository: not escaped. */
  readonly label: string;
  /** Null: it has none of its own, only what is in it has. */
  readonly shade: Shade | null;
  /** A risk that somebody accepted counts as no single point. */
  readonly accepted: boolean;
  /** What its area shows, in the unit of the columns. */
  readonly size: number;
  readonly files: number;
  /** How many components or files a rest puts together; 1 of all others. */
  readonly together: number;
  /** Largest first. */
  readonly children: readonly MapItem[];
}
