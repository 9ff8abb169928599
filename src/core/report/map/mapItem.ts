import type { State } from '../../model';

/**
 * `component`: one, with what is in it; `loose`: files of no component; `file`: one; `rest`: files, or components, of one
 * state that are too small to be drawn alone.
 */
export type MapItemKind = 'component' | 'loose' | 'file' | 'rest';

/** Something on a map, before it has a place. Plain, so that it can be sent to a webview. */
export interface MapItem {
  readonly kind: MapItemKind;
  /** Id of the component or path of the file; of a rest, what it lies in. */
  readonly id: string;
  /** What is written on it. One line of text from a repository: not escaped. */
  readonly label: string;
  readonly state: State;
  /** Whether the state is certain, not only likely. */
  readonly certain: boolean;
  /** A risk that somebody accepted counts as no single point. */
  readonly accepted: boolean;
  /** What its area shows, in {@link KnowledgeMap.unit}; at least 1 for each file. */
  readonly size: number;
  readonly files: number;
  /** How many components or files a rest puts together; 1 of all others. */
  readonly together: number;
  /** Why it is in that state, sentences without full stops; of a file its owners. */
  readonly reasons: readonly string[];
  /** Largest first. */
  readonly children: readonly MapItem[];
}

/** Who knows which part of a repository, largest first. */
export interface KnowledgeMap {
  /** What areas are measured in: lines where they are known, else files. */
  readonly unit: 'lines' | 'files';
  readonly items: readonly MapItem[];
}
