import type { Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isPlaceholder } from '../../placeholder';
import type { SectionId } from '../../sections';
import { countWords, isContent, outlineOf, type PageSection } from '../pageSections';
import { isNotice, unanswered } from '../requirements';
import { operationalTypes, type PageRule } from '../rule';

/**
 * RB002: a section of a known name stands there and says nothing: it is empty, `TODO`, or under three words. Answers that
 * are one word by nature (`Manual`, `Critical`, `N/A`, a name, a date) are fine. A warning where nothing is left of what
 * the page is read for, information elsewhere.
 */
export const stubSections: PageRule = {
  id: 'RB002',
  name: 'stub-section',
  severity: 'warning',
  types: operationalTypes,
  needs: 'page',
  check: page => {
    if (isNotice(page)) return [];
    const { sections } = outlineOf(page);
    const stubs = new Set(sections.filter((section, at) => isStub(section, sections[at + 1])));
    if (stubs.size === 0) return [];
    const written = sections.filter(section => !stubs.has(section));
    const severity = unanswered(page, written).some(({ necessary }) => necessary) ? 'warning' : 'information';
    return [...stubs].map(({ place, heading }) => ({ place, severity, data: { heading: heading.slice(0, 80) } }));
  },
  text: ({ heading }, translate) =>
    translate('The section "{heading}" is not written yet.', { heading: heading ?? '' }),
};

/** A name, a channel, a date or a value answers these. */
const answeredInWords: ReadonlySet<SectionId | null> = new Set<SectionId>([
  'contacts',
  'escalation',
  'review',
  'sloSla',
  'references',
]);

const wholeAnswer =
  /^(?:manual(?:ly)?|(?:semi-?|fully |partially )?automat(?:ic|ed|ically)|critical|high|medium|moderate|low|minor|major|severe|none|no|yes|n\/?a|not (?:applicable|required|needed|available|known)|unknown|nothing|information(?:al)?|warning|error|live|production|staging|deprecated|platinum|gold|silver|bronze|(?:sev|p|s|tier|priority|level)[- ]?\d|active[-/ ]?(?:active|passive)|24\/?7|same as above|see (?:above|below))$/i;

const asksForValue =
  /\b(?:type|tier|status|level|class|mode|category|stage|strategy|platform|severity|priority|criticality|rating|date|time|rto|rpo)\W*$/i;

function isStub({ id, heading, body }: PageSection, next: PageSection | undefined): boolean {
  const said = body.filter(isContent);
  // Of owners, RB010 and RB013 speak.
  if (id === null || id === 'owner' || said.some(({ type }) => type === 'heading')) return false;
  const text = said
    .map(node => textOf(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  // `<describe it>` is HTML to Markdown.
  if (text !== '' && isPlaceholder(text)) return true;
  if (text.length > 200 || said.some(showsMore)) return false;
  // `NotApplicable`, as tools write it.
  const words = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  // A group whose parts have the same rank as itself.
  if (text === '') return next === undefined || next.id !== null;
  if (answeredInWords.has(id) || asksForValue.test(heading) || wholeAnswer.test(words.replace(/[.!]+$/, '')))
    return false;
  // "Fix rules." is short, and a sentence.
  return countWords(text) < (/\p{L}[.!]$/u.test(text) ? 2 : 3);
}

/** Code, pictures, tables, links, quotations of shortcodes: something to read that is not counted in words. */
function showsMore(node: RootContent): boolean {
  let more = false;
  visit(node as Nodes, ({ type }) => {
    if (showing.has(type)) more = true;
  });
  return more;
}

const showing: ReadonlySet<string> = new Set([
  'code',
  'inlineCode',
  'image',
  'imageReference',
  'table',
  'link',
  'linkReference',
  'html',
  'footnoteReference',
]);
