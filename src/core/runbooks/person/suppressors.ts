import { isDiaryEntry } from '../diary';

// "do not ask", "instead of asking", "no need to contact".
const negation =
  /(?:\bdon['’]?t|\bdo not|\bdoesn['’]?t|\bnever|\bno need to|\bnot|\bwithout|\bavoid|\binstead of|\brather than|n['’]t|\bcannot|\bno longer|\bno more|\bstop|\bnicht|\bne pas|\bno hace falta|\bnão)\s+(?:[\p{L}’']+\s+){0,2}$/iu;
// A verb in the past is a report: "we asked", "had to ask".
const report =
  /\b(?:had to|didn['’]?t|did|had|was|were|used to|ended up|decided to|tried to|wanted to|allowed us to|could have|should have|helped|managed to|agreed|started|began)\s+(?:[\p{L}’']+\s+){0,1}$/iu;
const credit =
  /\b(?:thanks?|thank you|credits?|kudos|courtesy|inspired|authored|written|presented|originally|contributed|created|designed|reported|suggested|proposed|maintained and written)\b[^.]{0,30}$|\b(?:sessions?|talks?|webinars?|podcasts?|workshops?|videos?|recordings?|episodes?|presentations?|articles?|posts?)\s+$/iu;

// "Set up Ann's laptop": it is worked on, not with. "Enrolled Ann's key": it was.
const served =
  /\b(?:set\s?up|configure|repair|replace|upgrade|order|purchase|connect|clean|reimage|(?<!\b(?:is|are|be|being|if|as|when)\s)(?!need)\p{L}{2,}ed)\s+(?:(?:for|on)\s+)?$/iu;

/** Whether what stands before something that belongs to a person does something to it for them. */
export const isServed = (before: string): boolean => served.test(before.slice(-40));

// What somebody should do some day, or the writer or a person by name does, is no step of the reader.
const intention =
  /(?:\b(?:someone|somebody)|\uE000)\s+(?:should|could|will|would|needs?\s+to|has\s+to|must|wants?\s+to|may\s+want\s+to)\s+(?:\p{L}+ly\s+)?$|(?<![\p{L}'’])I(?:['’](?:ll|d|m|ve)|\s+(?:will|would|am|have))?\s+(?:\p{L}+ly\s+)?$/iu;

// "What Ann pays for": something of that kind, whoever it is.
const nounClause = /\bwhat(?:ever)?\s+$/i;

// "A restore that needs…": any such thing, not the one at hand.
const supposed = /^[\s*>-]{0,8}(?:an?|any|every)\s+(?:[\p{L}-]+\s+){1,3}(?:(?:that|which|whose)\s|$)/iu;
/** Whether what stands before a trigger speaks of things of a kind, as advice does. */
export const isSupposed = (before: string): boolean => supposed.test(before);

