import type { Fact } from '../fact';
import { shown } from '../redact';
import { isDestructive } from '../shell';
import { foldersOf, isIn, namesFolder, type Subject, speaksOf } from '../subject';
import { deploys, isDeployName, isNotice } from './deployCommands';
import { type YamlEntry, type YamlValue, yamlDocument } from './yamlTree';

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

/**
 * What a GitHub workflow says about the component. `only`: it is the only workflow of the repository.
 * A workflow counts when its path filters or its steps name the component's folder, or its text speaks of its name; of others
 * the jobs that are given one of the folders `applied`, where Terraform sets the component up. What brings the whole repository brings a component that is built
 * here (`isBuilt`).
 */
export function workflowFacts(
  path: string,
  text: string,
  subject: Subject,
  only: boolean,
  applied: readonly string[] = [],
  isBuilt = false,
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
    workflow.allTexts.some(({ text: said }) => mentionsSubject(subject, said));
  const isGiven = (job: YamlEntry, paths: readonly string[]): boolean =>
    job.value.get('with').allTexts.some(({ text: said }) => namesFolder({ ...subject, paths }, said));
  const everything = !mentions && isBuilt && isOfEverything(workflow.get('name').text ?? '', triggers);
  const globs = applied.map(folder => `${folder}/**`);
  const telling = mentions || everything ? jobs : jobs.filter(job => isGiven(job, globs));
  if (telling.length === 0) return [];
  const name = workflow.entry('name');
  const title = name?.value.text ?? path.split('/').at(-1) ?? path;
  const first = workflow.entry('on')?.line ?? jobs[0]?.line ?? 1;
  const how = triggers.map(trigger => spokenTrigger[trigger.name] ?? trigger.name.replaceAll('_', ' ')).join(', ');
  const facts: Fact[] = [{ kind: 'workflow', name: shown(title), value: shown(how), path, line: name?.line ?? first }];
  for (const schedule of triggers.find(trigger => trigger.name === 'schedule')?.entry?.value.items ?? []) {
    const cron = schedule.entry('cron');
    if (cron?.value.text)
      facts.push({ kind: 'schedule', name: shown(title), value: shown(cron.value.text), path, line: cron.line });
  }
  for (const input of triggers.find(trigger => trigger.name === 'workflow_dispatch')?.entry?.value.get('inputs')
    .entries ?? []) {
    const said = input.value.get('description').text ?? '';
    facts.push({ kind: 'input', name: input.key, value: shown(said), path, line: input.line });
  }
  const deploying = isDeployName(title) || isDeployName(path);
  for (const job of telling) {
    const own = isGiven(job, [...subject.paths, ...globs]);
    facts.push(
      ...jobFacts(path, text, job, title, { forced: deploying && jobs.length === 1 && !everything, own }, subject),
    );
  }
  return facts;
}

const ofEverything = new Set(
  `a all and app application automatic automated build builds cd ci container containers continuous create delivery deploy deployment
  docker draft for from image images main main new of on prod production publish push release releases run ship stage staging tag test tests
  the to version with workflow`.split(/\s+/),
);

/** Whether a workflow brings the whole repository: it is named in words that name no part of it, and no filter of paths narrows it. */
function isOfEverything(title: string, triggers: readonly Trigger[]): boolean {
  const words = title.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    words.length > 0 &&
    words.every(word => ofEverything.has(word)) &&
    words.some(word => /^(?:deploy|release|publish|ship|push|delivery)/.test(word)) &&
    filters(triggers).length === 0
  );
}

function mentionsSubject(subject: Subject, text: string): boolean {
  // `actions/checkout@v4` is an action, whatever the component is called.
  if (/^[\w.-]+\/[\w./-]+@/.test(text)) return false;
  // Sentences mention much; what is run, built or matched is short or a path.
  return text.length < 80 && !text.includes(' ') ? speaksOf(subject, text) : namesFolder(subject, text);
}

