import { folderOf, nameOf } from '../../components/repositoryPath';
import { editDistance } from '../../editDistance';
import { hasAnchor } from '../anchors';
import { isMarkdownPath } from '../markdownPath';
import type { AlertPages, CheckedAlert } from './checkedAlert';
import { forgeLink } from './forgeLink';
import { siteName, type Target, type TargetFiles } from './target';

/** Where a runbook of an alert really is. */
export interface Suggestion {
  readonly path: string;
  readonly fragment: string | null;
  /** What to write, in the style of what stands there. */
  readonly text: string;
}

/** Finds the runbook of an alert elsewhere in the repository; null when there is none, or several could be meant. */
export type Suggest = (checked: CheckedAlert) => Suggestion | null;

const heading = /^ {0,3}#{1,6}[ \t]+(.{1,300})$|<a\s+(?:name|id)=["']([^"'\n]{1,300})["']/gm;
const usualName = /^(?:readme|index|_index|runbook|runbooks|alerts?|operations|ops|troubleshooting|playbook)$/;
const mostCandidates = 40;

/** Letters and digits alone: `alert-name-DiskFull` and `Disk full` differ by what is said around the name only. */
export const solid = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Prepares {@link Suggest}. Pages are known by name; headings that are the name of an alert are looked for in the texts
 * once. `checked`: all alerts, since one whose runbook is found shows how others may be written.
 */
