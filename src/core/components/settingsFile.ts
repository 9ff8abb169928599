import type { Node } from 'yaml';
import type { AcceptedRisk, Criticality, RunbookType, Severity } from '../model';
import { isSectionId, type SectionId } from '../runbooks/sections';
import {
  type AnalysisSettings,
  type AwayPeriod,
  type DeclaredComponent,
  type DeclaredPerson,
  type DeclaredTeam,
  defaultSettings,
  type Policy,
} from '../settings';
import type { FileProblem } from './fileProblem';
import { SettingsReader } from './settingsReader';
import { YamlFile } from './yamlFile';

/** Where a repository keeps its settings. The first that exists counts. */
export const settingsFileNames = ['.single-points.yml', '.single-points.yaml'] as const;

/** What a settings file says, and what in it could not be understood. */
export interface SettingsFile {
  /** Complete: what the file leaves out or gets wrong is as in the defaults. */
  readonly settings: AnalysisSettings;
  /** By line. Empty for a file without mistakes. */
  readonly problems: readonly FileProblem[];
}

const criticalities: readonly Criticality[] = ['high', 'normal', 'low'];
const thresholdKeys = ['activeDays', 'activityShare', 'linesShare', 'halfLifeDays'] as const;
const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const runbookTypes: readonly RunbookType[] = ['alert', 'procedure', 'service', 'playbook', 'hub', 'record'];

const mapping = (key: string) => ({ code: 'mapping', values: { key } }) as const;
const itemMapping = (key: string) => ({ code: 'itemMapping', values: { key } }) as const;

/**
 * Reads the text of `.single-points.yml`. The keys are described in `media/single-points.schema.json`. A key that is
 * unknown, twice there or of the wrong shape is a problem with its line, and everything else still counts; a text that is
 * not YAML gives the defaults. Never throws, and takes time in proportion to the text whatever it refers to.
 */
export function parseSettingsFile(text: string, defaults: AnalysisSettings = defaultSettings): SettingsFile {
  const file = new YamlFile(text);
  const problems = [...file.problems];
  const read = new SettingsReader(file, problems);
  const [root = null, second] = file.roots;
  if (root === null || problems.length > 0) return { settings: defaults, problems: inOrder(problems) };
  if (second !== undefined) read.problem(second, 'secondDocument');
  const settings = settingsOf(read, root, defaults);
  return { settings, problems: inOrder(problems) };
}

function settingsOf(read: SettingsReader, root: Node, defaults: AnalysisSettings): AnalysisSettings {
  const keys = ['components', 'exclude', 'people', 'teams', 'runbooks', 'thresholds', 'accepted', 'policy'] as const;
  const fields = read.fields(root, { code: 'fileMapping', values: {} }, keys);
  const runbooks = fields?.get(
    'runbooks',
    node => read.fields(node, mapping('runbooks'), ['paths', 'types', 'rules', 'sections']),
    null,
  );
  const thresholds = fields?.get('thresholds', node => read.fields(node, mapping('thresholds'), thresholdKeys), null);
  const numberIn = (key: (typeof thresholdKeys)[number], least: number, most: number) =>
    thresholds?.get(key, node => read.number(node, key, least, most), null);
  return {
    components: fields?.get('components', node => components(read, node), null) ?? defaults.components,
    people: fields?.get('people', node => people(read, node), null) ?? defaults.people,
    teams: fields?.get('teams', node => teams(read, node), null) ?? defaults.teams,
    exclude: fields?.get('exclude', node => read.globs(node, 'exclude'), null) ?? defaults.exclude,
    runbookPaths: runbooks?.get('paths', node => read.globs(node, 'paths'), null) ?? defaults.runbookPaths,
    runbookTypes: runbooks?.get('types', node => typesOfRunbooks(read, node), null) ?? defaults.runbookTypes,
    runbookRules: runbooks?.get('rules', node => rulesOfRunbooks(read, node), null) ?? defaults.runbookRules,
    runbookSections: runbooks?.get('sections', node => sections(read, node), null) ?? defaults.runbookSections,
    accepted: fields?.get('accepted', node => accepted(read, node), null) ?? defaults.accepted,
    activeDays: numberIn('activeDays', 1, 3650) ?? defaults.activeDays,
    activityThreshold: numberIn('activityShare', 0.01, 1) ?? defaults.activityThreshold,
    linesThreshold: numberIn('linesShare', 0.01, 1) ?? defaults.linesThreshold,
    halfLifeDays: numberIn('halfLifeDays', 1, 36500) ?? defaults.halfLifeDays,
    policy: fields?.get('policy', node => policy(read, node, defaults.policy), null) ?? defaults.policy,
  };
}

function components(read: SettingsReader, node: Node | null): readonly DeclaredComponent[] {
  const declared = new Map<string, DeclaredComponent>();
  for (const item of read.items(node, 'components')) {
    const fields = read.fields(item, itemMapping('components'), ['name', 'paths', 'criticality']);
    if (fields === null) continue;
    const name = fields.get('name', value => read.text(value, 'name'), null);
    const paths = fields.get('paths', value => read.globs(value, 'paths'), []);
    const criticality = fields.get('criticality', value => read.oneOf(value, 'criticality', criticalities), null);
    if (name === null) read.problem(item, 'componentName');
    else if (declared.has(name)) read.problem(item, 'componentTwice', { name });
    else declared.set(name, { name, paths, criticality: criticality ?? 'normal', line: read.lineOf(item) });
  }
  return [...declared.values()];
}

