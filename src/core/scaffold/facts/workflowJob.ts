import type { PathMatcher } from '../../components/glob';
import { folderOf, resolvePath } from '../../components/repositoryPath';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { removalOf, removing, spokenLeftOut } from '../removal';
import { foldersOf, namesFolder, type Subject, speaksOf } from '../subject';
import { deploys, isDeployName, isNotice } from './deployCommands';
import { scriptCalled } from './scriptCall';
import type { YamlEntry } from './yamlTree';

/** What is known of a job besides itself. */
export interface JobSurroundings {
  /** Of its workflow. */
  readonly title: string;
  /** It is the one job of a workflow that is named for bringing something. */
  readonly forced: boolean;
  /** It is given a folder of the component. */
  readonly own: boolean;
  /** Folders of the component, and those where Terraform sets it up. */
  readonly folders: readonly string[];
  readonly paths: ReadonlySet<string>;
  readonly isMember: PathMatcher;
}

/**
 * What a job of a GitHub workflow says about the component: where it brings it, by which commands, which of its scripts it
 * runs, and the secrets it does that with, by name.
 */
export function workflowJobFacts(
  path: string,
  text: string,
  job: YamlEntry,
  subject: Subject,
  { title, forced, own, folders: ownFolders, paths, isMember }: JobSurroundings,
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
  // Where what was found is run, by its place among the facts.
  const places = new Map<number, string>();
  let bringsOthers = false;
  // Of what owns the root everything is a script of its own.
  const placed = !foldersOf(subject.paths).includes('');
  const sourceLines = text.split('\n');
  // What a test brings up is gone after it.
  const isTest = /(?:^|[-_ ])(?:tests?|e2e|smoke)(?:$|[-_ ])/i.test(`${job.key} ${jobName}`);
  for (const step of job.value.get('steps').items.slice(0, 100)) {
    const run = step.entry('run');
    if (run === null) continue;
    const stepIsOwn = namesFolder(subject, run.value.text ?? '');
    const at = step.get('working-directory').text ?? job.value.get('defaults', 'run', 'working-directory').text ?? '';
    const folder = resolvePath('', at);
    const folders = [folder, ''].filter(each => each !== null);
    const isPlaced = folder !== null && folder !== '';
    const isIts = isPlaced && ownFolders.includes(folder);
    // Beside a folder of its own lie those of others.
    const isOthers = isPlaced && !isIts && ownFolders.some(each => each !== '' && folderOf(each) === folderOf(folder));
    for (const line of linesOf(run, sourceLines)) {
      const isContinued = /\\\s*$/.test(sourceLines[line.line - 2] ?? '');
      const call = placed && !isContinued ? scriptCalled(line.text, folders, paths, isMember) : null;
      if (call !== null)
        steps.push({
          kind: 'step',
          name: call.script,
          value: shown(`Job ${job.key} of ${title}`),
          path,
          line: line.line,
          ...(call.isReadIn ? { readIn: true } : {}),
        });
      // A document within a script is no command to repeat.
      // A text that is only set is said, not run.
      const isSaid = /^\w+=(['"])(?:(?!\1).)*\1$/.test(line.text);
      if (isTest || isSaid || isNotice(job.key) || !deploys.test(spokenLeftOut(line.text)) || line.text.includes('<<'))
        continue;
      const text = isContinued ? `${begunAbove(sourceLines, line.line)} ${line.text}` : line.text;
      const isOwn = speaksOf(subject, text) || stepIsOwn || isIts;
      if (isOthers && !isOwn) {
        bringsOthers = true;
        continue;
      }
      if (at !== '') places.set(facts.length, at);
      facts.push({
        kind: 'deploy',
        name: job.key,
        value: shown(`${text.replace(/\\$/, '').trimEnd()}${at === '' ? '' : ` (in ${at})`}`),
        path,
        line: line.line,
        ...removing(removalOf(line.text)),
        ...(isOwn ? {} : { wide: true }),
      });
    }
  }
  const uses = job.value.entry('uses');
  const brings = isDeployName(jobName) || isDeployName(job.key) || isDeployUse(uses?.value.text ?? '', job.key);
  if (
    facts.length === 0 &&
    !bringsOthers &&
    (forced || brings) &&
    !isNotice(job.key) &&
    !isNotice(jobName) &&
    !isTest
  ) {
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
  const isByPart = new Set(places.values()).size > 1;
  const concerning = facts.filter((fact, index) => fact.wide !== true || !isByPart || !places.has(index));
  const said = facts.filter(fact => fact.wide !== true).map(fact => firstWords(fact.value));
  const brought = concerning.filter(fact => fact.wide !== true || !said.includes(firstWords(fact.value))).slice(0, 8);
  const isOwn = own || steps.length > 0 || brought.some(fact => fact.wide !== true && fact.line !== environment?.line);
  return [...brought, ...steps.slice(0, 20), ...(isOwn ? secretsOf(path, job, sourceLines) : [])];
}

/** Secrets that a job is given, by name, each once; the token that every job has is none. */
function secretsOf(path: string, job: YamlEntry, source: readonly string[]): readonly Fact[] {
  const names = new Map<string, Fact>();
  const indent = source[job.line - 1]?.search(/\S/) ?? 0;
  for (const [index, raw] of source.slice(job.line - 1).entries()) {
    if (index > 0 && /^\s*[^\s#]/.test(raw) && raw.search(/\S/) <= indent) break;
    for (const [, name = ''] of raw.slice(0, 1000).matchAll(/\$\{\{[^}]*?\bsecrets\.(\w+)/g))
      if (name !== 'GITHUB_TOKEN' && !names.has(name))
        names.set(name, {
          kind: 'secret',
          name: `secrets.${name}`,
          value: `secrets.${name}`,
          path,
          line: job.line + index,
        });
  }
  return [...names.values()].slice(0, 20);
}

const mostLinesAbove = 20;

/** The lines above one that go on in it, as one. */
function begunAbove(lines: readonly string[], line: number): string {
  let first = line - 1;
  while (first > Math.max(0, line - 1 - mostLinesAbove) && /\\\s*$/.test(lines[first - 1] ?? '')) first--;
  return lines
    .slice(first, line - 1)
    .map(each => each.replace(/\\\s*$/, '').trim())
    .join(' ');
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