// What a line of a step runs, not what it looks at: `shellcheck ops/a.sh`.
const ran =
  /^(?:\w+=)?["'`$(]*(?:(?:sudo|bash|sh|source|\.|exec|time)\s+)*(?:\.{1,2}\/)*([\w-][\w./-]*\.(?:sh|bash|py|rb))\b/;

function jobFacts(
  path: string,
  text: string,
  job: YamlEntry,
  title: string,
  { forced, own }: { readonly forced: boolean; readonly own: boolean },
  subject: Subject,
): readonly Fact[] {
  const facts: Fact[] = [];
  const jobName = job.value.get('name').text ?? job.key;
  const environment = job.value.entry('environment');
  const where = environment?.value.text ?? environment?.value.get('name').text ?? null;
  if (environment !== null && where !== null && !where.includes('${{') && !isNotice(job.key)) {
    facts.push({
      kind: 'deploy',
      name: where,
      value: shown(`environment ${where}, job ${job.key} of ${title}`),
      path,
      line: environment.value.entry('name')?.line ?? environment.line,
    });
  }
  const steps: Fact[] = [];
  const sourceLines = text.split('\n');
  // What a test brings up is gone after it.
  const isTest = /(?:^|[-_ ])(?:tests?|e2e|smoke)(?:$|[-_ ])/i.test(`${job.key} ${jobName}`);
  for (const step of job.value.get('steps').items.slice(0, 100)) {
    const run = step.entry('run');
    if (run === null) continue;
    const stepIsOwn = namesFolder(subject, run.value.text ?? '');
    for (const line of linesOf(run, sourceLines)) {
      const isContinued = /\\\s*$/.test(sourceLines[line.line - 2] ?? '');
      const script = stepIsOwn && !isContinued ? ran.exec(line.text)?.[1] : undefined;
      if (script !== undefined && namesFolder(subject, script))
        steps.push({ kind: 'step', name: script, value: shown(`Job ${job.key} of ${title}`), path, line: line.line });
      // A document within a script is no command to repeat.
      if (isTest || !deploys.test(line.text) || line.text.includes('<<')) continue;
      facts.push({
        kind: 'deploy',
        name: job.key,
        value: shown(line.text.replace(/\\$/, '')),
        path,
        line: line.line,
        ...(isDestructive(line.text) ? { destructive: true } : {}),
        ...(speaksOf(subject, line.text) || stepIsOwn ? {} : { wide: true }),
      });
    }
  }
  const uses = job.value.entry('uses');
  const brings = isDeployName(jobName) || isDeployName(job.key) || isDeployUse(uses?.value.text ?? '', job.key);
  if (facts.length === 0 && (forced || brings) && !isNotice(job.key) && !isNotice(jobName) && !isTest) {
    const value = uses?.value.text
      ? `job ${job.key} of ${title}, uses ${uses.value.text.replace(/@[0-9a-f]{40}$/, '')}`
      : `job ${job.key} of ${title}`;
    facts.push({
      kind: 'deploy',
      name: job.key,
      value: shown(value),
      path,
      line: job.line,
      ...(own ? {} : { wide: true }),
    });
  }
  // Where each part is pushed by its own line, those of others are not its.
  const said = facts.filter(fact => fact.wide !== true).map(fact => firstWords(fact.value));
  const brought = facts.filter(fact => fact.wide !== true || !said.includes(firstWords(fact.value))).slice(0, 8);
  return [...brought, ...steps.slice(0, 20)];
}

const firstWords = (line: string): string => line.split(' ', 2).join(' ');

/** Whether a workflow that is used brings a change somewhere, and the job does not only look at what it would do. */
const isDeployUse = (used: string, job: string): boolean =>
  /deploy|release|terraform/i.test(used) && !/lint|plan|test|check|scan|validat/i.test(job);

function linesOf(
  run: YamlEntry,
  source: readonly string[],
): readonly { readonly text: string; readonly line: number }[] {
  const whole = run.value.text ?? '';
  if (!run.value.isBlock) return [{ text: whole.split('\n', 1)[0] ?? '', line: run.value.line }];
  const first = run.value.line;
  const found: { text: string; line: number }[] = [];
  let at = first;
  for (const text of whole.split('\n').slice(0, 500)) {
    const said = text.trim();
    if (said === '' || said.startsWith('#')) continue;
    // The value has lost its indentation, and folding may have joined lines: the source says where it stands.
    for (let next = at; next < source.length && next < first + 1000; next++) {
      if ((source[next] ?? '').trim() !== said) continue;
      found.push({ text: said, line: next + 1 });
      at = next + 1;
      break;
    }
  }
  return found;
}
