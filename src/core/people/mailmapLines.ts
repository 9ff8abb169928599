import type { History } from '../history/history';
import type { Person } from '../model';
import type { Identities } from './identities';
import type { Mailmap, Signature } from './mailmap';

/** Addresses that strangers share. */
const shared = /^(?:none|unknown|root|noreply|nobody)?@|@(?:none|localhost|\(none\))$|^[^@]*$/;

/** Who signs with each address, in lower case. */
export function usersOfAddresses(history: History, { ofSignature }: Identities): ReadonlyMap<string, Set<number>> {
  const users = new Map<string, Set<number>>();
  history.signatures.forEach(({ email }, index) => {
    const address = email.trim().toLowerCase();
    const known = users.get(address) ?? new Set<number>();
    users.set(address, known.add(ofSignature[index] ?? -1));
  });
  return users;
}

/**
 * Lines for `.mailmap` (gitmailmap(5)) that make one person's signatures those of another: `Proper Name <proper@x>
 * <alias@y>`, with the name in front of the second address where others use that address too, or a line maps it already.
 * Empty where that cannot be written, since the format knows no escapes.
 */
export function mailmapLines(
  proper: Person,
  alias: { readonly person: number; readonly signatures: readonly Signature[] },
  users: ReadonlyMap<string, ReadonlySet<number>>,
  mailmap: Mailmap,
): string[] {
  const name = proper.name.trim();
  if (!isWritable(name) || name === '' || name.startsWith('#') || !isWritable(proper.email)) {
    return [];
  }
  if (shared.test(proper.email.toLowerCase())) {
    return [];
  }
  const lines = new Set<string>();
  for (const signature of alias.signatures) {
    const email = signature.email.trim();
    const own = signature.name.trim();
    const address = email.toLowerCase();
    const ofOthers = [...(users.get(address) ?? [])].some(person => person !== alias.person);
    const byName = ofOthers || shared.test(address) || mailmap.map(signature).email !== signature.email;
    if (!isWritable(email) || !isWritable(own) || (byName && own === '')) {
      return [];
    }
    lines.add(`${name} <${proper.email}> ${byName ? `${own} ` : ''}<${email}>`);
  }
  return [...lines].sort();
}

function isWritable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they end or break a line
  return !/[<>\x00-\x1f]/.test(text);
}

/** The text of a `.mailmap` with lines added at its end; what is there stays, in its line ends. */
export function withMailmapLines(text: string, lines: readonly string[]): string {
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  const present = new Set(text.split(/\r?\n/).map(line => line.trim()));
  const added = lines.filter(line => !present.has(line.trim()));
  const separator = text === '' || text.endsWith('\n') ? '' : end;
  return added.length === 0 ? text : `${text}${separator}${added.join(end)}${end}`;
}
