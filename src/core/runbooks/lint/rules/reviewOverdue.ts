import { isoDate } from '../../reviews/calendar';
import { reviewDateOf } from '../../reviews/reviewDate';
import type { ProblemData } from '../problem';
import { operationalTypes, type RepositoryRule } from '../rule';

const secondsOfDay = 86_400;

/** Nobody's clock and time zone are exact. */
const tomorrow = 2 * secondsOfDay;

/**
 * RB030: the page says when it was reviewed and for how long that holds, and that time is over; also a date or interval
 * that is none. Where no interval is given, a review holds for a year.
 */
export const reviewOverdue: RepositoryRule = {
  id: 'RB030',
  name: 'review-overdue',
  severity: 'information',
  types: operationalTypes,
  needs: 'repository',
  check: ({ document }, repository) => {
    const review = reviewDateOf(document);
    if (review === null) return [];
    const { place, written, reviewed, due, wrongInterval } = review;
    const found = (data: ProblemData) => [{ place, data }];
    if (reviewed === null) return found({ kind: 'date', written });
    if (wrongInterval !== null) return found({ kind: 'interval', written: wrongInterval });
    if (reviewed > repository.now + tomorrow) return found({ kind: 'future', written });
    if (due === null || due + secondsOfDay > repository.now) return [];
    return found({ kind: 'overdue', due: isoDate(due), days: Math.floor((repository.now - due) / secondsOfDay) });
  },
  text: ({ kind, written, due, days }, translate) => {
    const values = { written: written ?? '', due: due ?? '', days: days ?? 0 };
    if (kind === 'date') return translate('"{written}" is no date of a review. Write it as YYYY-MM-DD.', values);
    if (kind === 'interval') {
      return translate(
        '"{written}" does not say when the next review is due. Write it as 6 months, or as a date.',
        values,
      );
    }
    if (kind === 'future') return translate('The review date {written} is in the future.', values);
    return translate('The review of this page was due on {due}, {days} days ago.', values);
  },
};
