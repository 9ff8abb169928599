import type { PathMatcher } from '../../components/glob';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { foldersOf, isIn, namesFolder, type Subject, speaksOf } from '../subject';
import { isDeployName } from './deployCommands';
import { workflowJobFacts } from './workflowJob';
import { type YamlEntry, type YamlText, type YamlValue, yamlDocument } from './yamlTree';

interface Trigger {
  readonly name: string;
  readonly entry: YamlEntry | null;
}

function triggersOf(on: YamlValue): readonly Trigger[] {
  if (on.isMap) return on.entries.map(entry => ({ name: entry.key, entry }));
  return on.texts.map(({ text }) => ({ name: text, entry: null }));
}

const spokenTrigger: Readonly<Record<string, string>> = {
  workflow_dispatch: 'by hand',
  workflow_call: 'called by other workflows',
  schedule: 'on a schedule',
  pull_request_target: 'pull request',
};

function filters(triggers: readonly Trigger[]): readonly { readonly text: string; readonly line: number }[] {
  return triggers.flatMap(trigger => trigger.entry?.value.get('paths').texts ?? []);
}

/** Whether a filter of paths lets changes of the component through and is about little else. */
function filtersFor(subject: Subject, triggers: readonly Trigger[]): boolean {
  return filters(triggers).some(filter => {
    if (filter.text.startsWith('!')) return false;
    const base = filter.text.replace(/^\.\//, '').split(/\/?[*?[{]/, 1)[0] ?? '';
    return foldersOf(subject.paths).some(folder => folder !== '' && base !== '' && isIn(folder, base));
  });
}

/** What is known besides the workflow. */
export interface WorkflowSurroundings {
  /** It is the only workflow of the repository. */
  readonly only: boolean;
  /** Folders where Terraform sets the component up. */
  readonly applied: readonly string[];
  /** The component is built here. */
  readonly isBuilt: boolean;
  /** An image of it is. */
  readonly hasImage: boolean;
  readonly paths: ReadonlySet<string>;
  readonly isMember: PathMatcher;
}

/**
 * What a GitHub workflow says about the component. A workflow counts when its path filters or its steps name the component's
 * folder, or its text speaks of its name; of others the jobs that are given a folder where Terraform sets the component up.
 * What brings the whole repository brings a component that is built here, and what brings images one that has an image.
 */
export function workflowFacts(
  path: string,
  text: string,
  subject: Subject,
  { only, applied, isBuilt, hasImage, paths, isMember }: WorkflowSurroundings,
): readonly Fact[] {
  const workflow = yamlDocument(text);
  const jobs = workflow.get('jobs').entries.slice(0, 50);
  if (jobs.length === 0) return [];
  const triggers = triggersOf(workflow.get('on'));
  const whole = foldersOf(subject.paths).includes('');
  const mentions =
    whole ||
    only ||
    filtersFor(subject, triggers) ||
    textsOf(workflow, triggers).some(({ text: said }) => mentionsSubject(subject, said));
  const isGiven = (job: YamlEntry, within: readonly string[]): boolean =>
    [
      ...job.value.get('with').allTexts,
      ...job.value.get('steps').items.flatMap(step => step.get('working-directory').texts),
    ].some(({ text: said }) => namesFolder({ ...subject, paths: within }, said));
  const name = workflow.entry('name');
  const title = name?.value.text ?? path.split('/').at(-1) ?? path;
  const everything =
    !mentions &&
    (takesBack.test(title) || hasImage || (isBuilt && !/docker|images?\b|container/i.test(title))) &&
    isOfEverything(title, triggers);
  const globs = applied.map(folder => `${folder}/**`);
  const telling = mentions || everything ? jobs : jobs.filter(job => isGiven(job, globs));
  if (telling.length === 0) return [];
  const first = workflow.entry('on')?.line ?? jobs[0]?.line ?? 1;
  const how = triggers.map(trigger => spokenTrigger[trigger.name] ?? trigger.name.replaceAll('_', ' ')).join(', ');
  const ofAll = everything ? { wide: true } : {};
  // When it runs is what is told of it.
  const facts: Fact[] = [{ kind: 'workflow', name: shown(title), value: shown(how), path, line: first, ...ofAll }];
  for (const schedule of triggers.find(trigger => trigger.name === 'schedule')?.entry?.value.items ?? []) {
    const cron = schedule.entry('cron');
    if (cron?.value.text)
      facts.push({
        kind: 'schedule',
        name: shown(title),
        value: shown(cron.value.text),
        path,
        line: cron.line,
        ...ofAll,
      });
  }
  for (const input of triggers.find(trigger => trigger.name === 'workflow_dispatch')?.entry?.value.get('inputs')
    .entries ?? []) {
    const said = input.value.get('description').text ?? '';
    facts.push({ kind: 'input', name: input.key, value: shown(said), path, line: input.line });
  }
  const deploying = isDeployName(title) || isDeployName(path);
  for (const job of telling) {
    const own = isGiven(job, [...subject.paths, ...globs]);
    const forced = deploying && jobs.length === 1 && !everything;
    const folders = [...foldersOf(subject.paths), ...applied];
    facts.push(...workflowJobFacts(path, text, job, subject, { title, forced, own, folders, paths, isMember }));
  }
  return facts;
}

// A change is taken back whatever it is of.
const takesBack = /\b(?:revert|roll-?back)/i;

const ofEverything = new Set(
  `a all and app application automatic automated build builds cd ci container containers continuous create delivery deploy deployment
  back docker draft fast for from image images main new of on prod production publish push release releases revert roll
  rollback run ship stage staging tag test tests the to version with workflow yaml yml`.split(/\s+/),
);

/** Whether a workflow brings the whole repository: it is named in words that name no part of it, and no filter of paths narrows it. */
function isOfEverything(title: string, triggers: readonly Trigger[]): boolean {
  const words = title.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    words.length > 0 &&
    words.every(word => ofEverything.has(word)) &&
    words.some(word => /^(?:deploy|release|publish|ship|push|delivery|revert|rollback)/.test(word)) &&
    filters(triggers).length === 0
  );
}

/** What a workflow says, without what it is not run for: `paths-ignore`, branches. Paths it is run for are looked at by themselves. */
const textsOf = (workflow: YamlValue, triggers: readonly Trigger[]): readonly YamlText[] => [
  ...triggers.flatMap(({ entry }) => entry?.value.get('inputs').allTexts ?? []),
  ...workflow.entries.filter(({ key }) => key !== 'on').flatMap(({ value }) => value.allTexts),
];

function mentionsSubject(subject: Subject, text: string): boolean {
  // `actions/checkout@v4` is an action, whatever the component is called.
  if (/^[\w.-]+\/[\w./-]+@/.test(text)) return false;
  // Nor is an address of mail what it is at.
  if (/^[^\s@/]+@[^\s@/]+$/.test(text)) return false;
  // Sentences mention much; what is run, built or matched is short or a path.
  return text.length < 80 && !text.includes(' ') ? speaksOf(subject, text) : namesFolder(subject, text);
}
