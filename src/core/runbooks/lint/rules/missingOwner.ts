import { pageStart } from '../../place';
import { ownersOf } from '../pageOwners';
import type { Fix } from '../problem';
import { type LintPage, operationalTypes, type RepositoryRule } from '../rule';

/**
 * RB010: neither the page nor CODEOWNERS, OWNERS or a catalog says whose the page is. A warning for services and
 * playbooks, whose readers must find somebody; information for the others.
 */
export const missingOwner: RepositoryRule = {
  id: 'RB010',
  name: 'missing-owner',
  severity: 'warning',
  types: operationalTypes,
  needs: 'repository',
  check: (page, repository) => {
    if (page.document.unclosedFence !== null) return [];
    const { saidBy, placeholders } = ownersOf(page, repository);
    if (saidBy !== 'nobody' || placeholders.length > 0) return [];
    const severity = page.type === 'service' || page.type === 'playbook' ? 'warning' : 'information';
    return [{ place: page.document.titlePlace, data: {}, severity, fixes: [addOwner(page)] }];
  },
  text: (_data, translate) => translate('Nothing says which team owns this runbook.', {}),
  fixText: (_fix, translate) => translate('Add an owner to the front matter', {}),
};

/** A key without a value: whose the page is, is not ours to guess. */
function addOwner({ text }: LintPage): Fix {
  const line = 'owner: # a team, or two people\n';
  const hasFrontMatter = /^---[\t ]*\n/.test(text);
  const place = hasFrontMatter ? { line: 2, column: 1, endLine: 2, endColumn: 1 } : pageStart;
  const edits = [{ place, text: hasFrontMatter ? line : `---\n${line}---\n\n` }];
  return { code: 'addOwner', data: {}, edits, safe: false };
}
