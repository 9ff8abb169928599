import type { AlertRunbookState, AlertState } from '../alertState';
import type { Component, Finding, Snapshot } from '../model';
import { severities } from '../report/findings';
import { peopleNames } from '../report/names';
import { day } from '../report/numbers';
import { allFindings } from '../report/singlePoints';
import { plainTranslate } from '../report/translate';
import { lacksRunbook } from '../runbooks/alerts/coverage';
import { waking } from '../runbooks/lint/alertRules/alertWithoutRunbook';
import { alertRules } from '../runbooks/lint/rules';
import { type Draft, type Listed, listed } from './bounded';
import { wholeNumber } from './englishNumbers';
import { nearNames } from './nearNames';
import { quoted } from './quoted';
import { hint } from './subject';
import { heading, limitLines, moreLine, nameIn, repositoryName } from './telling';
import { type ToolContent, ToolFailure } from './tool';

/** What the gaps are asked of; both null: of all of the repository. */
export interface GapsAsked {
  readonly component: Component | null;
  /** The name of an alert, as it was written. */
  readonly alert: string | null;
}

/** Which alerts have no runbook to go by, which components have none, and what the rules found on those there are. */
export function runbookGaps(all: Snapshot, { component, alert }: GapsAsked, most: number): Draft {
  // Who knows the code is another question: what stands in the way there says nothing of pages.
  const limits = all.limits.filter(({ code }) => code === 'settings' || code === 'shallow');
  const snapshot = { ...all, limits };
  return alert === null ? gapsOf(snapshot, component, most) : gapsOfAlert(snapshot, alert, most);
}

function gapsOf(snapshot: Snapshot, component: Component | null, most: number): Draft {
  const isAsked = (id: string | null): boolean => component === null || id === component.id;
  const alerts = snapshot.alerts.filter(each => isAsked(each.component));
  const lacking = alerts.filter(lacksRunbook).sort((a, b) => urgency(a) - urgency(b));
  const unchecked = alerts.filter(({ state }) => state === 'elsewhere' || state === 'unknown');
  const counts = countsOf(alerts);
  const without = snapshot.components.filter(each => isAsked(each.id) && needsRunbook(each));
  const runbooks = snapshot.runbooks.filter(
    ({ type, component: id }) => type !== 'hub' && type !== 'record' && isAsked(id),
  );
  const findings = byRule(findingsAbout(snapshot, component, alerts));
  const problems = problemsOf(snapshot);
  const told = lacking.slice(0, most).map(each => alertSentence(each, problems(each)));
  const further = lacking.slice(most).map(({ name }) => name);
  const whose = component === null ? quoted(repositoryName(snapshot)) : quoted(component.id);
  return {
    text: [
      alerts.length === 0
        ? `No alert rule was found for ${whose}.`
        : `${wholeNumber(lacking.length)} of ${wholeNumber(alerts.length)} alerts of ${whose} have no working runbook; ${wholeNumber(counts.working)} have one here${counts.elsewhere > 0 ? `, ${wholeNumber(counts.elsewhere)} name one elsewhere, which was not looked at` : ''}${counts.unknown > 0 ? `, of ${wholeNumber(counts.unknown)} it cannot be told` : ''}.`,
      ...told.map((sentence, place) => `${place + 1}. ${sentence}`),
      ...furtherLine(further),
      without.length === 0
        ? `No service${component === null ? '' : ' there'} is without a runbook.`
        : `Services and operations files without a runbook, riskiest first: ${without
            .slice(0, most)
            .map(({ id }) => quoted(id))
            .join(', ')}${without.length > most ? ` and ${without.length - most} more` : ''}.`,
      ...findings
        .slice(0, Math.min(most, 5))
        .map(
          ({ rule, count, first }) =>
            `${rule}, ${count === 1 ? 'once' : `${wholeNumber(count)} times, the first`}: ${first.path}:${first.line} ${first.message}`,
        ),
      ...limitLines(snapshot, most),
    ],
    content: {
      ...heading(snapshot, most),
      subject: component === null ? { kind: 'repository' } : { kind: 'component', component: component.id },
      runbooks: runbooks.length,
      alerts: { total: alerts.length, lacking: lacking.length, ...counts },
      alertsWithoutWorkingRunbook: listed(lacking, most, each => alertContent(each, problems(each))),
      furtherAlerts: listed(further, most * namesForOne, name => name),
      alertsNotChecked: listed(unchecked, most, ({ name, path, line, state }) => ({
        alert: name,
        path,
        line,
        runbookState: state,
      })),
      componentsWithoutRunbook: listed(without, most, ({ id, kind, state, risk }) => ({
        component: id,
        kind,
        state,
        risk: risk.level,
      })),
      findings: foundByRule(findings, most),
    },
  };
}

/** Where there is no room for all of an alert, its name is told. */
const namesForOne = 5;

const mostNamedInText = 12;

function furtherLine(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > mostNamedInText ? ', …' : '';
  return [`And ${names.length} more: ${names.slice(0, mostNamedInText).join(', ')}${more}.`];
}

