import type { AliasSuggestion } from '../aliasSuggestion';
import { type History, trailerRole } from '../history/history';
import type { Person, Reason } from '../model';
import { type Profile, profilesOf } from './aliasProfiles';
import type { Identities } from './identities';
import type { Mailmap } from './mailmap';
import { mailmapLines, usersOfAddresses } from './mailmapLines';
import { compareNames, handlesOf, soundOf } from './nameForms';

export interface AliasInput {
  readonly history: History;
  readonly identities: Identities;
  readonly people: readonly Person[];
  readonly mailmap: Mailmap;
}

/** Less than this is not worth a maintainer's look. */
const leastScore = 0.6;

/** What more people than this share tells none of them apart. */
const mostAlike = 4;

const mostSuggestions = 500;

/** How far the best match must be before the next one with another name. */
const clearLead = 0.15;

/** What two people have in common: how much that alone says that they are one, from 0 to 1, and in words. */
interface Evidence {
  readonly weight: number;
  readonly reason: Reason;
}

interface Pair {
  readonly a: Profile;
  readonly b: Profile;
  readonly evidence: Map<string, Evidence>;
}

/**
 * Who may be one person, on evidence too weak to merge them: the same login or local part, a name in another spelling or
 * in an address, an initial and the surname, a machine's address with the only fitting name. Two full names that differ
 * are never one, nor are an author and their reviewer. Independent evidence adds up as
 * 1 − Π(1 − weight); where two people fit about equally well, neither is suggested. Candidates come from tables by
 * login and by name, so that the time grows with the number of people and not with its square.
 */
export function suggestAliases(input: AliasInput): AliasSuggestion[] {
  const profiles = profilesOf(input.history, input.identities, input.mailmap);
  const reviewed = reviewPairs(input.history, input.identities);
  const scored: { readonly person: Profile; readonly alias: Profile; readonly score: number; readonly pair: Pair }[] =
    [];
  for (const pair of candidates(profiles)) {
    const score = scoreOf(pair, reviewed);
    if (score >= leastScore) {
      const [person, alias] = properFirst(pair, input.people);
      scored.push({ person, alias, score, pair });
    }
  }
  scored.sort((x, y) => y.score - x.score || x.person.person - y.person.person || x.alias.person - y.alias.person);
  const best = new Map<number, (typeof scored)[number]>();
  const unclear = new Set<number>();
  for (const match of scored) {
    const known = best.get(match.alias.person);
    if (!known) {
      best.set(match.alias.person, match);
    } else if (known.score - match.score < clearLead && namesOf(known.person, match.person) === 'different') {
      unclear.add(match.alias.person);
    }
  }
  const users = usersOfAddresses(input.history, input.identities);
  const byId = new Map(profiles.map(profile => [profile.person, profile]));
  return [...best.values()]
    .filter(({ alias }) => !unclear.has(alias.person))
    .flatMap(({ person, alias, score, pair }): AliasSuggestion[] => {
      const root = byId.get(rootOf(person.person, best, unclear));
      const proper = root && input.people[root.person];
      if (!root || !proper || root === alias || namesOf(root, alias) === 'different') {
        return [];
      }
      const mailmap = mailmapLines(proper, alias, users, input.mailmap);
      const reasons = [...pair.evidence.values()].sort((x, y) => y.weight - x.weight).map(({ reason }) => reason);
      return mailmap.length === 0 ? [] : [{ person: root.person, alias: alias.person, score, reasons, mailmap }];
    })
    .slice(0, mostSuggestions);
}

/** Whom a person would become in the end: a mailmap does not follow its own lines. */
function rootOf(
  person: number,
  best: ReadonlyMap<number, { readonly person: Profile }>,
  unclear: ReadonlySet<number>,
): number {
  let root = person;
  for (let steps = 0; steps < mostAlike; steps++) {
    const next = unclear.has(root) ? undefined : best.get(root)?.person.person;
    if (next === undefined) {
      return root;
    }
    root = next;
  }
  return root;
}

