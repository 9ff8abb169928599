import type { Runbook } from '../model';
import type { AnalysisSettings } from '../settings';
import { runbookAuthors } from './authors';
import { classifyRunbook, pageName } from './classify';
import { type Connectable, connectRunbook } from './connect';
import { runbookPlace } from './discover';
import { pageText, readDocument } from './document';
import { lintPage } from './lint/lintPage';
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

/** Reads one page; null when it is not a runbook. */
export function readRunbook(
  page: RunbookPage,
  components: readonly Connectable[],
  settings: AnalysisSettings,
  repository: RepositoryView,
): Runbook | null {
  const place = runbookPlace(page.path, settings) ?? (page.linked ? 'linked' : null);
  if (place === null) return null;
  const document = readDocument(page.text);
  const type = classifyRunbook(page.path, document, place, settings);
  if (type === null) return null;
  const written = runbookAuthors(repository.editsOf(page.path));
  const { owner, team, ownerSlack } = document.frontMatter;
  return {
    path: page.path,
    type,
    title: document.title === '' ? pageName(page.path) : document.title,
    component: connectRunbook(document, page.path, components),
    authors: written.authors,
    owner: (owner ?? team ?? ownerSlack)?.value ?? null,
    lastTouched: written.lastTouched,
    findings: lintPage(
      { path: page.path, type, text: pageText(page.text), document, sections: sectionNames(settings.runbookSections) },
      repository,
      { rules: pageRules, severities: settings.runbookRules },
    ).map(({ finding }) => finding),
  };
}
