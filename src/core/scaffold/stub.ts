import type { Component } from '../model';
import { derivedFor } from './actions';
import type { Fact, RepairCommit } from './fact';
import { code, link, prose, quoted, sources } from './markdown';
import { ask, commandLines, deployLines, healthLines, type Lines, merged, nameLines, valueLines } from './stubLines';
import { stubPath } from './stubPath';
import { foldersOf } from './subject';

/** What a stub is written from. */
export interface StubMaterial {
  readonly component: Pick<Component, 'id' | 'name' | 'kind' | 'paths'>;
  readonly type: 'service' | 'procedure';
  readonly facts: readonly Fact[];
  /** As the history knows them, the one who knows most first. */
  readonly owners: readonly { readonly name: string }[];
  /** Reasons as sentences or parts of them. */
  readonly backup: { readonly name: string; readonly reasons: readonly string[] } | null;
  /** Newest first. */
  readonly repairs: readonly RepairCommit[];
  /** Runbooks of the component. */
  readonly runbooks: readonly { readonly path: string; readonly title: string }[];
  /** Every path of the repository: where runbooks live, and which names are taken. */
  readonly paths: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** A runbook draft: where it would belong, and its text. */
export interface Stub {
  readonly path: string;
  readonly markdown: string;
}

interface Section {
  readonly title: string;
  readonly lines: Lines;
}

/**
 * Drafts a runbook. Every line that states something names the place that says it; commands are the repository's own or
 * follow from how the component is deployed; what is unknown is a question to a role. Deterministic, and no name in the
 * repository can change the structure of the page.
 */
export function writeStub(material: StubMaterial): Stub {
  const path = stubPath(material);
  const title =
    material.type === 'service' ? `Runbook: ${material.component.name}` : `How to deploy ${material.component.name}`;
  const sections = material.type === 'service' ? serviceSections(material, path) : procedureSections(material);
  const text = [
    ...frontMatter(material, title),
    '',
    `# ${prose(title)}`,
    '',
    `Drafted on ${material.today} from what this repository says. Nothing was tried out. What it does not say is an open question.`,
    ...sections.flatMap(section => ['', `## ${section.title}`, '', ...section.lines]),
  ];
  return { path, markdown: `${text.join('\n')}\n` };
}

function frontMatter({ component, owners, backup }: StubMaterial, title: string): Lines {
  const names = owners.slice(0, 5).map(owner => quoted(owner.name));
  return [
    '---',
    `title: ${quoted(title)}`,
    `component: ${quoted(component.id)}`,
    names.length === 0
      ? 'owner: # a team, or two people'
      : `owner: [${names.join(', ')}] # from the history; a team is better`,
    backup === null ? 'backup: # a second person' : `backup: ${quoted(backup.name)} # proposed; to be confirmed`,
    'last_reviewed_on: # the day someone else walked through it',
    'review_in: 6 months',
    '---',
  ];
}

function serviceSections(material: StubMaterial, path: string): readonly Section[] {
  const { facts } = material;
  return [
    { title: 'What it is', lines: whatItIs(material, path) },
    { title: 'First look', lines: firstLook(facts) },
    { title: 'Start, stop, restart', lines: startStop(facts) },
    { title: 'Deploy', lines: deploy(facts) },
    { title: 'Roll back', lines: rollBack(facts) },
    { title: 'Dependencies', lines: dependencies(facts) },
    { title: 'Configuration', lines: configuration(facts) },
    { title: 'Owner, backup and escalation', lines: people(material) },
    { title: 'Recent repairs', lines: repairs(material.repairs) },
    {
      title: 'Open questions',
      lines: [
        ask('Service owner', 'what goes wrong most often, how does it look, and what helps?'),
        ask('Service owner', 'which data would be lost, and from where is it restored?'),
        ask('Backup', 'walk through this page while its author stays silent, mend it, then set `last_reviewed_on`.'),
      ],
    },
  ];
}

function procedureSections(material: StubMaterial): readonly Section[] {
  const { facts } = material;
  const secrets = nameLines(facts, ['secret']);
  const steps = [
    ...commandLines('build', facts),
    ...deployLines(facts),
    ...commandLines('migrate', facts),
    ...commandLines('deploy', facts),
  ];
  const restart = steps.length > 0 ? [] : [...commandLines('start', facts), ...commandLines('restart', facts)];
  const checks = [
    ...commandLines('check', facts),
    ...commandLines('status', facts),
    ...commandLines('logs', facts),
    ...healthLines(facts),
  ];
  return [
    {
      title: 'When to use',
      lines: [ask('Service owner', `when is ${prose(material.component.name)} deployed, and when must it not be?`)],
    },
    {
      title: 'Before you start',
      lines: [
        ...(secrets.length === 0 ? [] : ['Secrets and credentials it uses, by name:', '', ...secrets, '']),
        ask('Service owner', 'which access, tools and approvals are needed, and which two people have them?'),
      ],
    },
    {
      title: 'Steps',
      lines:
        steps.length + restart.length > 0
          ? [
              ...steps,
              ...restart,
              '',
              ask('Service owner', 'put these in order, and say which one cannot be repeated.'),
            ]
          : [ask('Service owner', 'which steps bring a change to production, in order?')],
    },
    {
      title: 'Check that it worked',
      lines: [
        ...checks,
        ...(checks.length === 0 ? [] : ['']),
        ask('Service owner', 'what does a user see when it worked?'),
      ],
    },
    { title: 'Undo it', lines: rollBack(facts) },
    { title: 'Owner', lines: people(material) },
    {
      title: 'Open questions',
      lines: [
        ask('Service owner', 'which step is done by hand today and could be a script?'),
        ask('Backup', 'do this once while its author stays silent, mend the page, then set `last_reviewed_on`.'),
      ],
    },
  ];
}

/** A list followed by its questions; a list and its task list are one, so that no blank line is needed. */
const withQuestions = (lines: Lines, ...questions: readonly (string | false)[]): Lines => [
  ...lines,
  ...questions.filter(question => question !== false),
];

function whatItIs({ component, facts, runbooks }: StubMaterial, path: string): Lines {
  const descriptions = facts.filter(fact => fact.kind === 'description').slice(0, 2);
  const folders = foldersOf(component.paths).filter(folder => folder !== '');
  const places = folders.length > 0 ? folders : component.paths;
  const lines = [
    ...descriptions.map(fact => `- ${prose(fact.value)} ${sources([fact])}`),
    ...(places.length === 0
      ? []
      : [
          `- Lives in ${places.slice(0, 5).map(code).join(', ')}${places.length > 5 ? ` and ${places.length - 5} more places` : ''}.`,
        ]),
    ...valueLines('Runs', facts, ['command'], 3),
    ...valueLines(
      'Built on',
      facts.filter(fact => fact.name === 'base image'),
      ['image'],
      3,
    ),
    ...merged(facts, ['kubernetes'])
      .slice(0, 8)
      .map(group => `- ${prose(group[0].value)} ${sources(group)}`),
    ...runbooks.slice(0, 8).map(runbook => `- See also ${link(runbook.title, relative(path, runbook.path))}`),
  ];
  return withQuestions(
    lines,
    ask(
      'Service owner',
      descriptions.length === 0
        ? 'what does it do, and who notices first when it does not?'
        : 'who notices first when it is down?',
    ),
  );
}

function relative(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

function firstLook(facts: readonly Fact[]): Lines {
  const health = healthLines(facts);
  const logs = commandLines('logs', facts);
  const links = facts.filter(fact => fact.kind === 'link');
  const isHealthKnown = facts.some(fact => fact.kind === 'healthcheck' || fact.kind === 'probe');
  return withQuestions(
    [
      ...commandLines('status', facts),
      ...logs,
      ...health,
      ...links.slice(0, 6).map(fact => `- ${prose(fact.name)}: ${code(fact.value)} ${sources([fact])}`),
    ],
    !isHealthKnown && ask('Engineer on call', 'how does one see within a minute whether it is healthy?'),
    logs.length === 0 && ask('Engineer on call', 'where are its logs?'),
    !links.some(fact => /dashboard|grafana|datadog|kibana|monitor/i.test(`${fact.name} ${fact.value}`)) &&
      ask('Engineer on call', 'which dashboard and which alerts show it?'),
  );
}

function startStop(facts: readonly Fact[]): Lines {
  const starts = commandLines('start', facts);
  const stops = commandLines('stop', facts);
  const restarts = commandLines('restart', facts);
  return withQuestions(
    [...restarts, ...starts, ...stops],
    starts.length + restarts.length === 0 &&
      ask('Engineer on call', 'how is it started and restarted where it runs for users?'),
    starts.length + restarts.length > 0 &&
      ask('Service owner', 'is it safe to restart it at any time, and what do users see meanwhile?'),
  );
}

function deploy(facts: readonly Fact[]): Lines {
  const images = facts.filter(fact => fact.kind === 'image' && fact.name !== 'base image');
  const lines = [...deployLines(facts), ...commandLines('deploy', facts), ...commandLines('migrate', facts)];
  return withQuestions(
    [...lines, ...commandLines('build', facts), ...valueLines('Image', images, ['image'], 4)],
    lines.length === 0 && ask('Service owner', 'how does a change reach production, and who may approve it?'),
  );
}

function rollBack(facts: readonly Fact[]): Lines {
  const known = commandLines('rollback', facts);
  const images = facts.filter(fact => fact.kind === 'image' && fact.name !== 'base image').slice(0, 2);
  const where = images.length === 0 ? '' : ` The version in use is set at ${sources(images).slice(1, -1)}.`;
  const followed =
    derivedFor('rollback', facts).length > 0 ? ' It follows from the kind of deployment and was not tried.' : '';
  return withQuestions(
    known,
    known.length === 0 &&
      ask('Service owner', `how is the last good version brought back, and how long does it take?${where}`),
    known.length > 0 &&
      ask('Service owner', `does this roll-back also hold after a change of data or schema?${followed}`),
    ask('Backup', 'rehearse the roll-back once; write down the day.'),
  );
}

function dependencies(facts: readonly Fact[]): Lines {
  const needs = valueLines('Needs', facts, ['dependency'], 20);
  const needed = valueLines('Needed by', facts, ['dependent'], 20);
  const data = valueLines('Stores or mounts', facts, ['volume'], 10);
  return withQuestions(
    [...needs, ...needed, ...data],
    needs.length === 0 && ask('Service owner', 'what does it need to work, inside and outside of this repository?'),
    needs.length > 0 && ask('Service owner', 'which of these may be down without it failing?'),
    needed.length === 0 && ask('Service owner', 'what fails when it is down?'),
  );
}

function configuration(facts: readonly Fact[]): Lines {
  const names = nameLines(facts, ['environment']);
  const secrets = nameLines(facts, ['secret']);
  return [
    ...(names.length === 0 ? [] : ['Names only; values stay where they are.', '', ...names, '']),
    ...(secrets.length === 0 ? [] : ['Secrets, by name:', '', ...secrets, '']),
    names.length + secrets.length === 0
      ? ask('Service owner', 'where is it configured?')
      : ask(
          'Service owner',
          secrets.length > 0
            ? 'where is each secret kept, and which two people can reach it?'
            : 'which of these change between environments, and where are they set?',
        ),
  ];
}

function people({ owners, backup, facts }: StubMaterial): Lines {
  const declared = facts.filter(fact => fact.kind === 'owner').slice(0, 4);
  const reasons =
    backup === null || backup.reasons.length === 0 ? '' : `: ${prose(backup.reasons.slice(0, 4).join('; '))}`;
  return withQuestions(
    [
      ...(owners.length === 0
        ? []
        : [
            `- Known by, from the history: ${owners
              .slice(0, 5)
              .map(owner => prose(owner.name))
              .join(', ')}.`,
          ]),
      ...declared.map(fact => `- Owner as declared: ${code(fact.value)} ${sources([fact])}`),
      ...(backup === null ? [] : [`- Backup, proposed from the history: ${prose(backup.name)}${reasons}.`]),
    ],
    owners.length + declared.length === 0 && ask('Team lead', 'which team owns it?'),
    ask(
      'Team lead',
      backup === null ? 'who becomes the backup?' : 'is this backup agreed, and does the backup have every access?',
    ),
    ask('Team lead', 'who is called next when neither answers: which role or channel, and after how many minutes?'),
  );
}

function repairs(commits: readonly RepairCommit[]): Lines {
  if (commits.length === 0) return [ask('Engineer on call', 'what broke last, and what brought it back?')];
  return commits.slice(0, 8).map(commit => {
    const day =
      Number.isFinite(commit.date) && Math.abs(commit.date) < 8e12
        ? new Date(commit.date * 1000).toISOString().slice(0, 10)
        : '';
    return `- ${day} ${prose(commit.subject)} (${code(commit.sha.slice(0, 10))})`;
  });
}
