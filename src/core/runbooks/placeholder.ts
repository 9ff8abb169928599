/** A regular expression for words that stand for what is still to be written, case ignored. */
export const placeholderWords =
  'tbd|tba|tbc|tbw|fix ?me|wip|xxx+|to ?do|to be (?:done|determined|defined|decided|written|added|created|completed|confirmed|announced|filled(?: in)?|documented)|coming soon|work in progress|in progress|under construction|place ?holder|fill (?:me|this) in|add (?:me|here|content|text|description)|insert (?:here|text)|write me|lorem ipsum|not (?:yet )?(?:written|documented)(?: yet)?|nothing here yet|please add|please fill(?: in)?|zu ergänzen|noch offen|à compléter|à faire|pendiente|por definir|por completar|a definir|a preencher|дописать|待定|待补充|未定|追記予定';

const onlyPlaceholder = new RegExp(`^[\\W_]*(?:${placeholderWords})[\\W_]*$`, 'iu');
const placeholderFirst = /^[\W_]*(?:TODO|TBD|FIXME|TBC|TBA)\b/u;
const nothing = /^[\s.…\-–—_?*:]*$/u;
const blank = /^(?:<[^<>]{1,80}>|\[[^[\]]{1,80}\]|\{\{?[^{}]{1,80}\}?\})$/u;

/**
 * Whether a short text stands for one that is still to be written: `TODO`, `TBD: ask`, `coming soon`, `...`, `<team>`,
 * `[your text]`, `{{ owner }}`. Long texts are none.
 */
export function isPlaceholder(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 200) return false;
  return onlyPlaceholder.test(plain) || placeholderFirst.test(plain) || nothing.test(plain) || blank.test(plain);
}
