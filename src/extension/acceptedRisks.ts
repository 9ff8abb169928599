/** An entry of `accepted` in `.single-points.yml`. */
export interface AcceptedEntry {
  readonly subject: { readonly component: string } | { readonly path: string };
  /** `YYYY-MM-DD`. */
  readonly until: string;
  readonly why: string;
}

/** Text to put into the settings file, before a line counted from 0. */
export interface Insertion {
  readonly line: number;
  readonly text: string;
}

const acceptedKey = /^accepted[ \t]*:[ \t]*(.*)$/;
const emptyValue = /^(?:\[[ \t]*\]|\{[ \t]*\}|null|~)?[ \t]*(?:#.*)?$/;

/**
 * Where an accepted risk goes into a settings file: at the head of its list, or as a new list at the end. Only text is
 * added, so that comments and layout stay. Null when the list is written in a way that text cannot be added to.
 */
export function insertAccepted(file: string, entry: AcceptedEntry): Insertion | null {
  const lines = file.split(/\r?\n/);
  const eol = file.includes('\r\n') ? '\r\n' : '\n';
  const key = lines.findIndex(line => acceptedKey.test(line));
  if (key === -1) {
    const isOpen = lines[lines.length - 1] !== '';
    const text = ['accepted:', ...entryLines(entry, '  '), ''].join(eol);
    return { line: isOpen ? lines.length : lines.length - 1, text: isOpen ? `${eol}${text}` : text };
  }
  const value = acceptedKey.exec(lines[key] ?? '')?.[1] ?? '';
  if (!emptyValue.test(value) || /^[[{]/.test(value)) return null;
  const next = lines.slice(key + 1).find(line => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const indent = /^([ \t]*)-/.exec(next ?? '')?.[1] ?? '  ';
  return { line: key + 1, text: [...entryLines(entry, indent), ''].join(eol) };
}

/** The text of a settings file that holds nothing else. */
export function acceptedFile(entry: AcceptedEntry): string {
  return ['accepted:', ...entryLines(entry, '  '), ''].join('\n');
}

function entryLines({ subject, until, why }: AcceptedEntry, indent: string): readonly string[] {
  const [key, value] = 'component' in subject ? ['component', subject.component] : ['path', subject.path];
  return [
    `${indent}- ${key}: ${quoted(value)}`,
    `${indent}  until: ${until}`,
    ...(why.trim() === '' ? [] : [`${indent}  why: ${quoted(why.trim())}`]),
  ];
}

/** JSON strings are YAML too, whatever is in them. */
function quoted(text: string): string {
  return /^[A-Za-z][\w ./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text.trim())
    ? text
    : JSON.stringify(text);
}
