import type { Translate } from './translate';

/** Nothing in a repository is as many. */
const mostCounted = 1e12;

/** A whole number with its thousands apart: `12,345`, in German `12.345`; `?` for what is no number or counts nothing that exists. */
export function wholeNumber(value: number, translate: Translate): string {
  if (!(Math.abs(value) < mostCounted)) return '?';
  const whole = Math.round(value);
  return isPlain(translate)
    ? whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')
    : numberFormat(translate.locale, 'decimal').format(whole);
}

/**
 * A fraction from 0 to 1 in whole percents: `92 %`. Nothing is rounded to nothing or to everything: `under 1 %`,
 * `over 99 %`. `?` for what is not a number; fractions outside 0 to 1 are taken as 0 or 1.
 */
export function percent(share: number, translate: Translate): string {
  if (Number.isNaN(share)) {
    return '?';
  }
  if (share < 0.01) {
    return translate('under {percent}', { percent: inPercent(0.01, translate) });
  }
  return share > 0.99 && share < 1
    ? translate('over {percent}', { percent: inPercent(0.99, translate) })
    : inPercent(Math.min(1, share), translate);
}

function inPercent(share: number, translate: Translate): string {
  return isPlain(translate) ? `${Math.round(share * 100)} %` : numberFormat(translate.locale, 'percent').format(share);
}

/** What is said of so many: nothing of none, else one of the two; `count` is among the values of the second. */
export function counted(
  count: number,
  translate: Translate,
  say: { readonly one: () => string; readonly many: (values: { readonly count: string }) => string },
): string {
  if (count === 0) return '';
  return count === 1 ? say.one() : say.many({ count: wholeNumber(count, translate) });
}

/** The last second ISO 8601 can write with four digits of year. */
const lastSecond = 253_402_300_799;

/** Whether seconds since 1970 name a moment; 0 and less is git's way to say that it knows none. */
export function isMoment(seconds: number): boolean {
  return seconds > 0 && seconds <= lastSecond;
}

/** Seconds since 1970 as a day in UTC, `2024-03-31`; null when they name no moment. */
export function day(seconds: number): string | null {
  return moment(seconds)?.slice(0, 10) ?? null;
}

/** {@link day} as people of that language write it: in German `31.03.2024`. */
export function dayText(seconds: number, translate: Translate): string | null {
  if (isPlain(translate) || !isMoment(seconds)) return day(seconds);
  return dayFormat(translate.locale).format(seconds * 1000);
}

/** Seconds since 1970 as ISO 8601 in UTC, `2024-03-31T09:30:00Z`; null when they name no moment. */
export function moment(seconds: number): string | null {
  return isMoment(seconds) ? new Date(Math.floor(seconds) * 1000).toISOString().replace('.000', '') : null;
}

/** English has the forms of the command line, so that a terminal, a report and the editor say the same. */
function isPlain({ locale }: Translate): boolean {
  return locale === undefined || /^en\b/i.test(locale);
}

/** Formats are dear to make and wanted for every row. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string | undefined, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${locale} ${style}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(locale, { style, maximumFractionDigits: 0 });
  numberFormats.set(key, known);
  return known;
}

function dayFormat(locale: string | undefined): Intl.DateTimeFormat {
  const key = String(locale);
  const known = dayFormats.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  dayFormats.set(key, known);
  return known;
}
