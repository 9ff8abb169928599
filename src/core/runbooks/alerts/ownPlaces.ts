import { folderOf } from '../../components/repositoryPath';
import { forgeLink } from './forgeLink';

/** A site that is made of pages of this repository. */
export interface PublishedSite {
  /** `runbooks.example.org/base`, without a slash at the end. */
  readonly address: string;
  /** The folder whose configuration says so, `''` for the root. */
  readonly folder: string;
}

/** How other places call this repository. */
export interface OwnPlaces {
  /** Whether `github.com/owner/name` is this repository; null: nothing tells. */
  isOwn(project: string): boolean | null;
  readonly sites: readonly PublishedSite[];
}

const link = /https?:\/\/[^\s"'<>()[\]`]{10,500}/g;
const mostTextsRead = 3000;

/**
 * What this repository calls itself. `remotes`: projects its remotes lead to, as `forgeLink` writes them. A fork is taken
 * for what it was forked from. Where neither a remote nor `go.mod` tells, it is the project that most links in its texts
 * lead to whose path exists here, since a link to another repository must never be called dead.
 */
export function ownPlaces(
  remotes: readonly string[],
  texts: ReadonlyMap<string, string>,
  paths: ReadonlySet<string>,
): OwnPlaces {
  const module = /^module\s+((?:github|gitlab)\.com\/[^/\s]+\/[^/\s]+)/m.exec(texts.get('go.mod') ?? '')?.[1];
  const declared = new Set([...remotes, ...(module === undefined ? [] : [module])].map(each => each.toLowerCase()));
  const known = declared.size > 0 ? declared : new Set(mostLinked(texts, paths));
  const names = new Set([...known].map(project => project.split('/').at(-1)));
  return {
    isOwn: project => (known.size === 0 ? null : known.has(project) || names.has(project.split('/').at(-1))),
    sites: [...texts].flatMap(([path, text]) => siteOf(path, text)),
  };
}

/** The one project whose linked paths exist here most often; none when no path of two folders does. */
function mostLinked(texts: ReadonlyMap<string, string>, paths: ReadonlySet<string>): readonly string[] {
  const counts = new Map<string, Set<string>>();
  for (const text of [...texts.values()].slice(0, mostTextsRead)) {
    for (const [url] of text.matchAll(link)) {
      const found = forgeLink(url);
      const path = found?.parts.slice(1).join('/') ?? '';
      // Every repository has a README.
      if (found && path.includes('/') && paths.has(path)) {
        counts.set(found.project, (counts.get(found.project) ?? new Set()).add(path));
      }
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1].size - a[1].size);
  if (first === undefined || first[1].size === second?.[1].size) return [];
  return [first[0]];
}

const siteFile =
  /(?:^|\/)(?:mkdocs\.ya?ml|(?:hugo|config)\.(?:ya?ml|toml|json)|_config\.ya?ml|docusaurus\.config\.[jt]s|CNAME|antora-playbook\.ya?ml)$/;
const siteLine =
  /^[ \t]*["']?(?:site_url|baseURL|baseUrl|url)["']?[ \t]*[:=][ \t]*["']?https?:\/\/([^\s"'?#]{4,200})/im;

/** Whether a file may say at which address the pages of its folder are published. */
export const isSiteFile = (path: string): boolean => siteFile.test(path) && path.split('/').length <= 3;

function siteOf(path: string, text: string): readonly PublishedSite[] {
  if (!isSiteFile(path)) return [];
  const host = path.endsWith('CNAME')
    ? /^\s*([a-z0-9-]+(?:\.[a-z0-9-]+)+)\s*$/i.exec(text)?.[1]
    : siteLine.exec(text)?.[1];
  if (host === undefined) return [];
  // A CNAME lies among what is published.
  const folder = folderOf(path).replace(/(?:^|\/)(?:static|public|docs|content)$/, '');
  return [{ address: host.toLowerCase().replace(/\/+$/, ''), folder }];
}
