// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
const breaks = /[\u0009-\u000d\u0020\u0085\u00a0\u2028\u2029]+/g;

/**
 * C0 and C1 controls would steer a terminal, marks of direction would reorder the line around them (CVE-2021-42574),
 * zero-width characters and tags (U+E0000 and on) hide, and half a surrogate pair is no character.
 */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** Text from a repository made safe for one line of a terminal or a view: white space in one piece, � for the rest. */
export function printable(text: string): string {
  return text.replace(breaks, ' ').replace(unprintable, '\ufffd').trim();
}
