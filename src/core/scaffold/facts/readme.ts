import { sectionOfHeading } from '../../runbooks/sections';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { removalOf, removing } from '../removal';
import { foldersOf, isNamed, type Subject } from '../subject';
import { deploys } from './deployCommands';
import { pageOutline } from './pageOutline';

const longest = 300;
const mostLines = 2000;

/**
 * The first sentence of a README that is prose and stands under its title or an overview: not a title, a badge, a picture,
 * HTML or a quotation. A long one as far as there is room for it.
 */
export function readmeFacts(path: string, text: string): readonly Fact[] {
  let inFence = false;
  const cleaned = withoutHtmlComments(text);
  const headings = new Map(pageOutline(path, cleaned).headings.map(heading => [heading.line, heading]));
  const lines = cleaned.split('\n').slice(0, 60);
  for (const [index, raw] of lines.entries()) {
    const line = raw.slice(0, 2000).trim();
    if (/^(?:```|~~~)/.test(line)) inFence = !inFence;
    const heading = headings.get(index + 1);
    // What stands below another heading is about a part of it.
    if (heading !== undefined && heading.depth > 1 && sectionOfHeading(heading.text) !== 'overview') return [];
    if (
      heading !== undefined ||
      inFence ||
      line.length < 25 ||
      !/^[\p{L}`*_[]/u.test(line) ||
      /^\[!?\[|^!\[|^\[[^\]]*\]:/.test(line)
    )
      continue;
    const { paragraph, next } = paragraphAt(lines, index);
    // What stands right above code says what the code is.
    if (/^(?:```|~~~)/.test(next) || /::$/.test(paragraph)) continue;
    const plain = plainOf(paragraph);
    const sentence = /^.{20,}?[.!?](?=\s|$)/u.exec(plain)?.[0] ?? plain;
    if (
      sentence.split(' ').length < 4 ||
      /^(?:copyright|licen[cs]e|table of contents|(?:if|to|you|please|note|first|before|see|run|click|welcome|for more|make sure|in order|this (?:page|guide|document|section|readme|tutorial))\b)/i.test(
        sentence,
      )
    )
      continue;
    return [{ kind: 'description', name: 'README', value: shown(shortened(sentence)), path, line: index + 1 }];
  }
  return [];
}

/** A long sentence up to the last of its parts that there is room for. */
function shortened(sentence: string): string {
  if (sentence.length <= longest) return sentence;
  const start = sentence.slice(0, longest);
  const ends = [Math.max(start.lastIndexOf('; '), start.lastIndexOf(', ')), start.lastIndexOf(' ')];
  const end = ends.find(each => each > 40) ?? longest;
  return `${start.slice(0, end)} …`;
}

/** A licence stands in them, say. Lines stay where they are. */
const withoutHtmlComments = (text: string): string =>
  text.slice(0, 200_000).replace(/<!--[\s\S]*?(?:-->|$)/g, comment => comment.replace(/[^\n]+/g, ''));

/** How a list or a table of the repository's README describes the component: the line that links to its folder. */
export function listedFacts(path: string, text: string, subject: Subject): readonly Fact[] {
  const folders = foldersOf(subject.paths).filter(folder => folder !== '');
  for (const [index, raw] of text.split('\n').slice(0, mostLines).entries()) {
    const line = raw.slice(0, 2000).trim();
    const [link = '', target = ''] = /\]\(\.?\/?([^)#\s]+?)\/?(?:README\.md)?\)/i.exec(line) ?? [];
    if (!/^[-*|]/.test(line) || !folders.includes(target.replace(/\/$/, ''))) continue;
    const cells = line.startsWith('|') ? line.split('|') : [line.slice(line.indexOf(link) + link.length)];
    const said = cells
      .filter(cell => !cell.includes(link))
      .map(cell => plainOf(cell).replace(/^[\s:–—*-]+/, ''))
      .sort((a, b) => b.length - a.length)[0];
    // The end of a sentence that begins with the link says nothing by itself.
    if (
      said !== undefined &&
      !/^(?:to|for|and|or|but|which|that|where|when|if|as|with|in|on|by|of|from)\b/.test(said) &&
      said.split(' ').length > 3 &&
      said.length <= longest
    )
      return [{ kind: 'description', name: 'README', value: shown(said), path, line: index + 1 }];
  }
  return [];
}

/** How the README of the repository defines a component that is called as the product is: `Shop is a …`. */
export const definedFacts = (path: string, text: string, subject: Subject): readonly Fact[] =>
  readmeFacts(path, text).filter(({ value }) =>
    isNamed(subject, /^(?:The )?(\S{2,40}) (?:is|are) (?:a|an|the)\b/.exec(value)?.[1] ?? ''),
  );

/** What the README of the component tells to type to bring it somewhere; the first line of each such command. */
export function readmeCommands(path: string, text: string): readonly Fact[] {
  const facts: Fact[] = [];
  let inFence = false;
  for (const [index, raw] of text.split('\n').slice(0, mostLines).entries()) {
    const line = raw.slice(0, 1000).trim();
    if (/^(?:```|~~~)/.test(line)) inFence = !inFence;
    else if (inFence && !line.startsWith('#') && deploys.test(line) && !line.includes('<<'))
      facts.push({
        kind: 'deploy',
        name: 'README',
        value: shown(line.replace(/^\$\s+/, '').replace(/\s*\\$/, ' …')),
        path,
        line: index + 1,
        ...removing(removalOf(line)),
      });
  }
  return facts.slice(0, 4);
}

const plainOf = (text: string): string =>
  text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    // A link of reStructuredText.
    .replace(/`([^`<]+?)\s*<[^>`]*>`__?/g, '$1')
    .replace(/[`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .trim();

/**
 * The lines from an index up to a blank one or another block, as one, since a sentence may be broken over several; and the
 * next line that is not blank.
 */
function paragraphAt(lines: readonly string[], index: number): { readonly paragraph: string; readonly next: string } {
  const following = lines.slice(index + 1, index + 8).map(line => line.slice(0, 2000).trim());
  const end = following.findIndex(line => line === '' || /^(?:[-*+>#|]|\d+\.|```|~~~)/.test(line));
  const rest = end < 0 ? following : following.slice(0, end);
  return {
    paragraph: [(lines[index] ?? '').slice(0, 2000).trim(), ...rest].join(' '),
    next: following.slice(rest.length).find(line => line !== '') ?? '',
  };
}
