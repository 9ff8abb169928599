import type { Runbook, RunbookType } from '../model';
import type { AnalysisSettings } from '../settings';
import { runbookAuthors } from './authors';
import { classifyRunbook, pageName } from './classify';
import { runbookPlace } from './discover';
import { pageText, type RunbookDocument, readDocument } from './document';
import { type Linted, type LintOptions, lintPage } from './lint/lintPage';
import type { RepositoryView } from './lint/repositoryView';
import { pageRules } from './lint/rules';
import { sectionNames } from './sections';

/** What is known of a page that may be a runbook. */
export interface RunbookPage {
  readonly path: string;
  readonly text: string;
  /** Another page or an alert leads there. */
  readonly linked: boolean;
}

/** A page that is a runbook, and what the rules found on it. */
export interface CheckedPage {
  readonly type: RunbookType;
  readonly document: RunbookDocument;
  /** Id of the component it is for; null when that is not known. */
  readonly component: string | null;
  readonly linted: readonly Linted[];
}

/**
 * Reads and lints one page; null when it is no runbook. Without a repository the rules that need one are left out.
 *
 * @param clock milliseconds, for a page whose text is being typed: rules stop when it takes too long
 */
export function checkPage(
  page: RunbookPage,
  settings: AnalysisSettings,
  repository: RepositoryView | null,
  clock?: LintOptions['clock'],
): CheckedPage | null {
  const { path } = page;
  const place = runbookPlace(path, settings) ?? (page.linked ? 'linked' : null);
  if (place === null) return null;
  const document = readDocument(page.text);
  const type = classifyRunbook(path, document, place, settings);
  if (type === null) return null;
  const sections = sectionNames(settings.runbookSections);
  const component = repository?.componentOf(path, document) ?? null;
  const linted = lintPage({ path, type, component, text: pageText(page.text), document, sections }, repository, {
    rules: pageRules,
    severities: settings.runbookRules,
    ...(clock === undefined ? {} : { clock }),
  });
  return { type, document, component, linted };
}

/** Reads one page; null when it is not a runbook. */
export function readRunbook(page: RunbookPage, settings: AnalysisSettings, repository: RepositoryView): Runbook | null {
  const checked = checkPage(page, settings, repository);
  if (checked === null) return null;
  const { type, document, component, linted } = checked;
  const written = runbookAuthors(repository.editsOf(page.path));
  const { owner, team, ownerSlack } = document.frontMatter;
  return {
    path: page.path,
    type,
    title: document.title === '' ? pageName(page.path) : document.title,
    component,
    authors: written.authors,
    owner: (owner ?? team ?? ownerSlack)?.value ?? null,
    lastTouched: written.lastTouched,
    findings: linted.map(({ finding }) => finding),
  };
}
