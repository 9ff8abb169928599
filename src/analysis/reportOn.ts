import { documentHtml } from '../core/report/document/documentHtml';
import { documentMarkdown } from '../core/report/document/documentMarkdown';
import { repositoryReport } from '../core/report/repositoryReport';
import { reportMaterial } from '../core/report/sections/reportMaterial';
import type { Translate } from '../core/report/translate';
import { snapshotIn } from '../core/runbooks/lint/inLanguage';
import type { Analysed } from './analysed';
import { findProgress } from './findProgress';
import type { ReportRequest } from './protocol';

/** The report on what was analysed, as the text of a file. */
export async function reportOn(
  analysed: Analysed,
  request: ReportRequest,
  translate: Translate,
  signal: AbortSignal,
): Promise<string> {
  const progress = await findProgress(analysed, { unsaved: [] }, signal);
  const snapshot = snapshotIn(analysed.snapshot, translate);
  const document = repositoryReport(reportMaterial(snapshot, progress, request), translate);
  return request.format === 'html' ? documentHtml(document, translate) : documentMarkdown(document);
}
