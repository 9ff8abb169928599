import { sectionOfHeading } from '../../runbooks/sections';
import type { Fact } from '../fact';
import { shown } from '../redact';

const longest = 300;

/** The first sentence of a README that is prose and stands under its title or an overview: not a title, a badge, a picture, HTML or a quotation. */
export function readmeFacts(path: string, text: string): readonly Fact[] {
  let inFence = false;
  const lines = text.split('\n').slice(0, 60);
  for (const [index, raw] of lines.entries()) {
    const line = raw.slice(0, 2000).trim();
    if (/^(?:```|~~~)/.test(line)) inFence = !inFence;
    // What stands below another heading is about a part of it.
    const heading = /^#{2,6}\s+(.*)$/.exec(line)?.[1];
    if (heading !== undefined && !inFence && sectionOfHeading(heading) !== 'overview') return [];
    if (inFence || line.length < 25 || !/^[\p{L}`*_[]/u.test(line) || /^\[!?\[|^!\[|^\[[^\]]*\]:/.test(line)) continue;
    const plain = paragraphAt(lines, index)
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
      .trim();
    // Only a whole sentence is worth showing.
    const sentence = /^.{20,}?[.!?](?=\s|$)/u.exec(plain)?.[0] ?? plain;
    if (
      sentence.split(' ').length < 4 ||
      sentence.length > longest ||
      /^(?:copyright|licen[cs]e|table of contents|(?:if|to|you|please|note|first|before|see|run|click|welcome|for more|make sure|in order)\b)/i.test(
        sentence,
      )
    )
      continue;
    return [{ kind: 'description', name: 'README', value: shown(sentence), path, line: index + 1 }];
  }
  return [];
}

/** The lines from an index up to a blank one or another block, as one; a sentence may be broken over several. */
function paragraphAt(lines: readonly string[], index: number): string {
  const following = lines.slice(index + 1, index + 8).map(line => line.slice(0, 2000).trim());
  const end = following.findIndex(line => line === '' || /^(?:[-*+>#|]|\d+\.|```|~~~)/.test(line));
  const rest = end < 0 ? following : following.slice(0, end);
  return [(lines[index] ?? '').slice(0, 2000).trim(), ...rest].join(' ');
}
