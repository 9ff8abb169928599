import type { Place } from '../place';
import { type Alert, longestAlertText, mostAlertsOfFile, type RunbookReference } from './alert';
import { describes, linkWithin, runbookKeyRank, templatePart } from './annotations';

const longestLine = 4000;
const longestRule = 400;

interface Line {
  /** From 1. */
  readonly number: number;
  readonly indent: number;
  /** Without indentation, with the constants of the template. */
  readonly text: string;
  /** The same as it stands in the file. */
  readonly written: string;
}

/** A key with what stands behind it on its line, and where. */
interface Entry {
  readonly key: string;
  readonly value: string;
  readonly place: Place;
  /** The value stands there as it is. */
  readonly exact: boolean;
}

const alertLine = /^(\s*)(?:-\s+)?(["']?)alert\2\s*:\s*(\S.*)$/;
const entryLine = /^(?:-\s+)?(["']?)([\w./-]{1,100})\1\s*:(?:\s+(\S.*))?$/;
const constant = /\{\{-?\s*\$(\w{1,60})\s*:=\s*"([^"\n]{1,200})"\s*-?\}\}/g;
const use = /\{\{-?\s*\$(\w{1,60})\s*-?\}\}/g;
const templateLine = /^\{\{.*\}\}$/;
/** Such a template may bring any annotation. */
const bringsMore = /\b(?:include|template|toYaml|tpl|range|with)\b/;

/**
 * The alerts of a YAML file that is a template, as in Helm charts: read line by line, since it is YAML only when it is
 * filled in. Rules whose name is not known before that are left out.
 */
export function templateAlerts(path: string, text: string): readonly Alert[] {
  const constants = new Map([...text.matchAll(constant)].map(([, name, value]) => [name, value] as const));
  const lines = text.split('\n').map((line, index): Line => {
    const cut = line.slice(0, longestLine).trimEnd();
    const written = cut.trimStart();
    const filled = written.replace(use, (whole, name: string) => constants.get(name) ?? whole);
    return { number: index + 1, indent: cut.length - written.length, text: filled, written };
  });
  const alerts: Alert[] = [];
  for (let at = 0; at < lines.length && alerts.length < mostAlertsOfFile; at++) {
    const line = lines[at];
    const match = line && alertLine.exec(`${' '.repeat(line.indent)}${line.text}`);
    if (!line || !match) continue;
    const name = entryOf(line)?.value ?? '';
    const rule = ruleAround(lines, at);
    if (name !== '' && !templatePart.test(name) && entryAt(rule, 'expr') !== null)
      alerts.push(alertOf(path, line, rule));
  }
  return alerts;
}

/** The lines of the map that the line at `at` is in: an item of a list, or all lines that are indented as far. */
function ruleAround(lines: readonly Line[], at: number): readonly Line[] {
  const column = keyColumn(lines[at]);
  const isItem = (line: Line | undefined): boolean => startsItem(line) && keyColumn(line) === column;
  const isBeside = (line: Line | undefined): boolean =>
    line !== undefined && (line.text === '' || templateLine.test(line.text) || line.indent >= column);
  let first = at;
  while (!isItem(lines[first]) && at - first < longestRule && (isItem(lines[first - 1]) || isBeside(lines[first - 1])))
    first--;
  let end = at + 1;
  while (end < lines.length && end - at < longestRule && !isItem(lines[end]) && isBeside(lines[end])) end++;
  return lines.slice(first, end);
}

const startsItem = (line: Line | undefined): boolean => line?.text.startsWith('- ') ?? false;
const keyColumn = (line: Line | undefined): number =>
  (line?.indent ?? 0) + (/^-\s+/.exec(line?.text ?? '')?.[0].length ?? 0);

function entryOf(line: Line): Entry | null {
  const match = entryLine.exec(line.text);
  const raw = entryLine.exec(line.written)?.[3] ?? '';
  const key = match?.[2];
  if (match === null || key === undefined) return null;
  const written = match[3] ?? '';
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(written)?.[2];
  const value = quoted ?? written.replace(/\s+#.*$/, '');
  const column = line.indent + line.written.lastIndexOf(raw) + (quoted === undefined ? 0 : 1) + 1;
  return { key, value, place: placeAt(line.number, column, raw === written ? value : raw), exact: raw === written };
}

const placeAt = (line: number, column: number, text: string): Place => ({
  line,
  column,
  endLine: line,
  endColumn: column + text.length,
});

/** Key and value of a rule's own key, with the lines below that belong to it. */
function entryAt(
  rule: readonly Line[],
  key: string,
): { readonly entry: Entry; readonly below: readonly Line[] } | null {
  const column = keyColumn(rule[0]);
  const at = rule.findIndex(line => keyColumn(line) === column && entryOf(line)?.key === key);
  const entry = rule[at] && entryOf(rule[at]);
  if (!entry) return null;
  const after = rule.slice(at + 1);
  const end = after.findIndex(({ text, indent }) => text !== '' && !templateLine.test(text) && indent <= column);
  return { entry, below: end < 0 ? after : after.slice(0, end) };
}

/** The value of an entry, or of the block below it. */
function wholeValue(entry: Entry, below: readonly Line[]): Omit<Entry, 'key'> {
  if (!/^[|>][-+\d]*$/.test(entry.value)) return entry;
  const content = below.filter(({ text }) => text !== '');
  const [first] = content;
  if (first === undefined) return { value: '', place: entry.place, exact: false };
  const value = content.map(({ text }) => text).join('\n');
  return { value, place: placeAt(first.number, first.indent + 1, first.written), exact: value === first.written };
}

function alertOf(path: string, line: Line, rule: readonly Line[]): Alert {
  const name = entryOf(line) ?? { value: '', place: placeAt(line.number, 1, ''), exact: false };
  const expression = entryAt(rule, 'expr');
  const labels = entryAt(rule, 'labels');
  const annotations = entryAt(rule, 'annotations');
  const severity = (labels?.below ?? []).map(entryOf).find(entry => entry?.key === 'severity')?.value ?? null;
  const texts = { summary: '', description: '' };
  for (const each of annotations?.below ?? []) {
    const entry = entryOf(each);
    const which = entry && describes(entry.key);
    if (entry && which && texts[which] === '') texts[which] = entry.value.slice(0, longestAlertText);
  }
  return {
    kind: 'rule',
    name: name.value.slice(0, 300),
    path,
    place: name.place,
    severity: severity === null || templatePart.test(severity) ? null : severity.toLowerCase().slice(0, 100),
    expression:
      expression === null ? '' : wholeValue(expression.entry, expression.below).value.slice(0, longestAlertText),
    ...texts,
    runbook: runbookOf(annotations),
    annotations: null,
  };
}

function runbookOf(annotations: ReturnType<typeof entryAt>): Alert['runbook'] {
  if (annotations === null) return null;
  if (annotations.entry.value !== '') return 'unknown';
  const { below } = annotations;
  const reference = (at: number, entry: Entry): RunbookReference => {
    const next = below.slice(at + 1).findIndex(line => line.text !== '' && line.indent <= (below[at]?.indent ?? 0));
    const { value, place, exact } = wholeValue(
      entry,
      next < 0 ? below.slice(at + 1) : below.slice(at + 1, at + 1 + next),
    );
    return { key: entry.key, text: value.slice(0, longestAlertText), place, replaceable: exact && value !== '' };
  };
  const entries = below.map(entryOf);
  const ranks = entries.map(entry => (entry === null ? -1 : runbookKeyRank(entry.key)));
  const best = ranks.reduce(
    (found, rank, at) => (rank >= 0 && (found < 0 || rank < (ranks[found] ?? 0)) ? at : found),
    -1,
  );
  const entry = entries[best];
  if (entry) return reference(best, entry);
  for (const [at, each] of entries.entries()) {
    const url = linkWithin(below[at]?.text ?? '');
    if (each && url !== null && !templatePart.test(url)) {
      return { key: each.key, text: url, place: each.place, replaceable: false };
    }
  }
  return below.some(({ text }) => templatePart.test(text) && bringsMore.test(text)) ? 'unknown' : null;
}
