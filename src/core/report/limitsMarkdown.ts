import type { Limit } from '../model';
import { limitText } from './limits';
import { escapeMarkdown } from './markdownText';
import type { Translate } from './translate';

/** Limits as a warning of GitHub's Markdown, with an empty line behind; nothing where there are none. */
export function limitLines(limits: readonly Limit[], translate: Translate): string[] {
  return limits.length === 0
    ? []
    : [
        '> [!WARNING]',
        // Commands in them stand as code.
        ...limits.map(limit => `> - ${escapeMarkdown(limitText(limit, translate)).replace(/\\`/g, '`')}`),
        '',
      ];
}
