import { folderOf, inFolder, nameOf, resolvePath } from '../../components/repositoryPath';
import { pageName } from '../classify';
import { isMarkdownPath } from '../markdownPath';
import type { FileIndex } from './fileIndex';
import type { Site } from './site';

/** Where a link of a page leads. `elsewhere`: out of the repository, or where it cannot be told from its files. */
export type LinkTarget =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'folder' }
  /** Nothing is there; `path` is what the link means, `fragment` with it. */
  | { readonly kind: 'missing'; readonly path: string; readonly fragment: string };

const elsewhere: LinkTarget = { kind: 'elsewhere' };

const pageEndings = [
  '.md',
  '.markdown',
  '.mdx',
  '.html.md.erb',
  '.html.md',
  '.md.erb',
  '.rst',
  '.adoc',
  '.ipynb',
  '.html.erb',
  '.erb',
  '.html',
];
const indexNames = ['README', 'readme', 'Readme', 'index', '_index'];
const generated = /^(?:_site|_build|public|dist|build|out|target|node_modules|coverage|site)$/;
// Filled in by a template, or not meant to be followed as it stands.
const notPlain = /[{}<>$*|\\^`"]|%[7<]|…|\.\.\./i;
const externalUrl = /^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)/i;
/** `example.com/page`: a host without its scheme. */
const host = /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|gov|uk|edu|co|app|cloud|sh|ai)(?:[/:?#]|$)/i;
// Pages of a host around the repository, which relative links reach: `../../issues/12`.
const hostPage =
  /(?:^|\/)(?:issues|pulls?|wiki|releases|actions|discussions|projects|blob|tree|raw|commit|compare|settings|security|labels|milestones|-)(?:\/|$)/;

/**
 * Finds what a link as written on a page means; `site` is the one the page is part of, as `siteOf` says. Never throws;
 * what is no plain relative link leads `elsewhere`.
 */
export function linkTarget(page: string, url: string, files: FileIndex, site: Site | null): LinkTarget {
  const written = url.trim();
  if (written === '' || externalUrl.test(written) || host.test(written) || written.length > 1000) return elsewhere;
  const hash = written.indexOf('#');
  const fragment = hash < 0 ? '' : written.slice(hash + 1);
  const address = (hash < 0 ? written : written.slice(0, hash)).split('?', 1)[0] ?? '';
  if (address === '') return hash < 0 || site?.labels === true ? elsewhere : { kind: 'file', path: page, fragment };
  if (/^\/*$/.test(address) || notPlain.test(address) || /\s\S*\s/.test(address)) return elsewhere;
  const path = decoded(address);
  const places = placesOf(page, path, site);
  for (const place of places) {
    const found = fileAt(place, files);
    if (found !== null) return found === '' ? { kind: 'folder' } : { kind: 'file', path: found, fragment };
  }
  const [meant] = places;
  const isUnsure =
    meant === undefined ||
    meant === '' ||
    places.some(place => files.isOutOfSight(place) || place.split('/').some(part => generated.test(part))) ||
    hostPage.test(meant) ||
    (path.startsWith('/') && (site !== null || !isMarkdownPath(path))) ||
    (site !== null && !isOfSite(meant, files));
  return isUnsure ? elsewhere : { kind: 'missing', path: meant, fragment };
}

/** In the order of how likely each is meant. A page of a site may stand at `…/page/`, one folder deeper than its file. */
function placesOf(page: string, path: string, site: Site | null): string[] {
  const bases = path.startsWith('/')
    ? ['', ...(site?.roots ?? [])]
    : [folderOf(page), ...(site === null ? [] : [inFolder(folderOf(page), pageName(page)), ...site.roots])];
  const relative = path.replace(/^\/+/, '');
  return [...new Set(bases.map(base => resolvePath(base, relative)).filter(place => place !== null))];
}

/** `''`: a folder without a page of its own. */
function fileAt(place: string, files: FileIndex): string | null {
  if (files.has(place)) return place;
  if (files.isFolder(place)) {
    const index = indexNames.flatMap(name => pageEndings.map(ending => inFolder(place, `${name}${ending}`)));
    return index.find(path => files.has(path)) ?? '';
  }
  const stem = place.replace(/\.html?$/, '').replace(/\/(?:index|README)$/, '');
  for (const base of new Set([place, stem, place.replace(/\.md$/, '')])) {
    for (const ending of pageEndings) if (files.has(base + ending)) return base + ending;
    const index = indexNames.flatMap(name => pageEndings.map(ending => inFolder(base, `${name}${ending}`)));
    const found = index.find(path => files.has(path));
    if (found !== undefined) return found;
  }
  return null;
}

/** On a site only files that are not made by the generator tell: their ending says so, and their folder is there. */
const isOfSite = (path: string, files: FileIndex): boolean =>
  /\.(?:md|markdown|mdx|erb)$/i.test(path) ||
  (/\.\w{2,5}$/.test(nameOf(path)) && !/\.html?$/.test(path) && files.isFolder(folderOf(path)));

/** Percent signs resolved. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A stray percent sign: the name is taken as it stands.
    return address;
  }
}
