import type { Finding, Snapshot } from '../../model';
import type { Translate } from '../../report/translate';
import type { Linted } from './linted';
import type { RuleWords } from './rule';
import { alertRules, pageRules } from './rules';

const wordsById: ReadonlyMap<string, RuleWords> = new Map([...pageRules, ...alertRules].map(rule => [rule.id, rule]));

/**
 * A Snapshot whose findings speak the translator's language. It is stored in English, since the next to read it may speak
 * another one; the values in a finding are enough to say it anew. A finding of an unknown rule stays as it is.
 */
export function snapshotIn(snapshot: Snapshot, translate: Translate): Snapshot {
  const said = (finding: Finding): Finding => findingIn(finding, translate);
  return {
    ...snapshot,
    findings: snapshot.findings.map(said),
    runbooks: snapshot.runbooks.map(runbook => ({ ...runbook, findings: runbook.findings.map(said) })),
  };
}

/** What was found on a page, with its fixes, in the translator's language. */
export function lintedIn(linted: Linted, translate: Translate): Linted {
  const words = wordsById.get(linted.finding.rule);
  return {
    ...linted,
    finding: findingIn(linted.finding, translate),
    fixes: linted.fixes.map(fix => ({ ...fix, title: words?.fixText?.(fix, translate) ?? fix.title })),
  };
}

function findingIn(finding: Finding, translate: Translate): Finding {
  const message = wordsById.get(finding.rule)?.text(finding.data, translate);
  return message === undefined ? finding : { ...finding, message };
}
