import { foldName } from './identities';

/** Letters that lose no accent when they are decomposed, and other alphabets letter by letter (after ISO 9 and ELOT 743). */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ø=o ł=l đ=d ð=d þ=th ß=ss æ=ae œ=oe ı=i ŋ=n ħ=h ' +
    'а=a б=b в=v г=g ґ=g д=d е=e є=ie ё=e ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ' +
    'ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ' +
    'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o'
  )
    .split(' ')
    .map(pair => pair.split('=') as [string, string]),
);

/** Spellings of one sound that passports and keyboards disagree on; the same letters stand for all of them. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/ss/g, 's'],
  [/[yj]+/g, 'i'],
  [/i+/g, 'i'],
];

/** A word of a name without accents, in Latin letters, lower case: `Jürgen` is `jurgen`, `Иван` is `ivan`. */
export function latin(word: string): string {
  return [...foldName(word)].map(letter => letters[letter] ?? letter).join('');
}

/** The same for all spellings of a word of a name: `Müller`, `Mueller` and `Muller`. */
export function soundOf(word: string): string {
  return sounds.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin(word));
}

/**
 * The words of a name in Latin letters, in their order: `Smith, Ann (work)` is `smith`, `ann`. Names run together are
 * taken apart where a capital says so.
 */
export function wordsOf(name: string): string[] {
  const spaced = name
    .replace(/\([^)]*\)|"[^"]*"|\[[^\]]*\]/g, ' ')
    .replace(/^(?!Mac|Van|Von|Mc)(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u, '$1 $2');
  return spaced
    .split(/[\s.,_\-–·]+/u)
    .map(latin)
    .filter(word => /^[\p{L}'’]+$/u.test(word));
}

/** Whether these words are a full name: two of them at least with two letters or more. */
export function isFullName(words: readonly string[]): boolean {
  return words.filter(({ length }) => length > 1).length >= 2;
}

/**
 * How two full names go together: `same` where each word of one is a word of the other, in any order and spelling;
 * `near` where one is the other with words left out or cut short (`Ann M. Smith`, `A. Smith`, `Alex` for `Alexander`);
 * `different` otherwise.
 */
export function compareNames(left: readonly string[], right: readonly string[]): 'same' | 'near' | 'different' {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const rest = many.map(soundOf);
  let whole = 0;
  for (const word of few.map(soundOf).sort((a, b) => b.length - a.length)) {
    const equal = rest.indexOf(word);
    const at = equal >= 0 ? equal : rest.findIndex(other => isCutShort(word, other) || isCutShort(other, word));
    if (at < 0) {
      return 'different';
    }
    whole += equal >= 0 && word.length > 1 ? 1 : 0;
    rest.splice(at, 1);
  }
  if (whole === few.length && rest.length === 0) {
    return 'same';
  }
  return whole >= 1 ? 'near' : 'different';
}

function isCutShort(short: string, long: string): boolean {
  return (short.length === 1 || short.length >= 3) && short.length < long.length && long.startsWith(short);
}

/** What people make of a full name to sign with: `annsmith`, `smithann`, `asmith`, `smitha`, `anns`. */
export function handlesOf(words: readonly string[]): { readonly joined: string[]; readonly short: string[] } {
  const whole = words.filter(({ length }) => length > 1);
  const [first = '', last = ''] = [whole[0], whole.at(-1)];
  if (whole.length < 2) {
    return { joined: [], short: [] };
  }
  return {
    joined: [first + last, last + first, ...(whole.length > 2 ? [whole.join('')] : [])],
    short: [first.charAt(0) + last, last + first.charAt(0), first + last.charAt(0)],
  };
}
