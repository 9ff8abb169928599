import type { AwayPeriod, DeclaredPerson } from '../settings';
import { withoutAgent } from './agents';
import { type Actor, actorOf } from './automation';
import { githubLogin } from './hostLogin';
import type { Mailmap, Signature } from './mailmap';

/** One person, bot or agent before anything is known of their activity. */
export interface Identity {
  readonly name: string;
  readonly email: string;
  /** Other addresses merged into this identity, sorted. */
  readonly aliases: readonly string[];
  readonly kind: Actor;
  readonly left: boolean;
  readonly present: boolean;
  readonly away: readonly AwayPeriod[];
  /** As listed with the person in the settings. */
  readonly teams: readonly string[];
}

export interface Identities {
  readonly identities: readonly Identity[];
  /** Identity of each signature, by index. */
  readonly ofSignature: Int32Array;
}

/**
 * Joins the signatures of a history into people. What joins two signatures: `.mailmap`, `.single-points.yml`, the same
 * address (ignoring case), the host's no-reply forms of one login, and the same full name. Anything weaker is left apart.
 *
 * @param uses commits of each signature, by index; the most used name and address stand for the person.
 */
export function joinIdentities(
  signatures: readonly Signature[],
  uses: ArrayLike<number>,
  mailmap: Mailmap,
  declared: readonly DeclaredPerson[],
): Identities {
  const mapped = signatures.map(signature => withoutAgent(mailmap.map(signature)));
  const groups = new Groups(signatures.length);
  const firstByKey = new Map<string, number>();
  mapped.forEach((signature, index) => {
    for (const key of joiningKeys(signature, declared)) {
      const first = firstByKey.get(key);
      if (first === undefined) {
        firstByKey.set(key, index);
      } else {
        groups.join(first, index);
      }
    }
  });
  const ofSignature = new Int32Array(signatures.length);
  const members = new Map<number, number[]>();
  for (let index = 0; index < signatures.length; index++) {
    const root = groups.rootOf(index);
    const group = members.get(root);
    if (group) {
      group.push(index);
    } else {
      members.set(root, [index]);
    }
  }
  const identities: Identity[] = [];
  for (const group of members.values()) {
    for (const index of group) {
      ofSignature[index] = identities.length;
    }
    identities.push(describe(group, mapped, uses, declared));
  }
  return { identities, ofSignature };
}

/** Two signatures that share a key are one person. Prefixes keep addresses, logins, names and declarations apart. */
function joiningKeys(signature: Signature, declared: readonly DeclaredPerson[]): string[] {
  const keys: string[] = [];
  const email = signature.email.trim().toLowerCase();
  const name = foldName(signature.name);
  const index = declared.findIndex(person => declares(person, email, name));
  if (index >= 0) {
    keys.push(`d:${index}`);
  }
  const actor = actorOf(signature);
  if (actor !== 'human') {
    // A tool's address may carry a person's name for once; that must not make the tool that person.
    keys.push(`${actor}:${email || name}`);
    return keys;
  }
  // "none@none", "root@localhost" and the like are shared by strangers.
  if (email.includes('@') && !/^(none|unknown|root|noreply|nobody)@|@(none|localhost|\(none\))$/.test(email)) {
    keys.push(`e:${email}`);
  } else {
    keys.push(`a:${email}\0${name}`);
  }
  const login = githubLogin(email);
  if (login) {
    keys.push(`l:${login}`);
  }
  const fullName = fullNameOf(signature.name);
  if (fullName) {
    keys.push(`n:${fullName}`);
  }
  return keys;
}

function declares(person: DeclaredPerson, email: string, name: string): boolean {
  return (
    person.emails.some(address => address.toLowerCase() === email) ||
    (person.name !== null && foldName(person.name) === name)
  );
}

/** Lower case, without accents, single spaces: "José  Núñez" and "Jose Nunez" are one name. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The key of a full name, its parts in one order: "Ada BYRON", "Byron Ada" and "AdaByron" are one. Null for less than a
 * full name: a first name alone, "root" or "unknown" says too little to join two addresses.
 */
function fullNameOf(name: string): string | null {
  const folded = foldName(name.replace(/^(?!Mac|Van|Von)([A-Z][a-z]{2,})([A-Z][a-z]{2,})$/, '$1 $2'));
  if (writtenWithoutSpace.test(name)) {
    return folded;
  }
  const isFull =
    /^\S{2,} (\S+ )*\S{2,}$/.test(folded) && !/^(unknown|your name|first last|the author|no name)/.test(folded);
  return isFull ? folded.split(' ').sort().join(' ') : null;
}

/** A full name in Chinese, Japanese (two characters at least) or Korean (three: two may be a given name). */
const writtenWithoutSpace = /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}|\p{Script=Hangul}{3,})$/u;

function describe(
  group: readonly number[],
  mapped: readonly Signature[],
  uses: ArrayLike<number>,
  declared: readonly DeclaredPerson[],
): Identity {
  const names = new Map<string, number>();
  const emails = new Map<string, number>();
  let kind: Actor = 'bot';
  let declaration: DeclaredPerson | undefined;
  for (const index of group) {
    const signature = mapped[index];
    if (!signature) {
      continue;
    }
    const weight = (uses[index] ?? 0) + 1;
    names.set(signature.name, (names.get(signature.name) ?? 0) + weight);
    emails.set(signature.email, (emails.get(signature.email) ?? 0) + weight);
    kind = actorOf(signature);
    const email = signature.email.toLowerCase();
    declaration ??= declared.find(person => declares(person, email, foldName(signature.name)));
  }
  const email = mostUsed(emails);
  return {
    name: declaration?.name ?? (mostUsed(fullNamesOf(names)) || mostUsed(names) || email),
    email,
    aliases: aliasesOf(email, emails.keys()),
    kind: declaration ? (declaration.bot ? 'bot' : 'human') : kind,
    left: declaration?.left ?? false,
    present: declaration?.present ?? false,
    away: declaration?.away ?? [],
    teams: declaration?.teams ?? [],
  };
}

/** The full names among the names of one person: a login says less to who must find them. */
function fullNamesOf(names: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...names].filter(([name]) => fullNameOf(name) !== null));
}

/** The other addresses, each in one spelling: case does not make another. */
function aliasesOf(email: string, emails: Iterable<string>): string[] {
  const others = new Map<string, string>();
  for (const other of [...emails].sort()) {
    const folded = other.toLowerCase();
    if (folded !== email.toLowerCase() && !others.has(folded)) {
      others.set(folded, other);
    }
  }
  return [...others.values()].sort();
}

/** The key with the highest count; among equals the first in code-point order, so that machines agree. */
function mostUsed(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let bestCount = -1;
  for (const [key, count] of counts) {
    if (count > bestCount || (count === bestCount && key < best)) {
      best = key;
      bestCount = count;
    }
  }
  return best;
}

/** Disjoint sets. */
class Groups {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, index) => index);
  }

  rootOf(index: number): number {
    let root = index;
    while ((this.parent[root] ?? root) !== root) {
      root = this.parent[root] ?? root;
    }
    this.parent[index] = root;
    return root;
  }

  /** The lower index stays the root, whatever the order of joins. */
  join(a: number, b: number): void {
    const [low, high] = [this.rootOf(a), this.rootOf(b)].sort((x, y) => x - y) as [number, number];
    this.parent[high] = low;
  }
}
