import { codeownersPaths } from '../../components/codeowners';

/** Which host reads the file: what names an owner differs, and sections are GitLab's. */
export type OwnersDialect = 'github' | 'gitlab' | 'bitbucket';

/** Where CODEOWNERS is, or would be. */
export interface OwnersPlace {
  readonly path: string;
  readonly exists: boolean;
  readonly dialect: OwnersDialect;
}

const homes: readonly (readonly [start: string, dialect: OwnersDialect])[] = [
  ['.github/', 'github'],
  ['.gitlab/', 'gitlab'],
  ['.bitbucket/', 'bitbucket'],
];

/** What a repository has that only one host reads. */
const signs: readonly (readonly [path: string, dialect: OwnersDialect])[] = [
  ['.gitlab-ci.yml', 'gitlab'],
  ['bitbucket-pipelines.yml', 'bitbucket'],
];

/** The file that counts, or the place for one: by the folder it is in, else by what else the host would read. */
export function ownersPlace(paths: readonly string[]): OwnersPlace {
  const present = new Set(paths);
  const known = codeownersPaths.find(path => present.has(path));
  const bySign = signs.find(([path]) => present.has(path))?.[1] ?? 'github';
  const dialect = homes.find(([start]) => known?.startsWith(start))?.[1] ?? bySign;
  return { path: known ?? `.${dialect}/CODEOWNERS`, exists: known !== undefined, dialect };
}
