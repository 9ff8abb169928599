/** A word of a POSIX command line, quoted when it has to be. Names with control characters cannot be typed: null. */
export function shellWord(word: string): string | null {
  if (word === '' || /\p{Cc}/u.test(word)) return null;
  if (/^[\w@%+=:,./][\w@%+=:,./-]*$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Words joined to a command; names that begin with `-` would be options, so they give null too. */
export function shellCommand(fixed: readonly string[], ...names: readonly string[]): string | undefined {
  const words = names.map(name => (name.startsWith('-') ? null : shellWord(name)));
  return words.every(word => word !== null) ? [...fixed, ...words].join(' ') : undefined;
}

/** The words of an exec form as one line: those with spaces or operators in quotes, the rest as they stand. */
export function spokenWords(words: readonly string[]): string {
  return words
    .map(word => (words.length > 1 && /[\s;&|<>()"']/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : word))
    .join(' ');
}
