import type { RunbookDocument } from '../document';
import type { Place } from '../place';
import { type CommandEffect, commandEffect, sqlEffect } from './commandEffect';
import { pageCommands } from './pageCommands';

/** A command that a page tells its reader to run, and what it does. */
export interface PageEffect {
  readonly words: readonly string[];
  readonly effect: CommandEffect;
  readonly place: Place;
}

/** What the commands in the blocks of a page do, in its order; sentences only speak of commands. */
export function pageEffects(document: RunbookDocument, text: string): readonly PageEffect[] {
  return pageCommands(document, text)
    .filter(({ from }) => from !== 'sentence')
    .map(({ from, words: written, place }) => {
      const words = written.map(word => word.text);
      return { words, effect: from === 'sql' ? sqlEffect(words[0] ?? '') : commandEffect(words), place };
    });
}
