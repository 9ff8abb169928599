/**
 * Degree of authorship of one person in one file: Fritz et al., "Degree-of-knowledge", TOSEM 2014, with the weights of
 * Avelino et al., "A novel approach for estimating truck factors", ICPC 2016.
 *
 * @param created whether the person created the file
 * @param deliveries later commits of the person on it
 * @param acceptances commits of others on it
 */
export function degreeOfAuthorship(created: boolean, deliveries: number, acceptances: number): number {
  return 3.293 + (created ? 1.098 : 0) + 0.164 * deliveries - 0.321 * Math.log(1 + acceptances);
}

/** Whoever passes both is an author of the file (Avelino 2016). */
export const authorshipThreshold = { normalised: 0.75, absolute: 3.293 } as const;
