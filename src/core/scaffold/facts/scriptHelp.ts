import { shown } from '../redact';
import { warningIn } from '../removal';

/** What a script says of itself at its top. */
export interface ScriptHelp {
  /** Its first sentence; '' where that is its own name over again, a usage or a licence. */
  readonly help: string;
  /** The sentence that says it removes something; '' where none does. */
  readonly warning: string;
  /** Where the first of the two stands, from 1; null where it says nothing. */
  readonly line: number | null;
}

/** A line at the top, and its place, from 1. */
interface Said {
  readonly text: string;
  readonly line: number;
}

const longestSentence = 160;
const top = 40;

/** Read from the docstring of a module of Python, else from the comments before the first line that does something. */
export function scriptHelp(lines: readonly string[], isPython: boolean): ScriptHelp {
  const documented = isPython ? docstringOf(lines) : [];
  const comments = commentsOf(lines);
  const said = documented.length > 0 ? documented : comments;
  const help = firstSentence(documented) || firstSentence(comments);
  const warned = plain(warningIn(said.map(({ text }) => text).join('\n')));
  const warning = warned.length > longestSentence ? `${warned.slice(0, longestSentence - 1)}…` : warned;
  const line = (sentence: string): number | null => {
    const words = sentence.split(' ').slice(0, 3).join(' ');
    const all = [...documented, ...comments];
    return all.find(({ text }) => words !== '' && plain(text).includes(words))?.line ?? all[0]?.line ?? null;
  };
  return {
    help: shown(help),
    warning: shown(warning),
    line: help !== '' ? line(help) : warning !== '' ? line(warning) : null,
  };
}

/** All lines that a script says of itself at its top: see {@link scriptHelp}; '' between two paragraphs. */
export function saidAtTop(lines: readonly string[], isPython: boolean): readonly string[] {
  return [...(isPython ? docstringOf(lines) : []), ...commentsOf(lines)].map(({ text }) => text);
}

const plain = (text: string): string =>
  text
    .replace(/\*\*|``?/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function docstringOf(lines: readonly string[]): readonly Said[] {
  const first = lines.slice(0, 20).findIndex(line => !/^\s*(?:#|$)/.test(line));
  const quote = /^[rR]?("""|''')/.exec(lines[first] ?? '')?.[1];
  if (quote === undefined) return [];
  const found: Said[] = [];
  for (const [index, raw] of lines.slice(first, first + top).entries()) {
    const body = index === 0 ? raw.replace(/^[rR]?(?:"""|''')/, '') : raw;
    const end = body.indexOf(quote);
    found.push({ text: (end < 0 ? body : body.slice(0, end)).trim(), line: first + index + 1 });
    if (end >= 0) break;
  }
  while (found[0]?.text === '') found.shift();
  return found;
}

/** Without licences, usages and rulers; what stands right above a condition or an assignment is said of it, not of the script. */
function commentsOf(lines: readonly string[]): readonly Said[] {
  const found: Said[] = [];
  let block: Said[] = [];
  let isLicence = false;
  for (const [index, line] of lines.slice(0, top).entries()) {
    if (index === 0 && line.startsWith('#!')) continue;
    const said = /^#+\s?(.*)$/.exec(line)?.[1]?.trim();
    if (said === undefined && line.trim() !== '') {
      if (/^\s*(?:if|for|while|case|\[|\w+=)/.test(line)) block = [];
      break;
    }
    if (said === undefined || said === '') {
      found.push(...block, ...(block.length > 0 ? [{ text: '', line: index + 1 }] : []));
      block = [];
      isLicence = false;
      continue;
    }
    isLicence ||= /licen[cs]e|copyright|mozilla public|SPDX|\bMPL\b/i.test(said);
    if (isLicence) block = [];
    if (isLicence || /shellcheck|^usage|[-=#*]{3}/i.test(said) || !/\p{L}{3}/u.test(said)) continue;
    block.push({ text: said, line: index + 1 });
  }
  return [...found, ...block];
}

function firstSentence(said: readonly Said[]): string {
  const end = said.findIndex(({ text }) => text === '' || /^[*-] /.test(text));
  const paragraph = said.slice(0, end < 0 ? said.length : end).map(({ text }) => text);
  const whole = plain(paragraph.join(' '));
  const sentence =
    /^.{10,160}?[.!](?=\s|$)/.exec(whole)?.[0] ??
    (whole.length > longestSentence ? (/^.{10,160}?(?=:\s)/.exec(whole)?.[0] ?? whole) : whole);
  const isNone =
    sentence.length > longestSentence ||
    sentence.endsWith(':') ||
    !/\S\s+\S+\s+\S/.test(sentence) ||
    /^(?:set|file|obtain|if a copy|under the|distributed|unless required|the following|you may)\b/i.test(sentence);
  return isNone ? '' : sentence;
}
