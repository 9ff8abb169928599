/** Text to put into the settings file, before a line counted from 0. */
export interface Insertion {
  readonly line: number;
  readonly text: string;
}

const emptyValue = /^(?:\[[ \t]*\]|\{[ \t]*\}|null|~)?[ \t]*(?:#.*)?$/;

/**
 * Where an entry goes into a list of a settings file, as `accepted`: at the head of the list, or as a new list at the end.
 * Only text is added, so that comments and layout stay. Null when the list is written in a way that text cannot be
 * added to.
 *
 * @param entry its keys and values, each written already
 */
export function insertEntry(file: string, list: string, entry: readonly string[]): Insertion | null {
  const lines = file.split(/\r?\n/);
  const eol = file.includes('\r\n') ? '\r\n' : '\n';
  const key = lines.findIndex(line => valueBehind(line, list) !== null);
  if (key === -1) {
    const isOpen = lines[lines.length - 1] !== '';
    const text = [`${list}:`, ...entryLines(entry, '  '), ''].join(eol);
    return { line: isOpen ? lines.length : lines.length - 1, text: isOpen ? `${eol}${text}` : text };
  }
  const value = valueBehind(lines[key] ?? '', list) ?? '';
  if (!emptyValue.test(value) || /^[[{]/.test(value)) return null;
  const next = lines.slice(key + 1).find(line => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const indent = /^([ \t]*)-/.exec(next ?? '')?.[1] ?? '  ';
  return { line: key + 1, text: [...entryLines(entry, indent), ''].join(eol) };
}

/** The text of a settings file that holds nothing else. */
export function fileWithEntry(list: string, entry: readonly string[]): string {
  return [`${list}:`, ...entryLines(entry, '  '), ''].join('\n');
}

/** A value as YAML: JSON strings are YAML too, whatever is in them. */
export function quoted(text: string): string {
  return /^[A-Za-z][\w ./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text.trim())
    ? text
    : JSON.stringify(text);
}

/** What stands behind a key at the beginning of a line; null for another line. */
function valueBehind(line: string, key: string): string | null {
  const rest = line.startsWith(key) ? /^[ \t]*:[ \t]*(.*)$/.exec(line.slice(key.length)) : null;
  return rest?.[1] ?? null;
}

function entryLines([first = '', ...others]: readonly string[], indent: string): readonly string[] {
  return [`${indent}- ${first}`, ...others.map(line => `${indent}  ${line}`)];
}
