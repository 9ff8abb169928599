/** A person as a commit or a trailer names them. */
export interface Signature {
  readonly name: string;
  readonly email: string;
}

interface Replacement {
  readonly name: string | null;
  readonly email: string | null;
}

/** What one mailmap says of one commit address: for anyone using it, and for certain names only. */
interface Entry {
  anyName: Replacement | null;
  readonly byName: Map<string, Replacement>;
}

/**
 * A `.mailmap`, as gitmailmap(5) defines it: addresses and names are compared without regard to case, a later line
 * adds to an earlier one of the same address, and a line that is no entry is skipped.
 *
 * Git maps authors but never trailers; we map both the same way, and a changed mailmap then needs no new log.
 */
export class Mailmap {
  private readonly entries = new Map<string, Entry>();

  constructor(text: string) {
    for (const line of text.split(/\r?\n/)) {
      this.addLine(line);
    }
  }

  /** The proper name and address of a signature; the signature itself when nothing maps it. */
  map(signature: Signature): Signature {
    const entry = this.entries.get(foldCase(signature.email));
    const replacement = entry?.byName.get(foldCase(signature.name)) ?? entry?.anyName;
    if (!replacement) {
      return signature;
    }
    return { name: replacement.name ?? signature.name, email: replacement.email ?? signature.email };
  }

  private addLine(line: string): void {
    if (line.startsWith('#')) {
      return;
    }
    const first = nameAndAddress(line, 0);
    if (!first || first.email === '') {
      return;
    }
    const second = nameAndAddress(line, first.end);
    const commitAddress = second ? second.email : first.email;
    const replacement: Replacement = { name: first.name || null, email: second ? first.email : null };
    const key = foldCase(commitAddress);
    let entry = this.entries.get(key);
    if (!entry) {
      entry = { anyName: null, byName: new Map() };
      this.entries.set(key, entry);
    }
    if (second?.name) {
      entry.byName.set(foldCase(second.name), replacement);
    } else {
      entry.anyName = {
        name: replacement.name ?? entry.anyName?.name ?? null,
        email: replacement.email ?? entry.anyName?.email ?? null,
      };
    }
  }
}

/** `Name <address>` from a position on; null when there is no address. */
function nameAndAddress(line: string, from: number): (Signature & { readonly end: number }) | null {
  const open = line.indexOf('<', from);
  const close = open < 0 ? -1 : line.indexOf('>', open + 1);
  if (close < 0) {
    return null;
  }
  return { name: line.slice(from, open).trim(), email: line.slice(open + 1, close), end: close + 1 };
}

/** Git folds ASCII only. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, part => part.toLowerCase());
}
