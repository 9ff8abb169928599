import { stat } from 'node:fs/promises';
import path from 'node:path';

/** Where a clone of `owner/name` stands in a folder, by any of the names people give them; null when it is not there. */
export async function findClone(folder: string, repository: string): Promise<string | null> {
  const [owner = '', name = ''] = repository.split('/');
  const names = [
    path.join(owner, name),
    ...['+', '__', '_', '-', '.', '--'].map(separator => `${owner}${separator}${name}`),
    name,
  ];
  for (const each of names.flatMap(one => [one, `${one}.git`])) {
    for (const place of [path.join(folder, each), path.join(folder, each, 'repo')]) {
      if (await isRepository(place)) return place;
    }
  }
  return null;
}

async function isRepository(place: string): Promise<boolean> {
  const found = await Promise.all(['.git', 'objects'].map(inside => stat(path.join(place, inside)).catch(() => null)));
  return found.some(each => each !== null);
}
