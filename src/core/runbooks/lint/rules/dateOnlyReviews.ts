import { isoDate } from '../../reviews/calendar';
import { reviewDateOf } from '../../reviews/reviewDate';
import { operationalTypes, type RepositoryRule } from '../rule';

/** RB031: the last two reviews of the page changed its date and nothing else, so nothing shows that it was read. */
export const dateOnlyReviews: RepositoryRule = {
  id: 'RB031',
  name: 'date-only-reviews',
  severity: 'information',
  types: operationalTypes,
  needs: 'repository',
  check: ({ path, document }, repository) => {
    const [last, before] = repository.reviewsOf(path);
    const review = last?.onlyDate === true && before?.onlyDate === true ? reviewDateOf(document) : null;
    if (review === null || last === undefined || before === undefined) return [];
    return [{ place: review.place, data: { before: isoDate(before.date), last: isoDate(last.date) } }];
  },
  text: ({ before, last }, translate) =>
    translate('The last two reviews, on {before} and {last}, changed only the review date.', {
      before: before ?? '',
      last: last ?? '',
    }),
};
