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

/** A rule for runbooks. Pure: the same page in the same repository gives the same problems, in the order of the page. */
export interface Rule {
  /** `RB001`, as in settings, comments and reports. */
  readonly id: string;
  /** In words with hyphens, as remark names it: `missing-section`. */
  readonly name: string;
  /** Where the settings do not say otherwise; `off`: only when they ask for it. */
  readonly severity: Severity | 'off';
  /** Types of pages it looks at; hub and record pages have no sections that could be missing. */
  readonly types: readonly RunbookType[];
  /** `page`: the page alone is enough, so that it runs anywhere, also as a plugin of remark. */
  readonly needs: 'page' | 'repository';
  /** `repository` is null where none is known, and always given to rules that need it. */
  check(page: LintPage, repository: RepositoryView | null): readonly Problem[];
  /** The sentence for a problem, with a full stop. It speaks of the page, never of a person's fault. */
  text(data: ProblemData, translate: Translate): string;
  /** The title of a fix, in the imperative, without a full stop; not there for rules without fixes. */
  fixText?(fix: Fix, translate: Translate): string;
}

/** The types that are read to do something; hub and record pages are not among them. */
export const operationalTypes: readonly RunbookType[] = ['alert', 'procedure', 'service', 'playbook'];
