/** Nothing in a repository is as many. */
const mostCounted = 1e12;

/** A whole number with its thousands apart: `12,345`; `?` for what is no number or counts nothing that exists. */
export function wholeNumber(value: number): string {
  return Math.abs(value) < mostCounted
    ? Math.round(value)
        .toString()
        .replace(/\B(?=(\d{3})+$)/g, ',')
    : '?';
}

/**
 * A fraction from 0 to 1 in whole percents: `92 %`. Nothing is rounded to nothing or to everything: `under 1 %`,
 * `over 99 %`. `?` for what is not a number; fractions outside 0 to 1 are taken as 0 or 1.
 */
export function percent(share: number): string {
  if (Number.isNaN(share)) {
    return '?';
  }
  if (share < 0.01) {
    return 'under 1 %';
  }
  return share > 0.99 && share < 1 ? 'over 99 %' : `${Math.round(Math.min(1, share) * 100)} %`;
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

/** Seconds since 1970 as ISO 8601 in UTC, `2024-03-31T09:30:00Z`; null when they name no moment. */
export function moment(seconds: number): string | null {
  return isMoment(seconds) ? new Date(Math.floor(seconds) * 1000).toISOString().replace('.000', '') : null;
}
