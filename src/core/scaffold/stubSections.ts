import { derivedFor } from './actions';
import type { Fact, RepairCommit } from './fact';
import { code, link, prose, sources } from './markdown';
import { ask, commandLines, deployLines, healthLines, type Lines, merged, nameLines, valueLines } from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { foldersOf } from './subject';

/** A list followed by its questions; a list and its task list are one, so that no blank line is needed. */
const withQuestions = (lines: Lines, ...questions: readonly (string | false)[]): Lines => [
  ...lines,
  ...questions.filter(question => question !== false),
];

/** What it is, where it lives, what it runs. */
export function whatItIs({ component, facts, runbooks }: StubMaterial, path: string): Lines {
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
      .map(group => `- Kubernetes: ${prose(group[0].value)} ${sources(group)}`),
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

/** How a page at `from` links to the file at `to`. */
export function relative(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

/** What to look at first: state, logs, health, ports, links. */
export function firstLook(facts: readonly Fact[]): Lines {
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

/** How it is restarted, started and stopped. */
export function startStop(facts: readonly Fact[]): Lines {
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

/** How a change reaches production. */
export function deploy(facts: readonly Fact[]): Lines {
  const images = facts.filter(fact => fact.kind === 'image' && fact.name !== 'base image');
  const lines = [...deployLines(facts), ...commandLines('deploy', facts), ...commandLines('migrate', facts)];
  return withQuestions(
    [...lines, ...commandLines('build', facts), ...valueLines('Image', images, ['image'], 4)],
    lines.length === 0 && ask('Service owner', 'how does a change reach production, and who may approve it?'),
  );
}

/** How the last good version is brought back; always asked for. */
export function rollBack(facts: readonly Fact[]): Lines {
  const known = commandLines('rollback', facts);
  const images = facts.filter(fact => fact.kind === 'image' && fact.name !== 'base image').slice(0, 2);
  // What is built here has a local name, which says no version.
  const built = facts.some(fact => fact.name === 'base image');
  const where = images.length === 0 || built ? '' : ` The version in use is set at ${sources(images).slice(1, -1)}.`;
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

/** What it needs and what needs it. */
export function dependencies(facts: readonly Fact[]): Lines {
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

/** Names of variables and secrets; never values. */
export function configuration(facts: readonly Fact[]): Lines {
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

/** Owner, backup and escalation; the latter two are always asked for. */
export function people({ owners, backup, facts }: Pick<StubMaterial, 'owners' | 'backup' | 'facts'>): Lines {
  const declared = facts.filter(fact => fact.kind === 'owner').slice(0, 4);
  const reasons =
    backup === null || backup.reasons.length === 0 ? '' : `. ${prose(backup.reasons.slice(0, 4).join('. '))}`;
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

/** Commits that undid or repaired something. */
export function repairs(commits: readonly RepairCommit[]): Lines {
  if (commits.length === 0) return [ask('Engineer on call', 'what broke last, and what brought it back?')];
  return commits.slice(0, 8).map(commit => {
    const day =
      Number.isFinite(commit.date) && Math.abs(commit.date) < 8e12
        ? new Date(commit.date * 1000).toISOString().slice(0, 10)
        : '';
    return `- ${day} ${prose(commit.subject)} (${code(commit.sha.slice(0, 10))})`;
  });
}
