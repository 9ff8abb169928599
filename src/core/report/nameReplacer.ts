import type { Person } from '../model';

/** Finds people in texts and puts their pseudonyms there. */
export interface NameReplacer {
  /** Prose: also single words of a name and the part of an address before the `@`. */
  readonly inText: (text: string) => string;
  /** Paths and ids: only whole names of two words or more, and addresses, so that `src/core` stays what it is. */
  readonly inPath: (path: string) => string;
  /** The pseudonym of the one person a text names and nothing else; null when it names nobody known. */
  readonly whole: (text: string) => string | null;
}

interface Term {
  readonly pattern: RegExp;
  readonly pseudonym: string;
  readonly length: number;
  readonly alsoInPaths: boolean;
}

/** Addresses before the `@` that name an office, not a person. */
const offices = new Set(
  'admin build bot ci contact dev git github gitlab hello info mail me noreply root support team user'.split(' '),
);

const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * @param people whose names, addresses and aliases are to be found
 * @param pseudonyms what stands for each, by index
 */
export function nameReplacer(people: readonly Person[], pseudonyms: readonly string[]): NameReplacer {
  const byFirstWord = new Map<string, Term[]>();
  const wholes = new Map<string, string>();
  people.forEach((person, index) => {
    const pseudonym = pseudonyms[index] ?? '';
    for (const { text, alsoInPaths, exactCase } of termsOf(person)) {
      const words = text.match(word) ?? [];
      const [first] = words;
      if (!wholes.has(text.toLowerCase())) {
        wholes.set(text.toLowerCase(), pseudonym);
      }
      if (first !== undefined) {
        const key = first.toLowerCase();
        const term = { pattern: patternOf(text, words, exactCase), pseudonym, length: text.length, alsoInPaths };
        byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), term]);
      }
    }
  });
  for (const terms of byFirstWord.values()) {
    terms.sort((a, b) => b.length - a.length);
  }
  return {
    inText: text => replaceTerms(text, byFirstWord, () => true),
    inPath: path => replaceTerms(path, byFirstWord, term => term.alsoInPaths),
    whole: text => wholes.get(text.trim().replace(/^@/, '').toLowerCase()) ?? null,
  };
}

function termsOf(person: Person): { text: string; alsoInPaths: boolean; exactCase: boolean }[] {
  const terms: { text: string; alsoInPaths: boolean; exactCase: boolean }[] = [];
  const name = person.name.trim();
  const words = name.match(word) ?? [];
  if (name !== '') {
    terms.push({ text: name, alsoInPaths: words.length > 1, exactCase: false });
  }
  for (const address of [person.email, ...person.aliases].map(text => text.trim())) {
    const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).replace(/^\d+\+/, '');
    if (address !== '') {
      terms.push({ text: address, alsoInPaths: address.includes('@'), exactCase: false });
    }
    if (local.length >= 3 && !offices.has(local.toLowerCase())) {
      terms.push({ text: local, alsoInPaths: false, exactCase: false });
    }
  }
  if (words.length > 1 && !person.bot && !person.agent) {
    for (const part of words) {
      // "Will" may be Will; "will" is not.
      if (part.length >= 3 && part !== part.toLowerCase()) {
        terms.push({ text: part, alsoInPaths: false, exactCase: true });
      }
    }
  }
  return terms;
}

/** A name of several words is found however they are joined: `Ann Example`, `ann-example`, `ann.example`. */
function patternOf(text: string, words: readonly string[], exactCase: boolean): RegExp {
  const isName = !text.includes('@') && words.length > 1;
  const start = text.search(word);
  // Joined without anything only where the name is long enough not to be another word.
  const joint = `[^\\p{L}\\p{N}\\p{M}/]{${text.length >= 8 ? 0 : 1},3}`;
  const body = isName ? words.map(escapeRegExp).join(joint) : escapeRegExp(text.slice(start));
  return new RegExp(`${body}(?![\\p{L}\\p{N}\\p{M}])`, exactCase ? 'yu' : 'iyu');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Walks the words of a text; at each, the longest term that stands there is replaced. Linear in the text. */
function replaceTerms(
  text: string,
  byFirstWord: ReadonlyMap<string, readonly Term[]>,
  wanted: (term: Term) => boolean,
): string {
  let written = '';
  let from = 0;
  for (const match of text.matchAll(word)) {
    if (match.index < from) {
      continue;
    }
    const terms = byFirstWord.get(match[0].toLowerCase()) ?? [];
    for (const { pattern, pseudonym } of terms.filter(wanted)) {
      pattern.lastIndex = match.index;
      const found = pattern.exec(text);
      if (found) {
        written += text.slice(from, match.index) + pseudonym;
        from = match.index + found[0].length;
        break;
      }
    }
  }
  return written + text.slice(from);
}
