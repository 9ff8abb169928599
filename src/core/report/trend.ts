import type { Component, Snapshot } from '../model';
import type { PastMoment } from '../pastMoment';
import { finite, finiteOrNull } from './codeJson';
import { moment, wholeNumber } from './numbers';
import type { Translate } from './translate';

/** A truck factor by activity now and about a year ago. */
export interface Trend {
  readonly now: number;
  readonly yearAgo: number;
}

const daySeconds = 86_400;
const yearDays = 365;

/** Ends of quarters are that far from any day, and a little more. */
const mostOff = 100;

/** How the truck factor of the repository went; null where one of the two is not known. */
export function trendOf({ past }: Snapshot): Trend | null {
  return trendBetween(
    past,
    past.map(({ truckFactor }) => truckFactor),
  );
}

/** The same for a component. */
export function componentTrend({ pastTruckFactors }: Component, { past }: Snapshot): Trend | null {
  return trendBetween(past, pastTruckFactors);
}

function trendBetween(past: readonly PastMoment[], values: readonly (number | null)[]): Trend | null {
  const now = values.at(-1) ?? null;
  const wanted = (past.at(-1)?.date ?? 0) - yearDays * daySeconds;
  const off = (index: number): number => Math.abs((past[index]?.date ?? 0) - wanted);
  const [nearest] = past.map((_, index) => index).sort((a, b) => off(a) - off(b) || a - b);
  const yearAgo = nearest === undefined || off(nearest) > mostOff * daySeconds ? null : (values[nearest] ?? null);
  return now === null || yearAgo === null ? null : { now, yearAgo };
}

/**
 * `truck factor 3 ↗ from 2 a year ago, by recent activity`; the arrow says the same as the numbers, and what is cut first
 * where there is little room is the definition.
 */
export function trendText({ now, yearAgo }: Trend, translate: Translate): string {
  const values = { now: wholeNumber(now, translate), yearAgo: wholeNumber(yearAgo, translate) };
  if (now === yearAgo) {
    return translate('truck factor {now} → as a year ago, by recent activity', values);
  }
  return now > yearAgo
    ? translate('truck factor {now} ↗ from {yearAgo} a year ago, by recent activity', values)
    : translate('truck factor {now} ↘ from {yearAgo} a year ago, by recent activity', values);
}

/** One moment of the past as scripts get it. */
export interface PastJson {
  readonly date: string | null;
  readonly files: number;
  /** By activity. */
  readonly truckFactor: number | null;
  /** By authorship and activity: `combined` without the lines, which are not known of the past. */
  readonly truckFactorWithoutLines: number | null;
  readonly components: number;
  readonly soleComponents: number;
  readonly orphanedComponents: number;
}

/** Oldest first; judged as of each day by authorship and activity. */
export function pastJson({ past }: Snapshot): PastJson[] {
  return past.map(({ date, files, truckFactor, truckFactorWithoutLines, components, sole, orphaned }) => ({
    date: moment(date),
    files: finite(files),
    truckFactor: finiteOrNull(truckFactor),
    truckFactorWithoutLines: finiteOrNull(truckFactorWithoutLines),
    components: finite(components),
    soleComponents: finite(sole),
    orphanedComponents: finite(orphaned),
  }));
}
