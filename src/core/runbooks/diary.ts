/** What months are called in English, short and long, as a part of a regular expression: one of several. */
export const monthNames =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const month = `(?:${monthNames})\\.?`;
const nth = '\\d{1,2}(?:st|nd|rd|th)?';
const weekday = '(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?,?\\s)?';
const day = `${weekday}(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}|${nth}\\s${month}(?:,?\\s\\d{4})?|${month}\\s?${nth}(?:,?\\s\\d{4})?)`;

const onlyDay = new RegExp(`^\\W{0,3}${day}\\W{0,3}$`, 'i');
const entry = new RegExp(`^[\\s*|>-]{0,12}[[(]?${day}[\\])]?\\s?[:–—-]`, 'i');

/** Whether a text says a day and nothing else, as the heading above an entry of a diary does: `Oct 26th`, `2024-05-01`. */
export const isDay = (text: string): boolean => onlyDay.test(text);

/** Whether a text is the heading of a comment in a thread that was copied: `Ann commented at 2024-05-01 10:30`. */
export const isComment = (text: string): boolean =>
  /\b(?:commented|replied|wrote)\s(?:at|on)\s20\d{2}-\d{2}-\d{2}/i.test(text);

/** Whether a text is an entry of a diary: it begins with a day and what marks what follows as of that day. */
export const isDiaryEntry = (text: string): boolean => entry.test(text);
