/** Seconds of the processor that some work takes. A busy machine makes it wait, but hardly work more. */
export function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
