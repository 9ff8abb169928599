import { folderOf, nameOf } from '../../components/repositoryPath';
import { answeredSection } from '../answeredSection';
import type { Fact } from '../fact';
import { shown } from '../redact';
import { isNamed, isTelling, partsOf, plainName, type Subject, speaksOf } from '../subject';
import { pageOutline } from './pageOutline';
import { readmeFacts } from './readme';

const mostParts = 8;
// A longer title has the name of the product in it, which a component may share.
const longestTitle = 5;
// What was told on a day is no page to go by.
const told = /(?:^|\/)(?:[\w-]*(?:archive|newsletter|blog|news|posts|minutes|meetings|releases?|changelogs?))\//i;

// What says by itself, without a word on what it is about, that it is how the whole repository is run.
const guiding =
  /\b(?:restor\w*|back-?ups?|recover\w*|roll(?:ing)?[ -]?backs?|fail-?overs?|disaster|continuity|(?:re-?)?deploy\w*|releas(?:es?|ing)|maintenance|logging(?! in(?:to)?(?:$| to\b))|monitoring|troubleshooting|cron\w*|scheduled|configuration|configuring)\b/gi;
// What a release brought, a version or a plan is no instruction.
const notGuiding =
  /\b(?:notes?|changelog|changes|what'?s new|history|roadmap|plan|proposal|template|v?\d+\.\d[\w.]*)\b/i;

// Words beside those that say nothing on what in particular it is about.
const plainWords = new Set(
  `a an and at by for from how in of on or our the this to with your
  application applications app business cluster data database databases db environment environments infrastructure instance
  instances job jobs operations prod production server servers service services site stack staging system systems task tasks
  checklist documentation docs guide guides guidelines handbook instructions manual overview playbook playbooks policy
  procedure procedures process processes runbook runbooks steps strategy
  alerting alerts dashboards logs metrics observability migration migrations restart restarts rollout rollouts snapshot
  snapshots upgrade upgrades upgrading aws azure compose docker gcp helm k8s kubernetes`.split(/\s+/),
);

const guides = (title: string): boolean =>
  title.search(guiding) >= 0 && !notGuiding.test(title) && answeredSection(title) !== null;

/** Whether a title answers for all of the repository: any other word in it may be what it is about. */
const guidesAll = (title: string): boolean =>
  guides(title) &&
  (
    title
      .toLowerCase()
      .replace(guiding, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).every(word => plainWords.has(word));

/**
 * Pages of prose that answer for the component, beside runbooks: a page about it, with the parts of it that answer a
 * section; of any other its title, where that says that it answers for the whole repository. `own`: it is the component's,
 * whatever it says; `paths`: those of the repository.
 */
export function guideFacts(
  path: string,
  text: string,
  subject: Subject,
  own: boolean,
  paths: ReadonlySet<string>,
): readonly Fact[] {
  const { title, headings } = pageOutline(path, text);
  if (title === null || /^(?:index|license|table of contents)$/i.test(title.text)) return [];
  const page = (name: string, line: number, more: Partial<Fact> = {}): Fact => ({
    kind: 'page',
    name: shown(name),
    value: shown(name),
    path,
    line,
    ...more,
  });
  if (!own && !isAbout(path, text, title.text, subject, paths))
    return guidesAll(title.text) ? [page(title.text, title.line, { wide: true })] : [];
  const parts = headings.filter(
    heading => heading.depth <= 3 && heading.text !== title.text && answeredSection(heading.text) !== null,
  );
  return [
    page(title.text, title.line),
    ...parts.slice(0, mostParts).map(heading => page(`${title.text}: ${heading.text}`, heading.line)),
  ];
}

/** What a page says at its top that has a name of the component for its title; where its code is says nothing of it. */
export function introducedFacts(path: string, text: string, subject: Subject): readonly Fact[] {
  const title = pageOutline(path, text).title?.text ?? '';
  if (!isTelling(plainName(title)) || !isNamed(subject, title)) return [];
  return readmeFacts(path, text).filter(
    ({ value }) => !/\b(?:code|sources?|rules) (?:\S+ )*?(?:is|are|lives?) in\b/i.test(value),
  );
}

/** Whether a page is about the component by its title, its name, or as the README beside a manifest of it. */
function isAbout(path: string, text: string, title: string, subject: Subject, paths: ReadonlySet<string>): boolean {
  const name = nameOf(path).replace(/\.\w+$/, '');
  const isCalled = (said: string): boolean => isTelling(plainName(said)) && isNamed(subject, said);
  const isShort = title.split(' ').length <= longestTitle && !told.test(path) && !notGuiding.test(title);
  if (
    isCalled(title) ||
    isCalled(name) ||
    partsOf(subject).has(plainName(name)) ||
    (isShort && speaksOf(subject, title))
  )
    return true;
  return (
    /^readme$/i.test(name) && speaksOf(subject, text.slice(0, 4000)) && hasManifest(folderOf(path), subject, paths)
  );
}

function hasManifest(folder: string, subject: Subject, paths: ReadonlySet<string>): boolean {
  if (folder === '') return false;
  for (const path of paths) {
    const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    if (!name.includes('/') && /\.ya?ml$/.test(name) && isNamed(subject, name.replace(/\.ya?ml$/, ''))) return true;
  }
  return false;
}

/** Parts of a README that answer something. `wide`: for all of the repository. */
export function readmeParts(path: string, text: string, wide: boolean): readonly Fact[] {
  return (
    pageOutline(path, text)
      .headings.filter(({ depth, text: said }) => depth > 1 && (wide ? guidesAll(said) : guides(said)))
      // Longer titles are about something in particular.
      .filter(({ text: said }) => said.split(' ').length <= 3)
      .slice(0, mostParts)
      .map(({ text: said, line }): Fact => {
        const name = shown(`README: ${said}`);
        return { kind: 'page', name, value: name, path, line, ...(wide ? { wide } : {}) };
      })
  );
}
