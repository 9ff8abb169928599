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

/** Whether something is shown within so many milliseconds. */
export function appears(there: Locator, timeout: number): Promise<boolean> {
  return there.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