function people(read: SettingsReader, node: Node | null): readonly DeclaredPerson[] {
  const declared: DeclaredPerson[] = [];
  for (const item of read.items(node, 'people')) {
    const fields = read.fields(item, itemMapping('people'), [
      'name',
      'emails',
      'left',
      'present',
      'bot',
      'away',
      'teams',
    ]);
    if (fields === null) continue;
    const flag = (key: 'left' | 'present' | 'bot'): boolean => fields.get(key, value => read.flag(value, key), false);
    const name = fields.get('name', value => read.text(value, 'name'), null);
    const emails = fields.get('emails', value => read.texts(value, 'emails'), []);
    const left = flag('left');
    const present = flag('present');
    if (left && present) read.problem(item, 'leftAndPresent');
    if (name === null && emails.length === 0) read.problem(item, 'personName');
    else {
      const away = fields.get('away', value => awayPeriods(read, value), []);
      const teamNames = fields.get('teams', value => read.texts(value, 'teams'), []);
      declared.push({ name, emails, left, present: present && !left, bot: flag('bot'), away, teams: teamNames });
    }
  }
  return declared;
}

/** One period, or a list of them. */
function awayPeriods(read: SettingsReader, node: Node | null): readonly AwayPeriod[] {
  return read.oneOrMore(node, 'away').flatMap(item => {
    const fields = read.fields(item, itemMapping('away'), ['from', 'until']);
    if (fields === null) return [];
    const from = fields.get('from', value => read.date(value, 'from'), null);
    const until = fields.get('until', value => read.date(value, 'until'), null);
    if (from === null && until === null) read.problem(item, 'awayDay');
    else if (from !== null && until !== null && until < from) read.problem(item, 'awayBackwards');
    else return [{ from, until }];
    return [];
  });
}

function teams(read: SettingsReader, node: Node | null): readonly DeclaredTeam[] {
  return read.items(node, 'teams').flatMap(item => {
    const fields = read.fields(item, itemMapping('teams'), ['name', 'people']);
    if (fields === null) return [];
    const name = fields.get('name', value => read.text(value, 'name'), null);
    const members = fields.get('people', value => read.texts(value, 'people'), []);
    if (name === null) read.problem(item, 'teamName');
    return name === null ? [] : [{ name, people: members }];
  });
}

function typesOfRunbooks(read: SettingsReader, node: Node | null): AnalysisSettings['runbookTypes'] {
  return read.items(node, 'types').flatMap(item => {
    const fields = read.fields(item, itemMapping('types'), ['paths', 'type']);
    if (fields === null) return [];
    const globs = fields.get('paths', value => read.globs(value, 'paths'), []);
    const type = fields.get('type', value => read.oneOf(value, 'type', runbookTypes), null);
    if (type !== null && globs.length > 0) return globs.map(glob => ({ glob, type }));
    read.problem(item, 'runbookType');
    return [];
  });
}

function rulesOfRunbooks(read: SettingsReader, node: Node | null): AnalysisSettings['runbookRules'] {
  const rules = new Map<string, Severity | 'off'>();
  for (const { key, value } of read.entries(node, 'rules')) {
    const severity = read.oneOf(value, key, severities);
    if (!/^RB\d{3}$/.test(key)) read.problem(value, 'noRule', { key });
    else if (severity !== null) rules.set(key, severity);
  }
  return rules;
}

function sections(read: SettingsReader, node: Node | null): AnalysisSettings['runbookSections'] {
  const further = new Map<SectionId, readonly string[]>();
  for (const { key, value } of read.entries(node, 'sections')) {
    const headings = read.texts(value, key);
    if (isSectionId(key)) further.set(key, headings);
    else read.problem(value, 'noSection', { key });
  }
  return further;
}

function accepted(read: SettingsReader, node: Node | null): ReadonlyMap<string, AcceptedRisk> {
  const risks = new Map<string, AcceptedRisk>();
  for (const item of read.items(node, 'accepted')) {
    const fields = read.fields(item, itemMapping('accepted'), ['path', 'component', 'until', 'why']);
    if (fields === null) continue;
    const component = fields.get('component', value => read.text(value, 'component'), null);
    const path = fields.get('path', value => read.text(value, 'path'), null)?.replace(/^(?:\.?\/)+/, '') ?? null;
    const until = fields.get('until', value => read.date(value, 'until'), null);
    const why = fields.get('why', value => read.text(value, 'why'), null) ?? '';
    if (component === null && path === null) read.problem(item, 'acceptedWhat');
    else if (until === null) read.problem(item, 'acceptedUntil');
    else for (const subject of [component, path]) if (subject !== null) risks.set(subject, { until, why });
  }
  return risks;
}

/** A value that is neither true nor false was meant to forbid. */
function policy(read: SettingsReader, node: Node | null, defaults: Policy): Policy {
  const fields = read.fields(node, mapping('policy'), ['whatIf', 'people']);
  const flag = (key: keyof Policy): boolean => fields?.get(key, value => read.flag(value, key), null) ?? defaults[key];
  return { whatIf: flag('whatIf'), people: flag('people') };
}

function inOrder(problems: readonly FileProblem[]): readonly FileProblem[] {
  return problems.toSorted((left, right) => left.line - right.line);
}
