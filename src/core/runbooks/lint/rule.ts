import type { RunbookType, Severity } from '../../model';

import type { Translate } from '../../report/translate';
import type { RunbookDocument } from '../document';
import type { SectionNames } from '../sections';
import type { Fix, Problem, ProblemData } from './problem';
import type { RepositoryView } from './repositoryView';

/** A page as rules see it. */
export interface LintPage {
  /** Relative to the root of the repository, `/` between folders. */
  readonly path: string;
  readonly type: RunbookType;
  /** Id of the component it is for; null when that is not known. */
  readonly component: string | null;
  /** The text without a byte order mark, its lines ended by `\n`; places refer to it. */
  readonly text: string;
  readonly document: RunbookDocument;
  /** Headings that open a section, those of the settings too. */
  readonly sections: SectionNames;
}

/** What a rule is called and says. */
export interface RuleWords {
  /** `RB001`, as in settings, comments and reports. */
  readonly id: string;
  /** In words with hyphens, as remark names it: `missing-section`. */
  readonly name: string;
  /** Where the settings do not say otherwise; `off`: only when they ask for it. */
  readonly severity: Severity | 'off';
  /** The sentence for a problem, with a full stop. It speaks of the page, never of a person's fault. */
  text(data: ProblemData, translate: Translate): string;
  /** The title of a fix, in the imperative, without a full stop; not there for rules without fixes. */
  fixText?(fix: Fix, translate: Translate): string;
}

/** A rule about pages. */
interface AnyPageRule extends RuleWords {
  /** Types of pages it looks at; hub and record pages have no sections that could be missing. */
  readonly types: readonly RunbookType[];
}

/** A rule for which the page alone is enough, so that it runs anywhere, also as a plugin of remark. */
export interface PageRule extends AnyPageRule {
  readonly needs: 'page';
  /** `repository` is null where none is known. */
  check(page: LintPage, repository: RepositoryView | null): readonly Problem[];
}

/** A rule that compares the page with the repository around it. */
export interface RepositoryRule extends AnyPageRule {
  readonly needs: 'repository';
  check(page: LintPage, repository: RepositoryView): readonly Problem[];
}

/** A rule for runbooks. Pure: the same page in the same repository gives the same problems, in the order of the page. */
export type Rule = PageRule | RepositoryRule;

/** The types that are read to do something; hub and record pages are not among them. */
export const operationalTypes: readonly RunbookType[] = ['alert', 'procedure', 'service', 'playbook'];
