import type { Person } from '../../src/core/model';

/** People by the login, in lower case, that a host knows them by; several where one human goes by two identities. */
export type PeopleByLogin = ReadonlyMap<string, readonly Person[]>;

/**
 * Finds logins in the addresses hosts give out (`ID+login@users.noreply.…`), in lists of maintainers (`Name (address /
 * @login)`) and in names that are the login, which is proof; and for those not found so, where the first part of an address
 * or the name without its spaces is the login, which is no proof where it is that of two people.
 */
export function loginsOf(people: readonly Person[], lists: readonly string[]): PeopleByLogin {
  const humans = people.filter(({ bot, agent }) => !bot && !agent);
  const found = byLogin(humans, person => [
    person.name.toLowerCase(),
    ...fromHost(person),
    ...fromLists(person, lists),
  ]);
  for (const guess of [fromAddress, fromName]) {
    for (const [login, meant] of byLogin(humans, guess))
      if (!found.has(login) && meant.length === 1) found.set(login, meant);
  }
  return found;
}

function byLogin(people: readonly Person[], loginsIn: (person: Person) => readonly string[]): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    for (const login of new Set(loginsIn(person))) found.set(login, [...(found.get(login) ?? []), person]);
  }
  return found;
}

function fromHost({ email, aliases }: Person): readonly string[] {
  return [email, ...aliases].flatMap(address => {
    const login = /^(?:\d+\+)?([^@+]+)@users\.noreply\./i.exec(address)?.[1];
    return login === undefined ? [] : [login.toLowerCase()];
  });
}

function fromLists({ name, email, aliases }: Person, lists: readonly string[]): readonly string[] {
  const keys = [name, email, ...aliases].map(key => key.toLowerCase()).filter(key => /[ @]/.test(key));
  return lists.flatMap(list =>
    list.split(/[\n,]/).flatMap(entry => {
      const login = /@([\w-]+)\)?\s*$/.exec(entry.trim().replace(/\)$/, ''))?.[1];
      return login !== undefined && keys.some(key => entry.toLowerCase().includes(key)) ? [login.toLowerCase()] : [];
    }),
  );
}

function fromAddress({ email, aliases }: Person): readonly string[] {
  return [email, ...aliases].map(address => (address.split('@')[0] ?? '').toLowerCase());
}

function fromName({ name }: Person): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/\s+/);
  const short = words.length > 1 ? [`${words[0]?.[0] ?? ''}${words.at(-1) ?? ''}`] : [];
  return [plain, plain.replace(/[\s.'’-]+/g, ''), plain.replace(/\s+/g, '-'), ...short];
}
