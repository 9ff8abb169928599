/** What is known of people and teams beyond a page. */
export interface KnownPeople {
  /** The id of the person with this full name, first name, login, or address before the `@`, ignoring case; null for none. */
  personOf(word: string): number | null;
  /** Whether a handle, with or without its `@`, is a team. */
  isTeam(handle: string): boolean;
}

/** Where only the page is known. */
export const nobodyKnown: KnownPeople = { personOf: () => null, isTeam: () => false };