function gapsOfAlert(snapshot: Snapshot, wanted: string, most: number): Draft {
  const text = wanted.trim().toLowerCase();
  const found = snapshot.alerts.filter(({ name }) => name.toLowerCase() === text);
  if (found.length === 0) {
    const near = nearNames(
      snapshot.alerts.map(({ name }) => name),
      wanted,
    );
    throw new ToolFailure(
      snapshot.alerts.length === 0
        ? 'No alert rule was found in this repository.'
        : `There is no alert ${quoted(wanted)}.${hint(near)} list_runbook_gaps without an alert lists those without a working runbook.`,
    );
  }
  const problems = problemsOf(snapshot);
  const runbookOf = ({ runbook }: AlertState): ToolContent | null => {
    const page = snapshot.runbooks.find(({ path }) => path === runbook);
    return page === undefined
      ? null
      : {
          path: page.path,
          authors: page.authors.slice(0, 3).map(({ person }) => nameIn(snapshot, person)),
          lastChange: day(page.lastTouched),
          findings: listed(page.findings, Math.min(most, 3), ({ rule, severity, line, message }) => ({
            ...{ rule, severity, line, message },
          })),
        };
  };
  const sentenceOf = (alert: AlertState): string => {
    const page = snapshot.runbooks.find(({ path }) => path === alert.runbook);
    const findings = page === undefined || page.findings.length === 0 ? '' : `, with ${page.findings.length} findings`;
    const authors = peopleNames(page?.authors ?? [], snapshot.people, 3, plainTranslate);
    return `${alertSentence(alert, problems(alert))}${authors === '' ? '' : ` The page was written by ${authors}${findings}.`}`;
  };
  return {
    text: [...found.slice(0, most).map(sentenceOf), ...moreLine(found.length - most, 'rules of that name')],
    content: {
      ...heading(snapshot, most),
      subject: { kind: 'alert', alert: found[0]?.name ?? '' },
      rules: listed(found, most, each => ({
        ...alertContent(each, problems(each)),
        works: each.state === 'working',
        page: runbookOf(each),
      })),
    },
  };
}

/** Those that wake somebody up first, then the severe ones. */
function urgency({ severity }: AlertState): number {
  if (severity === null) return 2;
  return waking.test(severity) ? 0 : 1;
}

function needsRunbook({ kind, runbooks }: Component): boolean {
  return (kind === 'service' || kind === 'operations') && runbooks.length === 0;
}

function countsOf(alerts: readonly AlertState[]): Record<'working' | 'elsewhere' | 'unknown', number> {
  const count = (wanted: AlertRunbookState): number => alerts.filter(({ state }) => state === wanted).length;
  return { working: count('working'), elsewhere: count('elsewhere'), unknown: count('unknown') };
}

const rulesOfAlerts: ReadonlySet<string> = new Set(alertRules.map(({ id }) => id));

/** What a rule found about an alert, where one did. */
function problemsOf(snapshot: Snapshot): (alert: AlertState) => Finding | undefined {
  const about = snapshot.findings.filter(({ rule }) => rulesOfAlerts.has(rule));
  return ({ name, path }) => about.find(finding => finding.path === path && finding.data['alert'] === name);
}

function alertSentence(alert: AlertState, problem: Finding | undefined): string {
  const severity = alert.severity === null ? '' : `, ${alert.severity}`;
  return `${quoted(alert.name)} (${alert.path}:${problem?.line ?? alert.line}${severity}): ${problemText(alert, problem)}`;
}

function alertContent(alert: AlertState, problem: Finding | undefined): ToolContent {
  return {
    alert: alert.name,
    path: alert.path,
    line: problem?.line ?? alert.line,
    severity: alert.severity,
    component: alert.component,
    runbookState: alert.state,
    runbook: alert.runbook,
    says: problemText(alert, problem),
  };
}

function problemText({ state, runbook }: AlertState, problem: Finding | undefined): string {
  if (problem !== undefined) return problem.message;
  switch (state) {
    case 'none':
      return 'It names no runbook.';
    case 'placeholder':
      return 'What it names as its runbook is a placeholder.';
    case 'malformed':
      return 'What it names as its runbook is no address.';
    case 'missing':
      return 'The runbook that it names does not exist.';
    case 'noAnchor':
      return `Its runbook ${runbook ?? ''} has no such section.`;
    case 'stub':
      return `Its runbook ${runbook ?? ''} is a draft that nobody filled in.`;
    case 'working':
      return `Its runbook is ${runbook ?? 'there'}.`;
    case 'elsewhere':
      return 'Its runbook is not in this repository, and was not looked at.';
    case 'unknown':
      return 'Its runbook is computed, so that it cannot be told whether it exists.';
  }
}

/** Findings of one rule. */
interface RuleFindings {
  readonly rule: string;
  readonly count: number;
  /** The gravest of them, the first by place. */
  readonly first: Finding;
}

function findingsAbout(
  snapshot: Snapshot,
  component: Component | null,
  alerts: readonly AlertState[],
): readonly Finding[] {
  const all = allFindings(snapshot);
  if (component === null) return all;
  const paths = new Set([
    ...snapshot.runbooks.filter(each => each.component === component.id).map(({ path }) => path),
    ...alerts.map(({ path }) => path),
  ]);
  return all.filter(({ path }) => paths.has(path));
}

/** The gravest rule first, then that with most. What alerts lack is told of each alone. */
function byRule(findings: readonly Finding[]): readonly RuleFindings[] {
  const rules = new Map<string, RuleFindings>();
  const sorted = findings
    .filter(({ rule }) => !rulesOfAlerts.has(rule))
    .sort((a, b) => gravity(a) - gravity(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  for (const finding of sorted) {
    const { rule } = finding;
    const known = rules.get(rule);
    rules.set(rule, { rule, count: (known?.count ?? 0) + 1, first: known?.first ?? finding });
  }
  return [...rules.values()].sort(
    (a, b) => gravity(a.first) - gravity(b.first) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}

function gravity({ severity }: Finding): number {
  return severities.indexOf(severity);
}

function foundByRule(findings: readonly RuleFindings[], most: number): Listed<ToolContent> {
  return listed(findings, most, ({ rule, count, first: { severity, path, line, message } }) => ({
    ...{ rule, severity, count, first: { path, line, message } },
  }));
}
