import { documentHtml } from '../core/report/document/documentHtml';
import { documentMarkdown } from '../core/report/document/documentMarkdown';
import { repositoryReport } from '../core/report/repositoryReport';
import { reportMaterial } from '../core/report/sections/reportMaterial';
import { plainTranslate } from '../core/report/translate';
import type { Analysed } from './analysed';
import { findProgress } from './findProgress';
import type { ReportRequest } from './protocol';

/** The report on what was analysed, as the text of a file. */
export async function reportOn(analysed: Analysed, request: ReportRequest, signal: AbortSignal): Promise<string> {
  const progress = await findProgress(analysed, { unsaved: [] }, signal);
  const document = repositoryReport(reportMaterial(analysed.snapshot, progress, request), plainTranslate);
  return request.format === 'html'
    ? documentHtml(document, plainTranslate('Contents', {}))
    : documentMarkdown(document);
}
