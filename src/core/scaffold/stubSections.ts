import { derivedFor } from './actions';
import { commandLines, reaches } from './commandLines';
import { baseImage, type Fact, initImage } from './fact';
import { code, link, prose, relative, sources } from './markdown';
import { scriptLines, stepLines } from './scriptLines';
import type { Section } from './section';
import { fleetingLines, mountLines, seedLines, volumeLines } from './storeLines';
import {
  ask,
  imageLines,
  infrastructureLines,
  type Lines,
  merged,
  nameLines,
  needLines,
  placedLines,
  setWhere,
  valueLines,
} from './stubLines';
import type { StubMaterial } from './stubMaterial';
import { foldersOf } from './subject';
import { alertLines, dashboardLines, healthLines } from './watchLines';
import { deployLines, revertLines, scheduleLines } from './workflowLines';

/** What is said in a section, and what is asked. */
export type Passage = Pick<Section, 'said' | 'asked'>;

/** A section from its passage. */
export const section = (id: string, title: string, passage: Passage): Section => ({ id, title, ...passage });

/** Questions only: nothing about it stands in a repository. */
export const questions = (...asked: readonly string[]): Passage => ({ said: null, asked });

/** A passage with the questions that are still open. */
export const passage = (said: Lines, ...asked: readonly (string | false)[]): Passage => ({
  said,
  asked: asked.filter(question => question !== false),
});

/** What it is, where it lives, what it runs. */
export function whatItIs(material: StubMaterial, path: string): Passage {
  const { facts } = material;
  return passage(
    [
      ...contextLines(material, path),
      ...entryLines(facts, 4),
      ...valueLines('Runs', facts, ['command'], 4),
      ...builtLines(facts),
      ...deployedLines(facts),
      ...scriptLines(facts),
      ...stepLines(facts, 6),
    ],
    ask(
      'Service owner',
      facts.some(fact => fact.kind === 'description')
        ? 'who notices first when it is down?'
        : 'what does it do, and who notices first when it does not?',
    ),
  );
}

/** What its images are built from, and on. */
export const builtLines = (facts: readonly Fact[]): Lines => [
  ...valueLines('Built from', facts, ['build'], 4),
  ...valueLines('Built on', baseImages(facts), ['image'], 3),
];

/** What its images are built on; a variable only where nothing says what it is. */
function baseImages(facts: readonly Fact[]): readonly Fact[] {
  const all = facts.filter(fact => fact.name === baseImage);
  const known = all.filter(fact => !fact.value.includes('$'));
  return known.length > 0 ? known : all;
}

/** Its description, its place, its language, and where more is written. */
export function contextLines({ component, facts, runbooks }: StubMaterial, path: string): Lines {
  const folders = foldersOf(component.paths).filter(folder => folder !== '');
  const places = folders.length > 0 ? folders : component.paths;
  const further = places.length > 5 ? ` and ${places.length - 5} more places` : '';
  return [
    ...merged(facts, ['description'])
      .slice(0, 2)
      .map(group => `- ${prose(group[0].value)} ${sources(group)}`),
    ...(places.length === 0 ? [] : [`- Lives in ${places.slice(0, 5).map(code).join(', ')}${further}.`]),
    ...valueLines('Written for', facts, ['language'], 3),
    ...seeAlso(runbooks, facts, path),
    ...valueLines('Not all was read of', facts, ['partlyRead'], 4),
  ];
}

/** Its runbooks, and other pages about it as a whole. */
function seeAlso(runbooks: StubMaterial['runbooks'], facts: readonly Fact[], path: string): Lines {
  const others = merged(
    facts.filter(fact => fact.wide !== true),
    ['page'],
    fact => fact.path,
  );
  return [
    ...runbooks
      .filter(runbook => runbook.path !== path)
      .map(runbook => `- See also ${link(runbook.title, relative(path, runbook.path))}`),
    ...others.map(([page]) => `- See also ${link(page.name, relative(path, page.path))} ${sources([page])}`),
  ].slice(0, 8);
}

/** Where its programs begin. */
export function entryLines(facts: readonly Fact[], most: number): Lines {
  return valueLines('Entry point', facts, ['entryPoint'], most);
}

