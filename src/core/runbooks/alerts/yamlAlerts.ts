import { isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';
import { YamlFile } from '../../components/yamlFile';
import type { Place } from '../place';
import { type Alert, type AnnotationSpot, longestAlertText, mostAlertsOfFile, type RunbookReference } from './alert';
import { describes, linkWithin, runbookKeyRank, templatePart } from './annotations';

const deepest = 40;
const mostNodes = 200_000;
const mostReceivers = 500;

interface Reading {
  readonly path: string;
  readonly text: string;
  readonly file: YamlFile;
  /** Lines above the text within the file it is a part of. */
  readonly above: number;
  readonly alerts: Alert[];
  nodes: number;
}

/**
 * The alerts of a YAML or JSON text: rules of Prometheus, Loki and their like wherever they stand (rule files, resources,
 * lists of them, values of charts, texts within a ConfigMap), rules of Grafana, and receivers of Alertmanager that name a
 * runbook. `null` for what is no YAML.
 */
export function yamlAlerts(path: string, text: string): readonly Alert[] | null {
  const file = new YamlFile(text);
  if (file.problems.length > 0) return null;
  const reading: Reading = { path, text, file, above: 0, alerts: [], nodes: 0 };
  for (const root of file.roots) readDocument(root, reading);
  return reading.alerts;
}

function readDocument(root: Node, reading: Reading): void {
  const { file } = reading;
  const receivers = file.valueOf(root, 'route') === null ? null : file.itemsOf(file.valueOf(root, 'receivers'));
  if (receivers === null) walk(root, reading, 0);
  else for (const receiver of receivers.slice(0, mostReceivers)) readReceiver(receiver, reading);
}

/** A receiver of Alertmanager sends people to a runbook where one of its texts links to it. */
function readReceiver(receiver: Node, reading: Reading): void {
  const { file, path, alerts } = reading;
  const name = file.valueOf(receiver, 'name');
  const read = (node: Node | null, key: string, depth: number): void => {
    if (depth > deepest || reading.nodes++ > mostNodes || alerts.length >= mostAlertsOfFile) return;
    for (const item of file.itemsOf(node) ?? []) read(item, key, depth + 1);
    for (const entry of file.entriesOf(node) ?? []) read(entry.value, entry.key, depth + 1);
    const url = linkWithin(file.textOf(node) ?? '');
    if (url === null || file.textOf(name) === null) return;
    alerts.push({
      ...{ kind: 'receiver', path, severity: null, expression: '', summary: '', description: '', annotations: null },
      name: shortened(file.textOf(name)).slice(0, 300),
      place: placeOfText(name, file.textOf(name) ?? '', reading).place,
      runbook: reference(key, node, url, reading),
    });
  };
  read(receiver, 'name', 0);
}

function walk(node: Node, reading: Reading, depth: number): void {
  if (depth > deepest || reading.nodes++ > mostNodes || reading.alerts.length >= mostAlertsOfFile) return;
  if (isScalar(node)) {
    if (depth > 0) readWithin(node, reading);
  } else if (isSeq(node)) {
    for (const item of node.items) if (isNode(item)) walk(item, reading, depth + 1);
  } else if (isMap(node)) {
    const alert = alertOf(node, reading);
    if (alert !== null) reading.alerts.push(alert);
    else {
      for (const pair of node.items) if (isPair(pair) && isNode(pair.value)) walk(pair.value, reading, depth + 1);
    }
  }
}

/** A block of text that holds rules itself, as in a ConfigMap. Its lines keep their indentation, so that columns stay. */
function readWithin(node: Node, reading: Reading): void {
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') || !node.range) return;
  if (reading.above > 0 || !/^[ \t]*(?:-[ \t]+)?(?:alert|receivers):/m.test(String(node.value))) return;
  const { text, file, alerts } = reading;
  const begin = text.indexOf('\n', node.range[0]) + 1;
  const inner = text.slice(begin, node.range[1]);
  const within = new YamlFile(inner);
  if (begin === 0 || within.problems.length > 0) return;
  const above = reading.above + file.placeBetween(begin, begin).line - 1;
  const inside: Reading = { ...reading, text: inner, file: within, above, alerts, nodes: reading.nodes };
  for (const root of within.roots) readDocument(root, inside);
}

function alertOf(node: Node, reading: Reading): Alert | null {
  const { file } = reading;
  const name = file.valueOf(node, 'alert');
  if (file.textOf(name) !== null && file.valueOf(node, 'expr') !== null) {
    return describe(node, name, file.valueOf(node, 'expr'), reading);
  }
  const title = file.valueOf(node, 'title');
  const queries = file.itemsOf(file.valueOf(node, 'data'));
  if (file.textOf(title) === null || queries === null || file.valueOf(node, 'condition') === null) return null;
  const models = queries.map(query => file.valueOf(query, 'model'));
  const expression = models.map(model => file.valueOf(model, 'expr')).find(each => file.textOf(each) !== null) ?? null;
  return describe(node, title, expression, reading);
}

function describe(node: Node, name: Node | null, expression: Node | null, reading: Reading): Alert {
  const { file } = reading;
  const labels = file.valueOf(node, 'labels');
  const annotations = file.valueOf(node, 'annotations');
  const severity = file.textOf(file.valueOf(labels, 'severity')) ?? file.textOf(file.valueOf(labels, 'priority'));
  const texts = { summary: '', description: '' };
  for (const { key, value } of file.entriesOf(annotations) ?? []) {
    const which = describes(key);
    if (which !== null && texts[which] === '') texts[which] = shortened(file.textOf(value));
  }
  return {
    kind: 'rule',
    name: shortened(file.textOf(name)).slice(0, 300),
    path: reading.path,
    place: placeOfText(name, file.textOf(name) ?? '', reading).place,
    severity: severity === null || templatePart.test(severity) ? null : severity.toLowerCase().slice(0, 100),
    expression: shortened(expression === null ? null : String(file.scalarOf(expression) ?? '').trim()),
    ...texts,
    runbook: runbookOf(annotations, labels, reading),
    annotations: spotOf(annotations, reading),
  };
}

const shortened = (text: string | null): string => (text ?? '').slice(0, longestAlertText);

function runbookOf(annotations: Node | null, labels: Node | null, reading: Reading): Alert['runbook'] {
  const { file } = reading;
  const entries = file.entriesOf(annotations);
  // Something else than a map: a template, or a reference that leads nowhere.
  if (entries === null && annotations !== null && file.scalarOf(annotations) !== null) return 'unknown';
  const named = [...(entries ?? []), ...(file.entriesOf(labels) ?? [])]
    .filter(({ key }) => runbookKeyRank(key) >= 0)
    .sort((a, b) => runbookKeyRank(a.key) - runbookKeyRank(b.key));
  const [first] = named;
  if (first !== undefined) {
    const written = file.scalarOf(first.value);
    if (written === undefined && first.value !== null) return 'unknown';
    return reference(first.key, first.value ?? first.name, String(written ?? '').trim(), reading);
  }
  for (const { key, value } of entries ?? []) {
    const url = linkWithin(file.textOf(value) ?? '');
    if (url !== null) return reference(key, value, url, reading);
  }
  return null;
}

function reference(key: string, node: Node | null, text: string, reading: Reading): RunbookReference {
  return { key, text: shortened(text), ...placeOfText(node, text, reading) };
}

/** Where a text stands within a value; the value's own place when it is not written there as it is. */
function placeOfText(
  node: Node | null,
  text: string,
  { text: source, file, above }: Reading,
): { readonly place: Place; readonly replaceable: boolean } {
  const [start, end] = node?.range ?? [0, 0];
  const found = text === '' ? -1 : source.slice(start, end).indexOf(text);
  const place =
    found < 0
      ? file.placeBetween(start, start + source.slice(start, end).trimEnd().length)
      : file.placeBetween(start + found, start + found + text.length);
  return {
    place: { ...place, line: place.line + above, endLine: place.endLine + above },
    replaceable: found >= 0,
  };
}

/** Before the first annotation, where annotations stand one below the other. */
function spotOf(annotations: Node | null, { file, above }: Reading): AnnotationSpot | null {
  const first = file.entriesOf(annotations)?.[0]?.name;
  if (!isMap(annotations) || annotations.flow === true || !first?.range) return null;
  // Merged from elsewhere.
  if (first.range[0] < (annotations.range?.[0] ?? 0) || first.range[0] > (annotations.range?.[1] ?? 0)) return null;
  const { line, column } = file.placeBetween(first.range[0], first.range[0]);
  const at = line + above;
  return { place: { line: at, column, endLine: at, endColumn: column }, indent: ' '.repeat(column - 1) };
}
