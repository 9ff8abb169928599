import { folderOf, foldersAround, foldersOf, inFolder, resolvePath } from '../../components/repositoryPath';
import { placeholderWords } from '../placeholder';
import { templatePart } from './annotations';
import { decoded, type ForgeLink, forgeLink } from './forgeLink';
import type { OwnPlaces } from './ownPlaces';

/** Where the runbook of an alert is said to be. Paths are relative to the root of this repository. */
export type Target =
  /** `TODO`, `TBD`, nothing at all. */
  | { readonly kind: 'placeholder' }
  /** A URL that is none: `url` is what it should be. */
  | { readonly kind: 'malformed'; readonly url: string }
  /** Another place, which is not looked at. */
  | { readonly kind: 'external' }
  /** A template, prose, a name: nothing can be said. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing'; readonly path: string; readonly fragment: string | null }
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string | null; readonly sure: Sureness }
  | { readonly kind: 'folder'; readonly path: string }
  /** What one of the other repositories that were given says; paths are relative to its root. */
  | { readonly kind: 'other'; readonly repository: string; readonly target: OtherTarget };

/** What a URL leads to in another repository. */
export type OtherTarget = Extract<Target, { readonly kind: 'missing' | 'file' | 'folder' }>;

/** `exact`: the file itself is named; `site`: as a site of this repository calls it; `alike`: as some site calls a page. */
export type Sureness = 'exact' | 'site' | 'alike';

/** The repository as targets are looked up in it. */
export interface TargetFiles {
  readonly paths: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Pages by how a site calls them: lower case, no extension, no `index`. */
  readonly pages: ReadonlyMap<string, string>;
  /** Folders that hold a page at any depth, as a site calls them. */
  readonly pageFolders: ReadonlySet<string>;
  readonly own: OwnPlaces;
}

const page = /\.(?:md|markdown|mdx|html?|adoc|asciidoc|rst|txt|md\.erb)$/i;

/** Prepares the lookup; linear in the paths. */
export function targetFiles(paths: ReadonlySet<string>, own: OwnPlaces): TargetFiles {
  const pages = new Map([...paths].filter(path => page.test(path)).map(path => [siteName(path), path]));
  return { paths, folders: foldersOf(paths), pages, pageFolders: foldersOf(pages.keys()), own };
}

/** What a site calls a page: lower case, without extension and `index`. */
export const siteName = (path: string): string =>
  path
    .toLowerCase()
    .replace(/(?:\.html)?\.(?:md|markdown|mdx|html?|adoc|asciidoc|rst|txt)(?:\.erb)?$/, '')
    .replace(/(?:^|\/)(?:index|_index|readme)$/, '');

// A page may say `none`; an alert that does has no runbook.
const noRunbook =
  'n\\/?a|none|null|nil|undefined|unknown|missing|empty|change ?me|pending|later|not (?:yet )?available|no runbook(?: yet)?';
