import type { Translate } from './translate';

/** Words with the full stop of the language. */
export function sentence(words: string, translate: Translate): string {
  return translate('{words}.', { words });
}

/** One {@link sentence} behind the other; `''` for none. */
export function sentences(all: readonly string[], translate: Translate): string {
  return all.map(words => sentence(words, translate)).join(' ');
}

/** Words that begin as a sentence does. */
export function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
