import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandError } from './failure';

/** A file to be written as a whole. */
export interface WholeFile {
  /** Absolute. */
  readonly out: string;
  /** The file as the person called it. */
  readonly named: string;
  readonly text: string;
  /** Overwrite whatever is there. */
  readonly force: boolean;
}

/** Writes a file, with the folders around it. Resolves with false where one is already, which stays as it is. */
export async function writeWhole({ out, named, text, force }: WholeFile): Promise<boolean> {
  const cannot = (error: unknown): never => {
    throw cannotWrite(named, error);
  };
  await makeFolder(dirname(out)).catch(cannot);
  return writeFile(out, text, { flag: force ? 'w' : 'wx' }).then(
    () => true,
    (error: unknown) => (codeOf(error) === 'EEXIST' ? false : cannot(error)),
  );
}

/**
 * Makes a folder with those around it. One after the other: where nothing can be made, as below `/proc`, Node's own way with
 * `recursive` never ends.
 */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch(async (error: unknown) => {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder).catch((again: unknown) => {
      // Somebody else was quicker.
      if (codeOf(again) !== 'EEXIST') throw again;
    });
  });
}

/** What is said of a file that cannot be written. */
export function cannotWrite(named: string, error: unknown): CommandError {
  return new CommandError('cannotWrite', `${named} cannot be written (${codeOf(error)}). Take another place.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
