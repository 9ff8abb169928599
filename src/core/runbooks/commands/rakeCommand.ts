import type { PageWord } from './pageCommands';

const rake = /^(?:\.?\.?\/)?(?:bin\/)?rake$/;
const rails = /^(?:\.?\.?\/)?(?:bin\/)?rails$/;
const harmlessFlag = /^(?:--trace|-t|--quiet|-q|--silent|-s|--verbose|-v|--multitask|-m)$/;

/**
 * The tasks that a command of rake runs, without their arguments (`users:import[7]`); of `rails`, which has commands of its
 * own, only one with a namespace. Null for another command, and for one that says which files to take.
 *
 * @param words at least one, without `bundle exec`
 */
export function rakeTaskWords([first, ...rest]: readonly PageWord[]): readonly PageWord[] | null {
  const isRails = rails.test(first?.text ?? '');
  if (!isRails && !rake.test(first?.text ?? '')) return null;
  const tasks: PageWord[] = [];
  for (const word of rest) {
    if (/^[A-Za-z_]\w*=/.test(word.text) || harmlessFlag.test(word.text)) continue;
    if (word.text.startsWith('-')) return null;
    const bare = withoutArguments(word);
    if (isRails) return word.text.includes(':') ? [bare] : null;
    tasks.push(bare);
    // `rake users:import [7]` is written, too, and a sentence may go on.
    if (bare.text === '') break;
  }
  return tasks;
}

/** Arguments may be placeholders, the name before them is plain all the same. */
function withoutArguments(word: PageWord): PageWord {
  const { text, place } = word;
  const bracket = text.indexOf('[');
  if (bracket < 0) return word;
  const name = text.slice(0, bracket);
  // A quote in front of it is part of the word's place.
  const quoted = place.line === place.endLine && place.endColumn - place.column > text.length ? 1 : 0;
  const column = place.column + quoted;
  return {
    text: name,
    plain: /^[\w:-]*$/.test(name),
    place: { ...place, column, endLine: place.line, endColumn: column + name.length },
  };
}
