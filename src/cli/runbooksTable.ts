import type { Finding, Snapshot } from '../core/model';
import { findingsByFile, runbooksSituation, severities, severityText } from '../core/report/findings';
import { type Flood, floodText, withoutFloods } from '../core/report/floods';
import { wholeNumber } from '../core/report/numbers';
import { printable } from '../core/report/printable';
import { allFindings } from '../core/report/singlePoints';
import { plainTranslate } from '../core/report/translate';
import { headLines, type TableStyle } from './reportHead';
import type { Colors } from './terminal';
import { pad, truncateMiddle, wrap } from './width';

export interface RunbooksTableOptions extends TableStyle {
  /** Information and hints, too. */
  readonly all: boolean;
}

/** Findings as a person reads them in a terminal: file by file, as linters print them, then how many there are. */
export function runbooksTable(snapshot: Snapshot, options: RunbooksTableOptions): string {
  const { width, colors, all } = options;
  const findings = allFindings(snapshot);
  const shown = all ? findings : findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const hidden = findings.length - shown.length;
  const { listed, floods } = all ? { listed: shown, floods: [] } : withoutFloods(shown);
  return `${[
    ...headLines(snapshot, options),
    ...wrap(runbooksSituation(snapshot, plainTranslate), width).map(line => colors.bold(line)),
    ...[...findingsByFile(listed)].flatMap(([path, list]) => [
      '',
      colors.underline(truncateMiddle(printable(path), width)),
      ...list.flatMap(finding => findingLines(finding, options)),
    ]),
    ...floods.flatMap(flood => floodLines(flood, options)),
    '',
    countText(findings, colors),
    ...(hidden === 0 ? [] : [colors.dim('Information and hints are not listed (--all lists them).')]),
  ].join('\n')}\n`;
}

/** A rule that found very much, once: how much, and the first of it. */
function floodLines(flood: Flood, options: TableStyle): string[] {
  const { path, rule } = flood.first;
  const head = `${rule}: ${floodText(flood, plainTranslate)} (--all lists them), first ${printable(path)}`;
  return [
    '',
    ...wrap(head, options.width).map(line => options.colors.bold(line)),
    ...findingLines(flood.first, options),
  ];
}

const placeWidth = 9;
const severityWidth = 11;

function findingLines({ line, column, severity, rule, message }: Finding, { width, colors }: TableStyle): string[] {
  const place = pad(`${line}:${column}`, placeWidth, 'right');
  const word = pad(severityText(severity, plainTranslate), severityWidth, 'left');
  const start = `${place}  ${word}  ${rule}  `;
  const [first = '', ...more] = wrap(printable(message), width, start);
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.dim;
  return [`${colors.dim(place)}  ${paint(word)}  ${colors.dim(rule)}  ${first.slice(start.length)}`, ...more];
}

function countText(findings: readonly Finding[], colors: Colors): string {
  const counts = severities
    .map(severity => [severity, findings.filter(finding => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${wholeNumber(count, plainTranslate)} ${severityText(severity, plainTranslate)}`);
  return counts.length === 0 ? colors.green('Nothing found.') : counts.join(' · ');
}
