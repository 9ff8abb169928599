import type { ToolName } from './tool';

/** What the content of an answer looks like, as JSON Schema. Fields may be added; these stay. */
export interface AnswerSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
}

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const numberOrNull = { type: ['number', 'null'] };

function list(fields: Readonly<Record<string, object>>, description: string): object {
  return {
    type: 'object',
    description,
    properties: {
      items: { type: 'array', items: { type: 'object', properties: fields } },
      more: { type: 'integer', description: 'How many are left out.' },
    },
    required: ['items', 'more'],
  };
}

const heading = {
  repository: text,
  head: { ...textOrNull, description: 'The commit that was analysed.' },
  asOf: { ...textOrNull, description: 'The day people are judged at: that of the newest commit.' },
  linesKnown: { type: 'boolean', description: 'Whether surviving lines count, too.' },
  limits: { type: 'array', items: text, description: 'What stands between the answer and the truth, and what to do.' },
  subject: {
    type: 'object',
    properties: { kind: { enum: ['repository', 'component', 'folder', 'file', 'alert'] } },
    required: ['kind'],
  },
};

const state = {
  enum: ['sole', 'orphaned', 'shared', 'unknown'],
  description: 'sole: known by one person; orphaned: by nobody active.',
};
const component = { component: text, state, risk: text };
const person = { name: text, active: { type: 'boolean' }, lines: numberOrNull, lastChange: textOrNull };
const candidate = {
  name: text,
  knows: {
    enum: ['file', 'folder', 'component', 'neighbour'],
    description: 'What the evidence is about; neighbour: only work beside what was asked about.',
  },
  changes: numberOrNull,
  lines: { ...numberOrNull, description: 'Of the lines that stand; null where that is not known.' },
  lastChange: textOrNull,
  why: { type: 'array', items: text },
};
const alert = { alert: text, path: text, line: numberOrNull, runbookState: text };

function answerSchema(fields: Readonly<Record<string, object>>, required: readonly string[]): AnswerSchema {
  const properties = { ...heading, ...fields };
  return { type: 'object', properties, required: [...Object.keys(heading), ...required] };
}

/** By tool. */
export const answerSchemas: Readonly<Record<ToolName, AnswerSchema>> = {
  get_ownership_risk: answerSchema(
    {
      truckFactor: {
        ...numberOrNull,
        description: 'Fewest people whose loss leaves more than half of the files without an owner.',
      },
      singlePoints: list(component, 'Components known by one person or by nobody active, riskiest first.'),
      people: list(person, 'Who knows it, most first.'),
      components: list(component, 'Components that have files in the folder.'),
      riskiestFiles: list(
        { path: text, state, owner: text, lines: numberOrNull },
        'Known by nobody active or by one person.',
      ),
      runbooks: list({ path: text, type: text }, 'Of the component.'),
    },
    [],
  ),
  list_runbook_gaps: answerSchema(
    {
      alerts: {
        type: 'object',
        properties: { total: numberOrNull, lacking: numberOrNull, working: numberOrNull, elsewhere: numberOrNull },
      },
      alertsWithoutWorkingRunbook: list(
        { ...alert, severity: textOrNull, says: text },
        'Those that wake somebody first.',
      ),
      furtherAlerts: { type: 'object', description: 'The names of those for which there is no room above.' },
      alertsNotChecked: list(alert, 'Their runbook is elsewhere, or computed.'),
      componentsWithoutRunbook: list(component, 'Services and operations files, riskiest first.'),
      findings: list({ rule: text, severity: text, count: numberOrNull }, 'By rule, the gravest first.'),
      rules: list({ ...alert, works: { type: 'boolean' } }, 'The rules of the alert that was asked about.'),
    },
    [],
  ),
  suggest_backup: answerSchema(
    {
      without: { type: 'array', items: text, description: 'Who was thought away.' },
      owners: list(candidate, 'Who knows it now: each can review what another changes.'),
      candidates: list(candidate, 'Who could besides them, the best placed first.'),
    },
    ['without', 'owners', 'candidates'],
  ),
};