/** What of it runs in Kubernetes and under systemd, and the charts that bring it there. */
export function deployedLines(facts: readonly Fact[]): Lines {
  return [
    ...merged(facts, ['kubernetes'])
      .slice(0, 8)
      .map(group => `- Kubernetes: ${prose(group[0].value)} ${sources(group)}`),
    ...valueLines('Helm', facts, ['chart'], 6),
    ...valueLines('Kustomize', facts, ['kustomization'], 6),
    ...valueLines('systemd', facts, ['unit'], 4),
    ...valueLines('On ECS', facts, ['ecsService'], 4),
    ...valueLines('Function of Lambda', facts, ['lambda'], 4),
  ];
}

const isHealth = (fact: Fact): boolean =>
  fact.kind === 'healthcheck' || fact.kind === 'probe' || fact.kind === 'healthRoute';

/** What to look at first: state, logs, health, ports, dashboards, alerts, links. */
export function firstLook(facts: readonly Fact[]): Passage {
  const logs = commandLines('logs', facts);
  const dashboards = dashboardLines(facts);
  const alerts = alertLines(facts);
  const links = facts.filter(fact => fact.kind === 'link');
  const watched =
    dashboards.length > 0 ||
    links.some(fact => /dashboard|grafana|datadog|kibana|monitor/i.test(`${fact.name} ${fact.value}`));
  return passage(
    [
      ...commandLines('status', facts),
      ...logs,
      ...healthLines(facts),
      ...dashboards,
      ...alerts,
      ...links.slice(0, 6).map(fact => `- ${prose(fact.name)}: ${code(fact.value)} ${sources([fact])}`),
      ...valueLines('Interface', facts, ['interface'], 3),
    ],
    !facts.some(isHealth) && ask('Engineer on call', 'how does one see within a minute whether it is healthy?'),
    !reaches('logs', facts) &&
      ask(
        'Engineer on call',
        logs.length === 0 ? 'where are its logs?' : 'where are its logs where it runs for users?',
      ),
    !watched && ask('Engineer on call', 'which dashboard shows it?'),
    alerts.length === 0 && ask('Engineer on call', 'which alerts fire for it?'),
  );
}

/** How it is restarted, started and stopped. */
export function startStop(facts: readonly Fact[]): Passage {
  const starts = commandLines('start', facts);
  const restarts = commandLines('restart', facts);
  return passage(
    [...fleetingLines(facts), ...restarts, ...starts, ...commandLines('stop', facts)],
    !reaches('start', facts) &&
      !reaches('restart', facts) &&
      ask('Engineer on call', 'how is it started and restarted where it runs for users?'),
    starts.length + restarts.length > 0 &&
      ask('Service owner', 'is it safe to restart it at any time, and what do users see meanwhile?'),
  );
}

/** How a change reaches production. */
export function deploy(facts: readonly Fact[]): Passage {
  const lines = [...deployLines(facts), ...commandLines('deploy', facts)];
  return passage(
    [...lines, ...infrastructureLines(facts, 12), ...commandLines('build', facts), ...imageLines(facts, 4)],
    ask(
      'Service owner',
      lines.length === 0
        ? 'how does a change reach production, and who may approve it?'
        : 'who may approve a change of production, and when is none made?',
    ),
  );
}

/** How the last good version is brought back; always asked for. */
export function rollBack(facts: readonly Fact[]): Passage {
  const known = commandLines('rollback', facts);
  const workflows = revertLines(facts);
  const followed =
    derivedFor('rollback', facts).length > 0 ? ' What follows from the kind of deployment was not tried.' : '';
  return passage(
    [...known, ...workflows, ...versionLines(facts), ...valueLines('Newest migration', facts, ['migration'], 3)],
    ask(
      'Service owner',
      known.length === 0 && !workflows.some(line => line.startsWith('- Roll back'))
        ? 'how is the last good version brought back, and how long does it take?'
        : `does this roll-back also hold after a change of data or schema?${followed}`,
    ),
    ask('Backup', 'rehearse the roll-back once; write down the day.'),
  );
}

