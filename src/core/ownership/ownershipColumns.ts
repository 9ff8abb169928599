import type { State } from '../model';

/** A {@link State}; or `absent`: it was not there at that moment. */
export type ColumnState = State | 'absent';

const stateCodes: readonly ColumnState[] = ['shared', 'sole', 'orphaned', 'unknown', 'absent'];
const likelyBit = 8;
const acceptedBit = 16;
/** As many owners, or more, are told alike. */
const mostOwners = 255;
const lastSecond = 2 ** 32 - 1;

/**
 * Who owns each of many files or components, by index: plain columns of a few bytes each, so that what changes all at
 * once (someone is thought away, another moment is looked at) is cheap to send.
 */
export interface OwnershipColumns {
  /** Read by {@link stateIn}. */
  readonly states: Uint8Array;
  /** Active owners, at most 255. */
  readonly owners: Uint8Array;
  /** Seconds since 1970; 0 where that is not known. */
  readonly lastTouched: Uint32Array;
}

/** What one row of the columns holds. */
export interface OwnershipRow {
  readonly state: ColumnState;
  /** False: the state is only likely. */
  readonly certain: boolean;
  /** Its risk is accepted. */
  readonly accepted: boolean;
  readonly owners: number;
  /** Seconds since 1970. */
  readonly lastTouched: number;
}

/** Of what nothing is known of. */
export const unknownRow: OwnershipRow = {
  ...{ state: 'unknown', certain: true, accepted: false, owners: 0, lastTouched: 0 },
};

/** Columns for so many rows, all of them shared by nobody until they are {@link setRow set}. */
export function emptyColumns(rows: number): OwnershipColumns {
  return { states: new Uint8Array(rows), owners: new Uint8Array(rows), lastTouched: new Uint32Array(rows) };
}

/** Numbers that a column cannot hold are brought to the nearest that it can. */
export function setRow(columns: OwnershipColumns, index: number, row: OwnershipRow): void {
  const { state, certain, accepted, owners, lastTouched } = row;
  columns.states[index] = stateCodes.indexOf(state) + (certain ? 0 : likelyBit) + (accepted ? acceptedBit : 0);
  columns.owners[index] = Math.min(owners, mostOwners);
  columns.lastTouched[index] = Math.min(Math.max(0, lastTouched), lastSecond);
}

/** `unknown` for an index that is not there. */
export function stateIn(columns: OwnershipColumns, index: number): ColumnState {
  return rowIn(columns, index).state;
}

/** One row of the columns; {@link unknownRow} for an index that is not there. */
export function rowIn(columns: OwnershipColumns, index: number): OwnershipRow {
  const code = columns.states[index];
  if (code === undefined) return unknownRow;
  return {
    state: stateCodes[code & 7] ?? 'unknown',
    certain: (code & likelyBit) === 0,
    accepted: (code & acceptedBit) !== 0,
    owners: columns.owners[index] ?? 0,
    lastTouched: columns.lastTouched[index] ?? 0,
  };
}
