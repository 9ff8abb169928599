/** So much of a page is read, in UTF-16 units. */
export const longestPage = 256 * 1024;

/** So much of a line is, likewise. */
export const longestLine = 8 * 1024;
