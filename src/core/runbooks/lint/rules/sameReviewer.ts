import { reviewDateOf } from '../../reviews/reviewDate';
import { operationalTypes, type RepositoryRule } from '../rule';

const fewest = 3;

/** RB032: at least three reviews are known, and one and the same person made each of them. */
export const sameReviewer: RepositoryRule = {
  id: 'RB032',
  name: 'same-reviewer',
  severity: 'information',
  types: operationalTypes,
  needs: 'repository',
  check: ({ path, document }, repository) => {
    const reviews = repository.reviewsOf(path).filter(({ people }) => people.length > 0);
    const [person] = reviews[0]?.people ?? [];
    if (person === undefined || reviews.length < fewest) return [];
    if (reviews.some(({ people }) => people.length > 1 || people[0] !== person)) return [];
    const review = reviewDateOf(document);
    return review === null ? [] : [{ place: review.place, data: { reviews: reviews.length, person } }];
  },
  text: ({ reviews }, translate) =>
    translate('The last {reviews} reviews of this page were made by the same person.', { reviews: reviews ?? 0 }),
};
