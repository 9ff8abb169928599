import { stat } from 'node:fs/promises';
import path from 'node:path';

/** Stands in the git directory of a sample, and in no other. */
export function sampleMarker(folder: string): string {
  return path.join(folder, '.git', 'single-points-sample');
}

/** When the sample in a folder was created, seconds since 1970; null where there is none. */
export async function sampleCreatedAt(folder: string): Promise<number | null> {
  const found = await stat(sampleMarker(folder)).catch(() => null);
  return found === null ? null : Math.floor(found.mtimeMs / 1000);
}
