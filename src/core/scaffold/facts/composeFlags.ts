import { folderOf } from '../../components/repositoryPath';
import { shellWord } from '../shell';

const usualNames = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** The compose file that `docker compose` takes by itself in the folder of a path; null where there is none. */
export function composeBaseBeside(path: string, paths: ReadonlySet<string>): string | null {
  const folder = folderOf(path);
  return usualNames.map(name => (folder === '' ? name : `${folder}/${name}`)).find(name => paths.has(name)) ?? null;
}

/** Flags of `docker compose` at the root for a file: none for the usual one. `base`: the file that it has to be laid over. */
export function composeFlags(path: string, base: string | null): readonly string[] {
  if (usualNames.includes(path.toLowerCase())) return [];
  return [...(base === null ? [] : [base]), path].flatMap(file => [
    '-f',
    shellWord(file.startsWith('-') ? `./${file}` : file) ?? "''",
  ]);
}
