import type { Person } from '../model';

/**
 * What stands on the checklist of who leaves so that it is found again: eight digits made of the address by FNV-1a, since a
 * mark must not tell a name where pages keep them off. Source: http://www.isthe.com/chongo/tech/comp/fnv.
 */
export function leaverMark({ email }: Pick<Person, 'email'>): string {
  return marked(email);
}

/** Whether a mark is that of a person, by any of the addresses. */
export function isLeaver(mark: string, { email, aliases }: Pick<Person, 'email' | 'aliases'>): boolean {
  return [email, ...aliases].some(address => marked(address) === mark);
}

function marked(address: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(address.toLowerCase())) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
