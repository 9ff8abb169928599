import { threadMilliseconds } from './threadClock';

/** One turn of the loop. */
export interface Turn {
  /** How long it kept the processor, in milliseconds. */
  readonly cpu: number;
  /** By the clock that V8's profiles go by, in microseconds. */
  readonly start: number;
  readonly end: number;
}

/** Measures the turns of this thread's loop. */
export function measureTurns(): { end(): Turn[] } {
  const turns: Turn[] = [];
  let cpu = threadMilliseconds();
  let start = microseconds();
  const timer = setInterval(() => {
    const turn = { cpu: threadMilliseconds() - cpu, start, end: microseconds() };
    turns.push(turn);
    cpu += turn.cpu;
    start = turn.end;
  }, 1);
  return {
    end: () => {
      clearInterval(timer);
      return turns;
    },
  };
}

function microseconds(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}
