/** Stands in a path for an item of a list. */
export const listItem = '[]';

/** Where in a YAML file the cursor is: names of keys from the root, {@link listItem} between. */
export interface YamlPlace {
  /** The mapping or list around. */
  readonly path: readonly string[];
  /** The key whose value is being written; null: a key is. */
  readonly key: string | null;
}

interface ReadLine {
  /** Column of the last dash in front; null without one. */
  readonly dash: number | null;
  /** Column of what comes behind the dashes. */
  readonly column: number;
  readonly key: string | null;
  readonly value: string;
}

const keyPattern = /^(?:([\w$.-]+)|"([^"]*)"|'([^']*)')\s*:(?:\s+|$)/;

/**
 * Reads around a position just enough to tell where it is, in a file that is still being written: layout by indentation,
 * and one mapping in braces on the line itself. Other layouts give a place that no schema knows.
 */
export function yamlPlaceAt(lines: readonly string[], line: number, character: number): YamlPlace {
  const before = (lines[line] ?? '').slice(0, character);
  const own = readLine(before) ?? { dash: null, column: before.length, key: null, value: '' };
  const path = pathAbove(lines, line, own);
  if (own.key === null) return { path, key: null };
  const inBraces = /\{([^{}]*)$/.exec(own.value)?.[1];
  if (inBraces === undefined) return { path, key: own.key };
  const isItem = own.value.trimStart().startsWith('[');
  const within = [...path, own.key, ...(isItem ? [listItem] : [])];
  const last = inBraces.split(',').at(-1)?.trimStart() ?? '';
  return { path: within, key: nameOf(keyPattern.exec(last)) };
}

/** The keys that the mapping around a line has already, without the line itself. */
export function keysBeside(lines: readonly string[], line: number, character: number): ReadonlySet<string> {
  const before = (lines[line] ?? '').slice(0, character);
  const { column, dash } = readLine(before) ?? { column: before.length, dash: null };
  const keys = new Set<string>();
  for (const step of [-1, 1]) {
    // A dash begins an item: what is above it belongs to another one.
    if (step === -1 && dash !== null) continue;
    for (let at = line + step; at >= 0 && at < lines.length; at += step) {
      const read = readLine(lines[at] ?? '');
      if (read === null || read.column > column) continue;
      if (read.column < column || (step === 1 && read.dash !== null)) break;
      if (read.key !== null) keys.add(read.key);
      if (read.dash !== null) break;
    }
  }
  return keys;
}

function pathAbove(lines: readonly string[], line: number, own: ReadLine): string[] {
  const path: string[] = [];
  let limit = own.column;
  // Behind a dash: the list may stand right below its key.
  let ofList = false;
  const enter = (dash: number | null): void => {
    ofList = dash !== null;
    if (dash === null) return;
    path.unshift(listItem);
    limit = dash;
  };
  enter(own.dash);
  for (let at = line - 1; at >= 0 && (limit > 0 || ofList); at--) {
    const read = readLine(lines[at] ?? '');
    if (read === null) continue;
    if (!ofList && read.column === limit && read.dash !== null) enter(read.dash);
    else if (read.key !== null && (read.column < limit || (ofList && read.column === limit && read.dash === null))) {
      path.unshift(read.key);
      limit = read.column;
      enter(read.dash);
    }
  }
  return path;
}

/** Null for a line that is empty or only a comment. */
function readLine(text: string): ReadLine | null {
  const [lead = ''] = /^\s*(?:-\s+)*(?:-$)?/.exec(text) ?? [];
  const rest = text.slice(lead.length);
  if ((rest === '' && !lead.includes('-')) || rest.startsWith('#')) return null;
  const found = keyPattern.exec(rest);
  const dash = lead.lastIndexOf('-');
  return {
    dash: dash === -1 ? null : dash,
    // A dash alone: its item begins behind it.
    column: lead.endsWith('-') ? lead.length + 1 : lead.length,
    key: nameOf(found),
    value: found === null ? rest : rest.slice(found[0].length),
  };
}

function nameOf(found: RegExpExecArray | null): string | null {
  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? null);
}
