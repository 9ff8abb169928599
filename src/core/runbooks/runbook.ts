import type { Runbook } from '../model';
import type { AnalysisSettings } from '../settings';
import { authorFindings, type RunbookEdit, runbookAuthors } from './authors';
import { classifyRunbook, pageName } from './classify';
import { type Connectable, connectRunbook } from './connect';
import { runbookPlace } from './discover';
import { readDocument } from './document';

/** What is known of a page that may be a runbook. */
export interface RunbookPage {
  readonly path: string;
  readonly text: string;
  /** Another page or an alert leads there. */
  readonly linked: boolean;
  readonly edits: readonly RunbookEdit[];
}

/** Reads one page; null when it is not a runbook. */
export function readRunbook(
  page: RunbookPage,
  components: readonly Connectable[],
  settings: AnalysisSettings,
): Runbook | null {
  const place = runbookPlace(page.path, settings) ?? (page.linked ? 'linked' : null);
  if (place === null) return null;
  const document = readDocument(page.text);
  const type = classifyRunbook(page.path, document, place, settings);
  if (type === null) return null;
  const written = runbookAuthors(page.edits);
  const { owner, team, ownerSlack } = document.frontMatter;
  return {
    path: page.path,
    type,
    title: document.title === '' ? pageName(page.path) : document.title,
    component: connectRunbook(document, page.path, components),
    authors: written.authors,
    owner: (owner ?? team ?? ownerSlack)?.value ?? null,
    lastTouched: written.lastTouched,
    findings: authorFindings(page.path, type, written),
  };
}
