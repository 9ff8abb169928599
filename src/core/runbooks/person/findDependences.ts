import type { Root } from 'mdast';
import type { Place } from '../place';
import { type Entity, entitiesOf } from './entities';
import type { KnownPeople } from './knownPeople';
import { nobodiesOf } from './nobodies';
import { voiceOf } from './pageVoice';
import { type Passage, passagesOf } from './passages';
import { isRole } from './roleWords';
import { type Range, sentencesOf } from './sentences';
import {
  beginsExample,
  credential,
  hasFallback,
  isExample,
  isNarrative,
  isNegated,
  isServed,
  isSupposed,
  isTakenBack,
  isTitle,
} from './suppressors';
import { type DependenceKind, nameless, someone, type Trigger, triggers } from './triggers';

/** A place where, to go on, a reader needs one or two people. */
export interface Dependence {
  readonly place: Place;
  /** `credential`: asking for what opens a door. */
  readonly kind: DependenceKind | 'credential';
  /** As written; empty where a sentence says that it is one person and not who. */
  readonly people: readonly Entity[];
  /** The sentence offers somebody else or a channel too. */
  readonly fallback: boolean;
}

/** Longer passages are not prose. */
const longestPassage = 20_000;
const mostDependences = 200;
const directory = 6;
const requests = triggers.filter(({ asks }) => asks === true);
// Names and handles in a row that are not known as such, before and behind one that is.
const rowBehind =
  /^(?:\s*(?:\([^()]{1,60}\))?\s*(?:,|and\b|or\b|&|\/)\s*(?:and\s+|or\s+)?(?:\uE000|@[\w.-]{2,38}|@?\p{Lu}[\p{L}’'-]+(?: (?:\uE000|\p{Lu}[\p{L}’'-]+))?)(?=\s*(?:[,.;(]|and\b|or\b|$)|\s+(?:on|in|at|for|to|if|via|by|about|with)\b))+/u;
