import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '../core/steps';

/** How long our code may hold the thread that the whole editor's extensions share, in milliseconds. */
const sliceMilliseconds = 3;
/** The clock is read once in so many items. */
const itemsPerCheck = 64;

/**
 * Runs `work` over all items and gives the thread back every few milliseconds. Resolves with false when the signal
 * ended it early.
 */
export async function inSlices<T>(items: readonly T[], work: (item: T) => void, signal: AbortSignal): Promise<boolean> {
  let sliceStart = performance.now();
  for (let index = 0; index < items.length; index++) {
    if (index % itemsPerCheck === 0 && performance.now() - sliceStart > sliceMilliseconds) {
      await nextTurn();
      if (signal.aborted) return false;
      sliceStart = performance.now();
    }
    work(items[index] as T);
  }
  return !signal.aborted;
}

/**
 * Runs the steps of something and gives the thread back between them, and once before: much may begin at the same moment, when
 * a Snapshot has come. Null when the signal ended it early.
 */
export async function inSteps<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  await nextTurn();
  if (signal.aborted) return null;
  let sliceStart = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - sliceStart <= sliceMilliseconds) continue;
    await nextTurn();
    if (signal.aborted) return null;
    sliceStart = performance.now();
  }
}
