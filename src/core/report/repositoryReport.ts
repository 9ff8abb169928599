import type { ReportDocument, Section } from './document/block';
import { mapSection } from './sections/mapSection';
import { methodSection } from './sections/methodSection';
import { openingBlocks } from './sections/openingBlocks';
import { planSection } from './sections/planSection';
import { privacySection } from './sections/privacySection';
import { progressSection } from './sections/progressSection';
import type { ReportMaterial } from './sections/reportMaterial';
import { riskSection } from './sections/riskSection';
import { runbookSection } from './sections/runbookSection';
import { serviceLevelSection } from './sections/serviceLevelSection';
import { stateSection } from './sections/stateSection';
import { trendSection } from './sections/trendSection';
import { whySection } from './sections/whySection';
import type { Translate } from './translate';

/**
 * The report on a repository for people who do not open an editor: what the state is, what rests on it, what ends it, how that
 * was found. Components come first; nobody is ranked, and nobody named besides who knows a component or could learn it.
 */
export function repositoryReport(material: ReportMaterial, translate: Translate): ReportDocument {
  const { plan, progress, isPseudonymous } = material;
  const { snapshot } = plan;
  const folder = snapshot.repository.root.split(/[\\/]/).findLast(part => part !== '') ?? '/';
  const sections: readonly (Section | null)[] = [
    whySection(translate),
    stateSection(snapshot, translate),
    mapSection(snapshot, translate),
    trendSection(snapshot, translate),
    riskSection(snapshot, translate),
    planSection(plan, translate),
    progressSection(progress, translate),
    runbookSection(snapshot, translate),
    methodSection(snapshot, translate),
    serviceLevelSection(snapshot, translate),
    privacySection(snapshot, isPseudonymous, translate),
  ];
  return {
    title: translate('Single points in {repository}', { repository: folder }),
    opening: openingBlocks(snapshot, folder, translate),
    sections: sections.filter(section => section !== null),
  };
}
