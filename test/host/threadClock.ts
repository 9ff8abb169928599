/** Newer than our types of Node. */
interface ThreadClock {
  threadCpuUsage?(): { readonly user: number; readonly system: number };
}

/**
 * Milliseconds of the processor that the calling thread has used. Wall time would also count what git, the worker and
 * others take from it on a machine with few cores. Falls back to the time of the process where Node cannot tell.
 */
export function threadMilliseconds(): number {
  const clock = process as NodeJS.Process & ThreadClock;
  const { user, system } = clock.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1_000;
}
