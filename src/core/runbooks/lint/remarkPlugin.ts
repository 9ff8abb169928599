import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { RunbookType, Severity } from '../../model';
import { defaultSettings } from '../../settings';
import { classifyRunbook } from '../classify';
import { runbookPlace } from '../discover';
import { pageText, readDocument } from '../document';
import { type SectionId, sectionNames } from '../sections';
import { lintPage } from './lintPage';
import type { LintPage, PageRule } from './rule';

/** What a plugin may be told, as second of its pair: `[plugin, {severity: 'error'}]`; `false` switches it off. */
export interface RulePluginOptions {
  /** Another one than the rule's own; also switches a rule on that is off. */
  readonly severity?: Severity | 'off';
  /** The type of every page; else the path and the content tell. */
  readonly type?: RunbookType;
  /** Further names of sections, as in `.single-points.yml`. */
  readonly sections?: Partial<Record<SectionId, readonly string[]>>;
}

/** A plugin of remark; transforms nothing. */
export type RulePlugin = Plugin<[RulePluginOptions?], Root>;

/** What plugins need of a file of unified. */
interface PageFile {
  readonly path?: string | undefined;
  toString(): string;
}

/**
 * A rule that needs a page alone, as a plugin of remark, so that it runs under remark-cli and beside remark-lint. What it
 * finds become messages of the file: `ruleId` is the rule's name, `source` is `single-points`, an error is fatal, a warning
 * is not, and the rest is information. The page is read from its text, since other parsers see other dialects; pages that
 * are no runbooks are left alone.
 */
export function remarkPlugin(rule: PageRule): RulePlugin {
  const plugin: RulePlugin = (options = {}) => {
    return (_tree, file) => {
      const page = pageOf(file, options);
      if (page === null) return;
      const severities = new Map(options.severity === undefined ? [] : [[rule.id, options.severity]]);
      for (const { finding } of lintPage(page, null, { rules: [rule], severities })) {
        const { line, column, endLine, endColumn } = finding;
        const place = { start: { line, column }, end: { line: endLine, column: endColumn } };
        const message = file.message(finding.message, { place, ruleId: rule.name, source: 'single-points' });
        message.fatal = finding.severity === 'error' ? true : finding.severity === 'warning' ? false : undefined;
        message.note = `${rule.id}: silenced by <!-- single-points-disable-next-line ${rule.id} -->`;
      }
    };
  };
  Object.defineProperty(plugin, 'name', { value: `single-points:${rule.name}` });
  return plugin;
}

const documents = new WeakMap<PageFile, { readonly text: string; readonly document: LintPage['document'] }>();

function pageOf(file: PageFile, { type, sections = {} }: RulePluginOptions): LintPage | null {
  const text = String(file);
  const known = documents.get(file);
  // Plugins before us may have changed the file.
  const document = known?.text === text ? known.document : readDocument(text);
  documents.set(file, { text, document });
  const path = (file.path ?? 'page.md').replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  const place = runbookPlace(path, defaultSettings) ?? 'linked';
  const found = type ?? classifyRunbook(path, document, place, defaultSettings);
  if (found === null) return null;
  const further = new Map(Object.entries(sections) as [SectionId, readonly string[]][]);
  return { path, type: found, component: null, text: pageText(text), document, sections: sectionNames(further) };
}
