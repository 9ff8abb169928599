import type { Root } from 'mdast';
import type { Place } from '../place';
import { isSpeech, voiceOf } from './pageVoice';
import { type Passage, passagesOf } from './passages';
import { sentencesOf } from './sentences';
import { isNarrative } from './suppressors';

/** A place where a page says what only its author knows. */
export interface FirstPerson {
  readonly place: Place;
  /** As written. */
  readonly text: string;
}

const patterns: readonly RegExp[] = [
  // What nobody else can.
  /\bonly\s+I\s+(?:currently\s+|really\s+)?(?:know|have|can|am|understand|remember)\b/giu,
  /(?<![\p{L}'’])I(?:['’]m|\s+am)\s+(?:currently\s+)?the\s+only\s+(?:one|person|admin|owner|maintainer|user)\b/gu,
  // What is kept where only the author can look. With a computer or an account of one's own a reader tries things, too.
  /(?<=\b(?:is|are|lives?|sits?|stays?|kept|stored|saved|runs?|hosted|installed|only|copy|copies|backups?)\s(?:only\s)?)(?:on|from|in|at|under|with|via)\s+my\s+(?:own\s+|personal\s+|work\s+|old\s+)?(?:desk|office|home\s+directory|laptop|machine|workstation|desktop|computer|mac(?:book)?|phone|account|credentials|credit\s+card|inbox|mailbox|drive)\b/giu,
];

/** A request to the author. */
const request =
  /(?<!\b(?:don['’]?t|do\s+not|never|if\s+you|click|click\s+on|select|press|choose|tap)\s)\b(?:ask|ping|contact|call|message|e-?mail|text|dm|poke|page|bug|talk\s+to|speak\s+to|reach\s+out\s+to|come\s+(?:find|see)|get\s+in\s+touch\s+with|check\s+with|write\s+to)\s+me\b(?!\s+(?:anything|again|when|later|about\s+(?:it\s+)?later|in\s+\d|on\s+(?:twitter|linkedin|mastodon)))/giu;
/** What a request to the author is for, without which it is a remark: "ping me if you like it". */
const purpose =
  /\b(?:access|credentials?|passwords?|passphrase|keys?|tokens?|permissions?|invit(?:e|ation)|fails?|failing|breaks?|broken|stuck|goes\s+wrong)\b/i;

/** Words that are said to somebody, or not by the author: a template, a question, a user's story, a talk. */
const spoken =
  /["“”„«»]|\?\s*$|^\s*(?:as\s+an?\s|question|q:\s)|\{\{|\bhow\s+(?:do|can|should|would)\s+i\b|\bwhat\s+(?:do|if|should|can)\s+i\b/iu;

const mostFound = 200;

/** A link to a heading of the page repeats the heading. */
const isContents = ({ links }: Passage, at: number): boolean =>
  links.some(({ start, end, url }) => start <= at && at < end && url.startsWith('#'));

/**
 * Where a page needs whoever wrote it, in its order: what only they know, or keep, or are to be asked. Only pages that speak
 * to a reader count, and no letters or articles; quotations, questions, items to tick off, headings and tables are left
 * out: there it is the reader or somebody else who speaks.
 */
export function findFirstPerson(tree: Root, text: string): readonly FirstPerson[] {
  const found: FirstPerson[] = [];
  const passages = passagesOf(tree, text);
  if (voiceOf(passages) !== 'reader') return [];
  for (const passage of passages) {
    if (passage.quoted || passage.heading || passage.cell || passage.task || isNarrative(passage.text)) continue;
    for (const { start, end } of sentencesOf(passage.text)) {
      const sentence = passage.text.slice(start, end);
      if (!/\b(?:I|me|my)\b/i.test(sentence) || spoken.test(sentence) || isSpeech(sentence)) continue;
      const looked = purpose.test(sentence) ? [...patterns, request] : patterns;
      const match = looked.map(pattern => sentence.matchAll(pattern).next().value).find(each => each !== undefined);
      if (match === undefined) continue;
      const at = start + match.index;
      if (isContents(passage, at)) continue;
      found.push({ place: passage.place(at, at + match[0].length), text: match[0] });
      if (found.length >= mostFound) return found;
    }
  }
  return found;
}