const placeholder = new RegExp(
  `^(?:[-–—_.?!*<>[\\]()/\\s]*|[<[(]?\\s*(?:${placeholderWords}|${noRunbook})\\s*[\\])>]?[.!:…]*|<[^<>]{1,80}>)$`,
  'i',
);
const placeholderStart = /^(?:to ?do|tbd|tba|fix ?me)\b[\s:,(-]/i;
const placeholderUrl =
  /^https?:\/\/(?:(?:to-?do|tbd|fix-?me|change-?me|placeholder)(?:[/.#?]|$)|[^#]*#(?:to-?do|tbd|fixme)$|[^?#]*\/(?:to-?do|tbd|fixme)\/?$)/i;
const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/\s]/i;
const broken = /^(?:https?:\/?(?!\/)|https?\/\/|https?:\/{3,}|htt?ps?:?\/\/|ttps?:\/\/|\/\/(?=[\w-]+\.[\w-]))/i;
const host = /^(?:www\.)?(?:[a-z0-9-]+\.)+([a-z]{2,24})(?::\d+)?(?:[/#?]|$)/i;

/**
 * What `text`, the runbook of an alert in the file `from`, leads to. In this order: nothing or a placeholder, a template,
 * a URL that lacks its scheme, a file on a forge, a page of a site that this repository publishes, a path.
 */
export function targetOf(text: string, from: string, files: TargetFiles): Target {
  if (placeholder.test(text.slice(0, 200)) || placeholderStart.test(text) || placeholderUrl.test(text)) {
    return { kind: 'placeholder' };
  }
  if (templatePart.test(text) || /\s/.test(text)) return { kind: 'unknown' };
  if (scheme.test(text)) return ofUrl(text, files);
  if (broken.test(text)) return { kind: 'malformed', url: text.replace(/^(?:[a-z]*:?)\/*/i, 'https://') };
  const named = host.exec(text);
  const first = decoded(text.split(/[/#?]/, 1)[0] ?? '');
  if (named && !files.folders.has(first) && !files.paths.has(first) && !isFileName(first, text)) {
    return { kind: 'malformed', url: `https://${text}` };
  }
  return ofPath(text, from, files);
}

// `runbook.md` may be a host in Moldova, but is not.
const isFileName = (first: string, text: string): boolean =>
  page.test(first) || (!/[/]/.test(text) && !/^www\./i.test(text)) || /\.(?:ya?ml|json|sh|py|pdf|docx?)$/i.test(first);

function ofUrl(url: string, files: TargetFiles): Target {
  const link = forgeLink(url);
  return link === null ? ofSite(url, files) : ofForge(link, files);
}

function ofForge({ project, parts, fragment }: ForgeLink, files: TargetFiles): Target {
  const own = files.own.isOwn(project);
  if (own === false || parts.length < 2) return { kind: 'external' };
  for (let start = 1; start < Math.min(parts.length, 6); start++) {
    const found = existing(parts.slice(start).join('/'), fragment, files);
    // A README is in every repository.
    if (found !== null && (own === true || parts.length - start > 1)) return found;
  }
  return own === true ? { kind: 'missing', path: parts.slice(1).join('/'), fragment } : { kind: 'external' };
}

function existing(path: string, fragment: string | null, files: TargetFiles): Target | null {
  if (files.paths.has(path)) return { kind: 'file', path, fragment, sure: 'exact' };
  return files.folders.has(path) ? { kind: 'folder', path } : null;
}

const roots = [
  'content',
  'docs',
  'source',
  'src',
  'docs/content',
  'site/content',
  'website/docs',
  'src/content/docs',
  'pages',
];

function ofSite(url: string, files: TargetFiles): Target {
  const [, address = '', hash] = /^https?:\/\/([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/i.exec(url) ?? [];
  const fragment = hash ?? null;
  const whole = decoded(address).toLowerCase().replace(/\/+$/, '');
  for (const site of files.own.sites) {
    if (whole !== site.address && !whole.startsWith(`${site.address}/`)) continue;
    const rest = siteName(whole.slice(site.address.length + 1));
    const places = ['', ...roots].map(root =>
      [inFolder(site.folder, root), rest].filter(part => part !== '').join('/'),
    );
    for (const place of places) {
      const found = files.pages.get(place);
      if (found !== undefined) return { kind: 'file', path: found, fragment, sure: 'site' };
    }
    // Sites also publish what is no page here; only pages beside it, or in a folder beside, tell that it should be one.
    const inside = rest.split('/').length - 1;
    const near = places.find(
      place =>
        (inside > 0 && files.pageFolders.has(folderOf(place))) ||
        (inside > 1 && files.pageFolders.has(folderOf(folderOf(place)))),
    );
    if (near !== undefined) return { kind: 'missing', path: `${near}.md`, fragment };
  }
  const tail = siteName(whole.split('/').slice(1).join('/'));
  for (const root of tail.includes('/') ? ['', ...roots] : []) {
    const found = files.pages.get(inFolder(root, tail));
    if (found !== undefined) return { kind: 'file', path: found, fragment, sure: 'alike' };
  }
  return { kind: 'external' };
}

function ofPath(text: string, from: string, files: TargetFiles): Target {
  const [written = '', hash] = text.split('#', 2);
  const fragment = hash ?? null;
  if (!/^[\w@%~+./-]+$/.test(written) || !/[a-z]/i.test(written) || /^(?:~|\/\/)/.test(written))
    return { kind: 'unknown' };
  const name = decoded(written).replace(/^\/+/, '');
  const bases = written.startsWith('/') ? [''] : [...new Set(['', ...foldersAround(from).slice(0, 20)])];
  for (const base of bases) {
    const path = resolvePath(base, name);
    const found = path === null ? null : (existing(path, fragment, files) ?? existing(`${path}.md`, fragment, files));
    if (found !== null) return found;
  }
  const folder = name.split('/')[0] ?? '';
  const isPath = page.test(name) || (name.includes('/') && (files.folders.has(folder) || /^\.\.?$/.test(folder)));
  if (!isPath) return { kind: 'unknown' };
  return { kind: 'missing', path: resolvePath(/^\.\.?\//.test(name) ? folderOf(from) : '', name) ?? name, fragment };
}
