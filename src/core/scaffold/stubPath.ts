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
  const counts = new Map<string, number>();
  for (const path of [...paths.filter(each => /\.mdx?$/i.test(each)), ...runbooks.map(runbook => runbook.path)]) {
    const folder = folderOfRunbooks.exec(path)?.[1];
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [folder = usual] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const name = plainName(component.name) || plainName(folderOf(component.id)) || 'component';
  const base = type === 'service' ? name : `deploy-${name}`;
  const taken = new Set(paths.map(path => path.toLowerCase()));
  for (let number = 1; ; number++) {
    const path = inFolder(folder, `${base}${number === 1 ? '' : `-${number}`}.md`);
    if (!taken.has(path.toLowerCase())) return path;
  }
}
