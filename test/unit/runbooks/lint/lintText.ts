// What tests of rules say again and again: a page, a repository around it, and what was found.
import type { RunbookType } from '../../../../src/core/model';
import { pageText, readDocument } from '../../../../src/core/runbooks/document';
import { type Linted, type LintOptions, lintPage } from '../../../../src/core/runbooks/lint/lintPage';
import type { RepositoryView } from '../../../../src/core/runbooks/lint/repositoryView';
import type { LintPage, Rule } from '../../../../src/core/runbooks/lint/rule';
import { nobodyKnown } from '../../../../src/core/runbooks/person/knownPeople';
import { sectionOfHeading } from '../../../../src/core/runbooks/sections';

/** An empty repository, but for what is given. */
export function repositoryView(given: Partial<RepositoryView> = {}): RepositoryView {
  return {
    ...{ now: Date.UTC(2026, 0, 1) / 1000, paths: new Set(), editsOf: () => [] },
    ...{ known: nobodyKnown, activeName: () => null },
    ...given,
  };
}

export interface LintTextOptions {
  readonly path?: string;
  readonly type?: RunbookType;
  readonly repository?: RepositoryView | null;
  readonly severities?: LintOptions['severities'];
}

/** A page as rules see it. */
export function lintPageOf(
  text: string,
  { path = 'docs/runbooks/page.md', type = 'procedure' }: LintTextOptions = {},
): LintPage {
  return { path, type, text: pageText(text), document: readDocument(text), sections: sectionOfHeading };
}

/** What these rules find on a page with that text. */
export function lintText(
  rules: Rule | readonly Rule[],
  text: string,
  options: LintTextOptions = {},
): readonly Linted[] {
  return lintPage(lintPageOf(text, options), options.repository ?? null, {
    rules: [rules].flat(),
    severities: options.severities ?? new Map(),
  });
}

/** `line: message` of each finding. */
export const messages = (found: readonly Linted[]): readonly string[] =>
  found.map(({ finding }) => `${finding.line}: ${finding.message}`);

/** A page after all edits of a fix, which must not overlap. */
export function applied(text: string, { fixes }: Linted, index = 0): string {
  const lines = pageText(text).split('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const edits = [...(fixes[index]?.edits ?? [])].sort(
    (a, b) => b.place.line - a.place.line || b.place.column - a.place.column,
  );
  return edits.reduce(
    (changed, { place, text: next }) =>
      changed.slice(0, offset(place.line, place.column)) + next + changed.slice(offset(place.endLine, place.endColumn)),
    lines.join('\n'),
  );
}
