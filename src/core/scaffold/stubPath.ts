import { folderOf, inFolder } from '../components/repositoryPath';
import { isMarkdownPath } from '../runbooks/markdownPath';
import type { StubMaterial, StubType } from './stubMaterial';
import { plainName } from './subject';

const folderOfRunbooks = /^((?:.*\/)?run-?_?books?)\//i;
const usual = 'docs/runbooks';
const folderOfNotes = /^((?:.*\/)?architecture)\//i;
const usualOfNotes = 'docs/architecture';

type Belonging = Pick<StubMaterial, 'component' | 'type' | 'paths' | 'runbooks'>;

/**
 * Where a draft belongs: among the pages of its kind, in the folder that holds most of them, else in `docs/runbooks` or
 * `docs/architecture`. Never the path of a file that exists.
 */
export function stubPath(belonging: Belonging): string {
  return freePath(usualStubPath(belonging), new Set(belonging.paths.map(path => path.toLowerCase())));
}

/** Where a draft belongs, whether a file is there or not. */
export function usualStubPath({ component, type, paths, runbooks }: Belonging): string {
  const pages = paths.filter(isMarkdownPath);
  const folder =
    type === 'architecture'
      ? fullestFolder(pages, folderOfNotes, usualOfNotes)
      : runbookFolder([...pages, ...runbooks.map(runbook => runbook.path)]);
  const name = plainName(component.name) || plainName(folderOf(component.id)) || 'component';
  return inFolder(folder, `${fileName[type](name)}.md`);
}

const fileName: Readonly<Record<StubType, (name: string) => string>> = {
  service: name => name,
  procedure: name => `deploy-${name}`,
  playbook: name => `${name}-down`,
  architecture: name => name,
};

/**
 * Where the runbook of an alert belongs: under the alert's own name, so that a search finds it, among the runbooks there
 * are. Never a path that is `taken`, in lower case. `folder`: see {@link runbookFolder}.
 */
export function alertStubPath(alert: string, folder: string, taken: ReadonlySet<string>): string {
  const name = alert
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);
  return freePath(inFolder(folder, `${name || 'alert'}.md`), taken);
}

/** The folder of runbooks that holds most of the pages, else `docs/runbooks`. */
export function runbookFolder(pages: Iterable<string>): string {
  return fullestFolder(pages, folderOfRunbooks, usual);
}

function fullestFolder(pages: Iterable<string>, pattern: RegExp, otherwise: string): string {
  const counts = new Map<string, number>();
  for (const path of pages) {
    const folder = pattern.exec(path)?.[1];
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [folder = otherwise] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return folder;
}

function freePath(usual: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const path = number === 1 ? usual : usual.replace(/\.md$/, `-${number}.md`);
    if (!taken.has(path.toLowerCase())) return path;
  }
}
