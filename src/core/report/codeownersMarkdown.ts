import type { Snapshot } from '../model';
import type { CodeownersDraft } from '../scaffold/codeowners/draftCodeowners';
import { codeownersSentence, flagText, noLoginText, ownersSuggestionText } from './codeownersText';
import { limitLines } from './limitsMarkdown';
import { codeSpan, escapeMarkdown } from './markdownText';
import { ownersNamesText } from './namesNeeded';
import { printable } from './printable';
import type { Translate } from './translate';

/** What CODEOWNERS lacks, and the change that is suggested, as a Markdown document. */
export function codeownersMarkdown(draft: CodeownersDraft, snapshot: Snapshot, translate: Translate): string {
  const { path, flags, suggestions, changes } = draft;
  const unwritten = noLoginText(draft, translate);
  const names = ownersNamesText(snapshot, translate);
  return `${[
    `# ${translate('CODEOWNERS', {})}`,
    '',
    ...limitLines(snapshot.limits, translate),
    `**${escapeMarkdown(codeownersSentence(draft, translate))}**`,
    '',
    ...(names === null ? [] : [escapeMarkdown(names), '']),
    ...(flags.length === 0 ? [] : [`## ${translate('Lines to look at', {})}`, '']),
    ...flags.map(flag => `- ${codeSpan(`${path}:${flag.line}`)} ${escapeMarkdown(flagText(flag, translate))}`),
    ...(flags.length === 0 ? [] : ['']),
    ...(suggestions.length === 0 ? [] : [`## ${translate('Owners to name', {})}`, '']),
    ...suggestions.map(each => `- ${escapeMarkdown(ownersSuggestionText(each, snapshot, translate))}`),
    ...(suggestions.length === 0 ? [] : ['']),
    ...(unwritten === null ? [] : [escapeMarkdown(unwritten), '']),
    ...(changes.length === 0 ? [] : [`## ${translate('Suggested change', {})}`, '', ...fenced(diffLines(draft)), '']),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** The changes as a diff without context. */
export function diffLines({ path, exists, changes }: CodeownersDraft): readonly string[] {
  let shift = 0;
  const hunks = changes.flatMap(({ line, before, after }) => {
    const removed = before === null ? 0 : 1;
    const at = `@@ -${line},${removed} +${(before === null ? line + 1 : line) + shift},${after.length} @@`;
    shift += after.length - removed;
    return [at, ...(before === null ? [] : [`-${printable(before)}`]), ...after.map(text => `+${printable(text)}`)];
  });
  return [`--- ${exists ? `a/${path}` : '/dev/null'}`, `+++ b/${path}`, ...hunks];
}

function fenced(lines: readonly string[]): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap(line => Array.from(line.matchAll(/`+/g), ([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}diff`, ...lines, fence];
}
