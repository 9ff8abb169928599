import type { Translate } from '../../report/translate';
import type { SectionId } from '../sections';

/** A heading to be written into a page, and the question under it, to the role that can answer. */
interface SectionDraft {
  readonly heading: string;
  readonly question: string;
}

const drafts: Partial<Record<SectionId, SectionDraft>> = {
  overview: { heading: 'Overview', question: 'Owning team: what does this do, and for whom?' },
  trigger: { heading: 'Meaning', question: 'Owning team: what is wrong when this happens?' },
  impact: { heading: 'Impact', question: 'Owning team: who notices, and what can they not do?' },
  diagnosis: { heading: 'Diagnosis', question: 'Owning team: where does one look first, and what for?' },
  mitigation: { heading: 'Mitigation', question: 'Owning team: what does the person on call do, step by step?' },
  architecture: { heading: 'Architecture', question: 'Owning team: what are its parts, and what does it depend on?' },
  deployment: { heading: 'Deployment', question: 'Owning team: how does a change get into production?' },
  monitoring: { heading: 'Monitoring', question: 'Owning team: which dashboards, logs and alerts tell its health?' },
  rollback: { heading: 'Rollback', question: 'Owning team: how is the last change undone?' },
  verification: { heading: 'Verification', question: 'Owning team: what shows that it worked?' },
  communication: { heading: 'Communication', question: 'Owning team: who is told, when, and where?' },
};

/** A heading with an open question as a task, in the language of our drafts. */
export function draftOf(section: SectionId, depth: number): string {
  const { heading, question } = drafts[section] ?? { heading: section, question: 'Owning team: what belongs here?' };
  return `${'#'.repeat(depth)} ${heading}\n\n- [ ] ${question}\n`;
}

/** What a missing section would tell, to stand in a list. */
export function sectionName(section: string, translate: Translate): string {
  switch (section) {
    case 'overview':
      return translate('what this is', {});
    case 'trigger':
      return translate('what it means', {});
    case 'impact':
      return translate('the impact', {});
    case 'mitigation':
      return translate('what to do', {});
    case 'architecture':
      return translate('its parts and dependencies', {});
    case 'deployment':
      return translate('how it is deployed', {});
    case 'monitoring':
      return translate('how it is monitored', {});
    case 'rollback':
      return translate('how a change is undone', {});
    case 'verification':
      return translate('how to see that it worked', {});
    case 'communication':
      return translate('who is told', {});
    default:
      return section;
  }
}
