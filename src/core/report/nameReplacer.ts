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
  readonly text: string;
  readonly alsoInPaths: boolean;
  readonly exactCase: boolean;
  readonly pseudonym: string;
  /** Made when first needed: a long history has more people than a text names. */
  pattern?: RegExp;
}

/** Addresses before the `@` that name an office, not a person. */
const offices = new Set(
  'admin build bot ci contact dev git github gitlab hello info mail me noreply root support team user'.split(' '),
);

/** A name written as one word is found when it is long enough not to be another word. */
const leastJoined = 8;

const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * @param people whose names, addresses and aliases are to be found
 * @param pseudonyms what stands for each, by index
 */
export function nameReplacer(people: readonly Person[], pseudonyms: readonly string[]): NameReplacer {
  const byFirstWord = new Map<string, Term[]>();
  const wholes = new Map<string, string>();
  people.forEach((person, index) => {
    for (const term of termsOf(person, pseudonyms[index] ?? '')) {
      const { text, exactCase, pseudonym } = term;
      const key = exactCase ? `=${text}` : text.toLowerCase();
      const first = text.match(word)?.[0]?.toLowerCase();
      // The first person of a name is the one a text means.
      if (first === undefined || wholes.has(key)) {
        continue;
      }
      wholes.set(key, pseudonym);
      const terms = byFirstWord.get(first);
      if (terms) {
        terms.push(term);
      } else {
        byFirstWord.set(first, [term]);
      }
    }
  });
  for (const terms of byFirstWord.values()) {
    terms.sort((a, b) => b.text.length - a.text.length);
  }
  return {
    inText: text => replaceTerms(text, byFirstWord, () => true),
    inPath: path => replaceTerms(path, byFirstWord, term => term.alsoInPaths),
    whole: text => wholes.get(text.trim().replace(/^@/, '').toLowerCase()) ?? wholes.get(`=${text.trim()}`) ?? null,
  };
}

function termsOf(person: Person, pseudonym: string): Term[] {
  const terms: Term[] = [];
  const add = (text: string, { alsoInPaths = false, exactCase = false }): void => {
    terms.push({ text, alsoInPaths, exactCase, pseudonym });
  };
  const name = person.name.trim();
  const words = name.match(word) ?? [];
  add(name, { alsoInPaths: words.length > 1 });
  if (words.length > 1 && words.join('').length >= leastJoined) {
    add(words.join(''), { alsoInPaths: true });
  }
  for (const address of [person.email, ...person.aliases].map(text => text.trim())) {
    const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).replace(/^\d+\+/, '');
    add(address, { alsoInPaths: address.includes('@') });
    if (local.length >= 3 && !offices.has(local.toLowerCase())) {
      add(local, {});
    }
  }
  if (words.length > 1 && !person.bot && !person.agent) {
    for (const part of words) {
      // "Will" may be Will; "will" is not.
      if (part.length >= 3 && part !== part.toLowerCase()) {
        add(part, { exactCase: true });
      }
    }
  }
  return terms;
}

/** A name of several words is found however they are joined: `Ann Example`, `ann-example`, `ann.example`. */
function patternOf({ text, exactCase }: Term): RegExp {
  const words = text.match(word) ?? [];
  const joint = '[^\\p{L}\\p{N}\\p{M}/]{1,3}';
  const body =
    text.includes('@') || words.length < 2
      ? escapeRegExp(text.slice(text.search(word)))
      : words.map(escapeRegExp).join(joint);
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
    for (const term of terms.filter(wanted)) {
      term.pattern ??= patternOf(term);
      term.pattern.lastIndex = match.index;
      const found = term.pattern.exec(text);
      if (found) {
        written += text.slice(from, match.index) + term.pseudonym;
        from = match.index + found[0].length;
        break;
      }
    }
  }
  return written + text.slice(from);
}
