import { readRows } from './csv';

/** A system whose developers named the people it depends on. */
export interface System {
  /** `owner/name`. */
  readonly repository: string;
  readonly commit: string;
  /** Names as they were given. */
  readonly developers: readonly string[];
  /** People whom the reference tool prints; null where the table does not say. */
  readonly reference: readonly string[] | null;
}

/**
 * Reads a table of systems: comma-separated, with a heading, columns `repository`, `commit`, `named_developers` and
 * perhaps `reference_doa_people`, people separated by `|`. Throws Error for a column that is missing, and names the line
 * that lacks a value.
 */
export function readSystems(text: string): System[] {
  const [heading = [], ...rows] = readRows(text);
  const place = (column: string): number => {
    const at = heading.indexOf(column);
    if (at < 0) throw new Error(`The table has no column "${column}".`);
    return at;
  };
  const [repository, commit, developers] = [place('repository'), place('commit'), place('named_developers')];
  const reference = heading.indexOf('reference_doa_people');
  return rows.map((row, index) => {
    const value = (at: number): string => {
      const found = row[at]?.trim() ?? '';
      if (found === '') throw new Error(`Row ${index + 2} of the table has no ${heading[at]}.`);
      return found;
    };
    return {
      repository: value(repository),
      commit: value(commit),
      developers: people(value(developers)),
      reference: reference < 0 ? null : people(row[reference] ?? ''),
    };
  });
}

function people(text: string): string[] {
  return text
    .split('|')
    .map(name => name.trim())
    .filter(name => name !== '');
}
