import type { Snapshot } from '../core/model';
import { documentHtml } from '../core/report/document/documentHtml';
import { documentMarkdown } from '../core/report/document/documentMarkdown';
import { pseudonymise } from '../core/report/pseudonymise';
import { pseudonymousProgress } from '../core/report/pseudonymousProgress';
import { repositoryReport } from '../core/report/repositoryReport';
import { plainTranslate } from '../core/report/translate';
import { planSpread } from '../core/spread/plan';
import { planOptionsOf } from '../core/spread/planChoice';
import type { Pairing, PlanOptions } from '../core/spread/planOptions';
import type { Analysed } from './analysed';
import { findProgress } from './findProgress';
import type { ReportRequest } from './protocol';

/** The report on what was analysed. A repository whose policy keeps names off pages gets one with pseudonyms. */
export async function reportOn(
  analysed: Analysed,
  { format, pseudonymise: wanted, plan: choice }: ReportRequest,
  signal: AbortSignal,
): Promise<string> {
  const { snapshot } = analysed;
  const progress = await findProgress(analysed, signal);
  const isPseudonymous = wanted || !snapshot.policy.people;
  const shown = isPseudonymous ? pseudonymise(snapshot) : snapshot;
  const document = repositoryReport(
    {
      plan: planSpread(shown, renamed(planOptionsOf(snapshot, choice), snapshot, shown)),
      progress: isPseudonymous ? pseudonymousProgress(progress, snapshot.people) : progress,
      isPseudonymous,
    },
    plainTranslate,
  );
  return format === 'html' ? documentHtml(document, plainTranslate('Contents', {})) : documentMarkdown(document);
}

/** Pseudonyms stand in ids, too; components stay in their order. */
function renamed(options: PlanOptions, { components }: Snapshot, shown: Snapshot): PlanOptions {
  const ids = new Map(components.map(({ id }, index) => [id, shown.components[index]?.id ?? id]));
  const rename = (pairing: Pairing): Pairing => ({
    ...pairing,
    component: ids.get(pairing.component) ?? pairing.component,
  });
  return { ...options, pinned: options.pinned.map(rename), forbidden: options.forbidden.map(rename) };
}
