import picomatch from 'picomatch/posix';
import { isCatalogPath, parseCatalog } from '../components/catalog';
import { compileGlobs } from '../components/glob';
import { folderOf, resolvePath } from '../components/repositoryPath';
import type { AnalysisSettings } from '../settings';
import { isMarkdownPath } from './markdownPath';

const extension = '{md,markdown,mdx,md.erb}';

/** Whoever puts a page here calls it a runbook. */
const namedPlaces: readonly string[] = [
  `**/runbook*.${extension}`,
  `**/*[-_.]{runbook,runbooks}.${extension}`,
  `**/{runbook,runbooks,run-book,run-books,run_books}/**/*.${extension}`,
  `**/{sop,sops,on-call,oncall}/**/*.${extension}`,
  `**/{doc,docs,manual}/{runbooks,sre-guide,alerts}/**/*.${extension}`,
  `alerts/**/*.${extension}`,
  `content/runbooks/**/*.${extension}`,
  `service-catalog/**/*.${extension}`,
  `**/mixin/runbook.${extension}`,
];

/** Pages here are runbooks if what they say is operational. */
const likelyPlaces: readonly string[] = [
  `**/{operations,ops,on-call,oncall,playbook,system-manual}.${extension}`,
  `**/docs/{deployment,disaster-recovery,incident-response,rollback,failover}.${extension}`,
  `**/{playbooks,alerts}/**/*.${extension}`,
  `{doc,docs}/**/{ops,operations,troubleshooting,howto,how-to,support,incident_management,incident-response}/**/*.${extension}`,
  `**/source/{manual,guides,support}/**/*.html.md{,.erb}`,
  `**/source/*.html.md{,.erb}`,
];

const elsewhere: readonly string[] = [
  '**/{node_modules,vendor,vendored,third_party,third-party,.git}/**',
  '**/{_posts,blog,archive,archived,examples,fixtures,__fixtures__,testdata}/**',
  '**/{.claude,.agents,.junie,.cursor,.github,skills,agents,prompts}/**',
  '**/{changelog,contributing,license,code_of_conduct,security}*',
];

/** How sure a path alone is: `declared` by the settings, `named` a runbook, `likely` to be one if it is operational. */
export type RunbookPlace = 'declared' | 'named' | 'likely';

const matches = (globs: readonly string[]): ((path: string) => boolean) =>
  globs.length === 0 ? () => false : picomatch([...globs], { nocase: true, dot: true });

const isNamed = matches(namedPlaces);
const isLikely = matches(likelyPlaces);
const isElsewhere = matches(elsewhere);
const declaredMatchers = new WeakMap<object, (path: string) => boolean>();

function isDeclared(path: string, settings: AnalysisSettings): boolean {
  let matcher = declaredMatchers.get(settings.runbookPaths);
  if (matcher === undefined) {
    matcher = compileGlobs(settings.runbookPaths);
    declaredMatchers.set(settings.runbookPaths, matcher);
  }
  return matcher(path);
}

/** Globs of every place a runbook may be in, to be matched ignoring case, dot files included. A superset of {@link isRunbookPath}. */
export function runbookGlobs(settings: Pick<AnalysisSettings, 'runbookPaths'>): readonly string[] {
  return [...settings.runbookPaths, ...namedPlaces, ...likelyPlaces];
}

/** What the path says, or null when no runbook is looked for there. Declared places win over places that are left out. */
export function runbookPlace(path: string, settings: AnalysisSettings): RunbookPlace | null {
  if (isDeclared(path, settings)) return 'declared';
  if (isElsewhere(path)) return null;
  if (isNamed(path)) return 'named';
  return isLikely(path) ? 'likely' : null;
}

/** Whether a page at this path is worth reading; `classifyRunbook` then says whether it is a runbook. */
export function isRunbookPath(path: string, settings: AnalysisSettings): boolean {
  return runbookPlace(path, settings) !== null;
}

const saysRunbook =
  /(?:^|[^\p{L}\p{N}])(?:run[-_ ]?books?|playbooks?|on[-_ ]?call|operations|operating|standard operating)(?=$|[^\p{L}\p{N}])/iu;

