import type { Place } from '../../place';
import { outlineOf } from '../pageSections';
import type { Fix } from '../problem';
import { unanswered } from '../requirements';
import { type LintPage, operationalTypes, type PageRule } from '../rule';
import { draftOf, sectionName } from '../sectionWords';

/**
 * RB001: the page does not answer what pages of its type are read for. One problem for all that is missing, at the title;
 * information where the page is of use without.
 */
export const missingSections: PageRule = {
  id: 'RB001',
  name: 'missing-section',
  severity: 'warning',
  types: operationalTypes,
  needs: 'page',
  check: page => {
    const missing = unanswered(page);
    if (missing.length === 0) return [];
    return [
      {
        place: page.document.titlePlace,
        data: { sections: missing.map(({ section }) => section).join(',') },
        severity: missing.some(({ necessary }) => necessary) ? 'warning' : 'information',
        fixes: [addSections(page, missing)],
      },
    ];
  },
  text: (data, translate) =>
    translate('This runbook does not say: {sections}.', {
      sections: String(data['sections'] ?? '')
        .split(',')
        .map(section => sectionName(section, translate))
        .join(', '),
    }),
  fixText: (_fix, translate) => translate('Add the missing sections with open questions', {}),
};

function addSections(page: LintPage, missing: ReturnType<typeof unanswered>): Fix {
  const depth = mainDepth(page);
  const gap = page.text === '' ? '' : page.text.endsWith('\n') ? '\n' : '\n\n';
  const text = gap + missing.map(({ section }) => draftOf(section, depth)).join('\n');
  return { code: 'addSections', data: {}, edits: [{ place: pageEnd(page.text), text }], safe: false };
}

/** The rank of the main sections: that of the highest heading below the title. */
function mainDepth(page: LintPage): number {
  return outlineOf(page).sections.reduce((depth, section) => Math.min(depth, Math.max(2, section.depth)), 6) % 6 || 2;
}

function pageEnd(text: string): Place {
  const lines = text.split('\n');
  const line = lines.length;
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return { line, column, endLine: line, endColumn: column };
}
