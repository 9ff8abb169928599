import type { Alert } from '../runbooks/alerts/alert';
import { isMarkdownPath } from '../runbooks/markdownPath';
import { commandLines } from './commandLines';
import { code, prose, sources } from './markdown';
import { people } from './peoplePassage';
import { shown } from './redact';
import type { Section } from './section';
import { type Stub, stubText } from './stub';
import { stubFrontMatter } from './stubFrontMatter';
import { ask, type Lines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { alertStubPath, runbookFolder } from './stubPath';
import { type Passage, questions, section } from './stubSections';
import { dashboardLines } from './watchLines';

/** What the runbook of an alert is drafted from. */
export interface AlertStubMaterial extends Pick<StubMaterial, 'owners' | 'backup' | 'facts' | 'today'> {
  readonly alert: Alert;
  readonly component: Pick<StubMaterial['component'], 'id' | 'name'> | null;
  /** Every path of the repository: where runbooks live, and which names are taken. */
  readonly paths: readonly string[];
  /** Where the page is, when that is known; null: a place is proposed. */
  readonly page: string | null;
}

/**
 * Drafts the runbook of an alert from its expression, its severity and its annotations. As with `writeStub`, what states
 * something names the place that says it, what is unknown is a question to a role, and nothing is invented.
 */
export function writeAlertStub(material: AlertStubMaterial): Stub {
  const { alert, facts, paths, today } = material;
  const folder = runbookFolder(paths.filter(isMarkdownPath));
  const sections: readonly Section[] = [
    section('meaning', 'Meaning', meaning(alert)),
    section('impact', 'Impact', questions(ask('Service owner', 'what do users notice, and from when on?'))),
    section('diagnosis', 'Diagnosis', diagnosis(material)),
    section('mitigation', 'Mitigation', {
      said: [...commandLines('restart', facts), ...commandLines('rollback', facts)],
      asked: [
        ask('Service owner', 'what stops the harm first, and which step cannot be undone?'),
        ask('Service owner', 'what repairs the cause, and how is it rolled back?'),
      ],
    }),
    section(
      'verification',
      'Check that it is over',
      questions(ask('Engineer on call', 'what tells, besides the alert, that it is over?')),
    ),
    section('people', 'Owner, backup and escalation', people(material)),
    section(
      'questions',
      'Open questions',
      questions(
        ask('Service owner', 'when is this alert false, and could it then stay silent?'),
        ask('Backup', 'walk through this page while its author stays silent, mend it, then set `last_reviewed_on`.'),
      ),
    ),
  ];
  const taken = new Set(paths.map(path => path.toLowerCase()));
  const frontMatter = stubFrontMatter(alert.name, { ...material, type: 'alert' });
  return {
    path: material.page ?? alertStubPath(alert.name, folder, taken),
    sections,
    markdown: stubText(prose(alert.name), frontMatter, today, sections),
  };
}

const sourceOf = ({ path, place }: Alert): string => sources([{ path, line: place.line }]);

function meaning(alert: Alert): Passage {
  const said = [...new Set([alert.summary, alert.description].map(text => text.trim()))].filter(text => text !== '');
  return {
    said: [
      ...said.map(text => `- ${prose(text)} ${sourceOf(alert)}`),
      ...(alert.severity === null ? [] : [`- Severity: ${code(alert.severity)} ${sourceOf(alert)}`]),
    ],
    asked: [
      ask(
        'Service owner',
        said.length === 0 ? 'what is wrong when this alert fires?' : 'what is wrong, in one sentence?',
      ),
    ],
  };
}

function diagnosis({ alert, facts }: AlertStubMaterial): Passage {
  const metrics = metricsOf(alert.expression);
  return {
    said: [
      ...(alert.expression === '' ? [] : [`It fires on ${sourceOf(alert)}:`, '', ...fenced(alert.expression), '']),
      ...(metrics.length === 0 ? [] : [`- Metrics behind it: ${metrics.map(code).join(', ')}`]),
      ...commandLines('status', facts),
      ...commandLines('logs', facts),
      ...dashboardLines(facts),
    ],
    asked: [
      ask(
        'Engineer on call',
        alert.expression === '' ? 'where does one look first?' : 'which dashboard, log or command shows the cause?',
      ),
      ask('Service owner', 'what were the causes so far, the most frequent one first?'),
    ],
  };
}

const longestExpression = 60;

/** The expression as it stands; no line of it can end the block. */
function fenced(expression: string): Lines {
  const runs = [...expression.matchAll(/`+/g)].map(run => run[0].length);
  const fence = '`'.repeat(Math.max(3, ...runs.map(length => length + 1)));
  const lines = expression.split('\n').slice(0, longestExpression);
  return [`${fence}promql`, ...lines.map(line => `${/^ */.exec(line)?.[0] ?? ''}${shown(line)}`), fence];
}

/** Names of series in PromQL: with `_` or `:` in them, outside of texts, selectors and groupings, and no function. */
function metricsOf(expression: string): readonly string[] {
  const bare = expression
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#[^\n]*/g, '')
    .replace(/\{[^{}]*\}/g, ' ')
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)/g, ' ');
  const names = [...bare.matchAll(/[a-zA-Z_:][\w:]*(?!\w*\s*\()/g)].map(([name]) => name);
  return [...new Set(names)]
    .filter(name => /[a-z][_:]/i.test(name) && !/^(?:group_left|group_right)$/.test(name))
    .slice(0, 8);
}
