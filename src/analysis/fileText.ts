import { readFile } from 'node:fs/promises';

/** The text of a file on disk; empty where there is none, or it cannot be read. */
export function fileText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