/** Its data: where it is kept, and how it is brought back. */
export function data(facts: readonly Fact[]): Passage {
  const restore = commandLines('restore', facts);
  return passage(
    [
      ...commandLines('backup', facts),
      ...restore,
      ...commandLines('migrate', facts),
      ...volumeLines(facts),
      ...seedLines(facts),
      ...fleetingLines(facts),
    ],
    ask(
      'Service owner',
      restore.length === 0
        ? 'which data would be lost, and from where is it restored?'
        : restore.every(line => line.includes(', whole repository'))
          ? 'is its data in there, how old may a backup be, and when was one last restored?'
          : 'how old may a backup be, and when was one last restored?',
    ),
  );
}

/** Where the version is set that runs; what is built here has a local name, which says none unless a variable sets its tag. */
function versionLines(facts: readonly Fact[]): Lines {
  // A chart brings several.
  if (facts.some(fact => fact.kind === 'chart' && fact.command !== undefined)) return [];
  const isBuiltHere = facts.some(fact => fact.name === baseImage);
  const versioned = facts.filter(
    ({ kind, name, value }) =>
      kind === 'image' &&
      name !== baseImage &&
      name !== initImage &&
      (isBuiltHere ? /:[^/]*\$[^/]*$/.test(value) : /[:$][^/]*$/.test(value)) &&
      !/:latest$/.test(value),
  );
  const meant = versioned.length > 0 ? versioned : chosenBases(facts);
  const [first] = meant;
  // Of several, which is meant is not ours to say.
  if (first === undefined || new Set(meant.map(({ value }) => value)).size > 1) return [];
  return imageLines([first, ...facts.filter(fact => fact.kind === 'environment')], 1).map(line =>
    line.replace('- Image:', '- Version in use:'),
  );
}

/** Images that something is built on which is only set up here, not written, where the file that runs it chooses them. */
function chosenBases(facts: readonly Fact[]): readonly Fact[] {
  if (facts.some(({ kind }) => kind === 'language' || kind === 'entryPoint' || kind === 'system')) return [];
  return baseImages(facts)
    .filter(({ path, value }) => !/Dockerfile/.test(path) || setWhere(facts, value) !== '')
    .map(fact => ({ ...fact, name: '' }));
}

/** What it needs and what needs it. */
export function dependencies(facts: readonly Fact[]): Passage {
  const needs = [...needLines('Needs', facts), ...valueLines('Talks to', facts, ['system'], 8)];
  const needed = placedLines('Needed by', facts, 'dependent', 12);
  return passage(
    [...needs, ...valueLines('Built with', facts, ['library'], 8), ...needed],
    ask(
      'Service owner',
      needs.length === 0
        ? 'what does it need to work, inside and outside of this repository?'
        : 'which of these may be down without it failing?',
    ),
    needed.length === 0 && ask('Service owner', 'what fails when it is down?'),
  );
}

/** Names of variables and secrets; never values. */
export function configuration(facts: readonly Fact[]): Passage {
  const names = nameLines(facts, 'environment');
  const secrets = nameLines(facts, 'secret');
  const given = [...valueLines('Settings are a filled-in copy of', facts, ['template'], 4), ...mountLines(facts)];
  return passage(
    [
      ...given,
      ...(given.length === 0 ? [] : ['']),
      ...(names.length === 0 ? [] : ['Names only; values stay where they are.', '', ...names, '']),
      ...(secrets.length === 0 ? [] : ['Secrets, by name:', '', ...secrets]),
    ],
    ask(
      'Service owner',
      names.length + secrets.length === 0 && !facts.some(fact => fact.kind === 'template')
        ? 'where is it configured?'
        : secrets.length > 0
          ? 'where is each secret kept, and which two people can reach it?'
          : 'which of these change between environments, and where are they set?',
    ),
  );
}

/** What runs by the clock. */
export function schedules(facts: readonly Fact[]): Passage {
  const lines = scheduleLines(facts);
  return passage(
    lines,
    ask(
      'Service owner',
      lines.every(line => line.includes(', whole repository: '))
        ? 'does anything run by the clock, and what happens when it does not?'
        : 'what happens when one of these does not run, and may it run twice?',
    ),
  );
}
