import { groupBy } from '../groupBy';
import type { Finding } from '../model';
import { wholeNumber } from './numbers';
import type { Translate } from './translate';

/** A rule that found so much that a list of it would hide what else there is. */
export interface Flood {
  /** The first in the order that was given. */
  readonly first: Finding;
  readonly count: number;
  readonly files: number;
}

/** So many findings of one rule can be read one by one. */
const mostListed = 20;

/** Findings of rules that found no more than can be read, in their order, and the others by rule. */
export function withoutFloods(findings: readonly Finding[]): {
  readonly listed: readonly Finding[];
  readonly floods: readonly Flood[];
} {
  const floods = [...groupBy(findings, ({ rule }) => rule).values()].flatMap(list => {
    const [first] = list;
    if (first === undefined || list.length <= mostListed) return [];
    return [{ first, count: list.length, files: new Set(list.map(({ path }) => path)).size }];
  });
  const flooding = new Set(floods.map(({ first: { rule } }) => rule));
  return { listed: findings.filter(({ rule }) => !flooding.has(rule)), floods };
}

/** How much a rule found, and in how many files. */
export function floodText({ count, files }: Flood, translate: Translate): string {
  const values = { count: wholeNumber(count, translate), files: wholeNumber(files, translate) };
  return files === 1
    ? translate('{count} places in one file', values)
    : translate('{count} places in {files} files', values);
}