// A sentence that only shows how something would look.
const example =
  /\b(?:e\.g\.?,?|for example|for instance|such as|suppose|imagine|let['’]s say|z\.\s?b\.|par exemple|por ejemplo|por exemplo)(?![^.;]*[.;]\s)/iu;

// Somebody else, a team, a channel that a sentence names beside the person.
const fallback =
  /(?:\bor\s+(?:(?:via|through|in|on|by|contact|ask|ping|post|message|email|to|just|simply|else|with|from|any|some)\s+){0,2}(?:(?:the|our|an?|any)\s+)?(?:[\p{L}#@_\uE001-]+\s+){0,5}?(?:someone|somebody|anyone|anybody|another|anyone|other|others|else|whoever|jira|tickets?|one\s+of|member|members|teams?|channel|on-?call|support|group|admins?|maintainers?|#[\w-]+|deputy|backup|delegate|alternate|slack|hit\s+the|oder\s+jemand)\b|\b(?:channel|team|group|slack)\b[^.]{0,60}\bor\b[^.]{0,12}$)/iu;

// The mailbox of an office or a channel that is written to as well: "mail desk@… and cc Ann".
const shared = /[\w.-]@[\w-]+\.\w|\b(?:in|on|to)\s+(?:the\s+)?(?:\S+\s+)?#[\w-]+/iu;

/** Whether a sentence begins an example, which what follows it in its passage belongs to. */
export const beginsExample = (sentence: string): boolean =>
  /^[\s*>-]{0,8}(?:for\s+example|for\s+instance|example|e\.g\.)(?=[\s:,])/i.test(sentence);

/** Whether what stands before a trigger takes its sense away. */
export const isTakenBack = (before: string): boolean => {
  const near = before.slice(-60);
  return negation.test(near) || report.test(near) || credit.test(near) || intention.test(near) || nounClause.test(near);
};

/** Whether a clause forbids what a trigger makes an exception of: "do not deploy" without approval from somebody. */
export const isNegated = (before: string): boolean =>
  /(?:\b(?:not|never|cannot|nobody|no\s+one|nothing)\b|n['’]t\b)[^.;:]{0,200}$/i.test(before);

/** Whether what stands before a trigger says that a name is only there for show. */
export const isExample = (before: string): boolean => example.test(before);

// "Switch off Ask Henry": a name that begins like a request.
const title = /\p{Ll} $/u;
// "Watch Ann's Garage".
const series = /\uE000['’]s(?: \p{Lu}\p{Ll}+)+$/u;
const titleCase = /^\P{L}*\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+ ){2,}\uE000/u;

/** Whether a verb, with what stands before it, is a part of a name: a capital in the middle of a sentence, or words that all have one. What belongs to a person is told the same way. */
export const isTitle = (before: string, trigger: string): boolean =>
  (title.test(before) && /^\p{Lu}\p{Ll}+ \uE000/u.test(trigger)) || titleCase.test(trigger) || series.test(trigger);

/** Whether a sentence offers somebody else, or a channel, beside the person whose mention is between `before` and `after`. */
export const hasFallback = (before: string, after: string): boolean =>
  fallback.test(after.slice(0, 120)) ||
  /(?:^|[.;:,]\s*|\b(?:or|and)\s+)as\s+(?:an?\s+)?(?:backup|fallback|last\s+resort)\b/i.test(before) ||
  /\b(?:channel|team|group|sre|on-?call|support|engineers?|admins?)\b[^.;]{0,60}\bor\s+(?:\p{L}+\s+){0,3}$/iu.test(
    before.slice(-120),
  ) ||
  shared.test(before.slice(-200));

// `17:56 - …`, `[03-26 05:16]`, `2024-05-01 …`: a log of what happened.
const log =
  /^[\s*|>-]{0,12}[[(]?(?:\d{4}-\d\d-\d\d|\d\d-\d\d|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)?[\sT,]{0,4}(?:\d{1,2}:\d\d(?::\d\d)?)\b/;
// `/cc @ann` of a comment that was copied.
const copied = /^\s*(?:\/cc\b|cc:)\s*@/iu;
// What whoever writes the page has still to find out.
const note = /^[\s*>-]{0,12}(?:TODO|FIXME|TBD|XXX|(?:action items?|open questions?|to-do)(?=\s*:))(?![\p{L}\p{N}])/iu;

/** Whether a passage is a line of a log, of a comment or of a list of work: what was said and done, or is to be, not how. */
export const isNarrative = (text: string): boolean =>
  log.test(text) || isDiaryEntry(text) || copied.test(text) || note.test(text);

/** Words that make a dependence on access of a question to somebody. */
export const credential =
  /\b(?:access|credentials?|passwords?|passphrase|secrets?|keys?|tokens?|permissions?|admin\s+rights|invite[ds]?|licen[cs]es?|mfa|2fa|login|log\s+in(?:to)?|certificates?|private\s+key|vault|1password|lastpass|zugangsdaten|passwort|mot\s+de\s+passe|contraseña|senha)\b/i;
