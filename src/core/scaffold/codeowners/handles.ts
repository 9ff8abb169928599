import type { Person, PersonId } from '../../model';
import { githubLogin, gitlabLogin } from '../../people/hostLogin';
import { type KnownPerson, peopleLookup } from '../../runbooks/lint/peopleLookup';
import type { OwnersDialect } from './ownersPlace';

/** Between people and what a host calls them. */
export interface Handles {
  /** `@login` where an address tells it, else where addresses are wanted the address; null for neither. */
  of(person: PersonId): string | null;
  /** Who of the repository an owner may be; nobody for a team. */
  whom(owner: string): readonly KnownPerson[];
  /** Whether an owner is one person, as far as can be told: a bare name at GitLab may be a group. */
  isOnePerson(owner: string): boolean;
}

/**
 * @param teams as settings and CODEOWNERS write them
 * @param withAddresses an address stands for who has no known login
 */
export function handlesIn(
  people: readonly Person[],
  dialect: OwnersDialect,
  teams: readonly string[],
  withAddresses: boolean,
): Handles {
  const lookup = peopleLookup(people, teams);
  const isTeam = (owner: string): boolean => owner.startsWith('@@') || lookup.isTeam(owner);
  const whom = (owner: string): readonly KnownPerson[] =>
    isTeam(owner) ? [] : lookup.find(owner).filter(({ by }) => by === 'address' || by === 'login');
  return {
    of: person => {
      const known = people[person];
      if (known === undefined) return null;
      const login = loginOf(known, dialect);
      return login === null ? (withAddresses && known.email.includes('@') ? known.email : null) : `@${login}`;
    },
    whom,
    isOnePerson: owner => !isTeam(owner) && (dialect !== 'gitlab' || !owner.startsWith('@') || whom(owner).length > 0),
  };
}

function loginOf({ email, aliases }: Person, dialect: OwnersDialect): string | null {
  if (dialect === 'bitbucket') return null;
  const loginIn = dialect === 'github' ? githubLogin : gitlabLogin;
  const addresses = [email, ...aliases].map(address => address.toLowerCase());
  return addresses.map(loginIn).find(login => login !== null) ?? null;
}
