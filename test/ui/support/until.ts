// Doing again what was lost: what is pressed or clicked while the workbench draws itself anew leads to nothing.
import type { Locator } from 'playwright-core';

const tries = 6;

/** Milliseconds after which an action counts as lost, on the slowest machine. */
const patience = 10_000;

/** Acts, and again while what it leads to does not appear. */
export async function until(there: Locator, act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; attempt < tries; attempt++) {
    await act();
    if (await appears(there, patience)) return;
  }
  await there.waitFor();
}

/** Asks until the answer is one that is looked for; what has no element of its own cannot be waited for otherwise. */
export async function answered<T>(what: string, ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + tries * patience;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come, but ${JSON.stringify(answer)}.`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Whether something is shown within so many milliseconds. */
export function appears(there: Locator, timeout: number): Promise<boolean> {
  return there.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