/** Pairs of profiles that share a login, a name or a form of one, with all that they share. */
function candidates(profiles: readonly Profile[]): Iterable<Pair> {
  const pairs = new Map<string, Pair>();
  const note = (x: Profile, y: Profile, kind: string, evidence: Evidence): void => {
    const [a, b] = x.person < y.person ? [x, y] : [y, x];
    const key = `${a.person} ${b.person}`;
    const pair = pairs.get(key) ?? { a, b, evidence: new Map() };
    if ((pair.evidence.get(kind)?.weight ?? 0) < evidence.weight) {
      pair.evidence.set(kind, evidence);
    }
    pairs.set(key, pair);
  };
  const nameWords = new Set(profiles.flatMap(({ fullNames }) => fullNames.flat()));

  const byHandle = table(profiles, ({ handles }) => handles);
  forPairs(byHandle, (handle, x, y) => {
    note(x, y, 'login', { weight: weightOfLogin(handle, nameWords), reason: sameLogin(handle) });
  });
  const byName = table(profiles, ({ fullNames, spelledOut }) => [...fullNames, ...spelledOut].map(nameKey));
  forPairs(byName, (_, x, y) => {
    note(x, y, 'name', { weight: 0.85, reason: { code: 'sameNameSpelled', values: { person: named(x, y) } } });
  });
  const joined = table(profiles, ({ fullNames }) => fullNames.flatMap(words => handlesOf(words).joined));
  const short = table(profiles, ({ fullNames }) => fullNames.flatMap(words => handlesOf(words).short));
  const firstNames = table(profiles, ({ fullNames }) => fullNames.flatMap(([first = '']) => [first]));
  for (const profile of profiles) {
    for (const handle of profile.handles) {
      const spelled = others(joined.get(handle), profile);
      if (spelled && handle.length >= 7) {
        note(profile, spelled, 'name', { weight: 0.8, reason: shortOf(spelled, handle) });
      }
      const abbreviated = others(short.get(handle), profile);
      if (abbreviated && handle.length >= 6 && profile.fullNames.length === 0) {
        note(profile, abbreviated, 'short', { weight: 0.55, reason: shortOf(abbreviated, handle) });
      }
    }
    for (const words of profile.shortNames) {
      const initials = words.length > 1 && words.some(({ length }) => length === 1) ? words.join('') : null;
      const surnamed = initials === null ? null : others(short.get(initials), profile);
      if (surnamed) {
        // Many share a first name and one letter; few an initial and a surname.
        const weight = words[0]?.length === 1 ? 0.65 : 0.55;
        note(profile, surnamed, 'short', { weight, reason: shortOf(surnamed, words.join(' ')) });
      }
      const [first = '', ...more] = words;
      const called =
        more.length === 0 && profile.fullNames.length === 0 ? others(firstNames.get(first), profile) : null;
      if (called && profile.machineOnly) {
        note(profile, called, 'machine', { weight: 0.65, reason: { code: 'machineAddress', values: { name: first } } });
      }
    }
  }
  return pairs.values();
}

/** A login that is no more than a word of somebody's name says no more than the name. */
function weightOfLogin(handle: string, nameWords: ReadonlySet<string>): number {
  if (nameWords.has(handle)) {
    return 0.35;
  }
  return handle.length >= 5 || /\d/.test(handle) ? 0.75 : 0.5;
}

function sameLogin(login: string): Reason {
  return { code: 'sameLogin', values: { login } };
}

function shortOf(named: Profile, short: string): Reason {
  return { code: 'shortOfName', values: { person: named.person, short } };
}

function named(x: Profile, y: Profile): number {
  return (x.fullNames.length > 0 ? x : y).person;
}

/** One key for all spellings and orders of a full name, without what is a letter only. */
function nameKey(words: readonly string[]): string {
  return words
    .filter(({ length }) => length > 1)
    .map(soundOf)
    .sort()
    .join(' ');
}

