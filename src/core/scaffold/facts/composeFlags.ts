import { folderOf } from '../../components/repositoryPath';
import { shellWord } from '../shell';
import { yamlDocument } from './yamlTree';

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

/**
 * Whether compose takes the file only with another below it: one of its services needs what is not in it, or has nothing to be
 * run from. The whole file is looked at, since compose refuses all of it.
 */
export function isOverlay(text: string): boolean {
  // A document by itself: how many aliases are followed in one is limited.
  const services = yamlDocument(text)
    .get('services')
    .entries.filter(({ value }) => value.isMap);
  const defined = new Set(services.map(({ key }) => key));
  return services.some(({ value }) => {
    const needs = value.get('depends_on');
    const needed = [...needs.items.map(item => item.text), ...needs.entries.map(({ key }) => key)];
    return (
      needed.some(name => name !== null && !defined.has(name)) ||
      ['image', 'build', 'extends'].every(key => value.entry(key) === null)
    );
  });
}
