import type { Finding, Snapshot } from '../core/model';
import { severities } from '../core/report/findings';
import { wholeNumber } from '../core/report/numbers';
import { pseudonymise } from '../core/report/pseudonymise';
import { runbooksHtml } from '../core/report/runbooksHtml';
import { runbooksJson } from '../core/report/runbooksJson';
import { runbooksMarkdown } from '../core/report/runbooksMarkdown';
import { sarifLog } from '../core/report/sarif';
import { allFindings } from '../core/report/singlePoints';
import { plainTranslate } from '../core/report/translate';
import { alertRules, pageRules } from '../core/runbooks/lint/rules';
import { analysed, type CommandContext, formatFor, tableStyle } from './command';
import type { RunbooksArguments } from './commandArguments';
import { jsonText } from './jsonText';
import { runbooksTable } from './runbooksTable';

/** `runbooks`: prints what was found in runbooks and alerts. Resolves with the exit code. */
export async function runbooks(options: RunbooksArguments, context: CommandContext): Promise<number> {
  const { surroundings } = context;
  const analysis = await analysed(context, 1, { others: options.others });
  const snapshot = options.pseudonymise ? pseudonymise(analysis) : analysis;
  for (const chunk of await printed(snapshot, options, context)) {
    await surroundings.stdout.write(chunk);
  }
  const failing = allFindings(snapshot).filter(finding => fails(finding, options));
  if (failing.length === 0) {
    return 0;
  }
  const count = failing.length === 1 ? '1 finding' : `${wholeNumber(failing.length, plainTranslate)} findings`;
  await surroundings.stderr.write(`single-points: --fail-on: ${count}.\n`);
  return 1;
}

async function printed(
  snapshot: Snapshot,
  options: RunbooksArguments,
  context: CommandContext,
): Promise<Iterable<string>> {
  const { surroundings, version } = context;
  switch (formatFor(options, surroundings)) {
    case 'json':
      return jsonText(runbooksJson(snapshot));
    case 'sarif':
      return jsonText(
        sarifLog(allFindings(snapshot), {
          version,
          rules: [...pageRules, ...alertRules],
          pages: await context.rulePages(),
        }),
      );
    case 'markdown':
      return [runbooksMarkdown(snapshot, plainTranslate)];
    case 'html':
      return [runbooksHtml(snapshot, plainTranslate, await context.rulePages())];
    case 'table':
      return [runbooksTable(snapshot, { ...tableStyle(surroundings), all: options.all })];
  }
}

/** At or above the severity that was named, or of a rule that was. */
function fails({ rule, severity }: Finding, { failOn }: RunbooksArguments): boolean {
  return (
    failOn.rules.has(rule) ||
    (failOn.severity !== null && severities.indexOf(severity) <= severities.indexOf(failOn.severity))
  );
}