export function suggester(
  checked: readonly CheckedAlert[],
  texts: ReadonlyMap<string, string>,
  files: TargetFiles,
  pages: AlertPages,
): Suggest {
  const byName = new Map<string, string[]>();
  for (const path of files.paths) {
    if (!isMarkdownPath(path)) continue;
    const name = nameOf(siteName(path));
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const bySolidName = new Map([...byName].map(([name, paths]) => [solid(name), paths]));
  const headings = headingsOf(checked, texts);
  const model = checked.find(({ target, alert }) => isWrittenHere(target) && alert.runbook !== null);

  return each => {
    const { alert, target } = each;
    const found =
      (target?.kind === 'missing' ? moved(target, byName, pages) : null) ??
      (target?.kind === 'file' && target.fragment !== null
        ? nearest(target.path, target.fragment, solid(alert.name), pages)
        : null) ??
      named(bySolidName.get(solid(alert.name)) ?? []) ??
      headed(headings.get(solid(alert.name)) ?? [], pages, solid(alert.name));
    if (found === null || (target?.kind === 'file' && found.path === target.path && found.fragment === target.fragment))
      return null;
    const like = target?.kind === 'missing' || target?.kind === 'file' ? each : model;
    return { ...found, text: inStyleOf(like, found) };
  };
}

interface Found {
  readonly path: string;
  readonly fragment: string | null;
}

const isWrittenHere = (target: Target | null): boolean => target?.kind === 'file' && target.sure === 'exact';

/** Pages with a heading or an anchor that is the name of an alert, by that name. */
function headingsOf(
  checked: readonly CheckedAlert[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Set(checked.map(({ alert }) => solid(alert.name)).filter(name => name.length >= 6));
  const found = new Map<string, Set<string>>();
  if (wanted.size === 0) return found;
  for (const [path, text] of texts) {
    if (!isMarkdownPath(path)) continue;
    for (const match of text.matchAll(heading)) {
      const name = alertIn(match[1] ?? match[2] ?? '');
      if (wanted.has(name)) found.set(name, (found.get(name) ?? new Set()).add(path));
    }
  }
  return found;
}

/** `Alert name: "DiskFull"` and `DiskFull alert` are about the alert DiskFull. */
const alertIn = (title: string): string =>
  solid(title).replace(/^(?:alert(?:name)?|runbook(?:for)?)+|(?:alert|runbook)$/g, '');

/** The page of that name elsewhere: the one with the anchor, or the only one. */
function moved(
  { path, fragment }: { readonly path: string; readonly fragment: string | null },
  byName: ReadonlyMap<string, readonly string[]>,
  pages: AlertPages,
): Found | null {
  const own = siteName(path);
  const parent = nameOf(folderOf(own));
  const named = (byName.get(nameOf(own)) ?? []).slice(0, mostCandidates);
  const ofFolder = named.filter(each => folderOf(each.toLowerCase()).split('/').includes(parent));
  if (fragment !== null) {
    const withAnchor = (of: readonly string[]): readonly string[] =>
      of.filter(each => hasAnchor(pages(each)?.anchors ?? new Set(), fragment));
    const first = single(withAnchor(ofFolder)) ?? single(withAnchor(named));
    return first === null ? null : { path: first, fragment };
  }
  const only = single(ofFolder) ?? (usualName.test(nameOf(own)) ? null : single(named));
  return only === null ? null : { path: only, fragment: null };
}

const single = (paths: readonly string[]): string | null => (paths.length === 1 ? (paths[0] ?? null) : null);

function named(paths: readonly string[]): Found | null {
  const only = single(paths);
  return only === null ? null : { path: only, fragment: null };
}

function headed(candidates: Iterable<string>, pages: AlertPages, name: string): Found | null {
  const found = [...candidates].slice(0, mostCandidates).flatMap(path => {
    const fragment = [...(pages(path)?.anchors ?? [])].find(anchor => alertIn(anchor) === name);
    return fragment === undefined ? [] : [{ path, fragment }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The anchor of the page that was meant: of the same letters, of the alert, or the only one that differs in a few letters. */
function nearest(path: string, fragment: string, alert: string, pages: AlertPages): Found | null {
  const anchors = [...(pages(path)?.anchors ?? [])].slice(0, 2000);
  const meant = solid(fragment);
  const same = anchors.find(anchor => solid(anchor) === meant) ?? anchors.find(anchor => alertIn(anchor) === alert);
  if (same !== undefined) return { path, fragment: same };
  const close = anchors.filter(anchor => isClose(solid(anchor), meant));
  return close.length === 1 ? { path, fragment: close[0] ?? null } : null;
}

/** At most one letter in eight differs, counted as insertions, deletions and replacements. */
function isClose(a: string, b: string): boolean {
  const most = Math.floor(Math.max(a.length, b.length) / 8);
  if (most === 0 || Math.abs(a.length - b.length) > most || a.length > 200) return false;
  return editDistance(a, b) <= most;
}

/** A place written as `like` is: a URL of the same forge, branch and project, a page of the same site, or a path. */
function inStyleOf(like: CheckedAlert | undefined, { path, fragment }: Found): string {
  const hash = fragment === null ? '' : `#${fragment}`;
  const target = like?.target;
  const written =
    like && like.alert.runbook !== null && like.alert.runbook !== 'unknown' ? like.alert.runbook.text : '';
  const link = forgeLink(written);
  if (target?.kind !== 'file' && target?.kind !== 'missing') return `${path}${hash}`;
  if (link !== null) {
    const branch = link.parts.slice(0, Math.max(1, link.parts.length - target.path.split('/').length)).join('/');
    return `${link.before}${encodeURI(`${branch}/${path}`)}${hash}`;
  }
  const address = written.split(/[?#]/, 1)[0]?.replace(/\/+$/, '') ?? '';
  if (/^https?:/i.test(address)) return ofSite(address, target.path, path, hash);
  if (!/^\.\.?\//.test(written)) return `${written.startsWith('/') ? '/' : ''}${path}${hash}`;
  const from = folderOf(like?.alert.path ?? '')
    .split('/')
    .filter(part => part !== '');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  return `${[...(up.length === 0 ? ['.'] : up), ...to.slice(shared)].join('/')}${hash}`;
}

/** The page's address where the site stays and the page's own part changes. */
function ofSite(address: string, before: string, path: string, hash: string): string {
  const old = siteName(before).split('/');
  const parts = address.split('/');
  let tail = 0;
  while (tail < old.length && old.at(-1 - tail) === parts.at(-1 - tail)?.toLowerCase()) tail++;
  // What the site leaves out of the path: `content`.
  const base = old.slice(0, old.length - tail).join('/');
  const name = siteName(path);
  const rest = base !== '' && name.startsWith(`${base}/`) ? name.slice(base.length + 1) : name;
  return `${parts.slice(0, parts.length - tail).join('/')}/${rest}${hash}`;
}
