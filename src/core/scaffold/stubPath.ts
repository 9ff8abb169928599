import { folderOf, inFolder } from '../components/repositoryPath';
import type { StubMaterial } from './stubMaterial';
import { plainName } from './subject';

const folderOfRunbooks = /^((?:.*\/)?run-?_?books?)\//i;
const usual = 'docs/runbooks';

/**
 * Where a draft belongs: among the runbooks there are, in the folder that holds most of them, else in `docs/runbooks`.
 * Never the path of a file that exists.
 */
export function stubPath({
  component,
  type,
  paths,
  runbooks,
}: Pick<StubMaterial, 'component' | 'type' | 'paths' | 'runbooks'>): string {
  const folder = runbookFolder([...paths.filter(each => page.test(each)), ...runbooks.map(runbook => runbook.path)]);
  const name = plainName(component.name) || plainName(folderOf(component.id)) || 'component';
  return freePath(folder, type === 'service' ? name : `deploy-${name}`, new Set(paths.map(path => path.toLowerCase())));
}

/**
 * Where the runbook of an alert belongs: under the alert's own name, so that a search finds it, among the runbooks there
 * are. Never a path that is `taken`, in lower case. `folder`: see {@link runbookFolder}.
 */
export function alertStubPath(alert: string, folder: string, taken: ReadonlySet<string>): string {
  const name = alert
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);
  return freePath(folder, name || 'alert', taken);
}

const page = /\.mdx?$/i;

/** The folder of runbooks that holds most of the pages, else `docs/runbooks`. */
export function runbookFolder(pages: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const path of pages) {
    const folder = folderOfRunbooks.exec(path)?.[1];
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [folder = usual] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return folder;
}

function freePath(folder: string, base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const path = inFolder(folder, `${base}${number === 1 ? '' : `-${number}`}.md`);
    if (!taken.has(path.toLowerCase())) return path;
  }
}
