import { createRequire } from 'node:module';
import path from 'node:path';
import { extension } from './opened';
import { threadMilliseconds } from './threadClock';

/** Milliseconds of the processor that loading the extension's code takes, done once more; what is active stays so. */
export function loadMilliseconds(): number {
  const file = path.join(extension().extensionPath, 'dist', 'extension.cjs');
  const load = createRequire(file);
  const loaded = load.cache[file];
  delete load.cache[file];
  const started = threadMilliseconds();
  load(file);
  const milliseconds = threadMilliseconds() - started;
  if (loaded !== undefined) load.cache[file] = loaded;
  return milliseconds;
}
