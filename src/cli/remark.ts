// The preset for remark, built to dist/remark.mjs: `remark --use ./dist/remark.mjs docs`.
import { type RulePlugin, remarkPlugin } from '../core/runbooks/lint/remarkPlugin';
import { pageRules } from '../core/runbooks/lint/rules';

/** A plugin for each rule that needs a page alone, by the name of the rule: `plugins['missing-section']`. */
export const plugins: Readonly<Record<string, RulePlugin>> = Object.fromEntries(
  pageRules.filter(rule => rule.needs === 'page').map(rule => [rule.name, remarkPlugin(rule)]),
);

const preset = { plugins: Object.values(plugins) };

// biome-ignore lint/style/noDefaultExport: remark takes presets by their default export
export default preset;
