import type { Root } from 'mdast';
import type { Place } from '../place';
import { type Entity, entitiesOf } from './entities';
import type { KnownPeople } from './knownPeople';
import { type Passage, passagesOf } from './passages';
import { type Range, sentencesOf } from './sentences';
import { credential, hasFallback, isExample, isNarrative, isSupposed, isTakenBack, isTitle } from './suppressors';
import { type DependenceKind, nameless, someone, triggers } from './triggers';

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
/** All that can find a person by a name that is also a word. */
const personalTriggers = triggers.filter(({ personal }) => personal === true);
/** More names and handles in a row that are not known as such. */
const more =
  /^(?:\s*(?:\([^()]{1,60}\))?\s*(?:,|and\b|or\b|&|\/)\s*(?:and\s+|or\s+)?(?:@[\w.-]{2,38}|@?\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)(?=\s*(?:[,.;(]|and\b|$)))+/u;
const oneOfMore = /,|\band\b|\bor\b|&|\//g;

/** What of a page depends on one or two people, in its order. Pure; `text` is what the tree was made from. */
export function findDependences(tree: Root, text: string, known: KnownPeople): readonly Dependence[] {
  const found: Dependence[] = [];
  for (const passage of passagesOf(tree, text)) {
    found.push(...dependencesIn(passage, known));
    if (found.length >= mostDependences) break;
  }
  return found.slice(0, mostDependences);
}

function dependencesIn(passage: Passage, known: KnownPeople): readonly Dependence[] {
  if (passage.text.length > longestPassage) return [];
  const narrative = isNarrative(passage.text);
  const named = narrative ? [] : entitiesOf(passage, known);
  // Who lists that many people keeps a directory.
  const entities = new Set(named.map(({ key }) => key)).size >= directory ? [] : named;
  const found: Dependence[] = [];
  let next = 0;
  for (const sentence of sentencesOf(passage.text)) {
    const first = next;
    while ((entities[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end) next++;
    const inside = entities.slice(first, next).filter(({ start }) => start >= sentence.start);
    const hit = inside.length === 0 ? null : dependenceOf(passage, sentence, inside);
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

function dependenceOf(passage: Passage, sentence: Range, entities: readonly Entity[]): Dependence | null {
  const skeleton = skeletonOf(passage.text, sentence, entities);
  const isWeak = entities.every(({ weak }) => weak);
  for (const trigger of isWeak ? personalTriggers : triggers) {
    for (const match of skeleton.text.matchAll(trigger.pattern)) {
      const written = match.groups?.['people'] ?? '';
      const start = match.index + match[0].indexOf(written);
      const before = skeleton.text.slice(0, Math.min(start, match.index + leadOf(match[0])));
      if (isTakenBack(before) || isExample(before) || isTitle(before, match[0])) continue;
      const groups = [...written].flatMap((character, index) =>
        character === someone ? [skeleton.at.get(start + index) ?? []] : [],
      );
      const people = groups.flatMap(group => group.slice(0, 1));
      const behind = skeleton.text.slice(start + written.length);
      const others =
        more
          .exec(behind)?.[0]
          .replace(/,\s*(?:and|or)\b/g, ',')
          .match(oneOfMore)?.length ?? 0;
      const count = new Set(people.map(({ key }) => key)).size + others;
      if (count === 0 || count > 2) continue;
      if (people.every(({ weak }) => weak) && trigger.personal !== true) continue;
      const first = people[0];
      const end = groups.flat().at(-1)?.end;
      if (first === undefined || end === undefined) continue;
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
