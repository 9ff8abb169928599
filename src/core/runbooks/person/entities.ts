import { isKnownTool } from '../commands/commandEffect';
import { givenName } from './firstNames';
import type { KnownPeople } from './knownPeople';
import type { Passage, PassageLink } from './passages';
import { isPlaceholder, isRole } from './roleWords';
import type { Range } from './sentences';

/** Something in a passage that names one person. */
export interface Entity {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  readonly kind: 'handle' | 'address' | 'name';
  /** `weak`: also an English word, so that only a verb that asks a person, right before it, makes a person of it. */
  readonly weak: boolean;
  /** Equal for two mentions of one person that can be told from the words: a name and its address. */
  readonly key: string;
  /** The id of who that is in the repository; null where nobody is known by it. */
  readonly person: number | null;
}

const address = /(?<![\w.+@-])[\w+][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g;
const handle = /(?<![\p{L}\p{N}_@/.:\]}>-])@([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,38})/gu;
const capitalised = /(?<![\p{L}\p{N}@_#/.-])\p{Lu}[\p{L}'’]*(?:-\p{Lu}[\p{L}'’]*)?(?=$|[^\p{L}\p{N}_@/]|[’'])/gu;
const familyName =
  /^ (?:(?:\p{Lu}\.|\p{Lu}) )?(?:(?:van|von|de|der|den|da|del|di|la|le|dos|bin|al|el|ter|ten|zu)[ -]){0,2}(?:[OD]['’]|Mc|Mac)?\p{Lu}(?:\.(?!\p{L})|[\p{L}’'-]{1,30})/u;

const freeMail =
  /@(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|proton(?:mail)?|pm|gmx|web|live|me|fastmail|qq|163|126)\.[a-z.]{2,6}$/i;
const exampleDomain =
  /@(?:[\w-]+\.)*(?:example\.(?:com|org|net)|test|localhost|domain\.(?:com|org)|company\.com|email\.com|yourcompany\.com)$/i;

// `@latest`, `@media`, `@param`, `@here`: at-words that no host takes for somebody.
const noHandle =
  /^(?:v?\d[\w.]*|latest|main|master|head|next|canary|beta|alpha|stable|here|channel|everyone|all|group|media|import|include|mixin|charset|layer|apply|tailwind|supports|keyframes|font-face|params?|returns?|see|link|throws|deprecated|override|test|before|after|each|todo|type|typedef|property|since|author|version|default|component|module|classmethod|staticmethod|abstractmethod|dataclass|fixture|input|output|bean|id|key|query|sha256|.*\.(?:json|ya?ml|txt|js|ts|md|sh|py|csv|xml|sql)|.*\..*\..*|.*\.(?:com|org|net|io|dev|gov|edu|local|internal))$/i;

/** "@orca (#12)": whose change it was. */
const credited = /^[\])]*\s*(?:in\s+)?[[(]*(?:#\d+|https?:)/;

/** "the team @orcas". */
const teamBefore = /\b(?:teams?|group|channel|alias|bot|agent|user|account|squad|app)[\s(`:,]*$/i;

/** Accounts of programs that are mentioned to set them to work. */
const program =
  /^(?:github|gitlab|claude|copilot|codex|gemini|cursor|chatgpt|openai|devin|jules|dependabot|renovate)$/i;

/** What introduces a list of programs that are spoken to like people. */
const machines = /\b(?:agents?|(?:chat)?bots?|copilot|(?:ai|code|virtual) assistants?)\b/i;

/** "ann-fans@… mailing list". */
const listBehind = /^[>)\]\s]{0,3}(?:(?:mailing|distribution|e-?mail|shared)\s+)?(?:list|alias|group|mailbox)\b/i;

/** Words that make an organisation, a place or a thing of the name before them. */
const noFamily =
  /^(?:Inc|Ltd|LLC|GmbH|AG|Corp|Corporation|Company|Group|Team|Teams|Support|Services?|Systems?|Labs?|Foundation|Institute|University|College|School|Hospital|Cloud|Platform|Software|Solutions|Security|Server|API|App|CI|CLI|DB|Database|Cluster|Dashboard|Console|Hub|Center|Centre|Project|Plugin|Bot|Channel|Slack|County|City|Library|Consulting|Technologies|Engineering|Operations|Ops|Desk|Helpdesk|Network|Networks|Health|Partners|Associates|Office|Building|Act|Award|Prize|Mode|Edition|Studio|Enterprise|Protocol|Framework|Version|Docs?|Wiki|Linux|Images?|Repository|Repo|Pastebin|Tracker|Registry|Gallery|Forums?|Website|Admin|Admins|Developers?|Code|Desktop|Assistants?|Agents?|AI|Zero|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)$/;

/** What follows a name that is a thing: "the Felix server", "Marvin bot". */
const thingBehind =
  /^(?:['’]s)?["”]?[ -](?:teams?|squad|group|support|service|services|server|servers|cluster|clusters|database|bot|plugin|pipeline|dashboard|api|cli|app|application|queue|host|node|instance|environment|channel|mailing|helpdesk|desk|department|office hours|org|organi[sz]ation|project|framework|library|repo|repository|command|role|operator|controller|agent|scale|test|algorithm|syntax|format|rules?|rulesets?|signatures?|scripts?|docs|documentation)\b/i;

const articleBefore =
  /(?:^|[^\p{L}])(?:king|queen|team|project|operation|hurricane|saint|lake|mount|type|option|label|field|the|this|that|our|your|their|its|every|each|any|no|new|old|der|die|das|le|la|el|los)\s+["“'‘(\uE001]*$/iu;

interface Found extends Omit<Entity, 'key'> {
  readonly names: readonly string[];
}

/** Everything in a passage that names one person, in order, without overlaps. */
export function entitiesOf(passage: Passage, known: KnownPeople): readonly Entity[] {
  const { text, links } = passage;
  const found: Found[] = [];
  const taken = (start: number, end: number): boolean => found.some(each => each.start < end && start < each.end);
  if (text.includes('@')) {
    for (const match of text.matchAll(address)) {
      const entity = addressEntity(match[0], match.index, text, known);
      if (entity !== null) found.push(entity);
    }
    for (const match of text.matchAll(handle)) {
      const entity = handleEntity(match[1] ?? '', match.index, passage, known);
      if (entity === null || taken(entity.start, entity.end)) continue;
      // What such a link leads to is an account of an organisation, or an app.
      if (!links.some(link => link.start <= match.index && match.index < link.end && elsewhere.test(link.url)))
        found.push(entity);
    }
  }
  for (const link of links) {
    const entity = linkEntity(link, text, known);
    if (entity !== null && !taken(entity.start, entity.end)) found.push(entity);
  }
  const occupied = [...found].sort((a, b) => a.start - b.start);
  let past = 0;
  for (const match of text.matchAll(capitalised)) {
    if (match.index < past) continue;
    const entity = nameEntity(match[0].replace(/['’]s?$/, ''), match.index, passage, known);
    if (entity === null) continue;
    past = entity.end;
    if (!occupied.some(each => each.start < entity.end && entity.start < each.end)) found.push(entity);
  }
  found.sort((a, b) => a.start - b.start);
  return keyed(found);
}

/** Gives a name, and the address or handle behind it that repeats it, one key. */
function keyed(found: readonly Found[]): readonly Entity[] {
  const entities: Entity[] = [];
  for (const [index, { names, ...entity }] of found.entries()) {
    const before = found[index - 1];
    const last = entities.at(-1);
    const same = before !== undefined && last !== undefined && names.some(name => before.names.includes(name));
    entities.push({ ...entity, key: same ? last.key : names.join(' ') });
  }
  return entities;
}

const namesIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter(part => part.length > 1);

function addressEntity(written: string, at: number, text: string, known: KnownPeople): Found | null {
  const local = written.slice(0, written.indexOf('@'));
  if (isRole(local) || isPlaceholder(local) || exampleDomain.test(written)) return null;
  if (listBehind.test(text.slice(at + written.length, at + written.length + 40))) return null;
  const person = known.personOf(local);
  const parts = namesIn(local);
  const nearby = namesIn(text.slice(Math.max(0, at - 60), at));
  const named =
    person !== null ||
    freeMail.test(written) ||
    parts.some(part => part.length > 2 && givenName(part) === 'name') ||
    (parts.length > 1 && parts.every(part => nearby.includes(part) && /^\p{Lu}\p{Ll}/u.test(wordIn(text, part, at)))) ||
    (parts.length === 2 && parts.every(part => part.length > 1) && parts.some(part => givenName(part) === 'word')) ||
    startsWithName(local);
  if (!named) return null;
  return { start: at, end: at + written.length, text: written, kind: 'address', weak: false, names: parts, person };
}

const wordIn = (text: string, part: string, before: number): string => {
  const at = text.slice(0, before).toLowerCase().lastIndexOf(part);
  return at < 0 ? '' : text.slice(at, at + part.length);
};

/** `ingridnovak`: a given name of five letters or more and what may be a family name. */
function startsWithName(local: string): boolean {
  const plain = local.toLowerCase();
  if (!/^[a-z]{9,24}\d{0,4}$/.test(plain)) return false;
  for (let length = 5; length <= plain.length - 4; length++) {
    if (givenName(plain.slice(0, length)) === 'name') return true;
  }
  return false;
}

function handleEntity(name: string, at: number, passage: Passage, known: KnownPeople): Found | null {
  const { text, lead } = passage;
  const plain = name.replace(/[.-]+$/, '');
  const end = at + 1 + plain.length;
  if (plain.length < 3 || noHandle.test(plain) || isRole(plain) || isPlaceholder(plain)) return null;
  if (isKnownTool(plain.toLowerCase()) || program.test(plain)) return null;
  // Scopes of packages, teams of an organisation, decorators.
  if (/^[/({<]/.test(text.slice(end)) || /^[A-Z][a-z]+[A-Z]/.test(plain)) return null;
  if (credited.test(text.slice(end, end + 24)) || machines.test(lead)) return null;
  if (known.isTeam(plain) || teamBefore.test(text.slice(Math.max(0, at - 24), at))) return null;
  const given = givenName(plain);
  const family = given === null ? null : familyName.exec(text.slice(end, end + 60));
  const all = end + (family?.[0].length ?? 0);
  const words = text.slice(at, all);
  if (thingBehind.test(text.slice(all, all + 24))) return null;
  const person = known.personOf(plain);
  const covers = ({ start, end: last }: Range): boolean => start <= at && at < last;
  // Typed as code it may as well be a decorator or a directive.
  const weak = person === null && given === null && passage.code.some(covers) && !passage.links.some(covers);
  return { ...{ start: at, end: all, text: words, kind: 'handle', weak }, names: namesIn(words), person };
}

const elsewhere =
  /(?:twitter|\/\/x|instagram|youtube|facebook|npmjs)\.com|mastodon|bsky|app_redirect|\/(?:orgs|teams|apps|marketplace)\//i;

const profile =
  /^https?:\/\/(?:www\.)?(?:(?:github|gitlab|twitter|x)\.com\/[\w-]+\/?|linkedin\.com\/in\/[^/]+\/?|t\.me\/\w+|keybase\.io\/\w+|[\w.-]+\/(?:people|team_members?|users?|profiles?)\/(?:profile\/)?[\w.-]+\/?|[\w-]+\.slack\.com\/(?:team\/U\w+|archives\/D\w+))$/i;

/** A link to a profile, or to write to one person, whose words are a name that is not known otherwise. */
function linkEntity({ start, end, url }: PassageLink, text: string, known: KnownPeople): Found | null {
  const words = text.slice(start, end).trim();
  const at = start + text.slice(start, end).indexOf(words);
  const mail = /^mailto:([^?\s]+)/i.exec(url)?.[1] ?? null;
  if (mail === null && !profile.test(url)) return null;
  if (mail !== null) {
    const local = mail.split('@', 1)[0] ?? '';
    if (isRole(local) || isPlaceholder(local) || exampleDomain.test(mail)) return null;
  }
  if (credited.test(text.slice(end, end + 24))) return null;
  const login = /(?:github|gitlab)\.com\/([\w-]+)/i.exec(url)?.[1]?.toLowerCase();
  const parts = namesIn(mail?.split('@', 1)[0] ?? '');
  const isNamed =
    /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(words) &&
    !isOrganisation(words) &&
    (givenName(words.split(' ', 1)[0] ?? '') === 'name' ||
      (parts.length > 1 && parts.every(part => namesIn(words).includes(part))));
  if (!isNamed && !(login !== undefined && words.toLowerCase().replace(/^@/, '') === login)) return null;
  const name = words.replace(/^@/, '');
  if (isRole(name) || isPlaceholder(name) || known.isTeam(name)) return null;
  return {
    start: at,
    end: at + words.length,
    text: words,
    kind: 'name',
    weak: false,
    names: namesIn(words),
    person: known.personOf(name),
  };
}

const isOrganisation = (words: string): boolean => words.split(' ').some(word => noFamily.test(word));

function nameEntity(first: string, at: number, { text }: Passage, known: KnownPeople): Found | null {
  const part = first.split('-', 1)[0] ?? first;
  const person = known.givenNameOf(first);
  // A given name that only the history knows may be that of a machine, or of the product.
  const strength = givenName(first) ?? givenName(part) ?? (person === null ? null : 'word');
  // Initials of a role in the plural: "the BAs".
  if (strength === null || first.length < 3 || /^\p{Lu}{2}/u.test(first)) return null;
  const end = at + first.length;
  const family = familyName.exec(text.slice(end, end + 60));
  const last = family?.[0].trim().split(' ').at(-1) ?? '';
  if (noFamily.test(last.replace(/['’]s?$/, ''))) return null;
  const whole = family === null ? first : text.slice(at, end + family[0].length).replace(/['’]s?$|[.]$/, '');
  if (isPlaceholder(whole) || isPlaceholder(first)) return null;
  if ((strength === 'product' || isRole(first)) && family === null) return null;
  // The beginning of a sentence is capitalised.
  const begins = at === 0 || /[.!?:]\s+$/.test(text.slice(Math.max(0, at - 3), at));
  if (strength === 'word' && family !== null && begins) return null;
  if (strength !== 'name' && family !== null && givenName(last) === null && /[A-Z]{2}/.test(last)) return null;
  // "At" stands before a place or an organisation.
  if (/\bat\s+$/i.test(text.slice(Math.max(0, at - 8), at))) return null;
  const behind = text.slice(at + whole.length, at + whole.length + 24);
  if (thingBehind.test(behind) || articleBefore.test(text.slice(Math.max(0, at - 16), at))) return null;
  return {
    ...{
      start: at,
      end: at + whole.length,
      text: whole,
      kind: 'name',
      weak: strength !== 'name' && known.personOf(whole) === null,
    },
    ...{ names: namesIn(whole), person: known.personOf(whole) ?? person },
  };
}
