import type { Snapshot } from '../core/model';
import { diffLines } from '../core/report/codeownersMarkdown';
import { codeownersSentence, flagText, noLoginText, ownersSuggestionText } from '../core/report/codeownersText';
import { ownersNamesText } from '../core/report/namesNeeded';
import { plainTranslate } from '../core/report/translate';
import type { CodeownersDraft } from '../core/scaffold/codeowners/draftCodeowners';
import { headLines, type TableStyle } from './reportHead';
import { wrap } from './width';

/** What CODEOWNERS lacks and could say as a person reads it in a terminal. */
export function codeownersTable(draft: CodeownersDraft, snapshot: Snapshot, style: TableStyle): string {
  const { width, colors } = style;
  const { path, flags, suggestions, changes } = draft;
  const unwritten = noLoginText(draft, plainTranslate);
  const names = ownersNamesText(snapshot, plainTranslate);
  return `${[
    ...headLines(snapshot, style),
    ...wrap(codeownersSentence(draft, plainTranslate), width).map(line => colors.bold(line)),
    ...(names === null ? [] : wrap(names, width).map(colors.yellow)),
    ...(flags.length === 0 ? [] : ['', 'Lines to look at']),
    ...flags.flatMap(flag => wrap(flagText(flag, plainTranslate), width, `  ${path}:${flag.line}  `)),
    ...(suggestions.length === 0 ? [] : ['', 'Owners to name']),
    ...suggestions.flatMap(each => wrap(ownersSuggestionText(each, snapshot, plainTranslate), width, '  ')),
    ...(unwritten === null ? [] : wrap(`${unwritten} (--addresses writes addresses)`, width).map(colors.dim)),
    ...(changes.length === 0 ? [] : ['', 'Suggested change (nothing was written)']),
    ...(changes.length === 0 ? [] : diffLines(draft).map(line => colored(line, style))),
  ].join('\n')}\n`;
}

function colored(line: string, { colors }: TableStyle): string {
  if (line.startsWith('@@')) return colors.cyan(line);
  if (line.startsWith('+')) return colors.green(line);
  return line.startsWith('-') ? colors.red(line) : line;
}
