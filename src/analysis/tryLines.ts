import { GitError, throwIfCancelled } from '../git/errors';
import type { AnalysisCallbacks } from './client';
import type { LineRequest } from './lines/lineRequest';
import { type OwnedLines, ownLines } from './lines/ownLines';

/** Tier 2; null where it fails, for tier 1 is worth having without it. */
export async function tryLines(
  request: Omit<LineRequest, 'signal'>,
  { signal, onProgress, beforeLines }: AnalysisCallbacks,
  { ownLines: own = ownLines, log }: { readonly ownLines?: typeof ownLines; readonly log: (line: string) => void },
): Promise<OwnedLines | null> {
  throwIfCancelled(signal);
  onProgress({ phase: 'lines', done: 0, total: null });
  await beforeLines?.(signal);
  throwIfCancelled(signal);
  const told = (done: number, total: number): void => onProgress({ phase: 'lines', done, total });
  try {
    return await own({ ...request, signal, onProgress: told, log });
  } catch (error) {
    throwIfCancelled(signal);
    const detail = error instanceof GitError ? `${error.message} ${error.detail}`.trim() : errorText(error);
    log(`Line ownership failed: ${detail}`);
    return null;
  }
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
