const months: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const secondsOfDay = 86_400;

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[t\s])/;
const numbersDay = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})\.?,?[ -](\d{4})$/;
const monthDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const monthOnly = /^([a-z]{3,9})\.?,? (\d{4})$/;
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +/;

/** Midnight (UTC) of a day of the calendar; null for one that does not exist. `month` from 1. */
function dayOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const made = new Date(time);
  return year >= 1970 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? time / 1000 : null;
}

/** From 1; 0 for no month. */
const monthOf = (name: string): number => (name.length < 3 ? 0 : months.findIndex(month => month.startsWith(name)) + 1);

/**
 * A day as people write it, as the seconds of its midnight (UTC): `2026-03-12`, `12 March 2026`, `March 12th, 2026`,
 * `12/03/2026`, `March 2026` (its last day). Where day and month could be either, the later day, so that nothing is
 * called old that may not be. Null for what is no day.
 */
export function parseDay(written: string): number | null {
  const text = written.slice(0, 60).trim().toLowerCase().replace(/\s+/g, ' ').replace(weekday, '');
  const iso = isoDay.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = numbersDay.exec(text);
  if (numbers) {
    const year = Number(numbers[3]) + (numbers[3]?.length === 2 ? 2000 : 0);
    const [one, other] = [Number(numbers[1]), Number(numbers[2])];
    const days = [dayOf(year, other, one), dayOf(year, one, other)].filter(day => day !== null);
    return days.length === 0 ? null : Math.max(...days);
  }
  const named = dayMonth.exec(text);
  if (named) return dayOf(Number(named[3]), monthOf(named[2] ?? ''), Number(named[1]));
  const american = monthDay.exec(text);
  if (american) return dayOf(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]));
  const whole = monthOnly.exec(text);
  const month = monthOf(whole?.[1] ?? '');
  if (!whole || month === 0) return null;
  return Date.UTC(Number(whole[2]), month, 0) / 1000;
}

/** How long a review holds. */
export interface Interval {
  readonly months: number;
  readonly days: number;
}

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const cycles: Readonly<Record<string, Interval>> = {
  weekly: { months: 0, days: 7 },
  fortnightly: { months: 0, days: 14 },
  monthly: { months: 1, days: 0 },
  quarterly: { months: 3, days: 0 },
  biannually: { months: 6, days: 0 },
  yearly: { months: 12, days: 0 },
  annually: { months: 12, days: 0 },
  annual: { months: 12, days: 0 },
};

/** `6 months`, `1 year`, `90 days`, `two weeks`, `12m`, `P6M`, `quarterly`, `every 3 months`; null for anything else. */
export function parseInterval(written: string): Interval | null {
  const text = written.slice(0, 60).trim().toLowerCase();
  if (Object.hasOwn(cycles, text)) return cycles[text] ?? null;
  if (/^every (?:month|quarter|year)$/.test(text)) return parseInterval(`1 ${text.slice(6)}`);
  const found = /^(?:every |p)?(\d{1,4}|[a-z]{2,6}) ?(d|w|m|y|days?|weeks?|months?|mo|quarters?|years?|yrs?)\.?$/.exec(
    text,
  );
  if (!found) return null;
  const count = /^\d/.test(found[1] ?? '') ? Number(found[1]) : numberWords.indexOf(found[1] ?? '');
  if (count <= 0) return null;
  switch (found[2]?.[0]) {
    case 'd':
      return { months: 0, days: count };
    case 'w':
      return { months: 0, days: 7 * count };
    case 'q':
      return { months: 3 * count, days: 0 };
    case 'y':
      return { months: 12 * count, days: 0 };
    default:
      return { months: count, days: 0 };
  }
}

/** A day so much later; a day that its month does not have is the last one of it. Seconds. */
export function later(day: number, { months: added, days }: Interval): number {
  const from = new Date(day * 1000);
  const month = from.getUTCMonth() + added;
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const at = Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastOfMonth));
  return at / 1000 + days * secondsOfDay;
}

/** `2026-03-12`. */
export const isoDate = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
