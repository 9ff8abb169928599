import type { Place } from '../place';
import { type Alert, longestAlertText, mostAlertsOfFile } from './alert';
import { describes, runbookKeyRank, templatePart } from './annotations';

interface Token {
  readonly kind: 'text' | 'word' | 'sign';
  /** The content of a text, without quotes. */
  readonly value: string;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
}

/** A value as far as it is known: a text as it stands, an object, or something computed. */
type Value = Token | ReadonlyMap<string, Value> | null;

const deepest = 100;
const comment = /\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//y;
const word = /[\w$.]+/y;
const simpleText = /@?(["'])((?:\\[\s\S]|(?!\1)[^\\])*)\1/y;
const blockText = /\|\|\|-?[ \t]*\n([\s\S]*?)\n[ \t]*\|\|\|/y;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const match = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at;
      return pattern.exec(text);
    };
    const character = text[at] ?? '';
    const skipped = character === '/' || character === '#' ? match(comment) : null;
    const block = character === '|' ? match(blockText) : null;
    const simple = /["'@]/.test(character) ? match(simpleText) : null;
    const name = /[\w$]/.test(character) ? match(word) : null;
    const found = skipped ?? block ?? simple ?? name;
    if (block) tokens.push({ kind: 'text', value: block[1] ?? '', start: at, end: at + block[0].length });
    else if (simple) {
      const start = at + simple[0].length - 1 - (simple[2] ?? '').length;
      tokens.push({ kind: 'text', value: simple[2] ?? '', start, end: at + simple[0].length - 1 });
    } else if (name) tokens.push({ kind: 'word', value: name[0], start: at, end: at + name[0].length });
    else if (!skipped && /\S/.test(character)) tokens.push({ kind: 'sign', value: character, start: at, end: at + 1 });
    at += found?.[0].length ?? 1;
  }
  return tokens;
}

/**
 * The alerts of a Jsonnet file, by pattern: objects whose `alert` is a text as it stands. Annotations may be added
 * anywhere else, so that one without a runbook in sight is `unknown`, as is one whose URL is computed.
 */
export function jsonnetAlerts(path: string, text: string): readonly Alert[] {
  const tokens = tokensOf(text);
  const alerts: Alert[] = [];
  const lines = lineStarts(text);
  let at = 0;
  const isSign = (value: string, offset = 0): boolean => {
    const token = tokens[at + offset];
    return token?.kind === 'sign' && token.value === value;
  };
  /** `at` stands behind the opening brace, and behind the closing one afterwards. */
  const object = (depth: number): ReadonlyMap<string, Value> => {
    const fields = new Map<string, Value>();
    while (at < tokens.length && !isSign('}')) {
      const key = tokens[at++];
      if (key === undefined || depth > deepest) break;
      if (key.kind === 'sign') {
        if (key.value === '{') object(depth + 1);
        continue;
      }
      if (isSign('+')) at++;
      if (!isSign(':')) continue;
      while (isSign(':')) at++;
      const value = tokens[at];
      if (value?.kind === 'text' && (isSign(',', 1) || isSign('}', 1))) {
        fields.set(key.value, value);
        at++;
      } else if (isSign('{')) {
        at++;
        fields.set(key.value, object(depth + 1));
      } else fields.set(key.value, null);
    }
    at++;
    const alert = alertOf(path, fields, lines);
    if (alert !== null && alerts.length < mostAlertsOfFile) alerts.push(alert);
    return fields;
  };
  while (at < tokens.length) {
    if (isSign('{')) {
      at++;
      object(0);
    } else at++;
  }
  return alerts.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

const isToken = (value: Value | undefined): value is Token => value !== null && value !== undefined && 'kind' in value;

function alertOf(path: string, fields: ReadonlyMap<string, Value>, lines: readonly number[]): Alert | null {
  const name = fields.get('alert');
  if (!isToken(name) || !fields.has('expr') || templatePart.test(name.value)) return null;
  const textOf = (value: Value | undefined): string => (isToken(value) ? value.value.slice(0, longestAlertText) : '');
  const inner = (key: string): ReadonlyMap<string, Value> => {
    const value = fields.get(key);
    return value instanceof Map ? value : new Map<string, Value>();
  };
  const texts = { summary: '', description: '' };
  for (const [key, value] of inner('annotations')) {
    const which = describes(key);
    if (which !== null) texts[which] = textOf(value);
  }
  const [key, value] =
    [...inner('annotations')]
      .filter(([each]) => runbookKeyRank(each) >= 0)
      .sort(([a], [b]) => runbookKeyRank(a) - runbookKeyRank(b))[0] ?? [];
  const severity = textOf(inner('labels').get('severity'));
  return {
    kind: 'rule',
    name: name.value.slice(0, 300),
    path,
    place: placeOf(name, lines),
    severity: severity === '' || templatePart.test(severity) ? null : severity.toLowerCase().slice(0, 100),
    expression: textOf(fields.get('expr')),
    ...texts,
    runbook:
      key !== undefined && isToken(value)
        ? { key, text: textOf(value), place: placeOf(value, lines), replaceable: true }
        : 'unknown',
    annotations: null,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf({ start, end }: Token, lines: readonly number[]): Place {
  const position = (offset: number): { readonly line: number; readonly column: number } => {
    let low = 0;
    let high = lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
  };
  const from = position(start);
  const to = position(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
