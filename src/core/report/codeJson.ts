import type { Limit, Person, Reason } from '../model';
import { limitText } from './limits';
import { moment } from './numbers';
import { reasonText } from './reasons';
import { plainTranslate } from './translate';

/** A reason or limit with its values beside the code and its English sentence. */
export interface CodeJson {
  readonly code: string;
  readonly text: string;
  readonly [value: string]: string | number | null;
}

/** A limit as `{code, …its values, text}`. */
export function limitJson(limit: Limit): CodeJson {
  return { code: limit.code, ...valuesJson(limit.values), text: limitText(limit, plainTranslate) };
}

/** A reason as `{code, …its values, text}`. */
export function reasonJson(reason: Reason, people: readonly Person[]): CodeJson {
  return { code: reason.code, ...valuesJson(reason.values), text: reasonText(reason, people, plainTranslate) };
}

/** A fraction from 0 to 1 with at most six decimals; 0 for what is no number, because JSON has no word for it. */
export function fraction(share: number): number {
  return Math.round(Math.min(1, Math.max(0, finite(share))) * 1e6) / 1e6;
}

/** The number, or 0 when it is not finite. */
export function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** The number, or null when it is not finite or not known. */
export function finiteOrNull(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : value;
}

function valuesJson(values: Limit['values']): Record<string, string | number | null> {
  const written: Record<string, string | number | null> = { ...numbersMadeFinite(values) };
  const { date, share } = values;
  if (typeof date === 'number') {
    written['date'] = moment(date);
  }
  if (typeof share === 'number') {
    written['share'] = fraction(share);
  }
  return written;
}

/** Values with 0 for every number that is none. */
export function numbersMadeFinite(values: Limit['values']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? finite(value) : value]),
  );
}
