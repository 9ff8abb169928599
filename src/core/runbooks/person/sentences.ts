/** A range of a passage. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const end = /[.!?…。！？]+["'”’)\]]*(?=\s+["'“‘([@]?[\p{Lu}\p{N}@\uE001]|\s*$)|[。！？]|\n/gu;
const abbreviation =
  /(?:^|[\s(["'])(?:e\.g|i\.e|etc|cf|vs|approx|incl|esp|dr|mr|mrs|ms|prof|st|jr|sr|inc|ltd|no|tel|ext|ca|bzw|z\.b|usw|ggf|p\.ex|sra?|dra?|\p{Lu})\.$/iu;

/** The sentences of a text. A full stop of an abbreviation or an initial ends none. */
export function sentencesOf(text: string): readonly Range[] {
  const sentences: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(end)) {
    const stop = match.index + match[0].length;
    if (match[0] === '.' && abbreviation.test(text.slice(Math.max(start, stop - 8), stop))) continue;
    sentences.push({ start, end: stop });
    start = stop;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
