import type { Root } from 'mdast';
import type { Place } from '../place';
import { type Passage, passagesOf } from './passages';
import { sentencesOf } from './sentences';
import { isNarrative } from './suppressors';

/** A place where a page says what only its author knows. */
export interface FirstPerson {
  readonly place: Place;
  /** As written. */
  readonly text: string;
}

const past = 'ran|upgraded|checked|restarted|deployed|migrated|wrote|fixed|needed|encountered';

const patterns: readonly RegExp[] = [
  // What somebody does by habit, or did once.
  /(?<![\p{L}'’])I\s+(?:usually|normally|typically|generally|often|always|personally|tend\s+to|mostly|sometimes)\s+\p{L}+/gu,
  new RegExp(
    `\\b(?:last|first|previous|every)\\s+time\\s+(?:that\\s+)?I\\s+(?:${past}|did|tried|had|saw|used|looked|set\\s+(?:it|this|that|up)|hit)\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:when|while|after)\\s+I\\s+(?:(?:last|first|originally)\\s+(?:set\\s+(?:it|this|that|up)|hit|${past})|${past})\\b`,
    'gu',
  ),
  /\bI\s+(?:originally|initially|first)\s+(?:wrote|built|set|created|made|worked|configured|installed)\b/gu,
  /\bwe\s+(?:originally\s+|initially\s+)?worked\s+on\s+(?:it|this|that|these)(?:\s+\p{L}+)?(?:\s+(?:originally|initially|back\s+then|together))?\b/giu,
  // Where only the author can look.
  /\b(?:[Oo]n|[Ff]rom|[Ii]n|[Tt]o|[Ww]ith|[Vv]ia|[Uu]nder|[Uu]sing)\s+my\s+(?:own\s+|personal\s+|work\s+|old\s+)?(?:phone|account|[Ss][Ss][Hh]\s+key|credentials|credit\s+card|inbox|mailbox|drive|fork)\b/gu,
  // On a computer of one's own a reader tries things, too; what is kept there is out of reach.
  /(?<=\b(?:is|are|was|lives?|sits?|stays?|kept|stored|saved|runs?|hosted|installed|found|only|copy|copies|backups?|version)\s(?:only\s)?)(?:on|from|in|at)\s+my\s+(?:own\s+|personal\s+|work\s+|old\s+)?(?:desk|office|home\s+directory|laptop|machine|workstation|desktop|computer|mac(?:book)?)\b/giu,
  /(?<!\b(?:don['’]?t|do\s+not|never|if\s+you|click|click\s+on|select|press|choose|tap)\s)\b(?:ask|ping|contact|call|message|e-?mail|text|dm|poke|page|bug|talk\s+to|speak\s+to|reach\s+out\s+to|come\s+(?:find|see)|get\s+in\s+touch\s+with|check\s+with|write\s+to)\s+me\b(?!\s+(?:anything|again|when|later|about\s+(?:it\s+)?later|in\s+\d))/giu,
  // What the author is not sure of.
  /\b(?:as\s+far\s+as\s+I\s+(?:know|can\s+(?:tell|remember)|remember|recall|understand)|AFAIK|AFAICT|IIRC|if\s+I\s+(?:recall|remember)(?:\s+correctly|\s+right)?|off\s+the\s+top\s+of\s+my\s+head)\b/giu,
  /(?<![\p{L}'’])I\s+(?:don['’]?t|do\s+not|can['’]?t|cannot)\s+(?:know|remember|recall)\b(?!\s*[.!…]*$)/gu,
  /(?<![\p{L}'’])I\s+(?:have\s+no\s+idea|forgot\s+(?:how|what|where|which|why)|never\s+(?:tried|tested|did))\b/gu,
  /(?<![\p{L}'’])I(?:['’]m|\s+am)\s+(?:not\s+(?:really\s+|entirely\s+|quite\s+|100%\s+)?sure|unsure|the\s+only)\b/gu,
];

/** Words that are said to somebody, or by whoever reads: a template, a question, a user's story. */
const spoken =
  /["“”„«»]|\?\s*$|^\s*(?:as\s+an?\s|q:|question)|\{\{|\bhow\s+(?:do|can|should|would)\s+i\b|\bwhat\s+(?:do|if|should|can)\s+i\b/i;

const mostFound = 200;

/** A link to a heading of the page repeats the heading. */
const isContents = ({ links }: Passage, at: number): boolean =>
  links.some(({ start, end, url }) => start <= at && at < end && url.startsWith('#'));

/**
 * What of a page is knowledge in the first person, in its order: habits, memories, doubts and belongings of whoever wrote
 * it. Quotations, questions, items to tick off, headings and tables are left out: there it is the reader or somebody else who speaks.
 */
export function findFirstPerson(tree: Root, text: string): readonly FirstPerson[] {
  const found: FirstPerson[] = [];
  for (const passage of passagesOf(tree, text)) {
    if (passage.quoted || passage.heading || passage.cell || passage.task || isNarrative(passage.text)) continue;
    for (const { start, end } of sentencesOf(passage.text)) {
      const sentence = passage.text.slice(start, end);
      if (!/\b(?:I|me|my|we|AFAIK|AFAICT|IIRC)\b/i.test(sentence) || spoken.test(sentence)) continue;
      const match = patterns.map(pattern => sentence.matchAll(pattern).next().value).find(each => each !== undefined);
      if (match === undefined) continue;
      const at = start + match.index;
      if (isContents(passage, at)) continue;
      found.push({ place: passage.place(at, at + match[0].length), text: match[0] });
      if (found.length >= mostFound) return found;
    }
  }
  return found;
}
