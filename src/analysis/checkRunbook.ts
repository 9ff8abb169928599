import type { Translate } from '../core/report/translate';
import { lintedIn } from '../core/runbooks/lint/inLanguage';
import { isMarkdownPath } from '../core/runbooks/markdownPath';
import { checkPage } from '../core/runbooks/runbook';
import { defaultSettings } from '../core/settings';
import type { Analysed } from './analysed';
import type { CheckedRunbook, RunbookCheck } from './protocol';
import { withUserSettings } from './repositorySettings';

/**
 * What the rules find on a page as it is in the editor, or about the alerts of a file.
 * @param known its repository as it was analysed last; null: only what needs none is looked at
 */
export function checkRunbook(
  { file, text, settings }: RunbookCheck,
  known: Pick<Analysed, 'runbookChecks'> | null,
  translate: Translate,
): CheckedRunbook {
  const clock = (): number => performance.now();
  const page = { path: file, text };
  const checked =
    known === null
      ? checkPage({ ...page, linked: false }, withUserSettings(defaultSettings, settings), null, clock)
      : isMarkdownPath(file)
        ? known.runbookChecks.check(page, clock)
        : null;
  const linted = checked?.linted ?? known?.runbookChecks.alertsIn(page) ?? [];
  return { type: checked?.type ?? null, linted: linted.map(each => lintedIn(each, translate)) };
}
