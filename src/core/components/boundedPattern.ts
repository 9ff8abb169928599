const longestPattern = 200;
/** Each may try every place of a path again. */
const mostRepeats = 3;

/**
 * A regular expression of a repository as a test that may be run on its paths; null for one that is not understood, or that
 * could take long on purpose: with a repeated group, with more than three repeats, or with more than 200 characters.
 */
export function boundedPattern(pattern: string): ((text: string) => boolean) | null {
  // `[]` and `[^]` are whole classes here, and the beginning of one in Go, for which these are written.
  if (/\[\^?\]/.test(pattern)) return null;
  const plain = pattern.replace(/\\./g, 'x').replace(/\[\^?[^\]]*\]/g, 'x');
  const repeats = plain.match(/[*+{]/g)?.length ?? 0;
  if (pattern.length > longestPattern || repeats > mostRepeats || /\)[*+?{]|\(\?(?!:)/.test(plain)) return null;
  try {
    const expression = new RegExp(pattern);
    return text => expression.test(text);
  } catch {
    return null;
  }
}
