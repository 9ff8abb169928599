import type { Severity } from '../../model';
import { pageStart } from '../place';
import { enclosingIn } from './enclosing';
import { type Linted, linted } from './linted';
import type { Problem } from './problem';
import type { RepositoryView } from './repositoryView';
import type { LintPage, Rule } from './rule';
import { partlyChecked } from './rules/partlyChecked';
import { silencedBy } from './silenced';

/** How a page is judged. */
export interface LintOptions {
  readonly rules: readonly Rule[];
  /** By rule; what is not there is as the rule has it. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Milliseconds from any moment on; with it, no rule begins after {@link longest}. */
  readonly clock?: () => number;
}

/** Milliseconds that one page may take; pages that people write take a hundredth of it. */
export const longest = 500;

/** So that one broken page does not fill a list. */
const mostOfOneRule = 200;

/**
 * What the rules find on a page, in its order, without what its comments silence. A page that was too large to be read
 * whole, or took too long, has RB000, which says so.
 */
export function lintPage(page: LintPage, repository: RepositoryView | null, options: LintOptions): readonly Linted[] {
  const isSilenced = silencedBy(page.text);
  const enclosing = enclosingIn(page.document.tree);
  const started = options.clock?.() ?? 0;
  const found: Linted[] = [];
  for (const rule of options.rules) {
    const severity = options.severities.get(rule.id) ?? rule.severity;
    if (severity === 'off' || !rule.types.includes(page.type)) continue;
    if ((options.clock?.() ?? 0) - started > longest) {
      const told = options.severities.get(partlyChecked.id) ?? partlyChecked.severity;
      if (told !== 'off') found.push(linted(page.path, partlyChecked, { place: pageStart, data: {} }, told));
      break;
    }
    // What a setting says counts for all that a rule finds.
    const declared = options.severities.has(rule.id);
    for (const problem of problemsOf(rule, page, repository).slice(0, mostOfOneRule)) {
      if (isSilenced(rule.id, problem.place.line)) continue;
      const weight = declared ? severity : (problem.severity ?? severity);
      found.push(linted(page.path, rule, problem, weight, enclosing(problem.place.line)));
    }
  }
  found.sort(({ finding: a }, { finding: b }) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1));
  return found;
}

/** None of a rule that needs a repository where none is known. */
function problemsOf(rule: Rule, page: LintPage, repository: RepositoryView | null): readonly Problem[] {
  if (rule.needs === 'page') return rule.check(page, repository);
  return repository === null ? [] : rule.check(page, repository);
}
