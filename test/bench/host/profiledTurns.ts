import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { measureTurns, type Turn } from '../../host/turns';

/** What took the processor during one turn of the loop, in milliseconds of it. */
export interface ProfiledTurn {
  readonly all: number;
  /** While our code was running, or what it had called. */
  readonly ours: number;
  /** While V8 collected garbage, whoever had left it. */
  readonly collecting: number;
}

const samplingMicroseconds = 500;

/** Measures the turns of this thread's loop, and tells apart what ran in them. `folder`: where our code lies. */
export async function profileTurns(folder: string): Promise<{ end(): Promise<readonly ProfiledTurn[]> }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
  await session.post('Profiler.start');
  const turns = measureTurns();
  return {
    end: async () => {
      const measured = turns.end();
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return attributed(measured, profile, folder);
    },
  };
}

/** By how many of the samples within each turn show our code, or the collector. */
function attributed(turns: readonly Turn[], profile: Profiler.Profile, folder: string): readonly ProfiledTurn[] {
  const kinds = kindsOfNodes(profile, folder);
  const { samples = [], timeDeltas = [] } = profile;
  let at = 0;
  let time = profile.startTime + (timeDeltas[0] ?? 0);
  return turns.map(({ cpu, start, end }) => {
    const seen = { ours: 0, collecting: 0, others: 0 };
    for (; at < samples.length && time < end; time += timeDeltas[++at] ?? 0) {
      if (time >= start) seen[kinds.get(samples[at] ?? 0) ?? 'others']++;
    }
    const all = Math.max(1, seen.ours + seen.collecting + seen.others);
    return { all: cpu, ours: (cpu * seen.ours) / all, collecting: (cpu * seen.collecting) / all };
  });
}

/** Of places in the tree of calls; whatever ours call is ours. */
function kindsOfNodes({ nodes }: Profiler.Profile, folder: string): ReadonlyMap<number, 'ours' | 'collecting'> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const kinds = new Map<number, 'ours' | 'collecting'>();
  const visit = (id: number, caller: 'ours' | undefined): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { url, functionName } = node.callFrame;
    const ours = caller ?? (url.includes(folder) ? 'ours' : undefined);
    const kind = functionName === '(garbage collector)' ? 'collecting' : ours;
    if (kind !== undefined) kinds.set(id, kind);
    for (const child of node.children ?? []) visit(child, ours);
  };
  const [root] = nodes;
  if (root !== undefined) visit(root.id, undefined);
  return kinds;
}
