import { isMarkdownPath } from '../runbooks/markdownPath';
import { pageVersion } from '../runbooks/reviews/reviewLines';

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';

const dates = new RegExp(
  [
    String.raw`\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?`,
    String.raw`\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b`,
    String.raw`\b${month} \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)? ${month},? \d{4}\b`,
    String.raw`\b${month} \d{4}\b`,
  ].join('|'),
  'gi',
);

/** The years of `Copyright (c) 2019-2026`. */
const copyrightYears = /(copyright|©|\(c\))([^\n]{0,40}?)\b\d{4}(?:\s*[-–,]\s*\d{4})*/gi;

/** What formatters change: white space, the marks between and around values. */
const format = /[\s,;'"`]+/g;

/** Marks of lists and emphasis, which formatters of Markdown change. */
const listMark = /^([ \t]*)(?:[-*+]|\d+[.)])[ \t]+/gm;
const emphasis = /[*_]+/g;

/**
 * What is left of a text without what shows no knowledge when it changes: white space, quotes and separators, dates, years
 * of copyright; on a Markdown page the day of its review and the marks of lists and emphasis, too. Two versions that are
 * the same here differ in form only. Errs on that side: a change of nothing but a comma is one of form.
 */
export function substance(path: string, text: string): string {
  const words = isMarkdownPath(path)
    ? pageVersion(text.replace(listMark, '$1').replace(emphasis, '')).rest
    : text.replace(copyrightYears, '$1$2');
  return words.replace(dates, '').replace(format, '');
}
