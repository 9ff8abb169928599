import type { AcceptedRisk, Criticality, RunbookType, Severity } from './model';
import type { SectionId } from './runbooks/sections';

/** A component as a person declares it in `.single-points.yml`. */
export interface DeclaredComponent {
  readonly name: string;
  /** Globs, relative to the root. Empty: `name` is the id or name of a component that is found anyway. */
  readonly paths: readonly string[];
  readonly criticality: Criticality;
  /** Line of the declaration, from 1. */
  readonly line: number;
}

/** Days on which somebody is away, inclusive, `YYYY-MM-DD`; null: from or until whenever. */
export interface AwayPeriod {
  readonly from: string | null;
  readonly until: string | null;
}

/** A team; people by name, address or `@login`, none where it is only known that it is a team. */
export interface DeclaredTeam {
  readonly name: string;
  readonly people: readonly string[];
}

/** A person as the settings describe them. Matched by e-mail address or by full name, ignoring case. */
export interface DeclaredPerson {
  readonly name: string | null;
  readonly emails: readonly string[];
  readonly left: boolean;
  /** Listed as present: active whatever the history says. */
  readonly present: boolean;
  readonly bot: boolean;
  /** Comes back: no owner and no backup on those days, and not left. */
  readonly away: readonly AwayPeriod[];
  readonly teams: readonly string[];
}

/** What a repository allows to be shown of people. */
export interface Policy {
  /** Thinking people away, see `core/ownership/whatIf.ts`. */
  readonly whatIf: boolean;
  /** Lists of what each person knows. */
  readonly people: boolean;
}

/** What steers an analysis: `.single-points.yml`, overridden by the settings of one user. */
export interface AnalysisSettings {
  readonly components: readonly DeclaredComponent[];
  readonly people: readonly DeclaredPerson[];
  readonly teams: readonly DeclaredTeam[];
  /** Globs of files that count for nothing. */
  readonly exclude: readonly string[];
  /** Globs of runbooks, added to the usual places. */
  readonly runbookPaths: readonly string[];
  /** Type by glob, first match wins. */
  readonly runbookTypes: readonly { readonly glob: string; readonly type: RunbookType }[];
  /** Severity of rules for runbooks, by id; what is not there is as the rule has it. */
  readonly runbookRules: ReadonlyMap<string, Severity | 'off'>;
  /** Further names of sections, in any language. */
  readonly runbookSections: ReadonlyMap<SectionId, readonly string[]>;
  /** Accepted risks by component id or file path. */
  readonly accepted: ReadonlyMap<string, AcceptedRisk>;
  /** A person is active for that many days after a touch. */
  readonly activeDays: number;
  /** Fraction of a file's time-decayed touches that makes an owner. */
  readonly activityThreshold: number;
  /** Fraction of a file's lines that makes an owner. */
  readonly linesThreshold: number;
  /** After that many days a touch counts half. */
  readonly halfLifeDays: number;
  readonly policy: Policy;
}

export const defaultSettings: AnalysisSettings = {
  components: [],
  people: [],
  teams: [],
  exclude: [],
  runbookPaths: [],
  runbookTypes: [],
  runbookRules: new Map(),
  runbookSections: new Map(),
  accepted: new Map(),
  activeDays: 180,
  activityThreshold: 0.25,
  linesThreshold: 0.25,
  halfLifeDays: 365,
  policy: { whatIf: true, people: true },
};
