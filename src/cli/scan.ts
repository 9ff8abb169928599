import type { Snapshot } from '../core/model';
import { scanMarkdown } from '../core/report/markdown';
import { narrowToComponent } from '../core/report/narrow';
import { wholeNumber } from '../core/report/numbers';
import { pseudonymise } from '../core/report/pseudonymise';
import { scanJson } from '../core/report/scanJson';
import { allFindings, singlePointComponents } from '../core/report/singlePoints';
import { plainTranslate } from '../core/report/translate';
import { usualChoice } from '../core/spread/planChoice';
import { analysed, type CommandContext, findComponent, formatFor, tableStyle } from './command';
import type { FailOn, ScanArguments } from './commandArguments';
import { componentTable } from './componentTable';
import { jsonText } from './jsonText';
import { scanTable } from './scanTable';
import { programName } from './terminal';

/** `scan`: prints the whole Snapshot. Resolves with the exit code. */
export async function scan(options: ScanArguments, context: CommandContext): Promise<number> {
  const { surroundings } = context;
  const analysis = await analysed(context, 2);
  const snapshot = options.pseudonymise ? pseudonymise(analysis) : analysis;
  // Who asks for pseudonyms still names the component as it is called.
  const at = options.component === null ? -1 : analysis.components.indexOf(findComponent(analysis, options.component));
  const component = snapshot.components[at];
  const part = component ? narrowToComponent(snapshot, component) : snapshot;
  switch (formatFor(options, surroundings)) {
    case 'json':
      for (const chunk of jsonText(scanJson(part))) {
        await surroundings.stdout.write(chunk);
      }
      break;
    case 'markdown':
      await surroundings.stdout.write(scanMarkdown(part, plainTranslate));
      break;
    case 'html': {
      const { path } = context;
      const request = { path, format: 'html', pseudonymise: options.pseudonymise, plan: usualChoice } as const;
      await surroundings.stdout.write(await context.analysis.report(request, surroundings.signal));
      break;
    }
    case 'table': {
      const style = {
        ...tableStyle(surroundings),
        all: options.all,
        path: options.path,
        program: programName(surroundings.environment),
      };
      await surroundings.stdout.write(
        component ? componentTable(snapshot, component, style) : scanTable(snapshot, style),
      );
    }
  }
  const found = failing(part, options.failOn);
  if (found.length === 0) {
    return judged(part, options.failOn, context);
  }
  await surroundings.stderr.write(`single-points: --fail-on: ${found.join(', ')}.\n`);
  return 1;
}

/** Nothing was found; that is only good news where the states are known. */
async function judged({ components }: Snapshot, { states }: FailOn, { surroundings }: CommandContext): Promise<number> {
  if (states.size === 0 || !components.some(({ state }) => state === 'unknown')) {
    return 0;
  }
  await surroundings.stderr.write(
    'single-points: --fail-on cannot be judged, since some states are unknown: the history does not reach back far enough. In a shallow clone run `git fetch --unshallow` first.\n',
  );
  return 2;
}

/** What makes a scan fail, each with its number. */
function failing(snapshot: Snapshot, { states, rules }: FailOn): string[] {
  const points = singlePointComponents(snapshot);
  const findings = allFindings(snapshot);
  const words = { sole: 'known by one person', orphaned: 'known by nobody active' };
  return [
    ...[...states].map(state => ({
      count: points.filter(point => point.state === state).length,
      one: `component ${words[state]}`,
      many: `components ${words[state]}`,
    })),
    ...[...rules].map(rule => ({
      count: findings.filter(finding => finding.rule === rule).length,
      one: `finding of ${rule}`,
      many: `findings of ${rule}`,
    })),
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, one, many }) => `${wholeNumber(count, plainTranslate)} ${count === 1 ? one : many}`);
}