/** Profiles by each of their keys. */
function table(profiles: readonly Profile[], keysOf: (profile: Profile) => readonly string[]): Map<string, Profile[]> {
  const byKey = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const key of new Set(keysOf(profile))) {
      const sharing = byKey.get(key);
      if (sharing) {
        sharing.push(profile);
      } else {
        byKey.set(key, [profile]);
      }
    }
  }
  return byKey;
}

function forPairs(byKey: ReadonlyMap<string, Profile[]>, take: (key: string, x: Profile, y: Profile) => void): void {
  for (const [key, sharing] of byKey) {
    if (sharing.length > mostAlike) {
      continue;
    }
    sharing.forEach((x, index) => {
      for (const y of sharing.slice(index + 1)) {
        take(key, x, y);
      }
    });
  }
}

/** The only one of a list besides that profile; null for none or several. */
function others(list: readonly Profile[] | undefined, profile: Profile): Profile | null {
  const [only, ...more] = (list ?? []).filter(other => other !== profile);
  return only && more.length === 0 ? only : null;
}

function scoreOf({ a, b, evidence }: Pair, reviewed: ReadonlySet<string>): number {
  const names = namesOf(a, b);
  if (names === 'different' || reviewed.has(`${a.person} ${b.person}`) || reviewed.has(`${b.person} ${a.person}`)) {
    return 0;
  }
  let apart = 1;
  for (const { weight } of evidence.values()) {
    apart *= 1 - weight;
  }
  const twoLogins = a.logins.length > 0 && b.logins.length > 0 && !a.logins.some(login => b.logins.includes(login));
  // A nickname tells against a login in common, less against an address that spells out the name.
  const unlike = names !== 'unlike' ? 1 : evidence.has('name') ? 0.75 : 0.5;
  return (1 - apart) * (twoLogins ? 0.7 : 1) * unlike;
}

/**
 * How the names of two people go together: `unlike` where one has only a first name or a nickname that is no part of
 * the other's name and none of their logins.
 */
function namesOf(a: Profile, b: Profile): 'fitting' | 'unlike' | 'different' {
  if (a.fullNames.length > 0 && b.fullNames.length > 0) {
    const fits = a.fullNames.some(left => b.fullNames.some(right => compareNames(left, right) !== 'different'));
    return fits ? 'fitting' : 'different';
  }
  const [named, other] = a.fullNames.length > 0 ? [a, b] : [b, a];
  if (named.fullNames.length === 0 || other.shortNames.length === 0) {
    return 'fitting';
  }
  const fits = other.shortNames.some(words => {
    const handle = words.join('');
    return (
      named.handles.includes(handle) ||
      named.fullNames.some(full => words.every(word => full.some(part => part.startsWith(word)))) ||
      named.fullNames.some(full => [...handlesOf(full).short, ...handlesOf(full).joined].includes(handle))
    );
  });
  return fits ? 'fitting' : 'unlike';
}

/** The one with a full name, with an address that reaches somebody, with more commits, or with the smaller id first. */
function properFirst({ a, b }: Pair, people: readonly Person[]): [Profile, Profile] {
  const rank = ({ fullNames, machineOnly }: Profile): number => (fullNames.length > 0 ? 2 : 0) + (machineOnly ? 0 : 1);
  const commits = (profile: Profile): number => people[profile.person]?.commits ?? 0;
  const order = rank(b) - rank(a) || commits(b) - commits(a) || a.person - b.person;
  return order <= 0 ? [a, b] : [b, a];
}

/** Who reviewed whom, `reviewer author`: nobody reviews their own work. */
function reviewPairs(history: History, { ofSignature }: Identities): Set<string> {
  const pairs = new Set<string>();
  for (let commit = 0; commit < history.commitCount; commit++) {
    for (let at = history.trailerEnds.startOf(commit); at < history.trailerEnds.at(commit); at++) {
      if (history.trailerRoles.at(at) === trailerRole.reviewer) {
        const reviewer = ofSignature[history.trailerSignatures.at(at)] ?? -1;
        pairs.add(`${reviewer} ${ofSignature[history.authors.at(commit)] ?? -1}`);
      }
    }
  }
  return pairs;
}