const rowBefore =
  /(?:\p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}[\p{L}’'-]+\s*(?:\([^()]{1,60}\))?\s*(?:,|and\b|or\b|&|\/)\s*(?:and\s+|or\s+)?){1,8}$/u;
/** "Ann (ops@…)", "Ann at ops@…": the address of an office beside a name. */
const officeBehind =
  /^\s{0,2}(?:at|via|on|under|[(<,:–-])?\s{0,2}[(<]{0,2}([\w+][\w.+-]{0,63})@[\w-]{1,63}\.[\w.-]{2,}/u;
/** "The art department, Ann", "the cooks, the manager, and Ann": a group, or others without names, stand in the row. */
const groupBefore =
  /\b(?:department|team|group|staff|committee)\s*,\s*(?:and\s+|or\s+)?$|,[^,.;:]{3,40},\s*(?:and|or)\s+$/i;
/** Others whom the page does not name: "Ann, Ben, etc." */
const openRow = /^\s*,?\s*(?:etc|et al)\b/i;
const exampleHeading = /^(?:an?\s+|the\s+)?(?:examples?|samples?|templates?)\b|\b(?:examples?|templates?)\s*:?$/i;
const possessive = /^['’]s\s+\p{L}/u;
const oneOfMore = /,|\band\b|\bor\b|&|\//g;

/** What of a page depends on one or two people, in its order. Pure; `text` is what the tree was made from. */
export function findDependences(tree: Root, text: string, known: KnownPeople): readonly Dependence[] {
  const found: Dependence[] = [];
  const passages = passagesOf(tree, text);
  const voice = voiceOf(passages);
  if (voice === 'record') return [];
  const page: Page = {
    known,
    asked: voice === 'reader' ? triggers : requests,
    isNobody: nobodiesOf(tree, text),
  };
  let isShown = false;
  for (const passage of passages) {
    if (passage.heading) isShown = exampleHeading.test(passage.text);
    else if (!isShown) found.push(...dependencesIn(passage, page));
    if (found.length >= mostDependences) break;
  }
  return found.slice(0, mostDependences);
}

/** What is known of a page when its passages are read. */
interface Page {
  readonly known: KnownPeople;
  /** The ways of saying so that count on it. */
  readonly asked: readonly Trigger[];
  readonly isNobody: (entity: Entity) => boolean;
}

/** Whether the history knows people, and none of these: it takes a page that speaks to a reader, and a request. */
const areStrangers = (people: readonly Entity[], { anybody }: KnownPeople): boolean =>
  anybody && people.every(({ person }) => person === null);

function dependencesIn(passage: Passage, page: Page): readonly Dependence[] {
  if (passage.text.length > longestPassage) return [];
  const narrative = passage.done || isNarrative(passage.text);
  const named = narrative ? [] : entitiesOf(passage, page.known).filter(entity => !page.isNobody(entity));
  // Who lists that many people keeps a directory.
  const entities = new Set(named.map(({ key }) => key)).size >= directory ? [] : named;
  const found: Dependence[] = [];
  let next = 0;
  // "For example:", or an example that goes on behind a colon.
  let isExampleToEnd = false;
  for (const sentence of sentencesOf(passage.text)) {
    const said = passage.text.slice(sentence.start, sentence.end);
    const isShown: boolean = isExampleToEnd || beginsExample(said);
    isExampleToEnd ||= isShown && said.includes(':');
    const first = next;
    while ((entities[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end) next++;
    const inside = entities.slice(first, next).filter(({ start }) => start >= sentence.start);
    const hit = inside.length === 0 || isShown ? null : dependenceOf(passage, sentence, inside, page);
    const whole = hit ?? namelessIn(passage, sentence);
    if (whole !== null) found.push(whole);
  }
  return found;
}

interface Skeleton {
  readonly text: string;
  /** The entities that stand at each `someone`, by its index in the text. */
  readonly at: ReadonlyMap<number, readonly Entity[]>;
}

/** A sentence in which every person is one character; a name with its address behind it is one person. */
function skeletonOf(text: string, sentence: Range, entities: readonly Entity[]): Skeleton {
  const at = new Map<number, Entity[]>();
  let skeleton = '';
  let past = sentence.start;
  let last: Entity[] | null = null;
  for (const entity of entities) {
    const gap = text.slice(past, entity.start);
    const repeats =
      last !== null &&
      (/^\s*(?:[(<[|,:]|at|via|\u2013|-)+\s*(?:mailto:)?$/.test(gap) ||
        /^\s*(?:directly\s+)?(?:at|via|on|under)\s+$/.test(gap)) &&
      (last[0]?.key === entity.key || (entity.kind !== 'name' && last[0]?.kind === 'name' && !/,/.test(gap)));
    if (repeats && last !== null) {
      last.push(entity);
      past = entity.end;
      const closing = /^\s*[)\]>]+/.exec(text.slice(past, sentence.end))?.[0] ?? '';
      past += closing.length;
      continue;
    }
    skeleton += gap.replace(/mailto:$/, '');
    last = [entity];
    at.set(skeleton.length, last);
    skeleton += someone;
    past = entity.end;
  }
  return { text: skeleton + text.slice(past, sentence.end), at };
}

function dependenceOf(
  passage: Passage,
  sentence: Range,
  entities: readonly Entity[],
  { asked, known }: Page,
): Dependence | null {
  const skeleton = skeletonOf(passage.text, sentence, entities);
  const isWeak = entities.every(({ weak }) => weak);
  for (const trigger of asked) {
    if (isWeak && trigger.personal !== true) continue;
    for (const match of skeleton.text.matchAll(trigger.pattern)) {
      const written = match.groups?.['people'] ?? '';
      const start = match.index + match[0].indexOf(written);
      const before = skeleton.text.slice(0, Math.min(start, match.index + leadOf(match[0])));
      const isOff = trigger.negated === true ? !isNegated(before) : isTakenBack(before);
      if (isOff || isExample(before) || isTitle(before, match[0])) continue;
      if (trigger.kind === 'premises' && isServed(skeleton.text.slice(0, start))) continue;
      const groups = [...written].flatMap((character, index) =>
        character === someone ? [skeleton.at.get(start + index) ?? []] : [],
      );
      const people = groups.flatMap(group => group.slice(0, 1));
      const behind = skeleton.text.slice(start + written.length);
      // "See Ann's guide": what somebody made is at hand.
      if (trigger.kind === 'contact' && possessive.test(skeleton.text.slice(start + written.lastIndexOf(someone) + 1)))
        continue;
      const count = new Set(people.map(({ key }) => key)).size + unknownIn(skeleton.text.slice(0, start), behind);
      if (count === 0 || count > 2 || openRow.test(behind) || isRole(officeBehind.exec(behind)?.[1] ?? '')) continue;
      if (people.every(({ weak }) => weak) && trigger.personal !== true) continue;
      if (trigger.tells === true && areStrangers(people, known)) continue;
      if (asked === requests && people.every(({ kind }) => kind === 'name') && areStrangers(people, known)) continue;
      const first = people[0];
      const end = groups.flat().at(-1)?.end;
      if (first === undefined || end === undefined || isInTitle(passage, first)) continue;
      const opensDoor = trigger.kind === 'contact' && credential.test(skeleton.text);
      return {
        place: passage.place(first.start, end),
        kind: opensDoor ? 'credential' : trigger.kind,
        people,
        fallback: hasFallback(skeleton.text.slice(0, start), behind),
      };
    }
  }
  return null;
}

/** Whether words before a person belong to the link they stand in, as in the title of an article. */
const isInTitle = ({ text, links }: Passage, { start, end }: Entity): boolean =>
  links.some(
    link =>
      link.start < start &&
      end <= link.end &&
      /^https?:/i.test(link.url) &&
      /\p{L}\s/u.test(text.slice(link.start, start)),
  );

/** How many more people than were found stand in one row with them. */
const unknownIn = (before: string, behind: string): number =>
  (groupBefore.test(before.slice(-120)) ? 2 : 0) +
  [rowBefore.exec(before.slice(-200)), rowBehind.exec(behind)]
    .map(row => row?.[0].replace(/,\s*(?:and|or)\b/g, ',').match(oneOfMore)?.length ?? 0)
    .reduce((sum, each) => sum + each, 0);

/** White space and marks a match begins with. */
const leadOf = (match: string): number => /^[\s.:;,(-]*/.exec(match)?.[0].length ?? 0;

function namelessIn(passage: Passage, sentence: Range): Dependence | null {
  const text = passage.text.slice(sentence.start, sentence.end);
  for (const { kind, pattern } of nameless) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(0, match.index);
      if (isTakenBack(before) || isSupposed(before)) continue;
      const start = sentence.start + match.index;
      return { place: passage.place(start, start + match[0].length), kind, people: [], fallback: false };
    }
  }
  return null;
}
