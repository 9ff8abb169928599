import type { Alert } from '../runbooks/alerts/alert';
import { code, prose, sources } from './markdown';
import { shown } from './redact';
import type { Stub } from './stub';
import { stubFrontMatter } from './stubFrontMatter';
import { ask, type Lines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { alertStubPath, runbookFolder } from './stubPath';
import { people } from './stubSections';

/** What the runbook of an alert is drafted from. */
export interface AlertStubMaterial extends Pick<StubMaterial, 'owners' | 'backup' | 'facts' | 'today'> {
  readonly alert: Alert;
  readonly component: Pick<StubMaterial['component'], 'id' | 'name'> | null;
  /** Every path of the repository: where runbooks live, and which names are taken. */
  readonly paths: readonly string[];
}

/**
 * Drafts the runbook of an alert from its expression, its severity and its annotations. As with `writeStub`, what states
 * something names the place that says it, what is unknown is a question to a role, and nothing is invented.
 */
export function writeAlertStub(material: AlertStubMaterial): Stub {
  const { alert, component, paths, today } = material;
  const folder = runbookFolder(paths.filter(path => /\.mdx?$/i.test(path)));
  const sections: readonly (readonly [string, Lines])[] = [
    ['Meaning', meaning(alert)],
    ['Impact', [ask('Service owner', 'what do users notice, and from when on?')]],
    ['Diagnosis', diagnosis(alert)],
    [
      'Mitigation',
      [
        ask('Service owner', 'what stops the harm first, and which step cannot be undone?'),
        ask('Service owner', 'what repairs the cause, and how is it rolled back?'),
      ],
    ],
    ['Check that it is over', [ask('Engineer on call', 'what tells, besides the alert, that it is over?')]],
    ['Owner, backup and escalation', people(material)],
    [
      'Open questions',
      [
        ask('Service owner', 'when is this alert false, and could it then stay silent?'),
        ask('Backup', 'walk through this page while its author stays silent, mend it, then set `last_reviewed_on`.'),
      ],
    ],
  ];
  const text = [
    ...stubFrontMatter(alert.name, component?.id ?? null, material),
    '',
    `# ${prose(alert.name)}`,
    '',
    `Drafted on ${today} from the alert and what this repository says. Nothing was tried out. What it does not say is an open question.`,
    ...sections.flatMap(([title, lines]) => ['', `## ${title}`, '', ...lines]),
  ];
  const taken = new Set(paths.map(path => path.toLowerCase()));
  return { path: alertStubPath(alert.name, folder, taken), markdown: `${text.join('\n')}\n` };
}

const sourceOf = ({ path, place }: Alert): string => sources([{ path, line: place.line }]);

function meaning(alert: Alert): Lines {
  const said = [...new Set([alert.summary, alert.description].map(text => text.trim()))].filter(text => text !== '');
  return [
    ...said.map(text => `- ${prose(text)} ${sourceOf(alert)}`),
    ...(alert.severity === null ? [] : [`- Severity: ${code(alert.severity)} ${sourceOf(alert)}`]),
    ask(
      'Service owner',
      said.length === 0 ? 'what is wrong when this alert fires?' : 'what is wrong, in one sentence?',
    ),
  ];
}

function diagnosis(alert: Alert): Lines {
  if (alert.expression === '') return [ask('Engineer on call', 'where does one look first?')];
  const metrics = metricsOf(alert.expression);
  return [
    `It fires on ${sourceOf(alert)}:`,
    '',
    ...fenced(alert.expression),
    '',
    ...(metrics.length === 0 ? [] : [`- Metrics behind it: ${metrics.map(code).join(', ')}`]),
    ask('Engineer on call', 'which dashboard, log or command shows the cause?'),
    ask('Service owner', 'what were the causes so far, the most frequent one first?'),
  ];
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