/** `docs/` + `../ops/a.md` → `ops/a.md`; null when it leaves the repository or is no path. */
export function resolveRelative(from: string, target: string): string | null {
  const cleaned = target.split(/[?#]/, 1)[0] ?? '';
  if (cleaned === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(cleaned)) return null;
  let decoded = cleaned;
  try {
    decoded = decodeURIComponent(cleaned);
  } catch {
    // A stray percent sign: the name is taken as it stands.
  }
  const found = resolvePath(decoded.startsWith('/') ? '' : folderOf(from), decoded.replace(/^\/+/, ''));
  return found === '' ? null : found;
}

// https://host/owner/repository/blob/main/docs/a.md, and GitLab's /-/blob/. A branch name may hold slashes.
function pathOfWebLink(url: string, paths: ReadonlySet<string>): string | null {
  const after = /^https?:\/\/[^/\s]+\/[^\s?#]*?\/(?:-\/)?(?:blob|tree|raw|src)\/([^\s?#]+)/i.exec(url)?.[1];
  if (after === undefined) return null;
  const parts = after.split('/');
  for (let start = 1; start < Math.min(parts.length, 12); start++) {
    const found = resolveRelative('', parts.slice(start).join('/'));
    if (found !== null && paths.has(found)) return found;
  }
  return null;
}

interface NamedLink {
  readonly url: string;
  /** Text and target both count; an alert's annotation always does. */
  readonly text: string;
}

const annotation =
  /^[\t -]*["']?(?:runbook|playbook|sop)[-_]?(?:url|link)?["']?\s*[:=]+\s*(?:[|>][-+]?\s*)?["'`]?([^\s"'`,]+)/gim;

// Enough of a parser here: what it finds in code is no page of the repository.
const inlineLink = /\[([^\][\n]{1,300})\]\(\s*<?([^)\s<>]{1,500})/g;
const definition = /^ {0,3}\[([^\][\n]{1,300})\]:[ \t]+<?([^\s<>]{1,500})/gm;
const mostLinks = 5000;

function linksOf(path: string, text: string): readonly NamedLink[] {
  if (isCatalogPath(path)) {
    return parseCatalog(path, text).flatMap(component =>
      component.links.map(({ url, title }) => ({ url, text: title })),
    );
  }
  const found: NamedLink[] = [];
  if (!isMarkdownPath(path)) {
    for (const match of text.matchAll(annotation)) found.push({ url: match[1] ?? '', text: 'runbook' });
    return found.slice(0, mostLinks);
  }
  for (const match of [...text.matchAll(inlineLink), ...text.matchAll(definition)]) {
    found.push({ text: match[1] ?? '', url: match[2] ?? '' });
  }
  return found.slice(0, mostLinks);
}

/** Pages that any page among the texts links to, by path. `paths`: all paths of the repository. */
export function linkedPages(texts: ReadonlyMap<string, string>, paths: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [from, text] of texts) {
    for (const link of isMarkdownPath(from) ? linksOf(from, text) : []) {
      const target = resolveRelative(from, link.url) ?? '';
      const path = paths.has(target) ? target : pathOfWebLink(link.url, paths);
      if (path !== null && path !== from) found.add(path);
    }
  }
  return found;
}

/**
 * Markdown pages that others call a runbook: targets of links whose text or target says so, in Markdown pages and
 * Backstage catalogs, and targets of `runbook_url` in alert rules.
 * `texts` by path; `paths`: all paths of the repository. Only pages that exist are returned, sorted.
 */
export function linkedRunbooks(texts: ReadonlyMap<string, string>, paths: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const [from, text] of texts) {
    for (const link of linksOf(from, text)) {
      const target = resolveRelative(from, link.url) ?? '';
      const path = paths.has(target) ? target : pathOfWebLink(link.url, paths);
      if (path === null || !isMarkdownPath(path) || path === from || isElsewhere(path)) continue;
      if (saysRunbook.test(link.text) || saysRunbook.test(link.url.replace(/^https?:\/\/[^/]+/i, ''))) found.add(path);
    }
  }
  return [...found].sort();
}
